namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Takes dead ends and chains out of a graph before it is dissected: a node with at most two neighbours is eliminated
/// at the price of one triangle, wherever it lies, so no separator needs to think of it. About half of a road network
/// goes this way.
/// </summary>
/// <remarks>
/// Nodes go in rounds of independent sets, so a chain of <i>k</i> nodes adds log <i>k</i> and not <i>k</i> levels to
/// the elimination tree.
/// </remarks>
internal sealed class SeriesReduction
{
    private SeriesReduction(SimpleGraph core, int[] coreNodes, int eliminatedCount)
    {
        Core = core;
        CoreNodes = coreNodes;
        EliminatedCount = eliminatedCount;
    }

    /// <summary>What is left, nodes renumbered; every node has at least three neighbours.</summary>
    public SimpleGraph Core { get; }

    /// <summary>The node of the whole graph behind each core node.</summary>
    public int[] CoreNodes { get; }

    /// <summary>How many nodes were eliminated.</summary>
    public int EliminatedCount { get; }

    /// <param name="graph">The whole graph; not changed.</param>
    /// <param name="order">Receives the eliminated nodes, from its start.</param>
    public static SeriesReduction Of(SimpleGraph graph, Span<int> order)
    {
        int nodeCount = graph.NodeCount;
        int[] first = graph.First;
        int[] neighbours = (int[])graph.Neighbours.Clone();
        var degree = new int[nodeCount];
        var gone = new bool[nodeCount];
        var touched = new int[nodeCount];
        var queued = new bool[nodeCount];
        var now = new List<int>();
        var later = new List<int>();
        for (int node = 0; node < nodeCount; node++)
        {
            degree[node] = first[node + 1] - first[node];
            if (degree[node] <= 2)
            {
                now.Add(node);
                queued[node] = true;
            }
        }
        int eliminated = 0;
        for (int round = 1; now.Count > 0; round++)
        {
            foreach (int node in now)
            {
                if (touched[node] == round)
                {
                    later.Add(node);
                    continue;
                }
                order[eliminated++] = node;
                gone[node] = true;
                int start = first[node];
                int a = degree[node] > 0 ? neighbours[start] : -1;
                int b = degree[node] > 1 ? neighbours[start + 1] : -1;
                bool join = b >= 0 && !neighbours.AsSpan(first[a], degree[a]).Contains(b);
                if (a >= 0) Replace(a, node, join ? b : -1);
                if (b >= 0) Replace(b, node, join ? a : -1);

                void Replace(int at, int old, int replacement)
                {
                    touched[at] = round;
                    Span<int> row = neighbours.AsSpan(first[at], degree[at]);
                    int position = row.IndexOf(old);
                    if (replacement >= 0)
                    {
                        row[position] = replacement;
                        return;
                    }
                    row[position] = row[^1];
                    degree[at]--;
                    if (degree[at] <= 2 && !queued[at])
                    {
                        queued[at] = true;
                        later.Add(at);
                    }
                }
            }
            (now, later) = (later, now);
            later.Clear();
        }

        var coreNodes = new int[nodeCount - eliminated];
        var coreOf = new int[nodeCount];
        int core = 0;
        for (int node = 0; node < nodeCount; node++)
        {
            if (gone[node]) continue;
            coreOf[node] = core;
            coreNodes[core++] = node;
        }
        var coreFirst = new int[core + 1];
        for (int i = 0; i < core; i++) coreFirst[i + 1] = coreFirst[i] + degree[coreNodes[i]];
        var coreNeighbours = new int[coreFirst[core]];
        for (int i = 0; i < core; i++)
        {
            int from = first[coreNodes[i]];
            for (int k = 0; k < degree[coreNodes[i]]; k++) coreNeighbours[coreFirst[i] + k] = coreOf[neighbours[from + k]];
        }
        return new SeriesReduction(new SimpleGraph(coreFirst, coreNeighbours), coreNodes, eliminated);
    }
}
