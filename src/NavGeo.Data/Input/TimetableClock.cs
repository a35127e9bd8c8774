using NavGeo.Planning.Language;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Input;

/// <summary>The one clock of a timetable: what is by another one cannot be searched together with it.</summary>
internal static class TimetableClock
{
    private const string Norway = "Europe/Oslo";

    /// <summary>Takes the name of a clock as the timetable's where it has none.</summary>
    /// <returns>Whether times by it can be taken as the timetable's: it is the same clock, or shows the same all year.</returns>
    public static bool Take(TimetableBuilder timetable, string name, string file, string? place, Findings findings)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            findings.Error(file, place, new Phrase("timetable.unknown-zone", name), new Phrase("timetable.unknown-zone.remedy"));
            return true;
        }
        timetable.Zone ??= zone;
        return timetable.Zone.Id == zone.Id || ShowsTheSame(timetable.Zone, zone);
    }

    /// <summary>Takes Norway's where nobody says, and says so.</summary>
    public static void Assume(TimetableBuilder timetable, string file, Findings findings)
    {
        timetable.Zone = TimeZoneInfo.FindSystemTimeZoneById(Norway);
        findings.Warning(file, null, new Phrase("timetable.no-zone", Norway), new Phrase("timetable.no-zone.remedy"));
    }

    /// <summary>Norway and Sweden, say: the rules of both since 2000 make the clocks go together.</summary>
    private static bool ShowsTheSame(TimeZoneInfo one, TimeZoneInfo other)
    {
        for (var hour = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc); hour.Year < 2045; hour = hour.AddDays(1))
        {
            if (one.GetUtcOffset(hour) != other.GetUtcOffset(hour)) return false;
        }
        return true;
    }
}
