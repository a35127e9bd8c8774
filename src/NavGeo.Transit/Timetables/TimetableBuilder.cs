using System.Runtime.InteropServices;
using NavGeo.Routing;

namespace NavGeo.Transit.Timetables;

/// <summary>
/// Collects what readers find and makes a <see cref="Timetable"/> of it. A stop, line or calendar is added once; trips are
/// then given by their numbers. Not safe for several threads.
/// </summary>
public sealed class TimetableBuilder
{
    private static readonly GeoPoint Nowhere = new(double.NaN, double.NaN);

    /// <summary>Faster than any aeroplane in the timetable.</summary>
    private const double FastestMetresASecond = 330;

    /// <summary>Nearer than that a place may be rough.</summary>
    private const double FarMetres = 50_000;

    /// <summary>Times are given in minutes.</summary>
    private const int Rounding = 60;

    private readonly Dictionary<string, GeoPoint> known = new(StringComparer.Ordinal);
    private readonly Dictionary<int, GeoPoint> rough = [];
    private readonly List<string> stopIds = [];
    private readonly List<string> stopNames = [];
    private readonly List<string> stopAreas = [];
    private readonly List<GeoPoint> stopPoints = [];
    private readonly List<string> lineNames = [];
    private readonly List<int> patternFirst = [0];
    private readonly List<int> patternStops = [];
    private readonly List<CallMarks> patternMarks = [];
    private readonly Dictionary<int[], int> patterns = new(new RowComparer());
    private readonly List<int> tripPatterns = [];
    private readonly List<int> tripFirst = [];
    private readonly List<int> tripLines = [];
    private readonly List<int> tripCalendars = [];
    private readonly List<TripMarks> tripMarks = [];
    private readonly List<string> tripIds = [];
    private readonly List<int> arrivals = [];
    private readonly List<int> departures = [];
    private readonly List<DateSet> calendars = [];
    private readonly Dictionary<DateSet, int> calendarOf = [];
    private readonly Dictionary<(int From, int To), int> changes = [];

    /// <summary>The clock that all times are by; null until somebody has said it.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>How many trips there are.</summary>
    public int TripCount => tripPatterns.Count;

    /// <summary>How many stops there are.</summary>
    public int StopCount => stopIds.Count;

    /// <summary>Adds a stop.</summary>
    /// <param name="id">As its publisher wrote it.</param>
    /// <param name="name">Empty where there is none.</param>
    /// <param name="point">Null where it is not known.</param>
    /// <param name="area">Id of the station it belongs to; null where it is on its own.</param>
    /// <returns>Its number.</returns>
    public int AddStop(string id, string name, GeoPoint? point, string? area)
    {
        stopIds.Add(id);
        stopNames.Add(name);
        stopAreas.Add(area ?? id);
        stopPoints.Add(point ?? Nowhere);
        return stopIds.Count - 1;
    }

    /// <summary>Id and place of a stop.</summary>
    public (string Id, GeoPoint? Point) Stop(int stop) => (stopIds[stop], double.IsFinite(stopPoints[stop].Longitude) ? stopPoints[stop] : null);

    /// <summary>Places a stop of which it was not known where it is, or takes the place away.</summary>
    public void Place(int stop, GeoPoint? point) => stopPoints[stop] = point ?? Nowhere;

    /// <summary>Adds a line.</summary>
    /// <returns>Its number.</returns>
    public int AddLine(string name)
    {
        lineNames.Add(name);
        return lineNames.Count - 1;
    }

    /// <summary>The calendar with these dates, which several trips may share.</summary>
    /// <returns>Its number.</returns>
    public int AddCalendar(DateSet dates)
    {
        if (calendarOf.TryGetValue(dates, out int known)) return known;
        calendars.Add(dates);
        return calendarOf[dates] = calendars.Count - 1;
    }

