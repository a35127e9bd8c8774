using System.Globalization;

namespace NavGeo.Transit.Search;

/// <summary>
/// The seconds a search counts in on a date, and what the clock on the wall shows then. Second 0 is twelve hours before
/// noon, which on the two days on which the clock is moved is not midnight. Immutable.
/// </summary>
/// <param name="zone">The clock on the wall.</param>
/// <param name="date">The date.</param>
public sealed class DayClock(TimeZoneInfo zone, DateOnly date)
{
    private const int Day = 86_400;

    private readonly DateTime zero = ZeroOf(zone, date);

    /// <summary>The date.</summary>
    public DateOnly Date => date;

    /// <summary>The second at which the clock shows a time of the date, past 24 hours one of the days after.</summary>
    /// <remarks>Of an hour that comes twice the first is meant; one that is left out lies as far after the leap as the clock would.</remarks>
    public int SecondAt(int clock) => SecondAt(date, clock);

    /// <summary>The same from the midnight of another date.</summary>
    internal int SecondAt(DateOnly day, int clock)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue).AddSeconds(clock);
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.GetUtcOffset(local);
        return checked((int)(local - offset - zero).TotalSeconds);
    }

    /// <summary>What the clock shows, in seconds from the midnight of the date; past 24 hours on the days after.</summary>
    public int ClockAt(int second)
    {
        DateTime utc = zero.AddSeconds(second);
        DateTime local = utc + zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return (int)(local - date.ToDateTime(TimeOnly.MinValue)).TotalSeconds;
    }

    /// <summary>A time of day as text: hours and minutes, the seconds only where there are some; past 24 hours on the day after.</summary>
    /// <param name="clock">Seconds from midnight as the clock shows them.</param>
    public static string Text(int clock)
    {
        string sign = clock < 0 ? "-" : "";
        (int hours, int minutes, int rest) = (Math.Abs(clock) / 3600, Math.Abs(clock) / 60 % 60, Math.Abs(clock) % 60);
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}:{rest:00}");
    }

    /// <summary>Seconds from this date's second 0 to another's.</summary>
    internal int ShiftOf(DateOnly day) => (int)(ZeroOf(zone, day) - zero).TotalSeconds;

    /// <summary>Whether the clock is moved on a date or the night after it.</summary>
    internal bool IsMoved(DateOnly day) => ShiftOf(day.AddDays(1)) - ShiftOf(day) != Day || ShiftOf(day) - ShiftOf(day.AddDays(-1)) != Day;

    private static DateTime ZeroOf(TimeZoneInfo zone, DateOnly day)
    {
        DateTime noon = day.ToDateTime(new TimeOnly(12, 0));
        return noon - zone.GetUtcOffset(noon) - TimeSpan.FromHours(12);
    }
}
