using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>
/// Takes out the nodes at which nothing is to be chosen: where two links of the same road meet and no other. What the
/// answers depend on is then junctions, not how finely somebody drew the bends, and the graph is smaller.
/// </summary>
/// <remarks>
/// Links of another pace, by given times or lengths, are joined too; the edge then remembers where the pace changes
/// (<see cref="EdgeBend"/>), so that a place along it has the times of the link it lies on.
/// </remarks>
internal static class ChainContraction
{
    /// <summary>Joins the links; those that are joined leave the list.</summary>
    /// <param name="drafts">All links.</param>
    /// <param name="nodeCount">All nodes.</param>
    /// <param name="kept">Nodes that stay: a turn is restricted there.</param>
    /// <param name="run">Progress and cancellation.</param>
    public static void Contract(DraftLinks drafts, int nodeCount, IReadOnlySet<int> kept, BuildingRun run)
    {
        var degrees = new int[nodeCount];
        var first = new int[nodeCount];
        var second = new int[nodeCount];
        for (int i = 0; i < drafts.Count; i++)
        {
            (int from, int to) = drafts.EndsOf(i);
            foreach (int node in (ReadOnlySpan<int>)[from, to])
            {
                if (degrees[node] == 0) first[node] = i;
                else if (degrees[node] == 1) second[node] = i;
                degrees[node]++;
            }
        }
        var isGone = new bool[drafts.Count];
        var shapes = new ChainShapes(drafts);
        var bends = new ChainBends(drafts);
        for (int node = 0; node < nodeCount; node++)
        {
            run.Pass(BuildingStep.Contracting, node, nodeCount);
            if (degrees[node] != 2 || first[node] == second[node] || kept.Contains(node)) continue;
            (int stays, int gone) = (first[node], second[node]);
            (DraftLink one, DraftLink other) = (drafts[stays], drafts[gone]);
            bool isTurned = one.To != node;
            bool isGoneTurned = other.From != node;
            if (Joined(isTurned ? one.Turned() : one, isGoneTurned ? other.Turned() : other, node) is not { } joined) continue;
            shapes.Join(stays, isTurned, gone, isGoneTurned);
            bends.Join(stays, isTurned, gone, isGoneTurned);
            drafts.Replace(stays, joined);
            isGone[gone] = true;
            int far = other.From == node ? other.To : other.From;
            if (first[far] == gone) first[far] = stays;
            if (degrees[far] > 1 && second[far] == gone) second[far] = stays;
        }
        shapes.Draw(run);
        bends.Write();
        drafts.Remove(isGone);
    }

    /// <summary>One link for two of which the second begins where the first ends; null where an attribute keeps them apart.</summary>
    private static DraftLink? Joined(DraftLink before, DraftLink after, int node)
    {
        if (before.From == after.To || before.From == node || after.To == node) return null;
        bool isRoad = before.Link.Kind.IsRoad() && before.Link.Kind != LinkKind.QuayLink;
        bool isTimedAlike = before.ForwardMilliseconds is null == after.ForwardMilliseconds is null
            && before.BackwardMilliseconds is null == after.BackwardMilliseconds is null;
        if (!isRoad || !isTimedAlike) return null;
        if (before.Link.JoinedWith(after.Link, after.LengthMillimetres > before.LengthMillimetres) is not { } link) return null;
        return before with
        {
            Link = link,
            ForwardMilliseconds = before.ForwardMilliseconds + after.ForwardMilliseconds,
            BackwardMilliseconds = before.BackwardMilliseconds + after.BackwardMilliseconds,
            LengthMillimetres = before.LengthMillimetres + after.LengthMillimetres,
            To = after.To,
            ToLink = after.ToLink,
        };
    }
}
