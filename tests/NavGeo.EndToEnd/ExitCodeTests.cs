namespace NavGeo.EndToEnd;

public sealed class ExitCodeTests
{
    [Fact]
    public async Task Missing_case_is_bad_input_with_the_file_named()
    {
        CommandRun run = await CommandRun.Of("compare", "no-such-case");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("case.json", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("compare")]
    [InlineData("demo", "oslo")]
    [InlineData("times", "--roads", "x.gpkg")]
    public async Task Command_that_is_not_understood_is_usage(params string[] args) =>
        Assert.Equal(2, (await CommandRun.Of(args)).ExitCode);

    [Theory]
    [InlineData("--port", "99999")]
    [InlineData("serve", "--port", "-1")]
    [InlineData("case", "new", "nowhere", "--municipalities", ",")]
    public async Task Value_that_cannot_be_is_bad_input(params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(args[^2], run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("nowhere"));
    }

    [Fact]
    public async Task Unknown_structure_names_those_there_are()
    {
        CommandRun run = await CommandRun.Of("compare", DemoTests.EmbeddedCase("hallingdal"), "--structures", "Z", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("choose among A, B, C", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_a_road_that_is_not_there_is_bad_input()
    {
        CommandRun run = await CommandRun.Of("compare", DemoTests.EmbeddedCase("hallingdal"), "--close", "rv 999");
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Case_with_a_mistake_leaves_no_half_written_output()
    {
        using var folder = new WorkFolder();
        foreach (string file in Directory.GetFiles(DemoTests.EmbeddedCase("hallingdal")))
        {
            Directory.CreateDirectory(folder.Of("case"));
            File.Copy(file, folder.Of("case/" + Path.GetFileName(file)));
        }
        string roads = folder.Of("case/roads.csv");
        string[] lines = await File.ReadAllLinesAsync(roads, TestContext.Current.CancellationToken);
        lines[16] = lines[16].Replace(",road,", ",road?,", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(roads, lines, TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("export", folder.Of("case"), "-o", folder.Of("out"), "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("roads.csv:17", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of("out")));
    }

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        CommandRun run = await CommandRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        foreach (string verb in (string[])["demo", "network", "times", "case", "compare", "map", "export"])
            Assert.Contains(verb, run.Output, StringComparison.Ordinal);
    }
}
