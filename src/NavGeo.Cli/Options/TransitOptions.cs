using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
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
    private const int MostTransfers = 20, MostTold = 30;

    private readonly Option<double> walkKmh = new("--walk-kmh") { Description = "Walking pace, km/h.", DefaultValueFactory = _ => new WalkSettings().Kmh };
    private readonly Option<double> walkMinutes = new("--walk-minutes") { Description = "Nobody walks longer than so many minutes to the first stop, from the last one, or all the way.", DefaultValueFactory = _ => new WalkSettings().MostMinutes };
    private readonly Option<double> changeWalk = new("--change-walk-minutes") { Description = "Nobody walks longer than so many minutes between two stops.", DefaultValueFactory = _ => new WalkSettings().MostChangeMinutes };
    private readonly Option<double> change = new("--change-minutes") { Description = "Minutes a change at a stop takes at least where the timetable does not say.", DefaultValueFactory = _ => new WalkSettings().ChangeMinutes };
    private readonly Option<int> transfers = new("--transfers") { Description = "At most so many changes.", DefaultValueFactory = _ => TransitNetwork.UsualTransfers };
    private readonly Option<string[]> takeOut = new("--take-out") { Description = "What if a departure is taken out: the stop's name or id and the time, e.g. \"Værøy 09:15\".", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> shift = new("--shift") { Description = "What if a departure is moved: the stop, the time and minutes later, or earlier with a minus, e.g. \"Værøy 09:15 -30\".", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> addLine = new("--add-line") { Description = "What if a line is added: a CSV with trip,stop,time and for new stops lon,lat; line and weekdays where wanted.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> booked = new("--booked") { Description = "Use departures that are to be booked beforehand too." };

    /// <summary>The timetables.</summary>
    public Option<string[]> Timetable { get; } = new("--timetable") { Description = "Timetables: GTFS or NeTEx (Nordic profile) as zip, folder or file; several are put together.", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (Option[])[Timetable, walkKmh, walkMinutes, changeWalk, change, transfers, booked, takeOut, shift, addLine]) verb.Options.Add(option);
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
        timetable = Edited(screen, parsed, timetable, findings);
        IWalkNetwork walks = new StraightWalks(timetable, settings);
        if (roads is not null)
        {
            RoadNetwork network = RoadReading.OpenOnFoot(screen, roads, findings, cancellation);
            var byRoad = new RoadWalks(network.Graph, network.Water, MapProjection.ForEpsg(network.Graph.Epsg).ToPlane, timetable, settings);
            if (byRoad.StopsOffRoad > 0) screen.Notice("cli.transit.off-road", byRoad.StopsOffRoad);
            walks = byRoad;
        }
        screen.Show(findings.All);
        if (Changes(parsed) is { Count: > 0 } changes) screen.Notice("edits.head", string.Join("; ", changes.Select(screen.Texts.Say)));
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
        if (ends.Length == 2 && TimeText.Seconds(ends[0]) is { } from && TimeText.Seconds(ends[1]) is { } to && from <= to) return (from, to);
        throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("cli.window.remedy"));
    }

    /// <summary>What the user asks about of the timetables, in words.</summary>
    public IReadOnlyList<Phrase> Changes(ParseResult parsed) =>
    [
        .. (parsed.GetValue(takeOut) ?? []).Select(t => new Phrase("timetable.edit.taken-out", t)), .. (parsed.GetValue(shift) ?? []).Select(t => new Phrase("timetable.edit.shifted", t)),
        .. (parsed.GetValue(addLine) ?? []).Select(f => new Phrase("timetable.edit.added", Path.GetFileName(f))),
    ];

    /// <summary>The timetable with the departures taken out, moved and added that the user asks about.</summary>
    private Timetable Edited(Screen screen, ParseResult parsed, Timetable timetable, Findings findings)
    {
        foreach (string text in parsed.GetValue(takeOut) ?? []) timetable = Try(takeOut.Name, timetable, Departure(takeOut.Name, text, text, null));
        foreach (string text in parsed.GetValue(shift) ?? [])
        {
            int at = text.TrimEnd().LastIndexOf(' ');
            if (at < 0 || !int.TryParse(text[at..], NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int minutes) || minutes is < -1440 or > 1440)
                throw new InputException(shift.Name, null, new Phrase("cli.bad-value", text), new Phrase("timetable.edit.remedy"));
            timetable = Try(shift.Name, timetable, Departure(shift.Name, text, text[..at], minutes));
        }
        foreach (string file in parsed.GetValue(addLine) ?? [])
        {
            foreach (AddedTrip trip in AddedLineFile.Read(screen.Files.At(file), findings)) timetable = Try(file, timetable, trip);
        }
        return timetable;
    }

    private static Timetable Try(string option, Timetable timetable, TimetableEdit edit)
    {
        try
        {
            return TimetableEdit.Apply(timetable, [edit]);
        }
        catch (UnknownDepartureException unknown)
        {
            Phrase remedy = unknown.Others.Count == 0 ? new Phrase("timetable.edit.no-stop.remedy")
                : new Phrase("timetable.edit.no-departure.remedy", string.Join(", ", unknown.Others.Take(MostTold).Select(DayClock.Text)));
            throw new InputException(option, null, new Phrase(unknown.Others.Count == 0 ? "timetable.edit.no-stop" : "timetable.edit.no-departure", unknown.Edit.Stop, DayClock.Text(unknown.Edit.Clock)), remedy);
        }
        catch (ArgumentException)
        {
            throw new InputException(option, null, new Phrase("cli.bad-value", option), new Phrase("timetable.edit.remedy"));
        }
    }

    private static MovedDeparture Departure(string option, string text, string stopAndTime, int? minutes)
    {
        int at = stopAndTime.TrimEnd().LastIndexOf(' ');
        return at > 0 && TimeText.Seconds(stopAndTime[at..]) is { } clock
            ? new MovedDeparture(stopAndTime[..at].Trim(), clock, minutes * 60)
            : throw new InputException(option, null, new Phrase("cli.bad-value", text), new Phrase("timetable.edit.remedy"));
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
}
