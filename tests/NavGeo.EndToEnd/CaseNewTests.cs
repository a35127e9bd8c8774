using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary><c>navgeo case new</c>: a case a Norwegian planner opens in Excel and asks about regions at once.</summary>
public sealed class CaseNewTests
{
    /// <summary>A square around Gol and one around Geilo whose outline crosses itself.</summary>
    private const string Boundaries = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"kommunenummer":"0617","kommunenavn":"Gol"},"geometry":{"type":"Polygon","coordinates":[[[8.8,60.6],[9.1,60.6],[9.1,60.8],[8.8,60.8],[8.8,60.6]]]}},
        {"type":"Feature","properties":{"kommunenummer":"0620","kommunenavn":"Hol"},"geometry":{"type":"Polygon","coordinates":[[[8.1,60.4],[8.4,60.7],[8.4,60.4],[8.1,60.7],[8.1,60.4]]]}}]}
        """;

    [Fact]
    public async Task Case_is_dressed_for_a_norwegian_excel_with_its_commuting_and_without_notes_on_others()
    {
        using var folder = new WorkFolder();
        CommandRun run = await Make(folder, "--municipalities", "0617", "--commuting", await Commuting(folder));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain("Hol", run.Error, StringComparison.Ordinal);
        byte[] table = await File.ReadAllBytesAsync(folder.Of("new/municipalities.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], table[..3]);
        string[] lines = await File.ReadAllLinesAsync(folder.Of("new/municipalities.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("kommunenummer;name;population;centre_lon;centre_lat", lines[0]);
        Assert.Equal("0617;Gol;400;8,946100;60,700100", lines[1]);
        JsonNode settings = JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("new/case.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal("nb", (string?)settings["language"]);
        Assert.EndsWith("commuting.csv", (string?)settings["files"]!["commuting"]!["path"], StringComparison.Ordinal);
        CommandRun check = await CommandRun.Of("case", "check", folder.Of("new"));
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.DoesNotContain("Hol", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_case_has_commas_and_its_files_are_listed_for_programs()
    {
        using var folder = new WorkFolder();
        CommandRun run = await Make(folder, "--lang", "en", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(4, (int)JsonNode.Parse(run.Output)!["count"]!);
        Assert.StartsWith("kommunenummer,name,", await File.ReadAllTextAsync(folder.Of("new/municipalities.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Hol", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task District_by_its_name_needs_no_file_and_its_case_may_be_moved()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("case", "new", folder.Of("made"), "--municipalities", "Valdres");
        Assert.True(run.ExitCode == 0, run.Error);
        Directory.Move(folder.Of("made"), folder.Of("Sak på nytt sted"));
        CommandRun compare = await CommandRun.Of("compare", folder.Of("Sak på nytt sted"), "--json");
        Assert.True(compare.ExitCode == 0, compare.Error);
        JsonNode root = JsonNode.Parse(compare.Output)!;
        Assert.InRange((long)root["structures"]![0]!["access"]!["people"]!, 17_000, 19_000);
        Assert.DoesNotContain(folder.Of("made"), await File.ReadAllTextAsync(folder.Of("Sak på nytt sted/case.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        CommandRun misspelt = await CommandRun.Of("case", "new", folder.Of("x"), "--municipalities", "Valders", "--lang", "en");
        Assert.Equal(1, misspelt.ExitCode);
        Assert.Contains("did you mean Valdres", misspelt.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of("x")));
    }

    [Theory]
    [InlineData("id,lon,lat,people\na,8.9461,60.7001,400\nb,8.2,60.5,300\n")]
    [InlineData("id,lon,lat,people\na,8.9461,61.7001,400\n")]
    public async Task What_is_made_every_verb_opens_also_without_people(string people)
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("boundaries.geojson"), Boundaries, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("people.csv"), people, TestContext.Current.CancellationToken);
        await CommandRun.Of("network", "build", DemoTests.EmbeddedCase("hallingdal"), "-o", folder.Of("roads.navnet"));
        string made = folder.Of("Ål_2018");
        CommandRun run = await CommandRun.Of(
            "case", "new", made, "--roads", folder.Of("roads.navnet"), "--demand", folder.Of("people.csv"), "--boundaries", folder.Of("boundaries.geojson"), "--code-year", "2018");
        Assert.True(run.ExitCode == 0, run.Error);
        foreach (string[] verb in (string[][])[["case", "check", made], ["compare", made], ["case", "page", made], ["map", made, "-o", folder.Of("map")], ["export", made, "-o", folder.Of("tables")], ["report", made, "-o", folder.Of("report")], ["regions", made, "--rule", "time"]])
        {
            CommandRun opened = await CommandRun.Of(verb);
            Assert.True(opened.ExitCode == 0, $"{string.Join(' ', verb)}: {opened.Error}");
        }
    }

    private static async Task<string> Commuting(WorkFolder folder)
    {
        await File.WriteAllTextAsync(folder.Of("commuting.csv"), "from,to,workers\n0617,0617,200\n", TestContext.Current.CancellationToken);
        return folder.Of("commuting.csv");
    }

    private static async Task<CommandRun> Make(WorkFolder folder, params string[] more)
    {
        await File.WriteAllTextAsync(folder.Of("boundaries.geojson"), Boundaries, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("people.csv"), "id,lon,lat,people\na,8.9461,60.7001,400\nb,8.2,60.5,300\n", TestContext.Current.CancellationToken);
        await CommandRun.Of("network", "build", DemoTests.EmbeddedCase("hallingdal"), "-o", folder.Of("roads.navnet"));
        return await CommandRun.Of(
        [
            "case", "new", folder.Of("new"), "--roads", folder.Of("roads.navnet"), "--demand", folder.Of("people.csv"),
            "--boundaries", folder.Of("boundaries.geojson"), "--code-year", "2018", .. more,
        ]);
    }
}
