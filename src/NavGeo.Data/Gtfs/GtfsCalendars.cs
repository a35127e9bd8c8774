using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Gtfs;

/// <summary>On which dates the services of a GTFS feed run: by weekdays between two dates, and by single dates that come or go.</summary>
/// <param name="feed">The feed.</param>
/// <param name="findings">Takes what is wrong with the tables.</param>
/// <param name="tally">Counts what is wrong in them.</param>
internal sealed class GtfsCalendars(ZipFolder feed, Findings findings, Tally tally)
{
    private static readonly (DayOfWeek Day, string Column)[] Weekdays =
    [
        (DayOfWeek.Monday, "monday"), (DayOfWeek.Tuesday, "tuesday"), (DayOfWeek.Wednesday, "wednesday"), (DayOfWeek.Thursday, "thursday"),
        (DayOfWeek.Friday, "friday"), (DayOfWeek.Saturday, "saturday"), (DayOfWeek.Sunday, "sunday"),
    ];

    private readonly Dictionary<string, HashSet<DateOnly>> dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateSet> sets = new(StringComparer.Ordinal);

    /// <summary>Whether there is no service at all.</summary>
    public bool IsEmpty => dates.Count == 0;

    /// <summary>Reads both tables, of which one must be there.</summary>
    public void Read()
    {
        bool hasWeeks = GtfsTable.Read(feed, "calendar.txt", ["service_id", "start_date", "end_date"], findings, ReadWeek);
        bool hasDates = GtfsTable.Read(feed, "calendar_dates.txt", ["service_id", "date", "exception_type"], findings, ReadDate);
        if (!hasWeeks && !hasDates)
            findings.Error(feed.NameOf("calendar.txt"), null, new Phrase("timetable.no-calendar"), new Phrase("timetable.no-calendar.remedy"));
    }

    /// <summary>Dates of a service; null where the feed does not say.</summary>
    public DateSet? Find(string service)
    {
        if (!dates.TryGetValue(service, out HashSet<DateOnly>? on)) return null;
        return sets.TryGetValue(service, out DateSet? known) ? known : sets[service] = new DateSet(on);
    }

    private void ReadWeek(GtfsTable row)
    {
        if (row.Date("start_date") is not { } first || row.Date("end_date") is not { } last)
        {
            tally.Count("timetable.bad-date", row.File, row.Place, $"{row["start_date"]}–{row["end_date"]}");
            return;
        }
        if (last < first) tally.Count("timetable.dates-turned", row.File, row.Place, row["service_id"]);
        HashSet<DateOnly> on = Of(row["service_id"]);
        HashSet<DayOfWeek> runs = [.. Weekdays.Where(w => row[w.Column] == "1").Select(w => w.Day)];
        for (DateOnly date = first; date <= last; date = date.AddDays(1))
        {
            if (runs.Contains(date.DayOfWeek)) on.Add(date);
        }
    }

    private void ReadDate(GtfsTable row)
    {
        HashSet<DateOnly> on = Of(row["service_id"]);
        switch (row.Date("date"), row["exception_type"])
        {
            case ({ } date, "1"):
                on.Add(date);
                break;
            case ({ } date, "2"):
                on.Remove(date);
                break;
            default:
                tally.Count("timetable.bad-date", row.File, row.Place, row["date"] + " " + row["exception_type"]);
                break;
        }
    }

    private HashSet<DateOnly> Of(string service) => dates.TryGetValue(service, out HashSet<DateOnly>? on) ? on : dates[service] = [];
}
