namespace NavGeo.Transit.Search;

/// <summary>
/// How long it takes over all departures of a window. Planned: one knows the timetable and leaves for a departure; each that is worth taking
/// counts once. Unplanned: one sets out at any minute of the window, each counts once, and the wait counts too; percentiles are of time, and
/// a minute from which nothing leads there in time counts as longer than all. Seconds.
/// </summary>
/// <param name="Departures">How many departures are worth taking.</param>
/// <param name="Planned">Least, quarter, median, three quarters and most; null where there is no departure.</param>
/// <param name="Unplanned">The same; each null where so large a part of the minutes leads nowhere.</param>
/// <param name="Reached">Share (0 to 1) of the minutes from which one gets there.</param>
public sealed record DepartureSpread(int Departures, IReadOnlyList<int>? Planned, IReadOnlyList<int?> Unplanned, double Reached)
{
    /// <summary>Percent of the values below each figure.</summary>
    private static readonly int[] Parts = [0, 25, 50, 75, 100];

    /// <summary>The spread.</summary>
    /// <param name="ways">Ways one may leave for in the window or later, in the order one leaves; none is worse than another in both ends.</param>
    /// <param name="walk">Seconds on foot all the way; null where that is too long.</param>
    /// <param name="first">First second of the window.</param>
    /// <param name="last">Last second, counted.</param>
    public static DepartureSpread Of(IReadOnlyList<Journey> ways, int? walk, int first, int last)
    {
        int[] planned = [.. ways.Where(w => w.Leave >= first && w.Leave <= last && w.Seconds < (walk ?? int.MaxValue)).Select(w => w.Seconds).Order()];
        int departures = planned.Length;
        if (walk is { } always && departures == 0) planned = [always];
        int?[] unplanned = [.. Enumerable.Range(0, (last - first) / 60 + 1).Select(m => From(first + m * 60)).OrderBy(s => s ?? int.MaxValue)];
        return new DepartureSpread(
            departures, planned.Length == 0 ? null : [.. Parts.Select(p => planned[At(planned.Length, p)])], [.. Parts.Select(p => unplanned[At(unplanned.Length, p)])],
            (double)unplanned.Count(s => s is not null) / unplanned.Length);

        // Of ways in the order one leaves the first that is not gone is there first.
        int? From(int second)
        {
            int? ride = ways.Where(w => w.Leave >= second).Select(w => (int?)(w.Arrive - second)).FirstOrDefault();
            return walk is { } afoot && (ride is null || afoot < ride) ? afoot : ride;
        }
    }

    /// <summary>The smallest value that so many percent do not exceed.</summary>
    private static int At(int count, int percent) => Math.Clamp((count * percent + 99) / 100 - 1, 0, count - 1);
}
