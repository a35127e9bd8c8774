using System.Globalization;
using System.Xml.Linq;
using NavGeo.Data.Input;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Entur;

/// <summary>Lines, journey patterns and journeys, and on which dates they run.</summary>
/// <remarks>
/// A journey runs on the dates of its kinds of day and on those a DatedServiceJourney gives it. One that is cancelled or
/// replaced does not run, and a DatedServiceJourney that is takes its date away. A flexible line, and whatever has
/// arrangements for booking, is marked as to be booked.
/// </remarks>
/// <param name="timetable">Takes the trips.</param>
/// <param name="stops">The stops.</param>
/// <param name="calendars">The dates.</param>
/// <param name="tally">Counts what is wrong.</param>
internal sealed class NetexJourneys(TimetableBuilder timetable, NetexStops stops, NetexCalendars calendars, Tally tally)
{
    private const int Day = 86_400;

    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lineOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pattern> patterns = new(StringComparer.Ordinal);
    private readonly List<Journey> journeys = [];
    private readonly List<(Journey Journey, Passing[] Times)> unsettled = [];
    private readonly HashSet<string> cancelled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dated> dated = new(StringComparer.Ordinal);

    /// <summary>How many journeys were read.</summary>
    public int Count => journeys.Count;

    /// <summary>Whether an element is about journeys.</summary>
    public static bool Takes(string element) =>
        element is "Line" or "FlexibleLine" or "Route" or "JourneyPattern" or "ServiceJourneyPattern" or "ServiceJourney" or "DatedServiceJourney" or "TemplateServiceJourney";

    /// <summary>Takes one.</summary>
    public void Take(XElement element, string file)
    {
        string id = element.Id();
        switch (element.Name.LocalName)
        {
            case "Line" or "FlexibleLine":
                lines.TryAdd(id, new Line(timetable.AddLine(NameOf(element)), element.Name.LocalName == "FlexibleLine" || element.Child("BookingArrangements") is not null));
                break;
            case "Route":
                if (element.Ref("LineRef") is { } line) lineOfRoute[id] = line;
                break;
            case "JourneyPattern" or "ServiceJourneyPattern":
                patterns[id] = PatternOf(element);
                break;
            case "ServiceJourney":
                TakeJourney(element, file);
                break;
            case "DatedServiceJourney":
                TakeDated(element, file);
                break;
            default:
                tally.Count("timetable.template", file, id, id);
                break;
        }
    }

    /// <summary>Binds the journeys read so far to their patterns; those whose pattern is in a file to come wait for it.</summary>
    public void Settle()
    {
        unsettled.RemoveAll(u =>
        {
            if (!patterns.TryGetValue(u.Journey.Pattern, out Pattern? pattern)) return false;
            u.Journey.Calls = CallsOf(pattern, u.Times, u.Journey);
            return true;
        });
    }

    /// <summary>Adds every journey that runs.</summary>
    /// <param name="file">What findings of the whole set call it.</param>
    public void Finish(string file)
    {
        foreach ((Journey journey, _) in unsettled) tally.Count("timetable.unknown-pattern", journey.File, journey.Id, journey.Pattern);
        foreach (Journey journey in journeys) Add(journey);
        foreach (Dated each in dated.Values.Where(d => !d.IsUsed && !cancelled.Contains(d.Journey))) tally.Count("timetable.unknown-journey", file, null, each.Journey);
    }

    private static string NameOf(XElement line)
    {
        (string code, string name) = (line.Text("PublicCode"), line.Text("Name"));
        string both = code.Length == 0 || name.StartsWith(code, StringComparison.Ordinal) ? name : $"{code} {name}";
        return both.Trim().Length > 0 ? both.Trim() : line.Id();
    }

