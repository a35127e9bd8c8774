using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>The table of verbs and modes in docs/transit.md, run cell by cell on Hallingdal; the boats of Nordland, which nobody there takes, are its timetable.</summary>
public sealed class TravelModeTests
{
    private static readonly string Hallingdal = Path.Combine(Checkout.Root, "data", "hallingdal");
    private static readonly string Boats = Path.Combine(Checkout.Root, "data", "nordland", "boats");

    /// <summary>What each verb is given besides its mode, and what besides that by timetable.</summary>
    private static readonly Dictionary<string, (string[] Always, string[] ByTimetable)> Verbs = new(StringComparer.Ordinal)
    {
        ["times"] = (["--roads", Hallingdal, "--from", Hallingdal, "--to", Hallingdal], ["--date", "2018-03-05"]),
        ["reach"] = (["--roads", Hallingdal, "--from", Hallingdal, "--minutes", "10"], []),
        ["compare"] = ([Hallingdal, "--structures", "E1", "--json"], ["--dates", "2018-03-05"]),
        ["site"] = ([Hallingdal, "--model", "p-median", "--p", "6", "--json"], ["--dates", "2018-03-05", "--walk-minutes", "240"]),
        ["regions"] = ([Hallingdal, "--rule", "time"], ["--date", "2018-03-05"]),
        ["map"] = ([Hallingdal, "--structures", "E1", "--kinds", "times", "-o", "out"], ["--dates", "2018-03-05"]),
        ["export"] = ([Hallingdal, "--structures", "E1", "--format", "geojson", "-o", "out"], ["--dates", "2018-03-05"]),
        ["report"] = ([Hallingdal, "--structures", "E1", "--format", "html", "--municipalities", "none", "-o", "out"], ["--dates", "2018-03-05"]),
    };

