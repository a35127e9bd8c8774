namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Symbolic elimination: the tree of an order and the arcs that contraction adds, as for a sparse Cholesky factor
/// (Liu, The role of elimination trees in sparse factorization, 1990).
/// </summary>
internal static class EliminationTree
{
    /// <summary>
    /// The nodes in a postorder of the order's elimination tree: the same arcs arise, and every subtree is a span.
    /// </summary>
    public static int[] Postorder(SimpleGraph graph, NodeOrder order)
    {
        int nodeCount = graph.NodeCount;
        int[] ranks = order.Ranks;
        var parent = new int[nodeCount];
        var shortcut = new int[nodeCount];
        Array.Fill(parent, -1);
        Array.Fill(shortcut, -1);
        for (int rank = 0; rank < nodeCount; rank++)
        {
            int node = order.Nodes[rank];
            for (int k = graph.First[node]; k < graph.First[node + 1]; k++)
            {
                // Climb from each earlier neighbour to the root of its tree so far, shortening the way for later.
                int at = ranks[graph.Neighbours[k]];
                if (at >= rank) continue;
                while (shortcut[at] >= 0 && shortcut[at] != rank)
                {
                    int up = shortcut[at];
                    shortcut[at] = rank;
                    at = up;
                }
                if (shortcut[at] >= 0) continue;
                shortcut[at] = rank;
                parent[at] = rank;
            }
        }

        // Children in ascending order; roots too.
        int[] child = shortcut;
        Array.Fill(child, -1);
        var sibling = new int[nodeCount];
        int root = -1;
        for (int rank = nodeCount - 1; rank >= 0; rank--)
        {
            if (parent[rank] < 0)
            {
                sibling[rank] = root;
                root = rank;
                continue;
            }
            sibling[rank] = child[parent[rank]];
            child[parent[rank]] = rank;
        }
        var nodes = new int[nodeCount];
        int written = 0;
        for (int top = root; top >= 0; top = sibling[top])
        {
            int at = top;
            while (true)
            {
                while (child[at] >= 0) at = child[at];
                nodes[written++] = order.Nodes[at];
                while (at != top && sibling[at] < 0)
                {
                    at = parent[at];
                    nodes[written++] = order.Nodes[at];
                }
                if (at == top) break;
                at = sibling[at];
            }
        }
        return nodes;
    }

    /// <summary>The upward arcs of every rank, heads ascending.</summary>
    public static (int[] First, int[] Heads) UpwardArcs(SimpleGraph graph, int[] nodes, int[] ranks)
    {
        int nodeCount = nodes.Length;
        var first = new int[nodeCount + 1];
        int[] heads = new int[Math.Max(16, graph.Neighbours.Length * 2)];
        var mark = new int[nodeCount];
        var child = new int[nodeCount];
        var sibling = new int[nodeCount];
        Array.Fill(mark, -1);
        Array.Fill(child, -1);
        int written = 0;
        for (int rank = 0; rank < nodeCount; rank++)
        {
            int start = written;
            mark[rank] = rank;
            int node = nodes[rank];
            for (int k = graph.First[node]; k < graph.First[node + 1]; k++) Add(ranks[graph.Neighbours[k]]);
            for (int lower = child[rank]; lower >= 0; lower = sibling[lower])
            {
                for (int arc = first[lower]; arc < first[lower + 1]; arc++) Add(heads[arc]);
            }
            heads.AsSpan(start, written - start).Sort();
            first[rank + 1] = written;
            if (written > start)
            {
                int parent = heads[start];
                sibling[rank] = child[parent];
                child[parent] = rank;
            }

            void Add(int head)
            {
                if (head <= rank || mark[head] == rank) return;
                mark[head] = rank;
                if (written == heads.Length) Array.Resize(ref heads, checked(heads.Length * 2));
                heads[written++] = head;
            }
        }
        Array.Resize(ref heads, written);
        return (first, heads);
    }
}