    private static Pattern PatternOf(XElement element)
    {
        var points = new List<(int Order, string Id, string Stop, CallMarks Marks)>();
        foreach (XElement point in element.Child("pointsInSequence").All("StopPointInJourneyPattern"))
        {
            if (point.Ref("ScheduledStopPointRef") is not { } stop) continue;
            CallMarks marks = (point.Text("ForBoarding") is "false" or "0" ? 0 : CallMarks.Board)
                | (point.Text("ForAlighting") is "false" or "0" ? 0 : CallMarks.Alight)
                | (point.Child("BookingArrangements") is null ? 0 : CallMarks.Booked);
            int order = int.TryParse(point.Attribute("order")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : points.Count + 1;
            points.Add((order, point.Id(), stop, marks));
        }
        return new Pattern(element.Ref("RouteRef"), [.. points.OrderBy(p => p.Order).Select(p => (p.Id, p.Stop, p.Marks))]);
    }

    private void TakeJourney(XElement element, string file)
    {
        string id = element.Id();
        if (IsOff(element))
        {
            cancelled.Add(id);
            return;
        }
        if ((element.Ref("JourneyPatternRef") ?? element.Ref("ServiceJourneyPatternRef")) is not { } pattern)
        {
            tally.Count("timetable.unknown-pattern", file, id, id);
            return;
        }
        var journey = new Journey(id, file, pattern, element.Ref("LineRef") ?? element.Ref("FlexibleLineRef"),
            [.. element.Child("dayTypes").All("DayTypeRef").Select(d => d.Attribute("ref")?.Value ?? "")],
            element.Child("FlexibleServiceProperties") is not null || element.Child("BookingArrangements") is not null);
        journeys.Add(journey);
        Passing[] times = [.. element.Child("passingTimes").All("TimetabledPassingTime").Select(t => PassingOf(t, file))];
        unsettled.Add((journey, times));
        if (unsettled.Count >= 4096) Settle();
    }

    private Passing PassingOf(XElement time, string file)
    {
        int? arrival = Seconds(time, "Arrival", file) ?? Seconds(time, "LatestArrival", file);
        int? departure = Seconds(time, "Departure", file) ?? Seconds(time, "EarliestDeparture", file);
        return new Passing(time.Ref("StopPointInJourneyPatternRef") ?? time.Ref("TimingPointInJourneyPatternRef") ?? "", arrival ?? departure, departure ?? arrival);
    }

    private int? Seconds(XElement time, string kind, string file)
    {
        string text = time.Text(kind + "Time");
        if (text.Length == 0) return null;
        // The end of a day may be written so, and is the beginning of the next.
        bool isEnd = text.StartsWith("24:00", StringComparison.Ordinal);
        if (isEnd) text = "00" + text[2..];
        if (!TimeOnly.TryParseExact(text.Length > 8 ? text[..8] : text, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock))
        {
            tally.Count("timetable.bad-time", file, time.Id(), text);
            return null;
        }
        int days = int.TryParse(time.Text(kind + "DayOffset"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int offset) ? Math.Clamp(offset, -1, 7) : 0;
        return clock.Hour * 3600 + clock.Minute * 60 + clock.Second + (isEnd ? days + 1 : days) * Day;
    }

    private void TakeDated(XElement element, string file)
    {
        if ((element.Ref("ServiceJourneyRef") ?? element.Ref("JourneyRef")) is not { } journey || element.Ref("OperatingDayRef") is not { } day) return;
        if (!dated.TryGetValue(journey, out Dated? of)) dated[journey] = of = new Dated(journey);
        (IsOff(element) ? of.Off : of.On).Add((day, file));
    }

    /// <summary>Cancelled, or replaced by another journey, which is then there itself.</summary>
    private static bool IsOff(XElement element) =>
        element.Text("ServiceAlteration").ToLowerInvariant() is "cancellation" or "replaced";

    /// <summary>Times by the points of the pattern; null where fewer than two are left.</summary>
    private TripCall[]? CallsOf(Pattern pattern, Passing[] times, Journey journey)
    {
        Dictionary<string, Passing> byPoint = new(StringComparer.Ordinal);
        // Where the times name no points they are in the order of the pattern.
        bool isByOrder = times.Length == pattern.Points.Length && times.All(t => t.Point.Length == 0);
        for (int i = 0; i < times.Length; i++) byPoint.TryAdd(isByOrder ? pattern.Points[i].Id : times[i].Point, times[i]);
        var calls = new List<TripCall>();
        int used = 0;
        foreach ((string id, string stop, CallMarks marks) in pattern.Points)
        {
            if (!byPoint.TryGetValue(id, out Passing time)) continue;
            used++;
            if (time.Arrival is not { } arrival || time.Departure is not { } departure) continue;
            calls.Add(new TripCall(journey.StopNumber(stop), arrival, departure, marks));
        }
        if (used < byPoint.Count) tally.Count("timetable.unknown-point", journey.File, journey.Id, byPoint.Keys.First(k => !pattern.Points.Any(p => p.Id == k)));
        journey.Route = pattern.Route;
        return [.. calls];
    }

    private void Add(Journey journey)
    {
        if (journey.Calls is not { } drafted) return;
        foreach (string unknown in journey.Points.Where(p => !stops.Knows(p))) tally.Count("timetable.unknown-stop", journey.File, journey.Id, unknown);
        TripCall[] calls = [.. drafted.Where(c => stops.Knows(journey.Points[c.Stop])).Select(c => c with { Stop = stops.NumberOf(journey.Points[c.Stop]) })];
        HashSet<DateOnly> dates = DatesOf(journey);
        if (calls.Length < 2) tally.Count("timetable.too-few-calls", journey.File, journey.Id, journey.Id);
        else if (TimetableBuilder.GoesBack(calls)) tally.Count("timetable.back-in-time", journey.File, journey.Id, journey.Id);
        else
        {
            string? lineId = journey.Line ?? (journey.Route is { } route ? lineOfRoute.GetValueOrDefault(route) : null);
            Line line = lineId is not null && lines.TryGetValue(lineId, out Line? known) ? known : Unknown(lineId, journey);
            TripMarks marks = TripMarks.ByTheClock | (line.IsBooked || journey.IsBooked ? TripMarks.Booked : 0);
            timetable.AddTrip(journey.Id, line.Number, timetable.AddCalendar(new DateSet(dates)), marks, calls);
        }
    }

    private Line Unknown(string? id, Journey journey)
    {
        if (id is not null) tally.Count("timetable.unknown-route", journey.File, journey.Id, id);
        return lines[id ?? ""] = lines.TryGetValue(id ?? "", out Line? known) ? known : new Line(timetable.AddLine(id ?? ""), false);
    }

    private HashSet<DateOnly> DatesOf(Journey journey)
    {
        HashSet<DateOnly> dates = [];
        foreach (string dayType in journey.DayTypes)
        {
            if (calendars.Find(dayType) is { } on) dates.UnionWith(on);
            else tally.Count("timetable.unknown-service", journey.File, journey.Id, dayType);
        }
        if (!dated.TryGetValue(journey.Id, out Dated? of)) return dates;
        of.IsUsed = true;
        dates.ExceptWith(Days(of.Off));
        dates.UnionWith(Days(of.On));
        return dates;
    }

    private IEnumerable<DateOnly> Days(List<(string Day, string File)> list)
    {
        foreach ((string day, string file) in list)
        {
            if (calendars.Day(day) is { } date) yield return date;
            else tally.Count("timetable.unknown-day", file, null, day);
        }
    }

    private sealed record Line(int Number, bool IsBooked);

    private sealed record Pattern(string? Route, (string Id, string Stop, CallMarks Marks)[] Points);

    private readonly record struct Passing(string Point, int? Arrival, int? Departure);

    private sealed record Dated(string Journey)
    {
        public List<(string Day, string File)> On { get; } = [];

        public List<(string Day, string File)> Off { get; } = [];

        public bool IsUsed { get; set; }
    }

    private sealed record Journey(string Id, string File, string Pattern, string? Line, string[] DayTypes, bool IsBooked)
    {
        /// <summary>Stop points by the numbers that <see cref="Calls"/> have for stops.</summary>
        public List<string> Points { get; } = [];

        public string? Route { get; set; }

        public TripCall[]? Calls { get; set; }

        public int StopNumber(string point)
        {
            Points.Add(point);
            return Points.Count - 1;
        }
    }
}
