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
    /// <summary>A point whose length is off by no more than this, if the pace were the same all along, is no bend.</summary>
    private const int SameLengthMillimetres = 1000;

    /// <summary>The same for its times.</summary>
    private const int SameMilliseconds = 1;

    /// <summary>Joins the links; those that are joined leave the list.</summary>
    /// <param name="drafts">All links.</param>
    /// <param name="nodeCount">All nodes.</param>
    /// <param name="kept">Nodes that stay: a turn is restricted there.</param>
    public static void Contract(List<DraftLink> drafts, int nodeCount, IReadOnlySet<int> kept)
    {
        var degrees = new int[nodeCount];
        var first = new int[nodeCount];
        var second = new int[nodeCount];
        for (int i = 0; i < drafts.Count; i++)
        {
            foreach (int node in (ReadOnlySpan<int>)[drafts[i].From, drafts[i].To])
            {
                if (degrees[node] == 0) first[node] = i;
                else if (degrees[node] == 1) second[node] = i;
                degrees[node]++;
            }
        }
        var isGone = new bool[drafts.Count];
        for (int node = 0; node < nodeCount; node++)
        {
            if (degrees[node] != 2 || first[node] == second[node] || kept.Contains(node)) continue;
            (int stays, int gone) = (first[node], second[node]);
            if (Joined(drafts[stays], drafts[gone], node) is not { } joined) continue;
            drafts[stays] = joined;
            isGone[gone] = true;
            int far = drafts[gone].From == node ? drafts[gone].To : drafts[gone].From;
            if (first[far] == gone) first[far] = stays;
            if (degrees[far] > 1 && second[far] == gone) second[far] = stays;
        }
        int next = 0;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (!isGone[i]) drafts[next++] = drafts[i];
        }
        drafts.RemoveRange(next, drafts.Count - next);
    }

    /// <summary>One link for two that meet at a node; null where they differ in anything but their course.</summary>
    private static DraftLink? Joined(DraftLink a, DraftLink b, int node)
    {
        DraftLink before = a.To == node ? a : a.Reversed();
        DraftLink after = b.From == node ? b : b.Reversed();
        if (before.From == after.To || before.From == node || after.To == node) return null;
        RoadLink one = before.Link;
        RoadLink other = after.Link;
        bool isSame = one.Kind == other.Kind && one.Kind.IsRoad() && one.Kind != LinkKind.QuayLink
            && one.Category == other.Category && one.Road == other.Road && one.Name == other.Name
            && one.SpeedKmh == other.SpeedKmh && one.Directions == other.Directions && one.Flags == other.Flags && one.ClosedInWinter == other.ClosedInWinter
            && before.ForwardMilliseconds is null == after.ForwardMilliseconds is null
            && before.BackwardMilliseconds is null == after.BackwardMilliseconds is null;
        if (!isSame) return null;
        DraftBend joint = before.End;
        DraftBend end = joint + after.End;
        DraftBend[] bends = [.. before.Bends, .. IsBend(joint, end) ? [joint] : Array.Empty<DraftBend>(), .. after.Bends.Select(b => joint + b)];
        return new DraftLink
        {
            Link = one,
            Bends = bends,
            ForwardMilliseconds = before.ForwardMilliseconds + after.ForwardMilliseconds,
            BackwardMilliseconds = before.BackwardMilliseconds + after.BackwardMilliseconds,
            Shape = [.. before.Shape, .. after.Shape.AsSpan(1)],
            LengthMillimetres = before.LengthMillimetres + after.LengthMillimetres,
            From = before.From,
            To = after.To,
            FromLink = before.FromLink,
            ToLink = after.ToLink,
        };
    }

    private static bool IsBend(DraftBend joint, DraftBend end)
    {
        DraftBend even = DraftBend.Between(default(DraftBend) with { ForwardMilliseconds = 0, BackwardMilliseconds = 0 }, end, joint.Metres);
        return Math.Abs(even.LengthMillimetres - joint.LengthMillimetres) > SameLengthMillimetres
            || Differs(even.ForwardMilliseconds, joint.ForwardMilliseconds) || Differs(even.BackwardMilliseconds, joint.BackwardMilliseconds);

        static bool Differs(int? a, int? b) => a is { } one && b is { } other && Math.Abs(one - other) > SameMilliseconds;
    }
}
