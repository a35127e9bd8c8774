namespace NavGeo.Routing.Graph;

/// <summary>Compressed rows of the arcs that leave each node.</summary>
internal static class ArcRows
{
    /// <summary>
    /// Rows of arcs: those that leave node n stand at positions <c>first[n]</c> to <c>first[n+1]-1</c>, in the order of
    /// their edges.
    /// </summary>
    public static (int[] First, int[] Heads, int[] Edges) Of(int nodes, int[] from, int[] to)
    {
        var first = new int[nodes + 1];
        for (int edge = 0; edge < from.Length; edge++)
        {
            first[from[edge] + 1]++;
            first[to[edge] + 1]++;
        }
        for (int node = 0; node < nodes; node++) first[node + 1] += first[node];
        var heads = new int[first[nodes]];
        var arcs = new int[first[nodes]];
        var next = first[..nodes];
        for (int edge = 0; edge < from.Length; edge++)
        {
            int forward = next[from[edge]]++;
            heads[forward] = to[edge];
            arcs[forward] = edge << 1;
            int backward = next[to[edge]]++;
            heads[backward] = from[edge];
            arcs[backward] = edge << 1 | 1;
        }
        return (first, heads, arcs);
    }
}
