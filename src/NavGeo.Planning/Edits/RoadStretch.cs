using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Edits;

/// <summary>The part of a road between two places that may lie beside it.</summary>
internal static class RoadStretch
{
    /// <summary>
    /// Where the fastest way between two places comes onto a road and leaves it; the places themselves where it does not
    /// follow the road. People mean that stretch: the road's point nearest to a town often lies beyond the junction.
    /// </summary>
    public static (PlanePoint From, PlanePoint To) Ends(EditMemory known, RoadNumber road, PlanePoint from, PlanePoint to)
    {
        RoadGraph graph = known.Roads;
        RoadSnapper.Session snapper = known.Snapping();
        RoadSnap start = snapper.Snap(from);
        RoadSnap end = snapper.Snap(to);
        if (start.Edge < 0 || end.Edge < 0) return (from, to);
        RoadMetric metric = RoadMetric.Of(graph, known.Profile);
        var search = new DijkstraSearch(metric);
        search.Run(start, SearchDirection.FromStart);
        (int first, int second) = SnapTimes.ToEnds(metric, end, fromPlace: false);
        var arcs = new List<int>();
        (int firstNode, int secondNode) = graph.Walk.EndsOf(end.Edge, fromPlace: false);
        search.PathTo(Total(firstNode, first) <= Total(secondNode, second) ? firstNode : secondNode, arcs);
        int[] onRoad = [.. arcs.Where(arc => graph.EdgeRoads[arc >> 1] == road)];
        if (onRoad.Length == 0) return (from, to);
        return (
            graph.EdgeRoads[start.Edge] == road ? start.Point : graph.NodePoints[NodeOf(onRoad[0], isEnd: false)],
            graph.EdgeRoads[end.Edge] == road ? end.Point : graph.NodePoints[NodeOf(onRoad[^1], isEnd: true)]);

        long Total(int node, int rest) => (long)search.Milliseconds[node] + rest;

        int NodeOf(int arc, bool isEnd) => (arc & 1) == 0 == isEnd ? graph.EdgeTo[arc >> 1] : graph.EdgeFrom[arc >> 1];
    }
}
