using System.Globalization;
using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

public sealed class WhatIfTests
{
    private static readonly string Roads = Path.Combine(Checkout.Root, "data", "hallingdal");

    // Ål over the mountain to Hemsedal as the crow flies, and a ferry that nobody needs.
    private const string Links =
        """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "properties": { "kmh": 80 },
            "geometry": { "type": "LineString", "coordinates": [[8.5625, 60.6295], [8.5559, 60.8639]] } },
          { "type": "Feature", "properties": { "kind": "ferry", "minutes": 45, "headway": 60, "name": "Krøderen" },
            "geometry": { "type": "LineString", "coordinates": [[9.64, 60.165], [9.648, 60.157]] } } ] }
        """;

    private const string Scenario =
        """
        { "name": "Vinter", "case": "hallingdal", "generator": "NavGeo", "sources": {}, "edits": [
            { "kind": "chooseStructure", "structure": "E" }, { "kind": "setWinter", "isWinter": true, "slowerPercent": 15 },
            { "kind": "closeStretch", "road": "rv 7", "from": "gol", "to": "al" },
            { "kind": "setSpeed", "road": "rv 52", "kmh": 50 } ], "sentences": [], "objections": [] }
        """;

    [Fact]
    public async Task Added_road_shortens_the_way_it_is_built_for()
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "al,8.5625,60.6295", "hemsedal,8.5559,60.8639", "gol,8.9461,60.7001");
        await File.WriteAllTextAsync(folder.Of("new.geojson"), Links, TestContext.Current.CancellationToken);
        double[] before = await Minutes(folder);
        double[] after = await Minutes(folder, "--add", folder.Of("new.geojson"));
        // 26 km at 80 km/h are some 20 minutes.
        Assert.InRange(after[1], 19, 23);
        Assert.True(before[1] > 40, $"{before[1]}");
        for (int i = 0; i < before.Length; i++) Assert.True(after[i] <= before[i] + 0.01, $"{i}: {before[i]} -> {after[i]}");
        CommandRun compared = await CommandRun.Of("compare", Roads, "--structures", "A", "--add", folder.Of("new.geojson"), "--json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        Assert.Contains("add-road 80 km/h", compared.Output, StringComparison.Ordinal);
        Assert.Contains("add-ferry 2700000 ms every 60 min", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_road_is_closed_by_its_number()
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "al,8.5625,60.6295", "hemsedal,8.5559,60.8639");
        await File.WriteAllTextAsync(
            folder.Of("new.geojson"), Links.Replace("\"kmh\": 80", "\"kmh\": 80, \"road\": \"Rv 998\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        double[] before = await Minutes(folder);
        double[] built = await Minutes(folder, "--add", folder.Of("new.geojson"));
        double[] closed = await Minutes(folder, "--add", folder.Of("new.geojson"), "--close", "rv 998");
        Assert.True(built[1] < before[1] - 10);
        Assert.Equal(before[1], closed[1], 0.11);
    }

    /// <summary>That a meeting and a case mean the same is held by a test of theirs.</summary>
    [Fact]
    public async Task Winter_takes_a_tenth_longer_in_the_command()
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "al,8.5625,60.6295", "gol,8.9461,60.7001");
        double[] winter = await Minutes(folder, "--season", "winter");
        Assert.Equal(await Minutes(folder, "--winter-slower", "10"), winter);
        Assert.InRange(winter[1] / (await Minutes(folder, "--season", "summer"))[1], 1.08, 1.11);
        Assert.Equal(1.0, (await Minutes(folder, "--season", "winter", "--winter-slower", "0"))[1] / (await Minutes(folder))[1], 0.001);
    }

    [Theory]
    [InlineData("""{ "type": "FeatureCollection", "features": [] }""", "holds no line")]
    [InlineData("""{ "type": "Feature", "properties": {}, "geometry": { "type": "LineString", "coordinates": [[8.5, 60.6], [8.6, 60.6]] } }""", "feature 1")]
    [InlineData("""{ "type": "Feature", "properties": { "kmh": 80, "minutes": 3 }, "geometry": { "type": "LineString", "coordinates": [[8.5, 60.6], [8.6, 60.6]] } }""", "says twice")]
    [InlineData("""{ "type": "Feature", "properties": { "kmh": 80 }, "geometry": { "type": "Point", "coordinates": [8.5, 60.6] } }""", "no line")]
    [InlineData("""{ "type": "Feature", "properties": { "kmh": 80, "kind": "rail" }, "geometry": { "type": "LineString", "coordinates": [[8.5, 60.6], [8.6, 60.6]] } }""", "rail")]
    [InlineData("{", "new.geojson")]
    public async Task Unusable_file_of_links_is_an_error_with_its_feature(string text, string words)
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "al,8.5625,60.6295");
        await File.WriteAllTextAsync(folder.Of("new.geojson"), text, TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of(
            "times", "--roads", Roads, "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), "--add", folder.Of("new.geojson"), "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    /// <summary>What <c>network info</c> prints is what <c>--no-ferry</c> takes, for a ferry whose table gives it no name.</summary>
    [Fact]
    public async Task Ferry_is_taken_out_by_the_name_that_is_printed()
    {
        using var folder = new WorkFolder();
        Directory.CreateDirectory(folder.Of("net"));
        await File.WriteAllTextAsync(folder.Of("net/places.csv"), "place,lon,lat,name\na,5.0,61.0,Vik\nb,5.1,61.0,Sund\nc,4.9,61.0,Nes\nd,5.2,61.0,Moen\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.Of("net/roads.csv"), "from,to,road,km,minutes,kind\nc,a,Fv 5,5.5,6,road\na,b,Fv 5,5.5,20,ferry\nb,d,Fv 5,5.5,6,road\n", TestContext.Current.CancellationToken);
        await WritePlaces(folder, "nes,4.9,61.0", "moen,5.2,61.0");
        CommandRun info = await CommandRun.Of("network", "info", folder.Of("net"), "--lang", "en");
        Assert.True(info.ExitCode == 0, info.Error);
        Assert.Matches(@"│ (Vik–Sund|Sund–Vik) \* +│ Fv 5 +│ yes +│ +5\.5 │ +20 │ +20 \* │ +10 \* │", info.Output);
        CommandRun with = await CommandRun.Of("times", "--roads", folder.Of("net"), "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), "--quiet");
        Assert.Contains("nes,moen,42.0", with.Output, StringComparison.Ordinal);
        CommandRun without = await CommandRun.Of(
            "times", "--roads", folder.Of("net"), "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), "--no-ferry", "Vik–Sund", "--quiet");
        Assert.Contains("nes,moen,,,no_connection", without.Output, StringComparison.Ordinal);
        CommandRun unknown = await CommandRun.Of(
            "times", "--roads", folder.Of("net"), "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), "--no-ferry", "Vik–Oslo", "--lang", "en");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("network info ROADFILE --ferries", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_stretch_of_a_road_leaves_the_rest_of_it_open()
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "geilo,8.2075,60.5324", "gol,8.9461,60.7001", "eidfjord,7.0712,60.4653");
        double[] before = await Minutes(folder);
        double[] after = await Minutes(folder, "--close", "rv 7 7.2522,60.4235 7.8692,60.5161");
        Assert.Equal(before[1], after[1]);
        Assert.True(double.IsNaN(after[2]) || after[2] > before[2] + 30, $"{before[2]} -> {after[2]}");
        CommandRun wrong = await CommandRun.Of(
            "times", "--roads", Roads, "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), "--close", "rv 7 8.2,60.5", "--lang", "en");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("a stretch between two points", wrong.Error, StringComparison.Ordinal);
    }

    /// <summary>That a meeting gives the same is held by a test of the edits themselves.</summary>
    [Fact]
    public async Task Scenario_of_a_meeting_is_replayed_by_every_verb_that_shows_a_case()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("s.json"), Scenario, TestContext.Current.CancellationToken);
        string[] replayed = [Roads, "--structures", "E", "--scenario", folder.Of("s.json"), "--lang", "en"];
        JsonNode byFile = JsonNode.Parse((await CommandRun.Of(["compare", .. replayed, "--json"])).Output)!;
        JsonNode byOptions = JsonNode.Parse((await CommandRun.Of(
            "compare", Roads, "--structures", "E", "--close", "rv 7 gol al", "--winter-slower", "15", "--speed", "rv 52 50", "--lang", "en", "--json")).Output)!;
        Assert.Equal(byOptions.ToJsonString(), byFile.ToJsonString());
        CommandRun shown = await CommandRun.Of(["compare", .. replayed]);
        Assert.Contains("15 % longer (an assumption); Closed Rv 7 between Gol and Ål, 23.1 km, to through traffic: those who live along it come out; Set the speed on Rv 52 to 50 km/h.", shown.Output, StringComparison.Ordinal);
        foreach (string[] verb in (string[][])[["map", "--kinds", "times"], ["export", "--format", "geojson"], ["report", "--format", "html", "--municipalities", "none"]])
        {
            CommandRun run = await CommandRun.Of([verb[0], .. replayed, "-o", folder.Of(verb[0]), .. verb[1..]]);
            Assert.True(run.ExitCode == 0, run.Error);
        }
        string[] written =
        [
            await File.ReadAllTextAsync(folder.Of("map/E.svg"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(folder.Of("report/hallingdal-report.html"), TestContext.Current.CancellationToken),
        ];
        Assert.All(written, text => Assert.Contains("Closed Rv 7 between", text, StringComparison.Ordinal));
        Assert.Contains("close-stretch Rv 7", await File.ReadAllTextAsync(folder.Of("export/E-cells.geojson"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"gol\"", "\"oslo\"", "s.json:3: ")]
    [InlineData("rv 52", "rv 998", "s.json:4: ")]
    [InlineData("setWinter", "setSummer", "s.json:2: ")]
    [InlineData("\"hallingdal\"", "\"nordland\"", "belongs to the case nordland")]
    public async Task Scenario_that_does_not_fit_is_an_error_with_its_line(string right, string wrong, string words)
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("s.json"), Scenario.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("compare", Roads, "--scenario", folder.Of("s.json"), "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roads_of_an_area_are_closed_and_a_slower_road_takes_longer()
    {
        using var folder = new WorkFolder();
        await WritePlaces(folder, "geilo,8.2075,60.5324", "gol,8.9461,60.7001", "al,8.5625,60.6295");
        double[] before = await Minutes(folder);
        double[] flooded = await Minutes(folder, "--close", "8.3,60.5 8.45,60.5 8.45,60.65 8.3,60.65");
        Assert.True(double.IsNaN(flooded[1]) || flooded[1] > before[1] + 5, $"{before[1]} -> {flooded[1]}");
        Assert.Equal(before[5], flooded[5]);
        Assert.True((await Minutes(folder, "--speed", "rv 7 20"))[1] > before[1]);
    }

    private static Task WritePlaces(WorkFolder folder, params string[] rows) =>
        File.WriteAllTextAsync(folder.Of("p.csv"), "id,lon,lat\n" + string.Join('\n', rows) + "\n", TestContext.Current.CancellationToken);

    /// <summary>Minutes of the table row by row; not a number where there is no way.</summary>
    private static async Task<double[]> Minutes(WorkFolder folder, params string[] options)
    {
        CommandRun run = await CommandRun.Of(["times", "--roads", Roads, "--from", folder.Of("p.csv"), "--to", folder.Of("p.csv"), .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return
        [
            .. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
                .Select(row => row.Split(',')[2])
                .Select(text => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)),
        ];
    }
}
