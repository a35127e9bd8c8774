using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Timetables;

/// <summary>
/// A line somebody would run, as a simple table: <c>trip,stop,time</c>, a row a stop in the order of the way, with <c>lon,lat</c> of stops that no timetable
/// has, <c>line</c> and <c>weekdays</c> (mo+ti+on+to+fr; all where empty).
/// </summary>
public static class AddedLineFile
{
    private static readonly TableColumns Columns = new(["trip", "stop", "time"], "lon", "lat", "line", "weekdays");

    /// <summary>Reads the trips.</summary>
    /// <exception cref="InputException">The file has errors; every finding names its line.</exception>
    public static IReadOnlyList<AddedTrip> Read(InputFile file, Findings findings)
    {
        file.RequireText();
        DelimitedTable? table = DelimitedTable.Parse(file.Bytes, file.Path, Columns, findings);
        findings.ThrowIfErrors();
        var trips = new List<AddedTrip>();
        foreach (IGrouping<string, DelimitedRow> trip in table!.Rows.GroupBy(r => r.Text("trip"), StringComparer.Ordinal))
        {
            AddedCall[] calls = [.. trip.Select(CallOf)];
            DelimitedRow first = trip.First();
            if (calls.Length < 2) first.Error(new Phrase("timetable.line.short", trip.Key), new Phrase("timetable.line.remedy"));
            else if (calls.Zip(calls.Skip(1)).Any(p => p.Second.Seconds < p.First.Seconds)) first.Error(new Phrase("timetable.line.backwards", trip.Key), new Phrase("timetable.line.remedy"));
            string? days = first.OptionalText("weekdays");
            Weekdays on = Weekdays.All;
            if (days is not null && !WeekdayCode.TryParse(days, out on)) first.Error(new Phrase("case.unknown-value", "weekdays", days), new Phrase("hours.days.remedy"));
            DayOfWeek[] of = days is null ? [] : [.. WeekdayCode.Each.Index().Where(d => (on & d.Item) != 0).Select(d => (DayOfWeek)(d.Index + 1))];
            trips.Add(new AddedTrip(first.OptionalText("line") ?? trip.Key, null, of, calls));
        }
        findings.ThrowIfErrors();
        return trips.Count > 0 ? trips : throw new InputException(file.Path, null, new Phrase("timetable.line.none"), new Phrase("timetable.line.remedy"));
    }

    private static AddedCall CallOf(DelimitedRow row)
    {
        bool hasPoint = row.OptionalText("lon") is not null || row.OptionalText("lat") is not null;
        GeoPoint? point = hasPoint ? row.Position("lon", "lat", PositionLimits.World) : null;
        string text = row.Text("time");
        int seconds = TimeText.Seconds(text) ?? -1;
        if (text.Length > 0 && seconds < 0) row.Error(new Phrase("case.unknown-value", "time", text), new Phrase("hours.clock.remedy"));
        return new AddedCall(row.Text("stop"), point, seconds);
    }
}
