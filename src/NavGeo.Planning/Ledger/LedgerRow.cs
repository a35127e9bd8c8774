using NavGeo.Planning.Access;

namespace NavGeo.Planning.Ledger;

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

    /// <summary>Index into the demand of the place that loses most minutes; <see cref="NoPlace"/> where nobody loses.</summary>
    public required int MostLost { get; init; }

    /// <summary>
    /// Index into the demand of the place that is worst off under the structure, changed or not: without access before
    /// any other, then the longest time; of equals the one with more people. <see cref="NoPlace"/> where nobody lives.
    /// </summary>
    public required int WorstOff { get; init; }

    /// <summary>Person-hours a year, positive for more.</summary>
    public double HoursNet => HoursMore - HoursLess;

    /// <summary>People whose way changes, or who lose or gain access.</summary>
    public long Affected => Change.People - Change.Unchanged;

    /// <summary>Whether anything changes for anybody: the way, the access or the opening days.</summary>
    public bool IsTouched => Affected > 0 || FewerDays.People > 0 || MoreDays.People > 0;
}
