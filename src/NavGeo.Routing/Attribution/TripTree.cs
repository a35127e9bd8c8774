using NavGeo.Routing.Search;

namespace NavGeo.Routing.Attribution;

/// <summary>
/// Weights on the nodes of a search's tree, poured down to the destination in one pass from the leaves: the subtree
/// sums are what passes each edge. Scratch for one thread.
/// </summary>
internal sealed class TripTree(int nodes)
{
    private readonly long[] weights = new long[nodes];
    private readonly int[] children = new int[nodes];
    private readonly Stack<int> leaves = new();

    public void Clear() => Array.Clear(weights);

    /// <summary>Lets a weight enter the tree at a node.</summary>
    public void Add(int node, long weight) => weights[node] += weight;

    /// <summary>Adds what passes to the columns of the edges.</summary>
    /// <param name="metric">Times of the edges.</param>
    /// <param name="search">After a run backwards from the destination.</param>
    /// <param name="destinationEdge">The edge the destination lies on: the last stretch is counted there.</param>
    /// <param name="passing">Weight from end to end.</param>
    /// <param name="milliseconds">Weight times milliseconds.</param>
    /// <param name="millimetres">Weight times millimetres.</param>
    public void Pour(
        RoadMetric metric, DijkstraSearch search, int destinationEdge, long[] passing, long[] milliseconds, long[] millimetres)
    {
        RoadGraph graph = metric.Graph;
        SearchNetwork walk = graph.Walk;
        ReadOnlySpan<int> arcs = search.ArrivalArcs;
        Array.Clear(children);
        for (int node = 0; node < arcs.Length; node++)
        {
            if (arcs[node] != DijkstraSearch.NoArc) children[ParentOf(walk, arcs[node])]++;
        }
        for (int node = 0; node < arcs.Length; node++)
        {
            if (children[node] == 0) leaves.Push(node);
        }
        while (leaves.TryPop(out int node))
        {
            long weight = weights[node];
            int arc = arcs[node];
            if (arc == DijkstraSearch.NoArc)
            {
                if (weight == 0) continue;
                milliseconds[destinationEdge] += weight * search.Milliseconds[node];
                millimetres[destinationEdge] += weight * search.Millimetres[node];
                continue;
            }
            int edge = walk.StepEdges[arc >> 1];
            if (weight > 0 && edge >= 0)
            {
                // The search walked backwards: the trip takes the edge the other way.
                int step = (arc & 1) == 0 ? metric.Backward[edge] : metric.Forward[edge];
                passing[edge] += weight;
                milliseconds[edge] += weight * step;
                millimetres[edge] += weight * graph.EdgeLengths[edge];
            }
            int parent = ParentOf(walk, arc);
            weights[parent] += weight;
            if (--children[parent] == 0) leaves.Push(parent);
        }
    }

    private static int ParentOf(SearchNetwork walk, int arc) =>
        (arc & 1) == 0 ? walk.StepTails[arc >> 1] : walk.StepHeads[arc >> 1];
}
