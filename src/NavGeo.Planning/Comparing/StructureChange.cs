using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Planning.Comparing;

/// <summary>One structure held against another. Immutable.</summary>
public sealed class StructureChange
{
    private readonly Lazy<(StructureAccess From, StructureAccess To)> shared;

    private StructureChange(PlanningCase planningCase, StructureAccess from, StructureAccess to)
    {
        (From, To) = (from, to);
        var total = new ChangeTally();
        ChangeTally[] byMunicipality = [.. planningCase.Municipalities.Select(_ => new ChangeTally())];
        Demand demand = planningCase.Demand;
        ReadOnlySpan<int> people = demand.People, municipalities = demand.Municipalities;
        for (int place = 0; place < people.Length; place++)
        {
            if (municipalities[place] < 0) continue;
            byMunicipality[municipalities[place]].Add(from.Assignment.TimeOf(place), to.Assignment.TimeOf(place), people[place], demand.IsFew(place));
        }
        foreach (ChangeTally municipality in byMunicipality) total.Add(municipality);
        Total = total.ToChange();
        ByMunicipality = [.. byMunicipality.Select(t => t.ToChange())];
        shared = new(() => !Total.IsOfAccess ? (from, to)
            : (AccessCount.OfShared(from, to.Assignment, demand), AccessCount.OfShared(to, from.Assignment, demand)));
    }

    /// <summary>The baseline.</summary>
    public StructureAccess From { get; }

    /// <summary>The other one.</summary>
    public StructureAccess To { get; }

    /// <summary>Everybody in the case's municipalities.</summary>
    public AccessChange Total { get; }

    /// <summary>In the case's order; none is left out.</summary>
    public IReadOnlyList<AccessChange> ByMunicipality { get; }

    /// <summary>
    /// Both, but the indicators of all and of municipalities are of those only who have access under both: the only means
    /// and percentiles that may be held against each other, since one that leaves out who is cut off gets better by it.
    /// </summary>
    public (StructureAccess From, StructureAccess To) Shared => shared.Value;

    /// <summary>Changes that mean the same for people, such as those of structures with the same open sites, together; the first stays first.</summary>
    public static IEnumerable<IReadOnlyList<StructureChange>> Alike(IEnumerable<StructureChange> changes) => changes
        .GroupBy(s => (
            s.Total.Lose, s.Total.LoseAccess, s.Total.Gain, s.Total.GainAccess, s.From.Total.PersonMilliseconds, s.To.Total.PersonMilliseconds,
            s.From.Total.WithoutAccess, s.To.Total.WithoutAccess))
        .Select(g => (IReadOnlyList<StructureChange>)[.. g]);

    /// <summary>Holds one structure of a case against another, place by place.</summary>
    public static StructureChange Between(PlanningCase planningCase, StructureAccess from, StructureAccess to) => new(planningCase, from, to);
}

/// <summary>
/// Who gains and who loses when one structure takes the place of another, for a group of people. A place whose time is
/// the same to the millisecond is unchanged.
/// </summary>
public sealed record AccessChange
{
    /// <summary>Everybody in the group.</summary>
    public required long People { get; init; }

    /// <summary>People with a shorter way.</summary>
    public required long Gain { get; init; }

    /// <summary>People with a longer way.</summary>
    public required long Lose { get; init; }

    /// <summary>People who had access and have none any more.</summary>
    public required long LoseAccess { get; init; }

    /// <summary>People who had no access and get it.</summary>
    public required long GainAccess { get; init; }

    /// <summary>People who had no access and get none: nothing changes for them, and yet they have no way that is as long as before.</summary>
    public required long StillWithout { get; init; }

    /// <summary>Sum over those with access both before and after: milliseconds one way, positive for longer.</summary>
    public required long PersonMilliseconds { get; init; }

    /// <summary>The largest increase of any person's time one way, milliseconds; 0 where nobody's rises.</summary>
    public required long WorstMilliseconds { get; init; }

