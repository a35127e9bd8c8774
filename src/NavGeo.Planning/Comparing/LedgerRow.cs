using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Planning.Comparing;

/// <summary>Who gains and who loses in one municipality, or in all of them together.</summary>
public sealed record LedgerRow
{
    /// <summary>The places' list has no such place.</summary>
    public const int NoPlace = -1;

    /// <summary>Index into the case's municipalities; -1 for the whole case.</summary>
    public required int Municipality { get; init; }

    /// <summary>The counts.</summary>
    public required AccessChange Change { get; init; }

    /// <summary>People whose way gets longer, by <see cref="ChangeScale"/>; they add up to those who lose.</summary>
    public required IReadOnlyList<long> Longer { get; init; }

    /// <summary>People whose way gets shorter, by <see cref="ChangeScale"/>; they add up to those who gain.</summary>
    public required IReadOnlyList<long> Shorter { get; init; }

    /// <summary>Person-hours a year more, of those whose way gets longer.</summary>
    public required double HoursMore { get; init; }

    /// <summary>Person-hours a year less, of those whose way gets shorter; 0 or more.</summary>
    public required double HoursLess { get; init; }

    /// <summary>Those whose site is open fewer days a week than before.</summary>
    public required DayChange FewerDays { get; init; }

    /// <summary>Those whose site is open more days a week than before.</summary>
    public required DayChange MoreDays { get; init; }

    /// <summary>Days a week the site that people go to is open, mean of everybody with access; null where nobody has.</summary>
    public required double? MeanOpenDays { get; init; }

    /// <summary>The same of those only who have access before and after: before, and after; null where nobody has.</summary>
    public required (double? Before, double? After) SharedOpenDays { get; init; }

    /// <summary>Index into the demand of the place that loses most minutes; <see cref="NoPlace"/> where nobody loses.</summary>
    public required int MostLost { get; init; }

    /// <summary>
    /// Index into the demand of the place that is worst off under the structure, changed or not: without access before
    /// any other, then the longest time; of equals the one with more people. A place that is
    /// <see cref="BeyondMap"/> is none. <see cref="NoPlace"/> where nobody else lives.
    /// </summary>
    public required int WorstOff { get; init; }

    /// <summary>Person-hours a year, positive for more.</summary>
    public double HoursNet => HoursMore - HoursLess;

    /// <summary>People whose way changes, or who lose or gain access.</summary>
    public long Affected => Change.Gain + Change.Lose + Change.LoseAccess + Change.GainAccess;

    /// <summary>Whether anything changes for anybody: the way, the access or the opening days.</summary>
    public bool IsTouched => Affected > 0 || Change.Few != ChangedFew.None || FewerDays.People > 0 || MoreDays.People > 0;
}

/// <summary>Adds up one row of a ledger place by place. Scratch for one thread.</summary>
internal sealed class LedgerTally
{
    private readonly long[] longer = new long[ChangeScale.Steps];
    private readonly long[] shorter = new long[ChangeScale.Steps];
    private long more;
    private long less;
    private DayChange fewerDays;
    private DayChange moreDays;
    private (long People, double PersonDays) open;
    private DayChange shared;
    private (long Difference, int People, int Place) mostLost = (0, 0, LedgerRow.NoPlace);
    private (int Milliseconds, int People, int Place) worstOff = (-1, 0, LedgerRow.NoPlace);

    /// <summary>Adds a place.</summary>
    /// <param name="place">Index into the demand.</param>
    /// <param name="people">Who live there.</param>
    /// <param name="before">Raw time under the baseline.</param>
    /// <param name="after">Raw time under the structure.</param>
    /// <param name="days">Days a week that the site it goes to is open, before and after; of no meaning without access.</param>
    /// <param name="isFew">Whether people live there who are in no count (<see cref="Demand.IsFew"/>): the place may be the worst off.</param>
    /// <param name="isBeyondMap">Whether the map has no way there (<see cref="BeyondMap"/>): it is not counted as worst off.</param>
    public void Add(int place, int people, int before, int after, (double Before, double After) days, bool isFew = false, bool isBeyondMap = false)
    {
        if (people == 0 && !isFew) return;
        if (after >= worstOff.Milliseconds && !isBeyondMap) Worst((after, people, place));
        if (after != TravelTime.UnreachableMilliseconds) AddDays(people, before, days);
        if (before == after || before == TravelTime.UnreachableMilliseconds || after == TravelTime.UnreachableMilliseconds) return;
        long difference = (long)after - before;
        long[] classes = difference > 0 ? longer : shorter;
        classes[ChangeScale.StepOf(Math.Abs(difference))] += people;
        if (difference < 0)
        {
            less -= difference * people;
            return;
        }
        more += difference * people;
        if (difference >= mostLost.Difference) Most((difference, people, place));
    }

    private void AddDays(int people, int before, (double Before, double After) days)
    {
        open = (open.People + people, open.PersonDays + people * days.After);
        if (before == TravelTime.UnreachableMilliseconds) return;
        shared = shared.With(people, days.Before, days.After);
        if (days.After < days.Before) fewerDays = fewerDays.With(people, days.Before, days.After);
        if (days.After > days.Before) moreDays = moreDays.With(people, days.Before, days.After);
    }

    /// <summary>Adds what another tally added.</summary>
    public void Add(LedgerTally other)
    {
        for (int i = 0; i < longer.Length; i++)
        {
            longer[i] += other.longer[i];
            shorter[i] += other.shorter[i];
        }
        more += other.more;
        less += other.less;
        fewerDays += other.fewerDays;
        moreDays += other.moreDays;
        open = (open.People + other.open.People, open.PersonDays + other.open.PersonDays);
        shared += other.shared;
        if (other.mostLost.Place != LedgerRow.NoPlace) Most(other.mostLost);
        if (other.worstOff.Place != LedgerRow.NoPlace) Worst(other.worstOff);
    }

    public LedgerRow ToRow(int municipality, AccessChange change, ContactRate contacts) => new()
    {
        Municipality = municipality,
        Change = change,
        Longer = [.. longer],
        Shorter = [.. shorter],
        HoursMore = contacts.Hours(more),
        HoursLess = contacts.Hours(less),
        FewerDays = fewerDays,
        MoreDays = moreDays,
        MeanOpenDays = open.People == 0 ? null : open.PersonDays / open.People,
        SharedOpenDays = shared.People == 0 ? (null, null) : (shared.MeanBefore, shared.MeanAfter),
        MostLost = mostLost.Place,
        WorstOff = worstOff.Place,
    };

    // More time, then more people, then the place that comes first. Unreachable is later than any time.
    private void Most((long Difference, int People, int Place) place)
    {
        if ((place.Difference, place.People, -place.Place).CompareTo((mostLost.Difference, mostLost.People, -mostLost.Place)) > 0)
            mostLost = place;
    }

    private void Worst((int Milliseconds, int People, int Place) place)
    {
        if ((place.Milliseconds, place.People, -place.Place).CompareTo((worstOff.Milliseconds, worstOff.People, -worstOff.Place)) > 0)
            worstOff = place;
    }
}
