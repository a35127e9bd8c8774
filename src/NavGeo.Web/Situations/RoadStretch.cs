using NavGeo.Routing;
using NavGeo.Routing.Search;
using NavGeo.Routing.Snapping;

namespace NavGeo.Web.Situations;

/// <summary>The part of a road between two places.</summary>
internal static class RoadStretch
{
    /// <summary>
    /// The links of a road that the fastest way between two places follows when nothing is closed. The links the places
    /// stand on count only where the way has no other of that road.
    /// </summary>
    public static bool[] Between(RoadGraph graph, TravelProfile profile, RoadNumber road, PlanePoint from, PlanePoint to)
    {
        var isMeant = new bool[graph.EdgeCount];
        RoadSnapper.Session snapper = new RoadSnapper(graph, profile, water: null).NewSession();
        RoadSnap start = snapper.Snap(from);
        RoadSnap end = snapper.Snap(to);
        if (start.Edge < 0 || end.Edge < 0) return isMeant;
        RoadMetric metric = RoadMetric.Of(graph, profile);
        var search = new DijkstraSearch(metric);
        search.Run(start, SearchDirection.FromStart);
        (int first, int second) = SnapTimes.ToEnds(metric, end, fromPlace: false);
        var arcs = new List<int>();
        search.PathTo(Total(graph.EdgeFrom[end.Edge], first) <= Total(graph.EdgeTo[end.Edge], second)
            ? graph.EdgeFrom[end.Edge] : graph.EdgeTo[end.Edge], arcs);
        foreach (int arc in arcs)
        {
            if (graph.EdgeRoads[arc >> 1] == road) isMeant[arc >> 1] = true;
        }
        if (isMeant.Contains(true)) return isMeant;
        foreach (int edge in (ReadOnlySpan<int>)[start.Edge, end.Edge]) isMeant[edge] = graph.EdgeRoads[edge] == road;
        return isMeant;

        long Total(int node, int rest) => (long)search.Milliseconds[node] + rest;
    }
}
