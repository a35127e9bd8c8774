using NavGeo.Routing;
using NavGeo.Routing.Snapping;

namespace NavGeo.Data.Places;

/// <summary>How far a place that is too far from every road lies from the nearest one: it is told, not left out.</summary>
public static class RoadDistance
{
    /// <summary>The gap of the snap where that is known, else measured to every road; metres, infinite where there is no road.</summary>
    public static double MetresOf(SnappedPlace place, RoadGraph graph)
    {
        if (double.IsFinite(place.Snap.GapMetres)) return place.Snap.GapMetres;
        double nearest = double.PositiveInfinity;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge].IsRoad()) nearest = Math.Min(nearest, RoadSnapper.ToEdge(graph, edge, place.Point).GapMetres);
        }
        return nearest;
    }
}