    /// <summary>Adds a trip.</summary>
    /// <param name="id">As its publisher wrote it.</param>
    /// <param name="line">Number of the line.</param>
    /// <param name="calendar">Number of the calendar.</param>
    /// <param name="marks">What is known of it.</param>
    /// <param name="calls">Two or more, in the order of the way; times do not decrease.</param>
    /// <exception cref="ArgumentException">There are too few calls, or they go back in time.</exception>
    public void AddTrip(string id, int line, int calendar, TripMarks marks, IReadOnlyList<TripCall> calls)
    {
        if (calls.Count < 2 || GoesBack(calls)) throw new ArgumentException("a trip has two calls or more and does not go back in time", nameof(calls));
        var row = new int[2 * calls.Count];
        for (int i = 0; i < calls.Count; i++) (row[2 * i], row[2 * i + 1]) = (calls[i].Stop, (int)calls[i].Marks);
        if (!patterns.TryGetValue(row, out int pattern))
        {
            patterns[row] = pattern = patternFirst.Count - 1;
            foreach (TripCall call in calls)
            {
                patternStops.Add(call.Stop);
                patternMarks.Add(call.Marks);
            }
            patternFirst.Add(patternStops.Count);
        }
        tripPatterns.Add(pattern);
        tripFirst.Add(arrivals.Count);
        tripLines.Add(line);
        tripCalendars.Add(calendar);
        tripMarks.Add(marks);
        tripIds.Add(id);
        foreach (TripCall call in calls)
        {
            arrivals.Add(call.Arrival);
            departures.Add(call.Departure);
        }
    }

