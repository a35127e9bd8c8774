using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;
using NavGeo.Transit.Search;
using NavGeo.Transit.Visits;
using NavGeo.Transit.Walking;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo visit</c>: can one go there by timetable, be served while it is open, and be home the same day?</summary>
internal static class VisitVerb
{
    /// <summary>So many pairs of places are told in words.</summary>
    private const int MostTold = 12;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var transit = new TransitOptions();
        transit.Timetable.Required = true;
        var roads = new Option<string?>("--roads") { Description = "Roads people walk along: a file of any form in docs/roads.md. Without it they walk straight lines." };
        var dates = new Option<string>("--dates") { Description = "A date, yyyy-mm-dd, or all from one to another: 2025-01-21..2025-05-21.", Required = true };
        var open = new Option<string>("--open") { Description = "Opening hours of the place one goes to.", DefaultValueFactory = _ => "09:00-15:00" };
        var stay = new Option<double>("--stay") { Description = "Minutes one needs there while it is open.", DefaultValueFactory = _ => 45 };
        var within = new Option<string>("--within") { Description = "One leaves home and is home again between these times of the date.", DefaultValueFactory = _ => "00:00-24:00" };
        var from = new Option<string>("--from") { Description = "Places to start from: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites.", Required = true };
        var to = new Option<string>("--to") { Description = "Places to go to: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites.", Required = true };
        var file = new Option<string?>("--output", "-o") { Description = "The CSV file to write; the screen otherwise." };
        var verb = new Command("visit", "On which days one can go there and back by timetable while it is open.") { roads, dates, open, stay, within, from, to, file };
        transit.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            IReadOnlyList<DateOnly> days = TransitOptions.Dates(dates.Name, parsed.GetRequiredValue(dates));
            double minutes = parsed.GetValue(stay);
            if (!(minutes is >= 0 and <= 1440)) throw new InputException(stay.Name, null, new Phrase("cli.bad-value", minutes), new Phrase("cli.between.remedy", 0, 1440));
            var asked = new Asked(TransitOptions.Window(open.Name, parsed.GetValue(open)!), TransitOptions.Window(within.Name, parsed.GetValue(within)!), (int)Math.Round(minutes * 60));
            var findings = new Findings();
            IReadOnlyList<NamedPlace> homes = PlaceFile.Read(screen.Files.At(parsed.GetRequiredValue(from)), findings);
            IReadOnlyList<NamedPlace> sites = PlaceFile.Read(screen.Files.At(parsed.GetRequiredValue(to)), findings);
            screen.Show(findings.All);
            TransitNetwork network = transit.Open(screen, parsed, parsed.GetValue(roads), roads.Name, cancellation);
            if (!days.Any(network.Timetable.Dates.Contains)) screen.Notice("cli.transit.no-service", DateText(days[0]));
            screen.Progress("cli.measuring", homes.Count, sites.Count);
            Row[] rows = Measure(network, homes, sites, days, asked, cancellation);
            Tell(screen, rows);
            DelimitedWriter table = Table(rows);
            if (parsed.GetValue(file) is { } path) table.Save(path);
            else if (!screen.IsJson) output.Write(Encoding.UTF8.GetString(table.ToBytes()));
            if (screen.IsJson) screen.Line(Json(rows, parsed.GetValue(roads) is null).ToJsonString(JsonText.Options));
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    /// <summary>What the command line asks for, seconds of the clock.</summary>
    private sealed record Asked((int From, int To) Open, (int From, int To) Within, int StaySeconds)
    {
        public VisitRule RuleOn(DayClock clock) =>
            new(clock.SecondAt(Open.From), clock.SecondAt(Open.To), StaySeconds, clock.SecondAt(Within.From), clock.SecondAt(Within.To));
    }

    /// <summary>A day on which somebody wants to go there.</summary>
    private sealed record Row(string From, string To, DateOnly Date, RoundTrip? Trip, string Leave, string Home);

