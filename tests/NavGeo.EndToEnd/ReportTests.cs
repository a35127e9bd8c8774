using System.Diagnostics;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace NavGeo.EndToEnd;

/// <summary><c>navgeo report</c> as users run it.</summary>
public class ReportTests
{
    [Fact]
    public async Task Report_is_written_and_made_again_without_a_difference()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("report", "lillehammer", "-o", folder.Of("out"), "--format", "html", "--close", "Fv 254", "--lang", "nn", "--quiet");
        Assert.True(run.ExitCode == 0, run.Error);
        string file = folder.Of("out/lillehammer-report.html");
        Assert.Contains("Fv 254", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        run = await CommandRun.Of("report", "--from", file, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        JsonNode answer = JsonNode.Parse(run.Output)!;
        Assert.Empty(answer["differences"]!.AsArray());
        Assert.True((int)answer["values"]! > 500);
    }

    [Fact]
    public async Task Report_of_one_structure_answers_for_it_and_speaks_of_no_other()
    {
        using var folder = new WorkFolder();
        CommandRun run = await CommandRun.Of("report", "hallingdal", "-o", folder.Of("out"), "--format", "html", "--structures", "A", "--municipalities", "none", "--lang", "nb", "--quiet");
        Assert.True(run.ExitCode == 0, run.Error);
        string report = await File.ReadAllTextAsync(folder.Of("out/hallingdal-report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Rapporten gjelder én modell: A Dagens organisering.", report, StringComparison.Ordinal);
        Assert.Contains("5 kontorer, 6 åpne tjenestesteder. 98,8 % har høyst 30 minutter; snittet er 7,3 minutter.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("andre modellene", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_case_is_told_with_what_differs()
    {
        using var folder = new WorkFolder();
        string copy = folder.Of("case");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(DemoTests.EmbeddedCase("lillehammer"))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        Assert.Equal(0, (await CommandRun.Of("report", copy, "-o", folder.Of("out"), "--format", "html", "--quiet")).ExitCode);
        string sites = Path.Combine(copy, "municipalities.csv");
        string text = await File.ReadAllTextAsync(sites);
        string people = text.Split('\n')[1].Split(',')[2];
        await File.WriteAllTextAsync(sites, text.Replace("," + people + ",", "," + (int.Parse(people, null) + 1) + ",", StringComparison.Ordinal));
        CommandRun run = await CommandRun.Of("report", "--from", folder.Of("out/lillehammer-report.html"), "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("values differ", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Slow, and LibreOffice is no part of the build machine: run with <c>NAVGEO_SLOW=1</c>.</summary>
    [Theory]
    [InlineData("hallingdal", "nb", 20, 60)]
    [InlineData("hallingdal", "nn", 20, 60)]
    [InlineData("hallingdal", "en", 20, 60)]
    [InlineData("lillehammer", "nb", 15, 50)]
    [InlineData("lillehammer", "nn", 15, 50)]
    [InlineData("lillehammer", "en", 15, 50)]
    [InlineData("nordland", "nb", 50, 120)]
    [InlineData("nordland", "nn", 50, 120)]
    [InlineData("nordland", "en", 50, 120)]
    public async Task LibreOffice_turns_the_Word_report_into_pages(string name, string language, int fewest, int most)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("NAVGEO_SLOW") == "1", "slow: run with NAVGEO_SLOW=1 and LibreOffice Writer installed");
        using var folder = new WorkFolder();
        Assert.Equal(0, (await CommandRun.Of("report", name, "-o", folder.Of("out"), "--format", "docx", "--lang", language, "--quiet")).ExitCode);
        string file = folder.Of($"out/{name}-report.docx");
        using (WordprocessingDocument document = WordprocessingDocument.Open(file, isEditable: false))
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var office = Process.Start(new ProcessStartInfo(
            "soffice", [$"-env:UserInstallation=file://{folder.Of("profile")}", "--headless", "--convert-to", "pdf", "--outdir", folder.Of("out"), file])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        string said = await office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(office.ExitCode == 0 && !said.Contains("Error", StringComparison.OrdinalIgnoreCase), said);
        string pdf = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.Of($"out/{name}-report.pdf"), TestContext.Current.CancellationToken));
        Assert.InRange(pdf.Split("/Type/Page/").Length - 1, fewest, most);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "--from", "nothing.html")]
    [InlineData("report", "lillehammer", "--municipalities", "9999")]
    [InlineData("report", "lillehammer", "--format", "pptx")]
    public async Task Mistake_is_bad_input(params string[] words) => Assert.Equal(1, (await CommandRun.Of(words)).ExitCode);
}
