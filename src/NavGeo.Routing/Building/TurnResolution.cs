using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>
/// Finds the turns that restrictions speak of among the links as joining, cutting and contraction left them.
/// </summary>
internal static class TurnResolution
{
    /// <summary>The node of each restriction's junction; -1 where no link ends there.</summary>
    public static int[] Vias(List<TurnRestriction> restrictions, NodeJoiner nodes, IReadOnlyDictionary<long, int> junctions) =>
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