    private static Row[] Measure(
        TransitNetwork network, IReadOnlyList<NamedPlace> homes, IReadOnlyList<NamedPlace> sites, IReadOnlyList<DateOnly> days, Asked asked, CancellationToken cancellation)
    {
        IReadOnlyList<StopWalk>[] nearHomes = TransitOptions.StopsNear(network, homes);
        IReadOnlyList<StopWalk>[] nearSites = TransitOptions.StopsNear(network, sites);
        int?[][] onFoot = TransitOptions.OnFoot(network, homes, sites);
        var rows = new Row[homes.Count * sites.Count * days.Count];
        for (int day = 0; day < days.Count; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            ServiceDay service = network.Day(days[day], asked.Within.To / 3600 + 2);
            VisitRule rule = asked.RuleOn(service.Clock);
            List<Journey>[][] there = JourneyTable.Of(network, service, nearHomes, nearSites, rule.Out);
            List<Journey>[][] back = JourneyTable.Of(network, service, nearSites, nearHomes, rule.Back);
            for (int i = 0; i < homes.Count; i++)
            {
                for (int j = 0; j < sites.Count; j++)
                {
                    RoundTrip? trip = RoundTrip.Shortest(rule, there[i][j], back[j][i], onFoot[i][j]);
                    rows[(i * sites.Count + j) * days.Count + day] = new Row(
                        homes[i].Id, sites[j].Id, days[day], trip,
                        trip is { } away ? DayClock.Text(service.Clock.ClockAt(away.Out.Leave)) : "",
                        trip is { } home ? DayClock.Text(service.Clock.ClockAt(home.Back.Arrive)) : "");
                }
            }
        }
        return rows;
    }

    private static void Tell(Screen screen, IReadOnlyList<Row> rows)
    {
        IGrouping<(string From, string To), Row>[] pairs = [.. rows.GroupBy(r => (r.From, r.To))];
        if (pairs.Length > MostTold) return;
        foreach (IGrouping<(string From, string To), Row> pair in pairs)
            screen.Notice("cli.visit.days", pair.Key.From, pair.Key.To, pair.Count(r => r.Trip is not null), pair.Count());
    }

    private static DelimitedWriter Table(IReadOnlyList<Row> rows)
    {
        var table = new DelimitedWriter(TableDress.International, ["from", "to", "date", "possible", "leave", "home", "away_minutes", "stay_minutes"]);
        foreach (Row row in rows)
        {
            table.Text(row.From).Text(row.To).Text(DateText(row.Date)).Flag(row.Trip is not null).Text(row.Leave).Text(row.Home)
                .Decimal(row.Trip?.AwaySeconds / 60.0, 2).Decimal(row.Trip?.StaySeconds / 60.0, 2).EndRow();
        }
        return table;
    }

    private static JsonObject Json(IReadOnlyList<Row> rows, bool isStraight) => new()
    {
        ["walking"] = isStraight ? "straight_lines" : "roads",
        ["days"] = rows.Select(r => r.Date).Distinct().Count(),
        ["pairs"] = new JsonArray([.. rows.GroupBy(r => (r.From, r.To)).Select(p => (JsonNode)new JsonObject
        {
            ["from"] = p.Key.From,
            ["to"] = p.Key.To,
            ["possible_days"] = p.Count(r => r.Trip is not null),
        })]),
        ["visits"] = new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject
        {
            ["from"] = r.From,
            ["to"] = r.To,
            ["date"] = DateText(r.Date),
            ["possible"] = r.Trip is not null,
            ["leave"] = r.Trip is null ? null : r.Leave,
            ["home"] = r.Trip is null ? null : r.Home,
            ["away_seconds"] = r.Trip?.AwaySeconds,
            ["stay_seconds"] = r.Trip?.StaySeconds,
            ["transfers_out"] = r.Trip?.Out.Transfers,
            ["transfers_home"] = r.Trip?.Back.Transfers,
            ["walk_seconds"] = r.Trip is { } t ? t.Out.WalkSeconds + t.Back.WalkSeconds : null,
        })]),
    };

    private static string DateText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
