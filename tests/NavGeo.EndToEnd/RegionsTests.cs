using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary><c>navgeo regions</c> as a user runs it, with and without a case.</summary>
public sealed class RegionsTests
{
    private const string Header = "kommunenummer,region,centre,role,rule,minutes,out_pct,in_pct,margin";

    [Fact]
    public async Task Given_times_and_commuting_attach_as_the_rule_says()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("commuting.csv"), "from,to,workers\n0001,0001,9000\n0002,0001,81\n0002,0002,919\n0003,0001,50\n0001,0003,11\n0003,0003,950\n0004,0001,80\n0004,0004,920\n");
        await File.WriteAllTextAsync(folder.Of("times.csv"), "from,to,minutes,mode\n0002,0001,74.9,\n0003,0001,44.9,car\n0004,0001,20,\n");
        CommandRun run = await CommandRun.Of(
            "regions", "--rule", "ba2020-own-centres", "--times", folder.Of("times.csv"), "--commuting", folder.Of("commuting.csv"), "--centres", "0001",
            "-o", folder.Of("regions.csv"), "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        string[] lines = await File.ReadAllLinesAsync(folder.Of("regions.csv"));
        Assert.Equal(Header, lines[0]);
        string[] explained = await File.ReadAllLinesAsync(folder.Of("regions-explained.csv"));
        Assert.StartsWith("kommunenummer,region,margin_minutes,goes_to,name,", explained[0], StringComparison.Ordinal);
        Assert.Equal(lines.Select(l => l[..10]).Skip(1), explained.Select(l => l[..10]).Skip(1));
        Assert.StartsWith("0001,0001,0001,centre,ba2020-own-centres:given,0.00,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("0002,0001,0001,member,ba2020-own-centres:car75-out8,74.90,8.100,0.000,0.100", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("0003,0001,0001,member,ba2020-own-centres:car45-sum6,44.90,5.000,1.100,0.100", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("0004,0001,0001,member,ba2020-own-centres:car45-sum6,20.00,8.000,0.000,2.000", lines[4], StringComparison.Ordinal);
        Assert.Contains("there are no boundaries", run.Error, StringComparison.Ordinal);
        run = await CommandRun.Of(
            "regions", "--times", folder.Of("times.csv"), "--commuting", folder.Of("commuting.csv"), "--set", "employed_share=1", "-o", folder.Of("regions.csv"), "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        lines = await File.ReadAllLinesAsync(folder.Of("regions.csv"));
        Assert.StartsWith("0001,0001,0001,centre,ba2020:emerged,0.00,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("0002,0001,0001,member,ba2020:car75-out8,74.90,8.100,0.899,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("0003,0003,0003,single,ba2020:own,", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("0004,0001,0001,member,ba2020:car45-sum8,20.00,8.000,0.888,", lines[4], StringComparison.Ordinal);
        Assert.EndsWith(",given", (await File.ReadAllLinesAsync(folder.Of("regions-explained.csv")))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_without_commuting_is_divided_by_time_and_refused_by_rules_that_need_it()
    {
        string hallingdal = Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("regions", hallingdal, "--rule", "time", "--set", "least_inhabitants=4000", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode result = JsonNode.Parse(run.Output)!;
        Assert.Equal(6, (int)result["municipalities"]!);
        Assert.Equal(6, result["placements"]!.AsArray().Count);
        run = await CommandRun.Of("regions", hallingdal, "--lang", "nb");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("regelen ba2020 trenger pendling", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commuting_in_the_case_folder_is_used_and_a_rule_nobody_satisfies_has_its_own_exit_code()
    {
        string commuting = "from,to,workers\n" + string.Concat(((string[])["0615", "0616", "0617", "0618", "0619", "0620"]).Select(n => $"{n},{n},{(n == "0617" ? 900 : 300)}\n{n},0617,50\n".Replace("0617,0617,50\n", "", StringComparison.Ordinal)));
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.Of("c.csv"), commuting);
        string hallingdal = Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        CommandRun run = await CommandRun.Of("regions", hallingdal, "--commuting", folder.Of("c.csv"), "--pin", "Gol", "--explain", "Hemsedal", "--lang", "nn", "-q");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("0618 Hemsedal høyrer til 0617 Gol", run.Output, StringComparison.Ordinal);
        run = await CommandRun.Of("regions", hallingdal, "--commuting", folder.Of("c.csv"), "--rule", "ttwa", "--lang", "en");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no division satisfies the rule ttwa", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "give a case folder", "regions")]
    [InlineData(2, "nut", "regions", "x", "--rule", "nut")]
    [InlineData(1, "does not exist", "regions", "--times", "nowhere.csv", "--commuting", "nowhere.csv")]
    public async Task Mistake_has_its_exit_code(int code, string words, params string[] args)
    {
        CommandRun run = await CommandRun.Of([.. args, "--lang", "en"]);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_parameter_and_wrong_municipality_name_what_there_is()
    {
        string hallingdal = Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        CommandRun run = await CommandRun.Of("regions", hallingdal, "--rule", "time", "--set", "speed=3", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("least_inhabitants", run.Error, StringComparison.Ordinal);
        run = await CommandRun.Of("regions", hallingdal, "--rule", "time", "--explain", "Atlantis", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no municipality 'Atlantis'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_country_gives_table_polygons_and_sheet_and_compares_with_itself()
    {
        string[] files = Files(2020);
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of(
            ["regions", .. files, "--rule", "ttwa", "-o", folder.Of("r.csv"), "--polygons", folder.Of("r.geojson"), "--sheet", folder.Of("r.svg"), "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode result = JsonNode.Parse(run.Output)!;
        Assert.Equal(356, (int)result["municipalities"]!);
        Assert.Equal(0, (int)result["regions_in_pieces"]!);
        Assert.Equal((int)result["regions"]!, JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("r.geojson")))!["features"]!.AsArray().Count);
        Assert.Contains("<svg", await File.ReadAllTextAsync(folder.Of("r.svg")), StringComparison.Ordinal);
        run = await CommandRun.Of(["regions", .. files, "--rule", "fixed", "--division", folder.Of("r.csv"), "--compare", folder.Of("r.csv"), "--json"]);
        JsonNode agreement = JsonNode.Parse(run.Output)!["agreement"]!;
        Assert.Equal((1.0, 0), ((double)agreement["adjusted_rand"]!, (int)agreement["moved_count"]!));
    }

    [Fact]
    public async Task Matrix_of_another_year_is_refused_unless_the_years_are_given()
    {
        string[] files = Files(2020);
        files[5] = Data("commuting/pendling_03321_2018.csv.gz");
        CommandRun run = await CommandRun.Of(["regions", .. files, "--lang", "en"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the matrix (year 2018) is of other municipalities", run.Error, StringComparison.Ordinal);
        run = await CommandRun.Of(["regions", .. files, "--codes", "2018-2020", "--json", "--lang", "en"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("1850 → 1806", run.Error, StringComparison.Ordinal);
        JsonNode result = JsonNode.Parse(run.Output)!;
        Assert.Equal((356, 2018, "both_ends"), ((int)result["municipalities"]!, (int)result["year"]!, (string)result["times"]!));
        Assert.InRange((long)result["workers"]!, 2_667_158 - 200, 2_667_158 + 200);
    }

    [Fact]
    public async Task Page_is_what_the_command_writes()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of(
        [
            "regions", .. Files(2018), "--page", folder.Of("regions.md"), "--questions", "nordland", "--lang", "en", "--quiet",
            "--later-municipalities", Data("municipalities/kommune_2020.geojson"), "--later-commuting", Data("commuting/pendling_03321_2020.csv.gz"),
        ]);
        Assert.True(run.ExitCode == 0, run.Error);
        string written = await File.ReadAllTextAsync(folder.Of("regions.md"));
        string path = Path.Combine(Checkout.Root, "docs", "cases", "regions.md");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1") await File.WriteAllTextAsync(path, written);
        Assert.Equal(await File.ReadAllTextAsync(path), written, ignoreLineEndingDifferences: true);
    }

    private static string[] Files(int year) =>
    [
        "--roads", Data("roads/n1000.gpkg"), "--municipalities", Data($"municipalities/kommune_{year}.geojson"),
        "--commuting", Data($"commuting/pendling_03321_{year}.csv.gz"), "--population", Data("population/ru250m_2015.csv"),
    ];

    private static string Data(string name)
    {
        string path = Path.Combine(Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data"), name);
        Assert.SkipUnless(File.Exists(path), $"real data not found at {path}; set NAVGEO_DATA");
        return path;
    }
}
