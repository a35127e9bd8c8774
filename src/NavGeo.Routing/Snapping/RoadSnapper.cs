using NavGeo.Routing.Building;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// Finds the nearest point on a road edge for places. Immutable, any number of threads; one <see cref="Session"/> for
/// each of them.
/// </summary>
/// <remarks>
/// Ferries and boarding are never snapped to. Where the case knows the sea, a road that lies across more of it than
/// <see cref="TravelProfile.MaximumSeaMetres"/> is passed over for the next nearest one, so that nobody drives over a
/// fjord; a place with no other road is <see cref="SnapState.AcrossWater"/>.
/// </remarks>
public sealed class RoadSnapper
{
    private readonly RoadGraph graph;
    private readonly TravelProfile profile;
    private readonly WaterMask? water;
    private readonly SegmentGrid grid;
    private readonly double[] metresBefore;

    /// <param name="graph">The network.</param>
    /// <param name="profile">For the reach and the tolerance at the shore.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    public RoadSnapper(RoadGraph graph, TravelProfile profile, WaterMask? water)
    {
        this.graph = graph;
        this.profile = profile;
        this.water = water;
        (grid, metresBefore) = (graph.Pieces.Grid, graph.Pieces.MetresBefore);
    }

    /// <summary>The sea it looks out for; null where nothing is known of it.</summary>
    public WaterMask? Water => water;

    /// <summary>Scratch for one thread.</summary>
    public Session NewSession() => new(this);

    /// <summary>Snaps many places at once, on all processors; the answer is the same on one.</summary>
    public SnappedPlace[] SnapAll(ReadOnlySpan<PlanePoint> points)
    {
        const int Batch = 2048;
        PlanePoint[] places = points.ToArray();
        var snaps = new SnappedPlace[places.Length];
        Parallel.For(0, (places.Length + Batch - 1) / Batch, NewSession, (batch, _, session) =>
        {
            int last = Math.Min(places.Length, (batch + 1) * Batch);
            for (int i = batch * Batch; i < last; i++) snaps[i] = new SnappedPlace(places[i], session.Snap(places[i]));
            return session;
        }, _ => { });
        return snaps;
    }

    /// <summary>The nearest point of one edge, however far.</summary>
    public static RoadSnap ToEdge(RoadGraph graph, int edge, PlanePoint place)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        double whole = 0;
        double at = 0;
        (double gap, PlanePoint nearest) = (double.PositiveInfinity, default);
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            (PlanePoint point, double share) = SegmentGrid.Project(shape[i], shape[i + 1], place);
            double length = shape[i].DistanceTo(shape[i + 1]);
            double metres = point.DistanceTo(place);
            if (metres < gap) (gap, nearest, at) = (metres, point, whole + share * length);
            whole += length;
        }
        return new RoadSnap(SnapState.OnRoad, edge, whole == 0 ? 0 : Math.Clamp(at / whole, 0, 1), gap, nearest);
    }

    /// <summary>Scratch of one thread: snaps one place after another.</summary>
    public sealed class Session
    {
        private readonly RoadSnapper snapper;
        private readonly NearbySegments nearby;

        internal Session(RoadSnapper snapper)
        {
            this.snapper = snapper;
            nearby = new NearbySegments(snapper.grid);
        }

        /// <summary>The nearest road point within reach and over land.</summary>
        public RoadSnap Snap(PlanePoint place)
        {
            TravelProfile profile = snapper.profile;
            nearby.Begin(place, profile.MaximumOffRoadMetres);
            double nearestMetres = double.PositiveInfinity;
            while (nearby.TryNext(out NearbySegments.Candidate candidate))
            {
                nearestMetres = Math.Min(nearestMetres, candidate.Metres);
                if (candidate.Metres > profile.MaximumSeaMetres
                    && snapper.water is { } water
                    && water.SeaMetres(place, candidate.Point) > profile.MaximumSeaMetres)
                {
                    continue;
                }
                int edge = snapper.grid.OwnerOf(candidate.Segment);
                return new RoadSnap(
                    SnapState.OnRoad, edge, snapper.ShareOf(edge, candidate), candidate.Metres, candidate.Point);
            }
            if (!double.IsPositiveInfinity(nearestMetres))
                return new RoadSnap(SnapState.AcrossWater, -1, 0, nearestMetres, default);
            nearby.Begin(place, 10 * profile.MaximumOffRoadMetres);
            double far = nearby.TryNext(out NearbySegments.Candidate beyond) ? beyond.Metres : double.PositiveInfinity;
            return new RoadSnap(SnapState.TooFar, -1, 0, far, default);
        }
    }

    private double ShareOf(int edge, NearbySegments.Candidate candidate)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        double whole = 0;
        for (int i = 0; i + 1 < shape.Length; i++) whole += shape[i].DistanceTo(shape[i + 1]);
        if (whole == 0) return 0;
        (PlanePoint start, PlanePoint end) = grid.EndsOf(candidate.Segment);
        return Math.Clamp((metresBefore[candidate.Segment] + candidate.Share * start.DistanceTo(end)) / whole, 0, 1);
    }
}
