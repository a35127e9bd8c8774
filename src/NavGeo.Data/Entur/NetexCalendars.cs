using System.Xml.Linq;
using NavGeo.Data.Input;

namespace NavGeo.Data.Entur;

/// <summary>
/// On which dates kinds of day are: those assigned to them one by one or by periods, of the weekdays they name, without those
/// that are taken away again (<c>isAvailable</c> false).
/// </summary>
/// <remarks>
/// What is taken away is away whatever the order of the assignments. A period applies on the weekdays the kind of day
/// names, on all where it names none; a single date applies as it is. The order of files does not matter.
/// </remarks>
/// <param name="tally">Counts what is wrong.</param>
internal sealed class NetexCalendars(Tally tally)
{
    private static readonly DayOfWeek[] All = Enum.GetValues<DayOfWeek>();

    private readonly Dictionary<string, HashSet<DayOfWeek>> weekdays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> periods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Assignment Assignment, string File)>> assignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<DateOnly>?> known = new(StringComparer.Ordinal);

    /// <summary>Whether an element is about dates.</summary>
    public static bool Takes(string element) => element is "DayType" or "OperatingDay" or "OperatingPeriod" or "UicOperatingPeriod" or "DayTypeAssignment";

    /// <summary>Takes one.</summary>
    public void Take(XElement element, string file)
    {
        string id = element.Id();
        switch (element.Name.LocalName)
        {
            case "DayType":
                weekdays[id] = WeekdaysOf(element);
                break;
            case "OperatingDay":
                if (NetexElement.Date(element.Text("CalendarDate")) is { } date) days[id] = date;
                else tally.Count("timetable.bad-date", file, id, element.Text("CalendarDate"));
                break;
            case "DayTypeAssignment":
                TakeAssignment(element, file);
                break;
            default:
                periods[id] = element;
                break;
        }
    }

    /// <summary>The date of an operating day; null where it is not known.</summary>
    public DateOnly? Day(string id) => days.TryGetValue(id, out DateOnly date) ? date : null;

    /// <summary>The dates of a kind of day; null where nobody says what it is.</summary>
    public IReadOnlySet<DateOnly>? Find(string dayType)
    {
        if (known.TryGetValue(dayType, out HashSet<DateOnly>? dates)) return dates;
        bool isKnown = weekdays.TryGetValue(dayType, out HashSet<DayOfWeek>? named);
        if (!assignments.TryGetValue(dayType, out List<(Assignment Assignment, string File)>? list)) return known[dayType] = isKnown ? [] : null;
        HashSet<DateOnly> on = [];
        HashSet<DateOnly> off = [];
        foreach ((Assignment assignment, string file) in list) (assignment.IsAvailable ? on : off).UnionWith(DatesOf(assignment, named is { Count: > 0 } ? named : [.. All], file));
        on.ExceptWith(off);
        return known[dayType] = on;
    }

    private void TakeAssignment(XElement element, string file)
    {
        if (element.Ref("DayTypeRef") is not { } dayType) return;
        if (!assignments.TryGetValue(dayType, out List<(Assignment Assignment, string File)>? list)) assignments[dayType] = list = [];
        bool isAvailable = element.Child("isAvailable") is not { } says || says.Value.Trim() is not ("false" or "0");
        string date = element.Text("Date");
        if (date.Length > 0 && NetexElement.Date(date) is null) tally.Count("timetable.bad-date", file, element.Id(), date);
        list.Add((new Assignment(NetexElement.Date(date), element.Ref("OperatingDayRef"), element.Ref("OperatingPeriodRef") ?? element.Ref("UicOperatingPeriodRef"), isAvailable), file));
    }

    private IEnumerable<DateOnly> DatesOf(Assignment assignment, HashSet<DayOfWeek> named, string file)
    {
        if (assignment.Date is { } date) return [date];
        if (assignment.Day is { } day)
        {
            if (Day(day) is { } of) return [of];
            tally.Count("timetable.unknown-day", file, null, day);
            return [];
        }
        if (assignment.Period is not { } period) return [];
        if (!periods.TryGetValue(period, out XElement? element) || End(element, "From") is not { } first || End(element, "To") is not { } last)
        {
            tally.Count("timetable.unknown-period", file, null, period);
            return [];
        }
        string bits = element.Text("ValidDayBits");
        return Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1))
            .Where(i => bits.Length == 0 ? named.Contains(first.AddDays(i).DayOfWeek) : i < bits.Length && bits[i] == '1').Select(first.AddDays);
    }

    private DateOnly? End(XElement period, string end) =>
        period.Ref(end + "OperatingDayRef") is { } day ? Day(day) : NetexElement.Date(period.Text(end + "Date"));

    private static HashSet<DayOfWeek> WeekdaysOf(XElement dayType)
    {
        HashSet<DayOfWeek> named = [];
        foreach (XElement of in dayType.Child("properties").All("PropertyOfDay"))
        {
            foreach (string word in of.Text("DaysOfWeek").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) named.UnionWith(Weekdays(word));
        }
        return named;
    }

    private static IEnumerable<DayOfWeek> Weekdays(string word) => word switch
    {
        "Weekdays" => All.Where(d => d is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        "Weekend" => [DayOfWeek.Saturday, DayOfWeek.Sunday],
        "Everyday" => All,
        _ => Enum.TryParse(word, out DayOfWeek day) && Enum.IsDefined(day) ? [day] : [],
    };

    private sealed record Assignment(DateOnly? Date, string? Day, string? Period, bool IsAvailable);
}
