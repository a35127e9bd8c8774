using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NavGeo.Planning.Language;
using NavGeo.Reports.Catalogue;

namespace NavGeo.EndToEnd;

/// <summary>An indicator of the catalogue stands wherever structures are compared, with the same number.</summary>
public sealed class IndicatorTests
{
    private static readonly Phrasebook Nynorsk = Phrasebook.For(UserLanguage.Nynorsk);

    private string[] what = [];

    [Fact]
    public async Task Every_indicator_stands_in_json_csv_screen_page_and_report_with_the_same_number()
    {
        using var folder = new WorkFolder();
        what = [await WithLeaders(folder.Of("case")), "--least-people", "5"];
        string screen = await Run("compare", "--lang", "nn", "--all");
        string first = await Run("compare", "--lang", "nn");
        JsonArray json = JsonNode.Parse(await Run("compare", "--lang", "nb", "--json", "-o", folder.Of("t")))!["structures"]!.AsArray();
        string page = await RunPage(folder.Of("page.md"));
        await Run("report", "--lang", "nn", "-o", folder.Of("r"), "--format", "html", "--municipalities", "none");
        string report = WebUtility.HtmlDecode(await Read(folder.Of("r/hallingdal-report.html")));
        string[][] csv = [.. (await Read(folder.Of("t/indicators.csv"))).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split(';'))];
        foreach (IndicatorGroup group in IndicatorCatalogue.Groups)
        {
            foreach (IGrouping<string, Indicator> named in group.Indicators.GroupBy(i => i.Member))
            {
                foreach ((int at, Indicator indicator) in named.Index())
                {
                    string title = indicator.Title(Nynorsk);
                    int column = Array.IndexOf(csv[0], indicator.Key);
                    Assert.True(column >= 0, indicator.Key);
                    if (indicator.Key == "only_by_passenger_boat")
                    {
                        // No such boat in Hallingdal: nothing to tell, and no row of nothing.
                        Assert.Empty(csv[1][column]);
                        Assert.DoesNotContain($"| {title} |", page, StringComparison.Ordinal);
                        continue;
                    }
                    string row = Assert.Single(page.Split('\n'), l => l.StartsWith($"| {title} |", StringComparison.Ordinal) && l.Count(c => c == '|') == json.Count + 2);
                    string[] cells = [.. row.Split('|')[2..^1].Select(c => c.Trim())];
                    Assert.Contains(report.Split("<tr>"), r => Plain(r).SequenceEqual([title, .. cells]));
                    Assert.Contains(screen.Split('\n'), l => l.Contains($"  {title} ", StringComparison.Ordinal) && l.TrimEnd().EndsWith(' ' + cells[5], StringComparison.Ordinal));
                    Assert.Equal(indicator.Prominence >= Prominence.Pages, first.Contains($"\n  {title} ", StringComparison.Ordinal));
                    for (int s = 0; s < json.Count; s++)
                    {
                        JsonNode? node = json[s]![group.Member]![named.Key];
                        JsonNode? value = named.Count() > 1 ? node![at] : node;
                        string written = csv[s + 1][column];
                        Assert.Equal(value is null, written.Length == 0);
                        if (value is null) continue;
                        double exact = (double)value / (indicator.Unit.JsonFactor ?? 1);
                        Assert.Equal(exact, double.Parse(written.Replace(',', '.'), CultureInfo.InvariantCulture), Math.Pow(10, -indicator.Unit.FileDecimals));
                    }
                }
            }
        }
    }

    /// <summary>Hallingdal with as many leaders as offices, which its report does not count.</summary>
    private static async Task<string> WithLeaders(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] structures = ["A", "B", "C", "D", "E", "B1", "C1", "D1", "E1", "G"];
        foreach (string file in Directory.EnumerateFiles(DemoTests.EmbeddedCase("hallingdal"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "leaders.csv"), ["structure,leader,number", .. structures.Select((s, i) => $"{s},leader,{i + 1}")], TestContext.Current.CancellationToken);
        return folder;
    }

    private static IEnumerable<string> Plain(string row) => row.Split(["<td", "<th"], StringSplitOptions.None).Skip(1)
        .Select(c => c[(c.IndexOf('>', StringComparison.Ordinal) + 1)..]).Select(c => c[..Math.Max(0, c.IndexOf('<', StringComparison.Ordinal))]);

    private async Task<string> Run(string verb, params string[] options)
    {
        CommandRun run = await CommandRun.Of([verb, .. what, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    private async Task<string> RunPage(string path)
    {
        CommandRun run = await CommandRun.Of(["case", "page", .. what, "--lang", "nn", "-o", path]);
        Assert.True(run.ExitCode == 0, run.Error);
        return await Read(path);
    }

    private static Task<string> Read(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