    /// <summary>
    /// For each threshold: of the people with a longer way those who were within it and are no longer. Those who lose
    /// access are not among them.
    /// </summary>
    public required IReadOnlyList<long> PushedBeyond { get; init; }

    /// <summary>What happens to people at places where too few live to be told (<see cref="Demand.IsFew"/>), and who are in no count.</summary>
    public ChangedFew Few { get; init; }

    /// <summary>Whether anybody loses or gains access, counted or not.</summary>
    public bool IsOfAccess => LoseAccess > 0 || GainAccess > 0 || (Few & (ChangedFew.LoseAccess | ChangedFew.GainAccess)) != 0;

    /// <summary>Whether more people than before have no way: then nothing is better.</summary>
    public bool CutsOff => LoseAccess > GainAccess || (LoseAccess == GainAccess && Few.HasFlag(ChangedFew.LoseAccess));

    /// <summary>People with a way before and after, which is as long: neither longer nor shorter, nor access lost or gained.</summary>
    public long Unchanged => People - Gain - Lose - LoseAccess - GainAccess - StillWithout;
}

/// <summary>What happens to some who are in no count.</summary>
[Flags]
public enum ChangedFew
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Some get a shorter way.</summary>
    Gain = 1,

    /// <summary>Some get a longer way.</summary>
    Lose = 2,

    /// <summary>Some lose access.</summary>
    LoseAccess = 4,

    /// <summary>Some get access.</summary>
    GainAccess = 8,
}

/// <summary>Adds up changes place by place. Scratch for one thread.</summary>
internal sealed class ChangeTally
{
    private readonly long[] pushedBeyond = new long[AccessIndicators.Thresholds.Count];
    private long people;
    private long gain;
    private long lose;
    private long loseAccess;
    private long gainAccess;
    private long stillWithout;
    private long personMilliseconds;
    private long worst;
    private ChangedFew few;

    public void Add(TravelTime before, TravelTime after, int count, bool isFew = false)
    {
        people += count;
        if (before == after)
        {
            if (!before.IsReachable) stillWithout += count;
            return;
        }
        if (!after.IsReachable)
        {
            loseAccess += count;
            if (isFew) few |= ChangedFew.LoseAccess;
            return;
        }
        if (!before.IsReachable)
        {
            gainAccess += count;
            if (isFew) few |= ChangedFew.GainAccess;
            return;
        }
        // Lost access is another thing than a long way, and is counted apart.
        for (int i = 0; i < pushedBeyond.Length; i++)
        {
            int minutes = AccessIndicators.Thresholds[i];
            if (before.IsWithinMinutes(minutes) && !after.IsWithinMinutes(minutes)) pushedBeyond[i] += count;
        }
        long difference = (long)after.Milliseconds - before.Milliseconds;
        if (difference < 0) gain += count;
        else lose += count;
        personMilliseconds += difference * count;
        if (isFew) few |= difference < 0 ? ChangedFew.Gain : ChangedFew.Lose;
        if (count > 0 || isFew) worst = Math.Max(worst, difference);
    }

    /// <summary>Adds what another tally added.</summary>
    public void Add(ChangeTally other)
    {
        people += other.people;
        gain += other.gain;
        lose += other.lose;
        loseAccess += other.loseAccess;
        gainAccess += other.gainAccess;
        stillWithout += other.stillWithout;
        personMilliseconds += other.personMilliseconds;
        worst = Math.Max(worst, other.worst);
        few |= other.few;
        for (int i = 0; i < pushedBeyond.Length; i++) pushedBeyond[i] += other.pushedBeyond[i];
    }

    public AccessChange ToChange() => new()
    {
        People = people,
        Gain = gain,
        Lose = lose,
        LoseAccess = loseAccess,
        GainAccess = gainAccess,
        StillWithout = stillWithout,
        PersonMilliseconds = personMilliseconds,
        WorstMilliseconds = worst,
        PushedBeyond = [.. pushedBeyond],
        Few = few,
    };
}
