namespace NavGeo.Routing.Snapping;

/// <summary>
/// The straight pieces of the roads one can snap to: made once a network. One that was made by adding links shares
/// those of the network it was made from and has a small layer of its own. Immutable, any number of threads may read it.
/// </summary>
internal sealed class RoadPieces
{
    private readonly HashSet<int> replaced;

    private RoadPieces(RoadPieceLayer[] layers, HashSet<int> replaced)
    {
        Layers = layers;
        this.replaced = replaced;
    }

    /// <summary>The pieces; an edge's are all in one layer but for those that are replaced.</summary>
    public RoadPieceLayer[] Layers { get; }

    /// <summary>The pieces of a network that was built.</summary>
    public static RoadPieces Of(RoadGraph graph) => new([new RoadPieceLayer(graph, Enumerable.Range(0, graph.EdgeCount))], []);

    /// <summary>The pieces of a network that was made from another by adding links.</summary>
    public static RoadPieces Of(RoadGraph graph, RoadGraph original)
    {
        int[] others = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => !graph.IsAsIn(original, e))];
        return new([original.Pieces.Layers[0], new RoadPieceLayer(graph, others)], [.. others]);
    }

    /// <summary>Whether a layer's piece belongs to an edge that is another now.</summary>
    public bool IsReplaced(int layer, int segment) =>
        layer + 1 < Layers.Length && replaced.Contains(Layers[layer].Grid.OwnerOf(segment));

    /// <summary>
    /// A metric of another profile may close an edge; what can be snapped to follows from the kind alone. Nobody lives on
    /// a road over ice.
    /// </summary>
    public static bool Holds(RoadGraph graph, int edge) =>
        graph.EdgeKinds[edge] is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway
        && graph.EdgeDirections[edge] != LinkDirections.None
        && (graph.EdgeFlags[edge] & LinkMarks.OnlyInWinter) == 0;
}
