using NavGeo.Routing;

namespace NavGeo.Transit.Timetables;

/// <summary>
/// When what stops where, as parallel columns: stops, lines, patterns (the same stops in the same order), trips and the dates
/// they run on. Made by <see cref="TimetableBuilder"/>; immutable, any number of threads may read it.
/// </summary>
/// <remarks>
/// Times are seconds from the beginning of the trip's service day and may go past 24 hours. The day begins twelve hours
/// before noon, as GTFS has it, or, for trips with <see cref="TripMarks.ByTheClock"/>, at midnight and as the clock on the
/// wall shows, as NeTEx has it: they differ on the two days of the year on which the clock is moved. Memory: 8 bytes a call
/// (a trip at a stop) and some 40 a trip besides their ids; <see cref="Bytes"/> says it.
/// </remarks>
public sealed class Timetable
{
    internal Timetable(TimetableColumns columns, TimeZoneInfo zone)
    {
        Columns = columns;
        Zone = zone;
        Dates = new DateSet(columns.TripCalendars.Distinct().SelectMany(c => columns.Calendars[c].Dates));
        LongestSeconds = columns.Arrivals.Length == 0 ? 0 : Math.Max(columns.Arrivals.Max(), columns.Departures.Max());
    }

    /// <summary>The clock that all times are by.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Every date on which something runs.</summary>
    public DateSet Dates { get; }

    /// <summary>How many stops; they are numbered from 0.</summary>
    public int StopCount => Columns.StopIds.Length;

    /// <summary>How many trips; they are numbered from 0.</summary>
    public int TripCount => Columns.TripPatterns.Length;

    /// <summary>How many different rows of stops trips follow.</summary>
    public int PatternCount => Columns.PatternFirst.Length - 1;

    /// <summary>How many times a trip stops somewhere.</summary>
    public int CallCount => Columns.Arrivals.Length;

    /// <summary>Ids of the stops as their publisher wrote them.</summary>
    public IReadOnlyList<string> StopIds => Columns.StopIds;

    /// <summary>What the stops are called; empty where the source does not say.</summary>
    public IReadOnlyList<string> StopNames => Columns.StopNames;

    /// <summary>Ids of the places (stations) that stops belong to; the stop's own where it belongs to none.</summary>
    public IReadOnlyList<string> StopAreas => Columns.StopAreas;

    /// <summary>Where the stops are; not a number where that is not known. Length: stops.</summary>
    public ReadOnlySpan<GeoPoint> StopPoints => Columns.StopPoints;

    /// <summary>Ids of the trips.</summary>
    public IReadOnlyList<string> TripIds => Columns.TripIds;

    /// <summary>What the trips' lines are called.</summary>
    public IReadOnlyList<string> LineNames => Columns.LineNames;

    /// <summary>How many trips are to be booked beforehand.</summary>
    public int BookedTripCount => Columns.TripMarks.Count(m => (m & TripMarks.Booked) != 0);

    /// <summary>Bytes of the columns of numbers.</summary>
    public long Bytes => 8L * CallCount + 8L * Columns.PatternStops.Length + 30L * TripCount + 24L * StopCount + Columns.Calendars.Sum(c => (long)c.Bytes);

    /// <summary>The columns themselves; not to be written to.</summary>
    internal TimetableColumns Columns { get; }

    /// <summary>The latest time of any call: how many days a trip may reach into.</summary>
    internal int LongestSeconds { get; }

    /// <summary>Whether it is known where a stop is.</summary>
    public bool IsPlaced(int stop) => double.IsFinite(Columns.StopPoints[stop].Longitude);

    /// <summary>A stop of a trip, by its place in the row of stops.</summary>
    public (int Stop, int Arrival, int Departure) Call(int trip, int position)
    {
        int pattern = Columns.TripPatterns[trip];
        int call = Columns.TripFirst[trip] + position;
        return (Columns.PatternStops[Columns.PatternFirst[pattern] + position], Columns.Arrivals[call], Columns.Departures[call]);
    }

    /// <summary>How many stops a trip has.</summary>
    public int CallsOf(int trip) => Columns.PatternFirst[Columns.TripPatterns[trip] + 1] - Columns.PatternFirst[Columns.TripPatterns[trip]];

    /// <summary>On which dates a trip runs.</summary>
    public DateSet DatesOf(int trip) => Columns.Calendars[Columns.TripCalendars[trip]];

    /// <summary>What is known of a trip.</summary>
    public TripMarks MarksOf(int trip) => Columns.TripMarks[trip];
}

/// <summary>What a <see cref="Timetable"/> is made of.</summary>
internal sealed class TimetableColumns
{
    public required string[] StopIds { get; init; }

    public required string[] StopNames { get; init; }

    public required string[] StopAreas { get; init; }

    public required GeoPoint[] StopPoints { get; init; }

    public required string[] LineNames { get; init; }

    /// <summary>Where each pattern begins in <see cref="PatternStops"/>. Length: patterns + 1.</summary>
    public required int[] PatternFirst { get; init; }

    public required int[] PatternStops { get; init; }

    /// <summary>Whether one may get on and off. Length: as <see cref="PatternStops"/>.</summary>
    public required CallMarks[] PatternMarks { get; init; }

    public required int[] TripPatterns { get; init; }

    /// <summary>Where each trip's times begin. Length: trips.</summary>
    public required int[] TripFirst { get; init; }

    public required int[] TripLines { get; init; }

    public required int[] TripCalendars { get; init; }

    public required TripMarks[] TripMarks { get; init; }

    public required string[] TripIds { get; init; }

    /// <summary>Seconds. Length: calls.</summary>
    public required int[] Arrivals { get; init; }

    /// <summary>Seconds. Length: calls.</summary>
    public required int[] Departures { get; init; }

    public required DateSet[] Calendars { get; init; }

    public required StopChange[] Changes { get; init; }
}

/// <summary>What one may do where a trip stops.</summary>
[Flags]
public enum CallMarks : byte
{
    /// <summary>Nothing: it passes.</summary>
    None = 0,

    /// <summary>One may get on.</summary>
    Board = 1,

    /// <summary>One may get off.</summary>
    Alight = 2,

    /// <summary>Only who has booked beforehand.</summary>
    Booked = 4,
}

/// <summary>What is known of a trip.</summary>
[Flags]
public enum TripMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It runs only where somebody has booked it beforehand.</summary>
    Booked = 1,

    /// <summary>A wheelchair comes on board.</summary>
    Wheelchair = 2,

    /// <summary>Bicycles come along.</summary>
    Bikes = 4,

    /// <summary>Its times are what the clock on the wall shows, also on days on which it is moved.</summary>
    ByTheClock = 8,

    /// <summary>One of several departures at even intervals of which the source gives no times.</summary>
    ByHeadway = 16,
}

/// <summary>How long it takes at least to change from a stop to another, or at one.</summary>
/// <param name="From">Stop one comes to.</param>
/// <param name="To">Stop one leaves from; may be the same.</param>
/// <param name="Seconds">At least so long; <see cref="Forbidden"/> where one cannot change.</param>
public readonly record struct StopChange(int From, int To, int Seconds)
{
    /// <summary>One cannot change here.</summary>
    public const int Forbidden = -1;
}
