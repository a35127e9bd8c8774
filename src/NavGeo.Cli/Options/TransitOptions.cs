using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Views;
using NavGeo.Data.Networks;
using NavGeo.Data.Places;
using NavGeo.Data.Timetables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Cli.Options;

/// <summary>What one travels with without a car, the same on every verb: timetables, and how one walks and changes.</summary>
internal sealed class TransitOptions
{
    private const int MostTransfers = 20;

    private readonly Option<double> walkKmh = new("--walk-kmh") { Description = "Walking pace, km/h.", DefaultValueFactory = _ => new WalkSettings().Kmh };
    private readonly Option<double> walkMinutes = new("--walk-minutes") { Description = "Nobody walks longer than so many minutes to the first stop, from the last one, or all the way.", DefaultValueFactory = _ => new WalkSettings().MostMinutes };
    private readonly Option<double> changeWalk = new("--change-walk-minutes") { Description = "Nobody walks longer than so many minutes between two stops.", DefaultValueFactory = _ => new WalkSettings().MostChangeMinutes };
    private readonly Option<double> change = new("--change-minutes") { Description = "Minutes a change at a stop takes at least where the timetable does not say.", DefaultValueFactory = _ => new WalkSettings().ChangeMinutes };
    private readonly Option<int> transfers = new("--transfers") { Description = "At most so many changes.", DefaultValueFactory = _ => TransitNetwork.UsualTransfers };
    private readonly Option<bool> booked = new("--booked") { Description = "Use departures that are to be booked beforehand too." };

