namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// The order in which nodes are contracted: a permutation in which small separators of the network come last. It
/// depends on the shape of the network only, so it is computed once and kept while travel times change.
/// Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// Nested dissection (George 1973) with separators found in the manner of FlowCutter (Hamann and Strasser 2018) from
/// geometric starts (InertialFlowCutter: Gottesbüren, Hamann, Uhl and Wagner 2019). See docs/engine/order.md.
/// </remarks>
public sealed class NodeOrder
{
    /// <param name="nodes">Every node once; the first is contracted first.</param>
    /// <exception cref="ArgumentException">Not a permutation.</exception>
    public NodeOrder(int[] nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var ranks = new int[nodes.Length];
        Array.Fill(ranks, -1);
        for (int rank = 0; rank < nodes.Length; rank++)
        {
            int node = nodes[rank];
            if ((uint)node >= (uint)nodes.Length || ranks[node] >= 0)
                throw new ArgumentException($"position {rank} of the order: node {node} is unknown or stands twice", nameof(nodes));
            ranks[node] = rank;
        }
        Nodes = nodes;
        Ranks = ranks;
    }

    /// <summary>The node contracted as number <i>rank</i>, [node count].</summary>
    public int[] Nodes { get; }

    /// <summary>When a node is contracted, [node count].</summary>
    public int[] Ranks { get; }

    /// <summary>
    /// Computes an order. The result depends on <paramref name="shape"/> alone, not on the number of threads.
    /// Without coordinates, hop distances from far corners of the network stand in for them.
    /// </summary>
    /// <param name="shape">The network.</param>
    /// <param name="threads">How many threads may work, at least 1.</param>
    /// <param name="placed">Told now and then how many nodes have their place, by one thread at a time.</param>
    /// <param name="stop">To give up early.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static NodeOrder Compute(NetworkShape shape, int threads = 1, Action<int>? placed = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        SimpleGraph graph = SimpleGraph.From(shape);
        (double[] x, double[] y) = shape.X is not null && shape.Y is not null
            ? (shape.X, shape.Y)
            : HopCoordinates.Of(graph);
        var nodes = new int[shape.NodeCount];
        SeriesReduction reduction = SeriesReduction.Of(graph, nodes);
        stop.ThrowIfCancellationRequested();
        placed?.Invoke(reduction.EliminatedCount);
        new NestedDissection(reduction.Core, reduction.CoreNodes, x, y, nodes.AsMemory(reduction.EliminatedCount))
            .Run(threads, placed is null ? null : core => placed(reduction.EliminatedCount + core), stop);
        return new NodeOrder(nodes);
    }
}
