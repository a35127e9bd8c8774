using NavGeo.Planning.Cases;
using NavGeo.Planning.Robustness;
using NavGeo.Routing;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Sweeps;

/// <summary>Whom taking something away hits.</summary>
/// <param name="CutOff">People who reached a site and reach none.</param>
/// <param name="Delayed">People whose way gets more than <see cref="RobustnessStudy.DelayMinutes"/> minutes longer.</param>
/// <param name="Longer">Everybody whose way gets longer, the delayed among them.</param>
/// <param name="PersonMilliseconds">Of them together, one way.</param>
/// <param name="WorstMilliseconds">The most that any way gets longer.</param>
/// <param name="HitsFew">Whether people at places where too few live to be told are hit too, who are in no count.</param>
/// <param name="Municipality">Index of the municipality most of the cut off and delayed live in, else most of those with a longer way; -1 for nobody.</param>
internal readonly record struct ClosureTally(
    long CutOff, long Delayed, long Longer, long PersonMilliseconds, long WorstMilliseconds, bool HitsFew, int Municipality)
{
    private const long DelayMilliseconds = RobustnessStudy.DelayMinutes * 60_000L;

    /// <summary>Nobody.</summary>
    public static readonly ClosureTally Nobody = new(0, 0, 0, 0, 0, false, -1);

    /// <summary>Cut off or delayed.</summary>
    public long Hit => CutOff + Delayed;

    /// <summary>Counts.</summary>
    /// <param name="demand">Whose people.</param>
    /// <param name="changed">The places whose time is another: longer, since nothing gets nearer by what is taken away.</param>
    public static ClosureTally Of(Demand demand, IReadOnlyList<ChangedPlace> changed)
    {
        if (changed.Count == 0) return Nobody;
        (long cutOff, long delayed, long longer, long sum, long worst, bool few) = (0, 0, 0, 0, 0, false);
        var hit = new SortedDictionary<int, (long Hit, long Longer)>();
        foreach ((int place, int before, int after) in changed)
        {
            int municipality = demand.Municipalities[place];
            int people = demand.People[place];
            if (municipality < 0 || !demand.IsInhabited(place) || before == TravelTime.UnreachableMilliseconds) continue;
            few |= demand.IsFew(place);
            bool isCutOff = after == TravelTime.UnreachableMilliseconds;
            long more = isCutOff ? 0 : after - before;
            if (isCutOff) cutOff += people;
            else longer += people;
            if (more > DelayMilliseconds) delayed += people;
            (sum, worst) = (sum + more * people, Math.Max(worst, more));
            (long hitThere, long longerThere) = hit.GetValueOrDefault(municipality);
            hit[municipality] = isCutOff || more > DelayMilliseconds ? (hitThere + people, longerThere) : (hitThere, longerThere + people);
        }
        int most = hit.Count == 0 ? -1 : hit.MaxBy(h => h.Value).Key;
        return new ClosureTally(cutOff, delayed, longer, sum, worst, few, most);
    }

    /// <summary>Whether it hits fewer than another: first who is cut off, then who is delayed, then the time lost.</summary>
    public bool IsLessThan(ClosureTally other) =>
        (CutOff, Delayed, PersonMilliseconds, HitsFew).CompareTo((other.CutOff, other.Delayed, other.PersonMilliseconds, other.HitsFew)) < 0;
}
