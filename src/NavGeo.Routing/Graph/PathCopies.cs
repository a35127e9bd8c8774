namespace NavGeo.Routing.Graph;

/// <summary>
/// The arcs of a network, and copies of those in the middle of forbidden paths: whoever has driven the beginning of such a
/// path is on the copy, everybody else on the arc itself. Copies are what has been driven of one path or several, so that
/// paths may begin alike and overlap (the automaton of Aho and Corasick, Efficient string matching, CACM 18, 1975).
/// </summary>
internal sealed class PathCopies
{
    private readonly int arcCount;

    /// <summary>The arc under each copy.</summary>
    private readonly List<int> arcs = [];

    /// <summary>What one is on who has driven all but the first arc of what leads to a copy.</summary>
    private readonly List<int> shorter = [];

    private readonly Dictionary<(int Come, int Arc), int> next = [];
    private readonly HashSet<(int Come, int Arc)> forbidden = [];

    public PathCopies(RoadGraph graph)
    {
        arcCount = 2 * graph.EdgeCount;
        int longest = 0;
        for (int path = 0; path < graph.PathCount; path++) longest = Math.Max(longest, graph.ForbiddenPath(path).Length);
        // Shorter beginnings first: what a longer one falls back to is known then.
        for (int length = 2; length < longest; length++)
        {
            for (int path = 0; path < graph.PathCount; path++)
            {
                ReadOnlySpan<int> way = graph.ForbiddenPath(path);
                if (length < way.Length) Grow(Driven(way[..(length - 1)]), way[length - 1]);
            }
        }
        for (int path = 0; path < graph.PathCount; path++)
        {
            ReadOnlySpan<int> way = graph.ForbiddenPath(path);
            forbidden.Add((Driven(way[..^1]), way[^1]));
        }
    }

    /// <summary>Arcs and copies; arc a is number a, copies come after them.</summary>
    public int Count => arcCount + arcs.Count;

    /// <summary>The arc itself, or that under a copy.</summary>
    public int ArcOf(int copy) => copy < arcCount ? copy : arcs[copy - arcCount];

    /// <summary>What one is on who goes on along an arc.</summary>
    public int After(int come, int arc)
    {
        for (int at = come; ; at = shorter[at - arcCount])
        {
            if (next.TryGetValue((at, arc), out int copy)) return copy;
            if (at < arcCount) return arc;
        }
    }

    /// <summary>Whether going on along an arc ends a forbidden path.</summary>
    public bool IsForbidden(int come, int arc)
    {
        for (int at = come; ; at = shorter[at - arcCount])
        {
            if (forbidden.Contains((at, arc))) return true;
            if (at < arcCount) return false;
        }
    }

    private void Grow(int come, int arc)
    {
        if (next.ContainsKey((come, arc))) return;
        shorter.Add(come < arcCount ? arc : After(shorter[come - arcCount], arc));
        arcs.Add(arc);
        next.Add((come, arc), Count - 1);
    }

    private int Driven(ReadOnlySpan<int> beginning)
    {
        int at = beginning[0];
        foreach (int arc in beginning[1..]) at = next[(at, arc)];
        return at;
    }
}