    public static TheoryData<string, string, bool> Cells()
    {
        var cells = new TheoryData<string, string, bool>();
        string[][] rows = [.. File.ReadLines(Path.Combine(Checkout.Root, "docs", "transit.md"))
            .SkipWhile(l => !l.StartsWith("| `--mode` |", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];
        foreach (string[] row in rows.Skip(2))
        {
            for (int column = 1; column < row.Length; column++) cells.Add(row[0].Trim('`'), rows[0][column], row[column] == "yes");
        }
        return cells;
    }

    [Fact]
    public void Table_has_every_verb_that_takes_a_mode() =>
        Assert.Equal(Verbs.Keys.Order(StringComparer.Ordinal), Cells().Select(c => c.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Verb_goes_by_the_modes_the_table_says(string verb, string mode, bool isThere)
    {
        using var folder = new WorkFolder();
        (string[] always, string[] byTimetable) = Verbs[verb];
        string[] command = [verb, .. always.Select(a => a == "out" ? folder.Of("out") : a), "--mode", mode, .. mode == "transit" ? ["--timetable", Boats, .. byTimetable] : (string[])[]];
        CommandRun run = await CommandRun.Of(command);
        Assert.True(run.ExitCode == (isThere ? 0 : 2), $"{string.Join(' ', command)}: {run.ExitCode}\n{run.Error}");
    }

    /// <summary>A meeting's edits of departures, hours and sites, replayed by the command from the scenario file, give the meeting's own numbers.</summary>
    [Fact]
    public async Task Scenario_of_a_meeting_with_a_timetable_gives_its_numbers_again()
    {
        string nordland = Path.Combine(AppContext.BaseDirectory, "data", "nordland");
        using var folder = new WorkFolder();
        await using MeetingServer meeting = await MeetingServer.Start(caseFolder: nordland, with: MeetingVisitTests.ByBoat, visits: MeetingVisitTests.Week);
        using var client = new HttpClient { BaseAddress = meeting.Address };
        (await client.PostAsJsonAsync("api/join", new { name = "Kari" })).EnsureSuccessStatusCode();
        foreach (string edit in (string[])
        [
            """{"kind":"setSiteDays","structure":"A","site":"vaeroy","days":0}""", """{"kind":"setSiteDays","structure":"A","site":"rost","days":0}""",
            """{"kind":"takeOutDeparture","stop":"Røst","minute":300}""", """{"kind":"moveDeparture","stop":"Værøy","minute":660,"later":-30}""",
            """{"kind":"setSiteHours","structure":"TO-senter","site":"bodo","opens":1200,"closes":1320}""",
            """{"kind":"addSite","structure":"A","site":"Bodø sør","longitude":14.4009,"latitude":67.2856,"days":5}""",
        ])
        {
            using var content = new StringContent(edit, System.Text.Encoding.UTF8, "application/json");
            HttpResponseMessage made = await client.PostAsync(new Uri("api/edits", UriKind.Relative), content);
            Assert.True(made.IsSuccessStatusCode, edit + await made.Content.ReadAsStringAsync());
        }
        string file = folder.Of("meeting.json");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(new Uri("api/scenario.json", UriKind.Relative)));
        JsonNode there = JsonNode.Parse(await client.GetStringAsync(new Uri("api/visits", UriKind.Relative)))!;
        string[] byBoat = ["--timetable", Boats, "--dates", "2018-03-05..2018-03-09", "--scenario", file, "--least-people", "5"];

        CommandRun compared = await CommandRun.Of(["compare", nordland, "--mode", "transit", "--json", .. byBoat]);
        Assert.True(compared.ExitCode == 0, compared.Error);
        Assert.Equal(
            there["structures"]!.AsArray().Select(s => ((string)s!["id"]!, (long)s["withDay"]!, (long)s["withoutDay"]!)).Order(),
            JsonNode.Parse(compared.Output)!["structures"]!.AsArray().Select(s => ((string)s!["structure"]!, (long)s["people_with_day"]!, (long)s["people_without_day"]!)).Order());

        CommandRun exported = await CommandRun.Of(["export", nordland, "--format", "geojson", "-o", folder.Of("out"), .. byBoat]);
        Assert.True(exported.ExitCode == 0, exported.Error);
        Assert.Equal(
            JsonNode.Parse(await client.GetStringAsync(new Uri("api/visits/layers/A", UriKind.Relative)))!["features"]!.ToJsonString(),
            JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("out/A-visits.geojson"), TestContext.Current.CancellationToken))!["features"]!.ToJsonString());

        // By car the numbers are the same with and without boats; without the timetable the file cannot be replayed, and the line is named.
        Assert.Equal(0, (await CommandRun.Of(["compare", nordland, "--json", .. byBoat])).ExitCode);
        CommandRun refused = await CommandRun.Of("compare", nordland, "--scenario", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--timetable", refused.Error, StringComparison.Ordinal);
        Assert.Matches(@"meeting\.json:\d+", refused.Error);
    }

    /// <summary>Those of Moskenes walk to their own site: fifteen minutes more at the counter are fifteen more away for each of them.</summary>
    [Fact]
    public async Task Site_for_those_without_a_car_costs_all_the_time_they_are_away()
    {
        string nordland = Path.Combine(Checkout.Root, "data", "nordland");
        CommandRun run = await CommandRun.Of(
            "site", nordland, "--municipalities", "1874", "--candidates", "sites", "--model", "p-median", "--p", "1", "--mode", "transit", "--timetable", Boats,
            "--dates", "2018-03-05", "--stay", "45", "--walk-minutes", "240", "--walk-kmh", "20", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal("transit", answer.RootElement.GetProperty("mode").GetString());
        // Whoever lives at the door is away for the stay itself, and nobody for less.
        double people = answer.RootElement.GetProperty("objective").GetDouble();
        CommandRun longer = await CommandRun.Of(
            "site", nordland, "--municipalities", "1874", "--candidates", "sites", "--model", "p-median", "--p", "1", "--mode", "transit", "--timetable", Boats,
            "--dates", "2018-03-05", "--stay", "60", "--walk-minutes", "240", "--walk-kmh", "20", "--json");
        using var stays = JsonDocument.Parse(longer.Output);
        double more = stays.RootElement.GetProperty("objective").GetDouble() - people;
        Assert.True(more > 0 && Math.Abs(more / 15 - Math.Round(more / 15)) < 1e-6, $"{people}, {more}");
    }
}