    /// <summary>The timetables.</summary>
    public Option<string[]> Timetable { get; } = new("--timetable") { Description = "Timetables: GTFS or NeTEx (Nordic profile) as zip, folder or file; several are put together.", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[Timetable, walkKmh, walkMinutes, changeWalk, change, transfers, booked]) verb.Options.Add(option);
    }

    /// <summary>Reads what one travels with, and tells how one walks.</summary>
    /// <param name="screen">Where it is told.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="roads">The roads one walks along; straight lines where null.</param>
    /// <param name="roadsName">Name of the option that gives them.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">Something cannot be used.</exception>
    public TransitNetwork Open(Screen screen, ParseResult parsed, string? roads, string roadsName, CancellationToken cancellation)
    {
        var findings = new Findings();
        WalkSettings settings = Settings(parsed);
        string[] paths = parsed.GetValue(Timetable) ?? [];
        screen.Progress("cli.transit.reading", string.Join(", ", paths));
        Timetable timetable = TimetableFile.Open([.. paths.Select(screen.Files.At)], findings);
        IWalkNetwork walks = new StraightWalks(timetable, settings);
        if (roads is not null)
        {
            RoadNetwork network = RoadReading.OpenOnFoot(screen, roads, findings, cancellation);
            var byRoad = new RoadWalks(network.Graph, network.Water, MapProjection.ForEpsg(network.Graph.Epsg).ToPlane, timetable, settings);
            if (byRoad.StopsOffRoad > 0) screen.Notice("cli.transit.off-road", byRoad.StopsOffRoad);
            walks = byRoad;
        }
        screen.Show(findings.All);
        screen.Notice(roads is null ? "cli.transit.straight" : "cli.transit.by-road", settings.Kmh, settings.MostMinutes, settings.MostChangeMinutes, roadsName);
        if (timetable.BookedTripCount > 0 && !parsed.GetValue(booked)) screen.Notice("cli.transit.booked", timetable.BookedTripCount);
        return new TransitNetwork(timetable, walks, Within(transfers, parsed, 0, MostTransfers), parsed.GetValue(booked));
    }

    /// <summary>The stops near each place. A place that has the id of a stop, or of a station, of which nobody knows where it is, is that stop.</summary>
    public static IReadOnlyList<StopWalk>[] StopsNear(TransitNetwork network, IReadOnlyList<NamedPlace> places)
    {
        Timetable timetable = network.Timetable;
        ILookup<string, int> lost = Enumerable.Range(0, timetable.StopCount).Where(s => !timetable.IsPlaced(s))
            .SelectMany(s => new[] { timetable.StopIds[s], timetable.StopAreas[s] }.Distinct(), (stop, id) => (stop, id)).ToLookup(s => s.id, s => s.stop, StringComparer.Ordinal);
        var near = new IReadOnlyList<StopWalk>[places.Count];
        Parallel.For(0, near.Length, i => near[i] =
        [
            .. lost[places[i].Id].Select(s => new StopWalk(s, 0)), .. network.Walks.StopsNear(places[i].Position, network.Walks.Settings.MostMinutes),
        ]);
        return near;
    }

    /// <summary>Seconds on foot from each place to each other; null where it is too far.</summary>
    public static int?[][] OnFoot(TransitNetwork network, IReadOnlyList<NamedPlace> from, IReadOnlyList<NamedPlace> to)
    {
        GeoPoint[] ends = [.. to.Select(p => p.Position)];
        var seconds = new int?[from.Count][];
        Parallel.For(0, seconds.Length, i => seconds[i] = network.Walks.Between(from[i].Position, ends));
        return seconds;
    }

    /// <summary>A date as yyyy-mm-dd.</summary>
    public static DateOnly Date(string option, string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1900 and < 2200
            ? date
            : throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("cli.date.remedy"));

    /// <summary>Dates from the first to the last of D..D2; one where there is only one.</summary>
    public static IReadOnlyList<DateOnly> Dates(string option, string text)
    {
        string[] ends = text.Split("..");
        if (ends.Length > 2) throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("cli.dates.remedy"));
        (DateOnly first, DateOnly last) = (Date(option, ends[0]), Date(option, ends[^1]));
        if (last < first || last.DayNumber - first.DayNumber > 3660) throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("cli.dates.remedy"));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <summary>Two times of day with a hyphen between, seconds from midnight; up to 48 hours.</summary>
    public static (int From, int To) Window(string option, string text)
    {
        string[] ends = text.Split('-', '–');
        if (ends.Length == 2 && Clock(ends[0]) is { } from && Clock(ends[1]) is { } to && from <= to) return (from, to);
        throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("cli.window.remedy"));
    }

    /// <summary>A time of day: hours and minutes, the seconds only where there are some; past 24 hours on the day after.</summary>
    public static string ClockText(int seconds)
    {
        string sign = seconds < 0 ? "-" : "";
        (int hours, int minutes, int rest) = (Math.Abs(seconds) / 3600, Math.Abs(seconds) / 60 % 60, Math.Abs(seconds) % 60);
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}:{rest:00}");
    }

    private WalkSettings Settings(ParseResult parsed) => new()
    {
        Kmh = Within(walkKmh, parsed, 0.5, 20),
        MostMinutes = Within(walkMinutes, parsed, 0, 240),
        MostChangeMinutes = Within(changeWalk, parsed, 0, 240),
        ChangeMinutes = Within(change, parsed, 0, 240),
    };

    private static T Within<T>(Option<T> option, ParseResult parsed, T least, T most)
        where T : IComparable<T>
    {
        T value = parsed.GetValue(option)!;
        return value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new InputException(option.Name, null, new Phrase("cli.bad-value", value), new Phrase("cli.between.remedy", least, most));
    }

    private static int? Clock(string text)
    {
        string[] parts = text.Trim().Split(':', '.');
        if (parts.Length is not (2 or 3)) return null;
        int seconds = 0;
        for (int i = 0; i < 3; i++)
        {
            int value = 0;
            if (i < parts.Length && (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out value) || value > (i == 0 ? 48 : 59))) return null;
            seconds = seconds * 60 + value;
        }
        return seconds <= 48 * 3600 ? seconds : null;
    }
}
