using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Edits;

/// <summary>A numbered road is closed between two places: all of it on the way along it from one to the other (<see cref="WayAlong"/>), there and back.</summary>
/// <param name="Road">The road.</param>
/// <param name="From">One end, metres.</param>
/// <param name="To">The other.</param>
/// <param name="IsToAll">As in <see cref="ClosedRoad"/>; a link that is closed in part is left on the other side only.</param>
public sealed record ClosedStretch(RoadNumber Road, PlanePoint From, PlanePoint To, bool IsToAll = false) : RoadEdit
{
    /// <summary>Whether the one end is a place beside the road, which is closed from where the way comes onto it; else the road's nearest point is meant.</summary>
    public bool IsFromBeside { get; init; }

    /// <summary>The same of the other end.</summary>
    public bool IsToBeside { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"close-stretch{ToAll(IsToAll)} {Road} {Beside(IsFromBeside)}{Plain(From)} {Beside(IsToBeside)}{Plain(To)}";

    /// <summary>The ways along the road from the one end to the other and back; none where the road does not go between them.</summary>
    /// <param name="metric">Which edges are open to traffic.</param>
    /// <param name="snapper">Of the same network.</param>
    public WayAlong[] WaysOn(RoadMetric metric, RoadSnapper snapper)
    {
        int[] road = EdgeSelection.ByRoad(metric.Graph, Road);
        if (road.Length == 0) return [];
        RoadSnapper.Session session = snapper.NewSession();
        RoadSnap from = End(From, IsFromBeside), to = End(To, IsToBeside);
        return [.. new[] { WayAlong.Find(metric, Road, from, to), WayAlong.Find(metric, Road, to, from) }.OfType<WayAlong>().Where(w => w.IsBetween)];

        RoadSnap End(PlanePoint point, bool isBeside) => isBeside ? session.Snap(point) : NearestOf(metric, road, point);
    }

    private static string Beside(bool isBeside) => isBeside ? "beside " : "";

    /// <summary>The nearest point among some edges; they are few, so a look at all of them does.</summary>
    private static RoadSnap NearestOf(RoadMetric metric, int[] edges, PlanePoint point)
    {
        var best = new RoadSnap(SnapState.TooFar, -1, 0, metric.Profile.MaximumOffRoadMetres, default);
        foreach (int edge in edges)
        {
            RoadSnap snap = RoadSnapper.ToEdge(metric.Graph, edge, point);
            if (snap.GapMetres < best.GapMetres) best = snap;
        }
        return best;
    }
}
