using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd.Cases;

/// <summary>
/// The pages under <c>docs/cases</c> are what the command writes, byte for byte. Run with <c>NAVGEO_ACCEPT=1</c> to write
/// them anew, and read the difference before it is committed.
/// </summary>
public class CasePageTests
{
    [Theory]
    [InlineData("hallingdal")]
    [InlineData("lillehammer")]
    [InlineData("nordland")]
    [InlineData("national")]
    [InlineData("survey")]
    [InlineData("siting")]
    public async Task Page_is_what_the_command_writes(string name)
    {
        string written = await Page(name, "en");
        string path = Path.Combine(Root(), "docs", "cases", name + ".md");
        if (Environment.GetEnvironmentVariable("NAVGEO_ACCEPT") == "1") await File.WriteAllTextAsync(path, written);
        Assert.Equal(await File.ReadAllTextAsync(path), written, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("hallingdal", "nn", "ikkje rekna")]
    [InlineData("lillehammer", "nb", "stemmer, av seg selv")]
    [InlineData("national", "nb", "37,6 prosent")]
    [InlineData("survey", "nn", "blir drøfta")]
    [InlineData("siting", "nn", "Kva kvart krav kostar")]
    public async Task Page_speaks_the_users_language(string name, string language, string words) =>
        Assert.Contains(words, await Page(name, language), StringComparison.Ordinal);

    [Fact]
    public async Task Page_goes_to_the_screen_without_a_file()
    {
        CommandRun run = await CommandRun.Of("case", "page", "survey", "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# The survey", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_as_json_holds_the_plain_numbers()
    {
        CommandRun run = await CommandRun.Of("case", "page", "lillehammer", "--json");
        JsonNode page = JsonNode.Parse(run.Output)!;
        Assert.Equal(31, page["printed"]!.AsArray().Count);
        JsonNode joint = page["structures"]!.AsArray().First(s => (string?)s!["id"] == "F1")!["offices"]![0]!;
        Assert.Equal(-1.5m, (decimal)joint["base_allocation_after"]! - (decimal)joint["base_allocation_before"]!);
        run = await CommandRun.Of("case", "page", "survey", "--json");
        Assert.Equal(374, (int)JsonNode.Parse(run.Output)!["sums"]![0]!);
        run = await CommandRun.Of("case", "page", "national", "--json");
        Assert.Equal(18, (int)JsonNode.Parse(run.Output)!["figures"]![0]!["cases"]!);
    }

    [Fact]
    public async Task Unknown_page_is_bad_input_with_the_names_there_are()
    {
        CommandRun run = await CommandRun.Of("case", "page", "atlantis", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("hallingdal, lillehammer, nordland, national, survey, siting", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Page(string name, string language)
    {
        using var folder = new WorkFolder();
        string file = folder.Of(name + ".md");
        CommandRun run = await CommandRun.Of("case", "page", name, "-o", file, "--lang", language, "--quiet");
        Assert.True(run.ExitCode == 0, run.Error);
        return await File.ReadAllTextAsync(file);
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NavGeo.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no NavGeo.sln above the tests");
    }
}
