namespace NavGeo.EndToEnd;

/// <summary>Files of other years than the case: followed where the numbers tell how, else told before anything hangs on it.</summary>
public sealed class OtherYearTests
{
    [Fact]
    public async Task Commuting_of_another_year_follows_renumbered_municipalities_by_itself()
    {
        using var folder = new WorkFolder();
        string made = await Made(folder, "Alta, Hammerfest", "from,to,workers,year\n5403,5403,9000,2020\n5406,5406,5000,2020\n5403,5406,40,2020\n1507,1507,9,2020\n");
        CommandRun check = await CommandRun.Of("case", "check", made, "--lang", "en");
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("commuting.csv: the matrix of 2020 is recoded to the numbers of 2024", check.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("regions", made)).ExitCode);
    }

    [Fact]
    public async Task Commuting_that_cannot_be_followed_is_told_by_check_and_leaves_its_section_out_with_the_reason()
    {
        using var folder = new WorkFolder();
        string made = await Made(folder, "Ålesund, Haram", "from,to,workers,year\n1507,1507,9000,2020\n");
        CommandRun check = await CommandRun.Of("case", "check", made, "--lang", "en");
        Assert.True(check.ExitCode == 0, check.Error);
        const string Reason = "1507 was parted";
        Assert.Contains("warning: ", check.Error, StringComparison.Ordinal);
        Assert.Contains(Reason, check.Error, StringComparison.Ordinal);
        CommandRun report = await CommandRun.Of("report", made, "-o", folder.Of("out"), "--format", "html", "--lang", "en");
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Contains(Reason, report.Error, StringComparison.Ordinal);
        string html = await File.ReadAllTextAsync(Directory.GetFiles(folder.Of("out"), "*.html")[0], TestContext.Current.CancellationToken);
        Assert.Contains(Reason, html, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.Of("regions", made)).ExitCode);
        Assert.Equal(1, (await CommandRun.Of("report", made, "-o", folder.Of("out"), "--rule", "ba2020")).ExitCode);
    }

    [Fact]
    public async Task Objections_that_no_report_can_read_are_told_by_check()
    {
        using var folder = new WorkFolder();
        string made = folder.Of("case");
        await CommandRun.Of("demo", "hallingdal", "--as-case", made);
        await File.WriteAllTextAsync(Path.Combine(made, "objections.csv"), "model,text\nA,for langt\n", TestContext.Current.CancellationToken);
        CommandRun check = await CommandRun.Of("case", "check", made, "--lang", "en");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("objections.csv:1: column structure is missing", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("norway:boundaries-2018.geojson", "2024", "the file has municipality numbers of 2018, but --code-year is 2024; write --code-year 2018")]
    [InlineData("norway:boundaries-2024.geojson", "2018", "the file has municipality numbers of 2024, but --code-year is 2018; write --code-year 2024")]
    public async Task Boundaries_of_one_year_with_the_codes_of_another_are_refused(string boundaries, string year, string told)
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("case", "new", folder.Of("x"), "--municipalities", "Valdres", "--boundaries", boundaries, "--code-year", year, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_baseline_and_date_are_set_without_json()
    {
        using var folder = new WorkFolder();
        string made = folder.Of("case");
        await CommandRun.Of("demo", "hallingdal", "--as-case", made);
        CommandRun set = await CommandRun.Of("case", "set", made, "--name", "Hallingdal på nytt", "--baseline", "E", "--date", "2024-01-01");
        Assert.True(set.ExitCode == 0, set.Error);
        string json = await File.ReadAllTextAsync(Path.Combine(made, "case.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"name\": \"Hallingdal på nytt\"", json, StringComparison.Ordinal);
        Assert.Contains("\"baseline\": \"E\"", json, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("case", "check", made)).ExitCode);
        foreach (string[] wrong in (string[][])[["--baseline", "Z"], ["--date", "1.1.2024"], ["--name", " "], []])
            Assert.Equal(1, (await CommandRun.Of(["case", "set", made, .. wrong])).ExitCode);
        Assert.Equal(json, await File.ReadAllTextAsync(Path.Combine(made, "case.json"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nb-NO", "Kommandoer:")]
    [InlineData("nn-NO", "Kommandoar:")]
    [InlineData("de-DE", "Commands:")]
    public async Task Help_is_in_the_language_of_the_machine(string culture, string heading)
    {
        using var output = new StringWriter();
        await NavGeo.Cli.NavGeoCommand.RunAsync(["--help"], output, TextWriter.Null, System.Globalization.CultureInfo.GetCultureInfo(culture));
        Assert.Contains(heading, output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> Made(WorkFolder folder, string municipalities, string commuting)
    {
        await File.WriteAllTextAsync(folder.Of("commuting.csv"), commuting, TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.Of("case", "new", folder.Of("made"), "--municipalities", municipalities, "--commuting", folder.Of("commuting.csv"), "--name", " ");
        Assert.True(run.ExitCode == 0, run.Error);
        return folder.Of("made");
    }
}
