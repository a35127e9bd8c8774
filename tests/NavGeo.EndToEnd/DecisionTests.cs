using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>Ledger, sentences, staff travel and robustness as a user asks for them.</summary>
public sealed class DecisionTests
{
    [Fact]
    public async Task Compare_says_who_loses_in_hol_when_all_is_gathered_at_gol()
    {
        CommandRun run = await CommandRun.Of("compare", DemoTests.EmbeddedCase("hallingdal"), "--structures", "E1", "--lang", "nn", "-q", "--all");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\d\u00A0\d{3} innbyggjarar i Hol får lengre veg, \d\u00A0\d{3} av dei får ei reisetid på over 30 minutt \(høgst 30 før\); ingen får kortare veg\.", run.Output);
        Assert.Contains("Timar i året er rekna ut (overslag: 0,46 besøk", run.Output, StringComparison.Ordinal);
        Assert.Contains("ulikskap i reisetid (Gini: 0 likt for alle, 1 alt på éin)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nearest", 0)]
    [InlineData("own-office", 0)]
    [InlineData("opening-days", 10_000)]
    [InlineData("today:mo", 10_000)]
    [InlineData("today:ti", 0)]
    public async Task Access_rule_decides_whether_two_days_a_week_is_a_loss(string rule, long least)
    {
        JsonNode result = await Json("compare", DemoTests.EmbeddedCase("hallingdal"), "--structures", "G", "--access", rule);
        Assert.Equal(rule, (string)result["access_rule"]!);
        long lose = (long)result["structures"]![1]!["change"]!["lose"]!;
        Assert.True(least == 0 ? lose == 0 : lose > least, $"{rule}: {lose}");
    }

    [Fact]
    public async Task Unknown_access_rule_is_bad_input()
    {
        CommandRun run = await CommandRun.Of("compare", DemoTests.EmbeddedCase("hallingdal"), "--access", "sunday", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("write nearest, own-office, opening-days, today:mo, today:ti, today:on, today:to, today:fr, appointment or video", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_and_robustness_are_in_json_and_tables()
    {
        using var folder = new WorkFolder();
        JsonNode result = await Json(
            "compare", DemoTests.EmbeddedCase("hallingdal"), "--structures", "E,E1", "--staff", "--robustness", "-o", folder.Of("t"),
            "--contacts", "1");
        JsonNode one = result["staff_travel"]!.AsArray().Single(s => (string)s!["structure"]! == "E1")!;
        Assert.True((bool)one["counsellors_assumed"]!);
        Assert.Equal((double)one["hours"]!, one["roads"]!.AsArray().Sum(r => (double)r!["hours"]!), 6);
        Assert.Equal("Rv 7", (string)one["roads"]![0]!["road"]!);
        Assert.Equal(1m, (decimal)result["contacts"]!["visits_per_inhabitant_year"]!);
        JsonArray closures = result["robustness"]!.AsArray().Single(s => (string)s!["structure"]! == "E1")!["closures"]!.AsArray();
        Assert.Contains(closures, c => (string)c!["road"]! == "Rv 7" && (long)c["delayed"]! > 1000);
        foreach (string table in (string[])["ledger", "ledger_places", "sentences", "staff", "staff_trips", "staff_roads", "robustness"])
            Assert.True(new FileInfo(folder.Of($"t/{table}.csv")).Length > 100, table);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Everything_is_shown_in_every_language(string language)
    {
        CommandRun run = await CommandRun.Of(
            "compare", DemoTests.EmbeddedCase("nordland"), "--structures", "TO-senter", "--staff", "--robustness", "--lang", language, "-q");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Bodø–Røst", run.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Json(params string[] args)
    {
        CommandRun run = await CommandRun.Of([.. args, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonNode.Parse(run.Output)!;
    }
}
