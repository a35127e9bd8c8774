using System.Numerics;

namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Orders a small cell by minimum degree, counting the neighbours outside the cell too (they come later in any case,
/// but every node contracted near them adds arcs to them). Adjacency is a bit matrix. Scratch for one thread.
/// </summary>
internal sealed class GreedyOrder
{
    private readonly Dictionary<int, int> local = [];
    private ulong[] rows = [];
    private int[] degrees = [];

    /// <param name="graph">The whole graph.</param>
    /// <param name="nodes">The cell.</param>
    /// <param name="position">Place of each ordered node, −1 for those without; receives the cell's.</param>
    /// <param name="start">First place of the cell.</param>
    /// <param name="order">Receives names by place.</param>
    /// <param name="names">What to write for a node.</param>
    public void Order(SimpleGraph graph, int[] nodes, int[] position, int start, Span<int> order, int[] names)
    {
        local.Clear();
        for (int i = 0; i < nodes.Length; i++) local[nodes[i]] = i;
        foreach (int node in nodes)
        {
            for (int k = graph.First[node]; k < graph.First[node + 1]; k++) local.TryAdd(graph.Neighbours[k], local.Count);
        }
        int words = (local.Count + 63) / 64;
        if (rows.Length < local.Count * words) rows = new ulong[local.Count * words];
        if (degrees.Length < nodes.Length) degrees = new int[nodes.Length];
        rows.AsSpan(0, local.Count * words).Clear();
        for (int i = 0; i < nodes.Length; i++)
        {
            for (int k = graph.First[nodes[i]]; k < graph.First[nodes[i] + 1]; k++)
            {
                int other = local[graph.Neighbours[k]];
                rows[i * words + (other >> 6)] |= 1UL << (other & 63);
                rows[other * words + (i >> 6)] |= 1UL << (i & 63);
            }
        }
        for (int i = 0; i < nodes.Length; i++) degrees[i] = Count(i);
        for (int place = start; place < start + nodes.Length; place++)
        {
            int chosen = -1;
            for (int i = 0; i < nodes.Length; i++)
            {
                if (degrees[i] >= 0 && (chosen < 0 || degrees[i] < degrees[chosen])) chosen = i;
            }
            degrees[chosen] = -1;
            order[place] = names[nodes[chosen]];
            position[nodes[chosen]] = place;
            Span<ulong> mine = rows.AsSpan(chosen * words, words);
            for (int word = 0; word < words; word++)
            {
                for (ulong left = mine[word]; left != 0; left &= left - 1)
                {
                    int other = word * 64 + BitOperations.TrailingZeroCount(left);
                    Span<ulong> theirs = rows.AsSpan(other * words, words);
                    for (int w = 0; w < words; w++) theirs[w] |= mine[w];
                    theirs[other >> 6] &= ~(1UL << (other & 63));
                    theirs[chosen >> 6] &= ~(1UL << (chosen & 63));
                    if (other < nodes.Length) degrees[other] = Count(other);
                }
            }
        }

        int Count(int row)
        {
            int count = 0;
            foreach (ulong word in rows.AsSpan(row * words, words)) count += BitOperations.PopCount(word);
            return count;
        }
    }
}
