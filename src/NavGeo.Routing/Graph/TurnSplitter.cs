namespace NavGeo.Routing.Graph;

/// <summary>Splits the nodes of a network where turns are restricted; see <see cref="SearchNetwork"/>.</summary>
internal sealed class TurnSplitter
{
    private readonly RoadGraph graph;

    public TurnSplitter(RoadGraph graph)
    {
        this.graph = graph;
        Arriving = new int[2 * graph.EdgeCount];
        Leaving = new int[2 * graph.EdgeCount];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            Leaving[2 * edge] = Arriving[2 * edge + 1] = graph.EdgeFrom[edge];
            Leaving[2 * edge + 1] = Arriving[2 * edge] = graph.EdgeTo[edge];
        }
        var turnsAt = new SortedDictionary<int, List<int>>();
        for (int turn = 0; turn < graph.TurnFrom.Length; turn++)
        {
            int via = Arriving[graph.TurnFrom[turn]];
            if (!turnsAt.TryGetValue(via, out List<int>? turns)) turnsAt[via] = turns = [];
            turns.Add(turn);
        }
        foreach ((int node, List<int> turns) in turnsAt) Split(node, turns);
    }

    /// <summary>The node each arc ends in; arc 2e runs along edge e, arc 2e + 1 against it.</summary>
    public int[] Arriving { get; }

    /// <summary>The node each arc starts from.</summary>
    public int[] Leaving { get; }

    /// <summary>The graph's node each new node is split from.</summary>
    public List<int> GraphNodes { get; } = [];

    /// <summary>From an arriving node to a leaving one, where the turn is open.</summary>
    public List<(int Come, int Go)> Turns { get; } = [];

    private void Split(int node, List<int> turns)
    {
        int[] leaving = graph.ArcEdges[graph.ArcFirst[node]..graph.ArcFirst[node + 1]].ToArray();
        int[] arriving = Array.ConvertAll(leaving, a => a ^ 1);
        bool[][] isOpen = [.. arriving.Select(come => Open(come, leaving, turns))];
        string[] rows = [.. isOpen.Select(row => Key(row))];
        string[] columns = [.. leaving.Select((_, at) => Key(isOpen.Select(row => row[at])))];
        if (rows.Concat(columns).All(k => !k.Contains('0', StringComparison.Ordinal))) return;
        Dictionary<string, int> comes = NodesFor(rows, node, keepsFirst: true);
        Dictionary<string, int> goes = NodesFor(columns, node, keepsFirst: false);
        for (int i = 0; i < leaving.Length; i++)
        {
            Arriving[arriving[i]] = comes[rows[i]];
            Leaving[leaving[i]] = goes[columns[i]];
        }
        var known = new HashSet<(int, int)>();
        for (int i = 0; i < arriving.Length; i++)
        {
            for (int j = 0; j < leaving.Length; j++)
            {
                (int, int) turn = (comes[rows[i]], goes[columns[j]]);
                if (isOpen[i][j] && known.Add(turn)) Turns.Add(turn);
            }
        }
    }

    /// <summary>Which of the arcs that leave are open to who comes along one: those a sign leaves, less those it forbids.</summary>
    private bool[] Open(int come, int[] leaving, List<int> turns)
    {
        bool hasOnly = turns.Exists(t => graph.TurnFrom[t] == come && graph.TurnIsOnly[t]);
        return Array.ConvertAll(leaving, go =>
            (!hasOnly || turns.Exists(t => graph.TurnFrom[t] == come && graph.TurnTo[t] == go && graph.TurnIsOnly[t]))
            && !turns.Exists(t => graph.TurnFrom[t] == come && graph.TurnTo[t] == go && !graph.TurnIsOnly[t]));
    }

    private Dictionary<string, int> NodesFor(string[] keys, int node, bool keepsFirst)
    {
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            if (nodes.ContainsKey(key)) continue;
            if (keepsFirst && nodes.Count == 0)
            {
                nodes.Add(key, node);
                continue;
            }
            nodes.Add(key, graph.NodeCount + GraphNodes.Count);
            GraphNodes.Add(node);
        }
        return nodes;
    }

    private static string Key(IEnumerable<bool> flags) => string.Concat(flags.Select(f => f ? '1' : '0'));
}
