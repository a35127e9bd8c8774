using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// Which edges belong to a piece of road that joins nothing: short, without a ferry, and not the network itself. Such pieces
/// are faults of the drawing or parking aisles; a place meets the main network instead where that lies about as near.
/// </summary>
public static class DeadPieces
{
    /// <summary>A piece with as much road is an island's or a valley's own network, however badly it is joined.</summary>
    public const double MostMetres = 20_000;

    /// <summary>A road of the main network may lie so much farther away and still goes before a dead piece.</summary>
    public const double WorthMetres = 2000;

    /// <summary>One flag an edge, remembered; of a network made by adding links, the edges that are new or cut are none.</summary>
    public static bool[] Of(RoadGraph graph) => NetworkCache.Get(graph, nameof(DeadPieces), () =>
    {
        if (graph.Original is not { } original) return Find(graph);
        bool[] before = Of(original);
        return [.. Enumerable.Range(0, graph.EdgeCount).Select(e => graph.IsAsIn(original, e) && before[e])];
    });

    private static bool[] Find(RoadGraph graph)
    {
        var parts = new DisjointSets(graph.NodeCount);
        ReadOnlySpan<int> from = graph.Column(EdgeTable.From), to = graph.Column(EdgeTable.To);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] != LinkKind.PassengerBoat) parts.Join(from[edge], to[edge]);
        }
        var metres = new double[graph.NodeCount];
        var hasFerry = new bool[graph.NodeCount];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            int part = parts.Find(from[edge]);
            if (graph.EdgeKinds[edge] == LinkKind.CarFerry) hasFerry[part] = true;
            else if (graph.EdgeKinds[edge].IsRoad()) metres[part] += graph.EdgeLengths[edge] / 1000.0;
        }
        double longest = metres.Length == 0 ? 0 : metres.Max();
        var isDead = new bool[graph.EdgeCount];
        for (int edge = 0; edge < isDead.Length; edge++)
        {
            int part = parts.Find(from[edge]);
            isDead[edge] = !hasFerry[part] && metres[part] < MostMetres && metres[part] < longest / 2;
        }
        return isDead;
    }
}
