namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// An undirected graph without loops or parallel edges, in CSR form: what ordering sees of a network. Immutable.
/// </summary>
/// <param name="First">Start of each node's neighbours in <see cref="Neighbours"/>, [node count + 1].</param>
/// <param name="Neighbours">Each edge twice.</param>
internal sealed record SimpleGraph(int[] First, int[] Neighbours)
{
    public int NodeCount => First.Length - 1;

    public static SimpleGraph From(NetworkShape shape)
    {
        int nodeCount = shape.NodeCount;
        int[] tails = shape.Tails, heads = shape.Heads;
        var first = new int[nodeCount + 1];
        for (int edge = 0; edge < tails.Length; edge++)
        {
            if (tails[edge] == heads[edge]) continue;
            first[tails[edge] + 1]++;
            first[heads[edge] + 1]++;
        }
        for (int node = 0; node < nodeCount; node++) first[node + 1] += first[node];
        var neighbours = new int[first[nodeCount]];
        int[] next = first[..nodeCount];
        for (int edge = 0; edge < tails.Length; edge++)
        {
            if (tails[edge] == heads[edge]) continue;
            neighbours[next[tails[edge]]++] = heads[edge];
            neighbours[next[heads[edge]]++] = tails[edge];
        }
        int written = 0;
        for (int node = 0; node < nodeCount; node++)
        {
            Span<int> row = neighbours.AsSpan(first[node], next[node] - first[node]);
            row.Sort();
            int start = written;
            int last = -1;
            foreach (int neighbour in row)
            {
                if (neighbour == last) continue;
                neighbours[written++] = neighbour;
                last = neighbour;
            }
            first[node] = start;
        }
        first[nodeCount] = written;
        return new SimpleGraph(first, neighbours[..written]);
    }
}
