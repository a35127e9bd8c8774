namespace NavGeo.Routing.Graph;

/// <summary>
/// Splits the nodes of a network where turns are restricted; see <see cref="SearchNetwork"/>. What is split are the arcs
/// and their copies: a copy is the arc as whoever drives it who is on a forbidden path (<see cref="PathCopies"/>).
/// </summary>
internal sealed class TurnSplitter
{
    private readonly RoadGraph graph;
    private readonly ILookup<int, int> copiesFrom;
    private readonly ILookup<int, int> copiesTo;

    public TurnSplitter(RoadGraph graph)
    {
        this.graph = graph;
        Copies = new PathCopies(graph);
        Arriving = new int[Copies.Count];
        Leaving = new int[Copies.Count];
        for (int copy = 0; copy < Copies.Count; copy++) (Leaving[copy], Arriving[copy]) = EndsOf(Copies.ArcOf(copy));
        Entering = Leaving[..(2 * graph.EdgeCount)];
        int[] copies = [.. Enumerable.Range(2 * graph.EdgeCount, Copies.Count - 2 * graph.EdgeCount)];
        copiesFrom = copies.ToLookup(c => EndsOf(Copies.ArcOf(c)).From);
        copiesTo = copies.ToLookup(c => EndsOf(Copies.ArcOf(c)).To);
        var turnsAt = new SortedDictionary<int, List<int>>();
        foreach (int node in copiesFrom.Concat(copiesTo).Select(c => c.Key)) turnsAt.TryAdd(node, []);
        for (int turn = 0; turn < graph.TurnFrom.Length; turn++)
        {
            int via = EndsOf(graph.TurnFrom[turn]).To;
            if (!turnsAt.TryGetValue(via, out List<int>? turns)) turnsAt[via] = turns = [];
            turns.Add(turn);
        }
        foreach ((int node, List<int> turns) in turnsAt) Split(node, turns);
    }

    /// <summary>The arcs and their copies.</summary>
    public PathCopies Copies { get; }

    /// <summary>The node each arc or copy ends in.</summary>
    public int[] Arriving { get; }

    /// <summary>The node each arc or copy starts from.</summary>
    public int[] Leaving { get; }

    /// <summary>The node from which one comes to a place on each arc, whether one may drive on from there or not.</summary>
    public int[] Entering { get; }

    /// <summary>The graph's node each new node is split from.</summary>
    public List<int> GraphNodes { get; } = [];

    /// <summary>From an arriving node to a leaving one, where the turn is open.</summary>
    public List<(int Come, int Go)> Turns { get; } = [];

    private (int From, int To) EndsOf(int arc) =>
        (arc & 1) == 0 ? (graph.EdgeFrom[arc >> 1], graph.EdgeTo[arc >> 1]) : (graph.EdgeTo[arc >> 1], graph.EdgeFrom[arc >> 1]);

    private void Split(int node, List<int> turns)
    {
        int[] arcs = graph.ArcEdges[graph.ArcFirst[node]..graph.ArcFirst[node + 1]].ToArray();
        int[] leaving = [.. arcs, .. copiesFrom[node]];
        int[] arriving = [.. arcs.Select(a => a ^ 1), .. copiesTo[node]];
        // The places on an arc that has copies are reached from a node of their own: by whoever may turn into any of them.
        int[] doubled = [.. copiesFrom[node].Select(Copies.ArcOf).Distinct()];
        bool[][] isOpen = [.. arriving.Select(come => Open(come, leaving, doubled, turns))];
        string[] rows = [.. isOpen.Select(row => Key(row))];
        string[] columns = [.. Enumerable.Range(0, leaving.Length + doubled.Length).Select(at => Key(isOpen.Select(row => row[at])))];
        if (rows.Concat(columns).All(k => !k.Contains('0', StringComparison.Ordinal))) return;
        Dictionary<string, int> comes = NodesFor(rows, node, keepsFirst: true);
        Dictionary<string, int> goes = NodesFor(columns, node, keepsFirst: false);
        for (int i = 0; i < arriving.Length; i++) Arriving[arriving[i]] = comes[rows[i]];
        for (int i = 0; i < leaving.Length; i++) Leaving[leaving[i]] = goes[columns[i]];
        for (int i = 0; i < arcs.Length; i++) Entering[arcs[i]] = goes[columns[i]];
        for (int i = 0; i < doubled.Length; i++) Entering[doubled[i]] = goes[columns[leaving.Length + i]];
        var known = new HashSet<(int, int)>();
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                (int, int) turn = (comes[rows[i]], goes[columns[j]]);
                if (isOpen[i][j] && known.Add(turn)) Turns.Add(turn);
            }
        }
    }

    /// <summary>
    /// Which of the arcs and copies that leave are open to who comes along one: those a sign leaves, less those it forbids;
    /// and then the arcs whose places are.
    /// </summary>
    private bool[] Open(int come, int[] leaving, int[] doubled, List<int> turns)
    {
        int from = Copies.ArcOf(come);
        bool hasOnly = turns.Exists(t => graph.TurnFrom[t] == from && graph.TurnIsOnly[t]);
        return [.. leaving.Select(go => IsOpen(Copies.ArcOf(go)) && Copies.After(come, Copies.ArcOf(go)) == go), .. doubled.Select(IsOpen)];

        bool IsOpen(int go) =>
            (!hasOnly || turns.Exists(t => graph.TurnFrom[t] == from && graph.TurnTo[t] == go && graph.TurnIsOnly[t]))
            && !turns.Exists(t => graph.TurnFrom[t] == from && graph.TurnTo[t] == go && !graph.TurnIsOnly[t])
            && !Copies.IsForbidden(come, go);
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
