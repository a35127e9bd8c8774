using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Web.Situations;

/// <summary>The places between which a road can be closed: sites that it comes by, where the case has them.</summary>
internal static class RoadPlaces
{
    /// <summary>A road passes a town that it goes around.</summary>
    private const double PassingMetres = 4000;

    /// <summary>Ids of the sites, in the order of the case; none where there is no such road.</summary>
    public static IReadOnlyList<string> Of(Situation situation, string road)
    {
        if (!RoadNumber.TryParse(road, out RoadNumber number)) return [];
        PlanePoint[] points = [.. situation.Original.SitePoints];
        bool[] isBy = NetworkCache.Get<bool[]>(situation.Roads, new Question(number, string.Join(' ', points)), () => By(situation.Roads, number, points));
        return [.. situation.Original.Sites.Where((_, site) => isBy[site]).Select(s => s.Id)];
    }

    private static bool[] By(RoadGraph graph, RoadNumber number, PlanePoint[] points)
    {
        var isBy = new bool[points.Length];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeRoads[edge] != number || !graph.EdgeKinds[edge].IsRoad()) continue;
            PlanePoint middle = graph.Shape(edge)[0];
            double length = graph.EdgeLengths[edge] / 1000.0;
            for (int site = 0; site < points.Length; site++)
            {
                if (isBy[site] || middle.DistanceTo(points[site]) > length + PassingMetres) continue;
                isBy[site] = RoadSnapper.ToEdge(graph, edge, points[site]).GapMetres <= PassingMetres;
            }
        }
        return isBy;
    }

    private sealed record Question(RoadNumber Number, string Sites);
}
