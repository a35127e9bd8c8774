namespace NavGeo.Routing.Building;

/// <summary>Where the pace changes along links that are joined to chains; written to the links once at the end.</summary>
internal sealed class ChainBends(DraftLinks drafts)
{
    /// <summary>A point whose length is off by no more than this, if the pace were the same all along, is no bend.</summary>
    private const int SameLengthMillimetres = 1000;

    /// <summary>The same for its times.</summary>
    private const int SameMilliseconds = 1;

    private readonly Dictionary<int, (double Metres, DraftBend[] Bends)> chains = [];

    /// <summary>Notes that a link goes on with another, either perhaps the other way.</summary>
    public void Join(int stays, bool isTurned, int gone, bool isGoneTurned)
    {
        (DraftBend before, DraftBend[] first) = Seen(stays, isTurned);
        (DraftBend after, DraftBend[] second) = Seen(gone, isGoneTurned);
        DraftBend end = before + after;
        DraftBend[] joint = IsBend(before, end) ? [before] : [];
        chains[stays] = (end.Metres, [.. first, .. joint, .. second.Select(b => before + b)]);
        chains.Remove(gone);
    }

    /// <summary>Writes them.</summary>
    public void Write()
    {
        foreach ((int link, (_, DraftBend[] bends)) in chains)
        {
            if (bends.Length > 0) drafts.Bend(link, bends);
        }
    }

    private (DraftBend End, DraftBend[] Bends) Seen(int link, bool isTurned)
    {
        if (!chains.TryGetValue(link, out (double Metres, DraftBend[] Bends) chain)) chain = (PlaneLine.Metres(drafts.ShapeOf(link)), []);
        DraftBend end = drafts[link].End(chain.Metres);
        return isTurned ? (DraftBend.Start.TurnedIn(end), [.. chain.Bends.Reverse().Select(b => b.TurnedIn(end))]) : (end, chain.Bends);
    }

    private static bool IsBend(DraftBend joint, DraftBend end)
    {
        DraftBend even = DraftBend.Between(DraftBend.Start, end, joint.Metres);
        return Math.Abs(even.LengthMillimetres - joint.LengthMillimetres) > SameLengthMillimetres
            || Differs(even.ForwardMilliseconds, joint.ForwardMilliseconds) || Differs(even.BackwardMilliseconds, joint.BackwardMilliseconds);

        static bool Differs(int? a, int? b) => a is { } one && b is { } other && Math.Abs(one - other) > SameMilliseconds;
    }
}
