using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Walking;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo times --mode transit</c>: ways by timetable that one leaves for within a window of a date.</summary>
internal sealed class TransitTimes
{
    private const int Day = 86_400;

    private const string Spread = "spread";

    private readonly Option<string?> date = new("--date") { Description = "With --mode transit: the date, yyyy-mm-dd." };
    private readonly Option<string> window = new("--window") { Description = "With --mode transit: one leaves between these times of day, both included.", DefaultValueFactory = _ => "07:00-09:00" };
    private readonly Option<string> choose = new("--choose") { Description = "With --mode transit: earliest (the way that is there first, leaving as late as one can), fastest, all (a row for each departure worth taking), or spread (least, quarters, median and most over the window, with and without a timetable at hand).", DefaultValueFactory = _ => "earliest" };

    public TransitTimes() => choose.AcceptOnlyFromAmong("earliest", "fastest", "all", Spread);

    public TransitOptions Network { get; } = new();

    /// <summary>Adds the options to the verb.</summary>
    public void AddTo(Command verb)
    {
        Network.AddTo(verb);
        foreach (Option option in (Option[])[date, window, choose]) verb.Options.Add(option);
    }

    /// <summary>What is missing on a command line of this mode: the key of the mistake and its values.</summary>
    public string? Missing(System.CommandLine.Parsing.CommandResult result) =>
        result.GetResult(Network.Timetable) is null ? Network.Timetable.Name : result.GetResult(date) is null ? date.Name : null;