    /// <summary>Says how long a change takes at least; a longer one that was said before holds.</summary>
    /// <param name="change">From, to and seconds.</param>
    public void AddChange(StopChange change)
    {
        ref int known = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, (change.From, change.To), out bool isKnown);
        known = !isKnown ? change.Seconds : known == StopChange.Forbidden || change.Seconds == StopChange.Forbidden ? StopChange.Forbidden : Math.Max(known, change.Seconds);
    }

    /// <summary>Where a stop or station of this id is, which other sources may speak of without saying it.</summary>
    public void Know(string id, GeoPoint point) => known[id] = point;

    /// <summary>Where a stop roughly is: where the way that is drawn to it ends. Taken only where nothing better is known.</summary>
    public void PlaceRoughly(int stop, GeoPoint point) => rough.TryAdd(stop, point);

    /// <summary>Places stops that nobody has placed where something of their id, or the station they belong to, is known to be.</summary>
    public void PlaceKnown()
    {
        for (int stop = 0; stop < stopIds.Count; stop++)
        {
            if (double.IsFinite(stopPoints[stop].Longitude)) continue;
            if (known.TryGetValue(stopIds[stop], out GeoPoint point) || known.TryGetValue(stopAreas[stop], out point) || rough.TryGetValue(stop, out point)) stopPoints[stop] = point;
        }
    }

    /// <summary>Stops that trips stop at and of which nobody knows where they are.</summary>
    public IReadOnlyList<int> LostStops()
    {
        HashSet<int> used = [.. patternStops];
        return [.. used.Where(s => !double.IsFinite(stopPoints[s].Longitude)).Order()];
    }

    /// <summary>Stops that nothing could come to in time, from wherever it comes: they lie somewhere else than the source says.</summary>
    /// <param name="metres">Between two places.</param>
    /// <returns>The stops, and how far they are from the stop before or after, metres.</returns>
    public IReadOnlyList<(int Stop, double Metres)> UnbelievableStops(Func<GeoPoint, GeoPoint, double> metres)
    {
        var farthest = new Dictionary<int, double>();
        HashSet<int> believed = [];
        for (int trip = 0; trip < tripPatterns.Count; trip++)
        {
            int row = patternFirst[tripPatterns[trip]];
            for (int i = 1; i < patternFirst[tripPatterns[trip] + 1] - row; i++)
            {
                (int one, int other) = (patternStops[row + i - 1], patternStops[row + i]);
                double length = metres(stopPoints[one], stopPoints[other]);
                if (!double.IsFinite(length)) continue;
                int seconds = arrivals[tripFirst[trip] + i] - departures[tripFirst[trip] + i - 1] + Rounding;
                if (length > FarMetres && length / seconds > FastestMetresASecond)
                {
                    farthest[one] = Math.Max(length, farthest.GetValueOrDefault(one));
                    farthest[other] = Math.Max(length, farthest.GetValueOrDefault(other));
                }
                else
                {
                    believed.Add(one);
                    believed.Add(other);
                }
            }
        }
        return [.. farthest.Where(f => !believed.Contains(f.Key)).OrderBy(f => f.Key).Select(f => (f.Key, f.Value))];
    }

    /// <summary>Adds everything of a timetable that is there already.</summary>
    /// <param name="other">The timetable.</param>
    /// <param name="shift">By how many seconds a trip, by its number, is moved; null for a trip that is left out. All as they are where this is null.</param>
    public void AddAll(Timetable other, Func<int, int?>? shift = null)
    {
        TimetableColumns columns = other.Columns;
        int firstStop = StopCount;
        for (int stop = 0; stop < other.StopCount; stop++)
        {
            AddStop(columns.StopIds[stop], columns.StopNames[stop], other.IsPlaced(stop) ? columns.StopPoints[stop] : null, columns.StopAreas[stop]);
            if (other.IsPlaced(stop)) Know(columns.StopIds[stop], columns.StopPoints[stop]);
        }
        int[] lines = [.. columns.LineNames.Select(AddLine)];
        int[] dates = [.. columns.Calendars.Select(AddCalendar)];
        for (int trip = 0; trip < other.TripCount; trip++)
        {
            if ((shift is null ? 0 : shift(trip)) is not { } later) continue;
            int row = columns.PatternFirst[columns.TripPatterns[trip]];
            TripCall[] calls = [.. Enumerable.Range(0, other.CallsOf(trip)).Select(i => new TripCall(
                firstStop + columns.PatternStops[row + i], columns.Arrivals[columns.TripFirst[trip] + i] + later, columns.Departures[columns.TripFirst[trip] + i] + later, columns.PatternMarks[row + i]))];
            AddTrip(columns.TripIds[trip], lines[columns.TripLines[trip]], dates[columns.TripCalendars[trip]], columns.TripMarks[trip], calls);
        }
        foreach (StopChange change in columns.Changes) AddChange(new StopChange(firstStop + change.From, firstStop + change.To, change.Seconds));
    }

    /// <summary>Whether a trip leaves a stop before it comes there, or comes to one before it left the one before.</summary>
    public static bool GoesBack(IReadOnlyList<TripCall> calls)
    {
        for (int i = 0; i < calls.Count; i++)
        {
            if (calls[i].Departure < calls[i].Arrival || (i > 0 && calls[i].Arrival < calls[i - 1].Departure)) return true;
        }
        return false;
    }

    /// <summary>The timetable of everything that was added.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said by which clock the times are.</exception>
    public Timetable Build() => new(
        new TimetableColumns
        {
            StopIds = [.. stopIds],
            StopNames = [.. stopNames],
            StopAreas = [.. stopAreas],
            StopPoints = [.. stopPoints],
            LineNames = [.. lineNames],
            PatternFirst = [.. patternFirst],
            PatternStops = [.. patternStops],
            PatternMarks = [.. patternMarks],
            TripPatterns = [.. tripPatterns],
            TripFirst = [.. tripFirst],
            TripLines = [.. tripLines],
            TripCalendars = [.. tripCalendars],
            TripMarks = [.. tripMarks],
            TripIds = [.. tripIds],
            Arrivals = [.. arrivals],
            Departures = [.. departures],
            Calendars = [.. calendars],
            Changes = [.. changes.OrderBy(c => c.Key).Select(c => new StopChange(c.Key.From, c.Key.To, c.Value))],
        },
        Zone ?? throw new InvalidOperationException("the timetable has no clock"));

    private sealed class RowComparer : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] row)
        {
            var hash = new HashCode();
            foreach (int each in row) hash.Add(each);
            return hash.ToHashCode();
        }
    }
}

/// <summary>A stop on a trip.</summary>
/// <param name="Stop">Number of the stop.</param>
/// <param name="Arrival">Seconds from the beginning of the service day.</param>
/// <param name="Departure">The same.</param>
/// <param name="Marks">Whether one may get on and off.</param>
public readonly record struct TripCall(int Stop, int Arrival, int Departure, CallMarks Marks);
