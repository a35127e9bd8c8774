using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>
/// Finds the turns that restrictions speak of among the links as joining, cutting and contraction left them.
/// </summary>
internal static class TurnResolution
{
    /// <summary>The node of each restriction's junction; -1 where no link ends there.</summary>
    public static int[] Vias(IReadOnlyList<TurnRestriction> restrictions, NodeJoiner nodes, IReadOnlyDictionary<long, int> junctions) =>
    [
        .. restrictions.Select(r => r.ViaJunction is { } number ? junctions.TryGetValue(number, out int node) ? node : -1 : nodes.Find(r.ViaNode)),
    ];

    /// <summary>
    /// The turns as pairs of arcs, an arc being an edge times two, plus one against its drawing; each once, in order.
    /// </summary>
    /// <param name="restrictions">What the source says.</param>
    /// <param name="vias">The nodes of <see cref="Vias"/>.</param>
    /// <param name="drafts">The links.</param>
    /// <param name="order">Their numbers in the order of their edges.</param>
    /// <param name="unused">How many restrictions find no such turn.</param>
    public static (int From, int To, bool IsOnly)[] Turns(
        List<TurnRestriction> restrictions, int[] vias, DraftLinks drafts, int[] order, out int unused)
    {
        var wanted = vias.ToHashSet();
        var arriving = new Dictionary<(int Node, int Link), List<int>>();
        for (int edge = 0; edge < order.Length && restrictions.Count > 0; edge++)
        {
            (int start, int end) = drafts.EndsOf(order[edge]);
            if (wanted.Contains(end)) Note(end, drafts[order[edge]].ToLink, edge << 1);
            if (wanted.Contains(start)) Note(start, drafts[order[edge]].FromLink, edge << 1 | 1);
        }
        var turns = new SortedSet<(int, int, bool)>();
        unused = 0;
        for (int i = 0; i < restrictions.Count; i++)
        {
            if (vias[i] < 0
                || !arriving.TryGetValue((vias[i], restrictions[i].FromLink), out List<int>? from)
                || !arriving.TryGetValue((vias[i], restrictions[i].ToLink), out List<int>? to))
            {
                unused++;
                continue;
            }
            // The way into a link is the way out of it turned round.
            foreach (int come in from)
            {
                foreach (int go in to) turns.Add((come, go ^ 1, restrictions[i].IsOnly));
            }
        }
        return [.. turns];

        void Note(int node, int link, int arc)
        {
            if (!arriving.TryGetValue((node, link), out List<int>? arcs)) arriving[(node, link)] = arcs = [];
            arcs.Add(arc);
        }
    }
}

/// <summary>Finds the paths that restrictions speak of among the links as joining and cutting left them.</summary>
internal static class PathResolution
{
    /// <summary>The forbidden paths as arcs, one after the other, each once.</summary>
    /// <param name="restrictions">What the source says.</param>
    /// <param name="vias">The nodes of the turns of each.</param>
    /// <param name="drafts">The links.</param>
    /// <param name="order">Their numbers in the order of their edges.</param>
    /// <param name="unused">How many restrictions find no such path.</param>
    public static (int[] First, int[] Arcs) Paths(List<PathRestriction> restrictions, int[][] vias, DraftLinks drafts, int[] order, out int unused)
    {
        ILookup<int, (int Arc, int Link, int From)> arriving = ArrivingAt(vias.SelectMany(v => v).ToHashSet(), restrictions.Count == 0 ? [] : order, drafts);
        var first = new List<int> { 0 };
        var arcs = new List<int>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        unused = 0;
        for (int i = 0; i < restrictions.Count; i++)
        {
            int[][] ways = [.. Find(restrictions[i].Turns, vias[i], arriving)];
            if (ways.Length == 0) unused++;
            foreach (int[] way in ways.SelectMany(w => Forbidden(w, restrictions[i].IsOnly, [.. arriving[vias[i][^1]].Select(a => a.Arc ^ 1)])))
            {
                if (!known.Add(string.Join(' ', way))) continue;
                arcs.AddRange(way);
                first.Add(arcs.Count);
            }
        }
        return ([.. first], [.. arcs]);
    }

    private static ILookup<int, (int Arc, int Link, int From)> ArrivingAt(HashSet<int> nodes, int[] order, DraftLinks drafts)
    {
        var arriving = new List<(int Node, int Arc, int Link, int From)>();
        for (int edge = 0; edge < order.Length; edge++)
        {
            (int start, int end) = drafts.EndsOf(order[edge]);
            if (nodes.Contains(end)) arriving.Add((end, edge << 1, drafts[order[edge]].ToLink, start));
            if (nodes.Contains(start)) arriving.Add((start, edge << 1 | 1, drafts[order[edge]].FromLink, end));
        }
        return arriving.ToLookup(a => a.Node, a => (a.Arc, a.Link, a.From));
    }

    /// <summary>The arcs from the first turn to the last; more than one way where a link is a loop.</summary>
    private static IEnumerable<int[]> Find(IReadOnlyList<TurnRestriction> turns, int[] vias, ILookup<int, (int Arc, int Link, int From)> arriving)
    {
        IEnumerable<int[]> ways = arriving[vias[0]].Where(a => a.Link == turns[0].FromLink).Select(a => (int[])[a.Arc]);
        for (int i = 1; i < turns.Count; i++)
        {
            (int link, int from, int to) = (turns[i].FromLink, vias[i - 1], vias[i]);
            ways = [.. ways.SelectMany(w => arriving[to].Where(a => a.Link == link && a.From == from).Select(a => (int[])[.. w, a.Arc]))];
        }
        return ways.SelectMany(w => arriving[vias[^1]].Where(a => a.Link == turns[^1].ToLink).Select(a => (int[])[.. w, a.Arc ^ 1]));
    }

    /// <summary>What is forbidden: the path itself, or every other turn at its end; and turning back on the way.</summary>
    private static IEnumerable<int[]> Forbidden(int[] path, bool isOnly, int[] leaving)
    {
        if (!isOnly) yield return path;
        else foreach (int other in leaving.Where(arc => arc != path[^1])) yield return [.. path[..^1], other];
        for (int i = 1; i < path.Length - 1; i++)
        {
            bool isMeant = isOnly && i == path.Length - 2 && path[^1] == (path[i] ^ 1);
            if (!isMeant) yield return [.. path[..(i + 1)], path[i] ^ 1];
        }
    }
}