    /// <summary>Measures and writes.</summary>
    public int Run(Screen screen, ParseResult parsed, string? roads, string from, string to, string? file, TextWriter output, CancellationToken cancellation)
    {
        DateOnly day = TransitOptions.Date(date.Name, parsed.GetValue(date) ?? "");
        (int first, int last) = TransitOptions.Window(window.Name, parsed.GetValue(window)!);
        var findings = new Findings();
        IReadOnlyList<NamedPlace> origins = PlaceFile.Read(screen.Files.At(from), findings);
        IReadOnlyList<NamedPlace> destinations = PlaceFile.Read(screen.Files.At(to), findings);
        screen.Show(findings.All);
        TransitNetwork network = Network.Open(screen, parsed, roads, "--roads", cancellation);
        if (!network.Timetable.Dates.Contains(day)) screen.Notice("cli.transit.no-service", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        screen.Progress("cli.measuring", origins.Count, destinations.Count);
        ServiceDay service = network.Day(day, last / 3600 + 26);
        if (parsed.GetValue(choose) == Spread) return RunSpread(screen, network, service, origins, destinations, (first, last), file, output);
        Row[] rows = Measure(network, service, origins, destinations, first, last, parsed.GetValue(choose)!);
        DelimitedWriter table = Table(rows, service.Clock);
        if (file is not null) table.Save(file);
        else if (!screen.IsJson) output.Write(Encoding.UTF8.GetString(table.ToBytes()));
        if (screen.IsJson) screen.Line(Json(rows, service.Clock, network, roads is null).ToJsonString(JsonText.Options));
        return ExitCode.Ok;
    }

    /// <summary>How long it takes over all departures of the window, a row a pair of places.</summary>
    private static int RunSpread(
        Screen screen, TransitNetwork network, ServiceDay service, IReadOnlyList<NamedPlace> origins, IReadOnlyList<NamedPlace> destinations, (int First, int Last) window,
        string? file, TextWriter output)
    {
        int?[][] onFoot = TransitOptions.OnFoot(network, origins, destinations);
        (int from, int to) = (service.Clock.SecondAt(window.First), service.Clock.SecondAt(window.Last));
        // Who sets out at the end of the window waits for what leaves after it.
        List<Journey>[][] ways = JourneyTable.Of(network, service, TransitOptions.StopsNear(network, origins), TransitOptions.StopsNear(network, destinations), new TravelWindow(from, to + Day, to + Day));
        string[] figures = ["least", "quarter", "median", "three_quarters", "most"];
        var table = new DelimitedWriter(
            TableDress.International,
            ["from", "to", "date", "departures", .. figures.Select(f => $"planned_{f}_min"), .. figures.Select(f => $"unplanned_{f}_min"), "reached_share"]);
        var json = new JsonArray();
        for (int i = 0; i < origins.Count; i++)
        {
            for (int j = 0; j < destinations.Count; j++)
            {
                var spread = DepartureSpread.Of(ways[i][j], onFoot[i][j], from, to);
                double?[] planned = [.. figures.Select((_, f) => spread.Planned?[f] / 60.0)], unplanned = [.. spread.Unplanned.Select(s => s / 60.0)];
                table.Text(origins[i].Id).Text(destinations[j].Id).Text(service.Clock.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Whole(spread.Departures);
                foreach (double? minutes in planned.Concat(unplanned)) table.Decimal(minutes, 2);
                table.Decimal(spread.Reached, 4).EndRow();
                json.Add(new JsonObject
                {
                    ["from"] = origins[i].Id,
                    ["to"] = destinations[j].Id,
                    ["departures"] = spread.Departures,
                    ["planned_minutes"] = new JsonArray([.. planned.Select(m => (JsonNode?)m)]),
                    ["unplanned_minutes"] = new JsonArray([.. unplanned.Select(m => (JsonNode?)m)]),
                    ["reached_share"] = spread.Reached,
                });
            }
        }
        if (file is not null) table.Save(file);
        else if (!screen.IsJson) output.Write(Encoding.UTF8.GetString(table.ToBytes()));
        if (screen.IsJson) screen.Line(new JsonObject { ["spread"] = json }.ToJsonString(JsonText.Options));
        return ExitCode.Ok;
    }

    /// <summary>A way from a place to another; none where the status is not ok.</summary>
    private sealed record Row(string From, string To, Journey? Way, string Status);

    private static Row[] Measure(
        TransitNetwork network, ServiceDay service, IReadOnlyList<NamedPlace> origins, IReadOnlyList<NamedPlace> destinations, int first, int last, string choose)
    {
        IReadOnlyList<StopWalk>[] starts = TransitOptions.StopsNear(network, origins);
        IReadOnlyList<StopWalk>[] ends = TransitOptions.StopsNear(network, destinations);
        int?[][] onFoot = TransitOptions.OnFoot(network, origins, destinations);
        (int from, int to) = (service.Clock.SecondAt(first), service.Clock.SecondAt(last));
        List<Journey>[][] ways = JourneyTable.Of(network, service, starts, ends, new TravelWindow(from, to, to + Day));
        List<Journey>[][]? later = ways.Any(w => w.Any(j => j.Count == 0)) ? JourneyTable.Of(network, service, starts, ends, new TravelWindow(to, to + Day, to + Day)) : null;
        var rows = new List<Row>();
        for (int i = 0; i < origins.Count; i++)
        {
            for (int j = 0; j < destinations.Count; j++)
            {
                // Who is there as soon on foot does not ride.
                List<Journey> choice = [.. ways[i][j].Where(w => w.Seconds < (onFoot[i][j] ?? int.MaxValue))];
                if (onFoot[i][j] is { } walk) choice.Add(new Journey(from, from + walk, 0, walk));
                string status = choice.Count > 0 ? "ok"
                    : starts[i].Count == 0 ? "from_too_far_from_stop"
                    : ends[j].Count == 0 ? "to_too_far_from_stop"
                    : later![i][j].Count > 0 ? "no_departure_in_window" : "no_connection";
                rows.AddRange(Chosen(choice, choose).DefaultIfEmpty().Select(way => new Row(origins[i].Id, destinations[j].Id, way, status)));
            }
        }
        return [.. rows];
    }

    private static IEnumerable<Journey?> Chosen(List<Journey> ways, string choose) => choose switch
    {
        "all" => ways.OrderBy(w => w.Leave).ThenBy(w => w.Arrive).Select(w => (Journey?)w),
        "fastest" => ways.OrderBy(w => w.Seconds).ThenBy(w => w.Leave).ThenBy(w => w.Rides).Take(1).Select(w => (Journey?)w),
        _ => ways.OrderBy(w => w.Arrive).ThenByDescending(w => w.Leave).ThenBy(w => w.Rides).Take(1).Select(w => (Journey?)w),
    };

    private static DelimitedWriter Table(IReadOnlyList<Row> rows, DayClock clock)
    {
        var table = new DelimitedWriter(TableDress.International, ["from", "to", "date", "depart", "arrive", "minutes", "transfers", "walk_minutes", "status"]);
        foreach (Row row in rows)
        {
            table.Text(row.From).Text(row.To).Text(clock.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                .Text(row.Way is { } leave ? DayClock.Text(clock.ClockAt(leave.Leave)) : null)
                .Text(row.Way is { } arrive ? DayClock.Text(clock.ClockAt(arrive.Arrive)) : null)
                .Decimal(row.Way?.Seconds / 60.0, 2).Whole(row.Way?.Transfers).Decimal(row.Way?.WalkSeconds / 60.0, 2).Text(row.Status).EndRow();
        }
        return table;
    }

    private static JsonObject Json(IReadOnlyList<Row> rows, DayClock clock, TransitNetwork network, bool isStraight) => new()
    {
        ["walking"] = isStraight ? "straight_lines" : "roads",
        ["walk_kmh"] = network.Walks.Settings.Kmh,
        ["walk_minutes_most"] = network.Walks.Settings.MostMinutes,
        ["change_walk_minutes_most"] = network.Walks.Settings.MostChangeMinutes,
        ["change_minutes"] = network.Walks.Settings.ChangeMinutes,
        ["transfers_most"] = network.MostTransfers,
        ["pairs"] = rows.Select(r => (r.From, r.To)).Distinct().Count(),
        ["reachable"] = rows.Where(r => r.Way is not null).Select(r => (r.From, r.To)).Distinct().Count(),
        ["times"] = new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject
        {
            ["from"] = r.From,
            ["to"] = r.To,
            ["date"] = clock.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["depart"] = r.Way is { } leave ? DayClock.Text(clock.ClockAt(leave.Leave)) : null,
            ["arrive"] = r.Way is { } arrive ? DayClock.Text(clock.ClockAt(arrive.Arrive)) : null,
            ["seconds"] = r.Way?.Seconds,
            ["transfers"] = r.Way?.Transfers,
            ["walk_seconds"] = r.Way?.WalkSeconds,
            ["status"] = r.Status,
        })]),
    };
}
