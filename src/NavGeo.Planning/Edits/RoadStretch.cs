using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Edits;

/// <summary>How much of a road is closed between two places. Immutable.</summary>
/// <param name="Kilometres">Closed.</param>
/// <param name="Between">On the way from the first closed kilometre to the last, those among them where the road bears another number.</param>
/// <param name="ToFrom">From the one place to the road, kilometres.</param>
/// <param name="ToTo">From the road to the other.</param>
internal sealed record RoadStretch(double Kilometres, double Between, double ToFrom, double ToTo)
{
    private const double Million = 1_000_000;

    /// <summary>Less than this beside the road is no more than a junction of it, kilometres.</summary>
    private const double LeastBeside = 0.5;

    /// <summary>Whether a part of the way between the two places stays open, because the road bears another number there.</summary>
    public bool IsPart => Between - Kilometres >= LeastBeside;

    /// <summary>Null where the road does not go from one to the other.</summary>
    public static RoadStretch? Of(EditMemory known, ClosedStretch closed) =>
        closed.WaysOn(RoadMetric.Of(known.Roads, known.Profile), known.Snapper) is [var way, ..] ? Of(way) : null;

    private static RoadStretch Of(WayAlong way) =>
        new(way.OnRoad / Million, (way.OnRoad + way.Beside) / Million, way.Before / Million, way.After / Million);

    /// <summary>
    /// The sites of a case that a road comes by, in the order of the case, each with the others to which the road goes from there and how many kilometres
    /// of it lie between: what is offered where a road is to be closed, and all of it can be.
    /// </summary>
    public static IReadOnlyList<PlaceAlong> PlacesAlong(PlanningCase original, RoadNumber road) => EditMemory.Of(original).PlacesAlong(road, () => Found(original, road));

    private static IReadOnlyList<PlaceAlong> Found(PlanningCase original, RoadNumber road)
    {
        EditMemory known = EditMemory.Of(original);
        int[] near = Near(original, EdgeSelection.ByRoad(original.Roads, road));
        RoadSnapper.Session session = known.Snapping();
        RoadSnap[] snaps = [.. near.Select(site => session.Snap(original.SitePoints[site]))];
        RoadMetric metric = RoadMetric.Of(original.Roads, original.Profile);
        WayAlong?[][] ways = [.. snaps.Select(from => WayAlong.FindAll(metric, road, from, snaps))];
        return
        [
            .. near.Select((site, i) => new PlaceAlong(original.Sites[site].Id,
            [
                .. near.Select((other, j) => (Other: original.Sites[other].Id, Way: i == j ? null : Between(ways[i][j]) ?? Between(ways[j][i])))
                    .Where(o => o.Way is not null).Select(o => new PlaceAlong.Other(o.Other, Math.Round(Of(o.Way!).Kilometres, 1))),
            ])).Where(p => p.To.Count > 0),
        ];

        static WayAlong? Between(WayAlong? way) => way is { IsBetween: true } ? way : null;
    }

    /// <summary>Sites no farther from the road as the crow flies than the way to it may be.</summary>
    private static int[] Near(PlanningCase original, int[] road)
    {
        const double Reach = WayAlong.MostToRoad / 1000.0;
        var isNear = new bool[original.Sites.Count];
        foreach (int edge in road)
        {
            PlanePoint start = original.Roads.Shape(edge)[0];
            double length = original.Roads.EdgeLengths[edge] / 1000.0;
            for (int site = 0; site < isNear.Length; site++)
            {
                if (isNear[site] || start.DistanceTo(original.SitePoints[site]) > length + Reach) continue;
                isNear[site] = RoadSnapper.ToEdge(original.Roads, edge, original.SitePoints[site]).GapMetres <= Reach;
            }
        }
        return [.. isNear.Index().Where(s => s.Item).Select(s => s.Index)];
    }
}

/// <summary>A site that a road comes by.</summary>
/// <param name="Site">Its id.</param>
/// <param name="To">The other sites to which the road goes from there.</param>
public sealed record PlaceAlong(string Site, IReadOnlyList<PlaceAlong.Other> To)
{
    /// <summary>The other end.</summary>
    /// <param name="Site">Its id.</param>
    /// <param name="Kilometres">Of the road that are closed between them.</param>
    public sealed record Other(string Site, double Kilometres);

    /// <summary>The sites that a road comes by, in the order of the case; none where it comes by fewer than two.</summary>
    /// <param name="original">The case as it was read.</param>
    /// <param name="road">"rv 7"; none are found where it is no road number.</param>
    public static IReadOnlyList<PlaceAlong> Of(PlanningCase original, string road) =>
        RoadNumber.TryParse(road, out RoadNumber number) ? RoadStretch.PlacesAlong(original, number) : [];
}
