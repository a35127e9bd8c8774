using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NavGeo.EndToEnd;

/// <summary>The same job three ways with the program that is handed out: by the page without one typed path, by a workbook, by commands.</summary>
public sealed partial class StartPageTests
{
    [Fact]
    public async Task Page_workbook_and_commands_give_the_same_figures()
    {
        Assert.SkipUnless(File.Exists(PublishedProgramTests.Program), "run ./publish linux-x64 first");
        using var home = new WorkFolder();
        JsonNode byPage = await ByPage(home);

        await PublishedProgramTests.Run(home, "case", "new", "valdres", "--municipalities", "Valdres");
        await PublishedProgramTests.Run(home, "case", "workbook", "valdres", "-o", "valdres.xlsx");
        string table = home.Of("valdres/structures.csv");
        string[] lines = await File.ReadAllLinesAsync(table);
        string[][] modelB = [.. lines.Skip(1).Select(l => l.Split(';')).Where(f => f[6] != "3454").Select(ModelB)];
        await File.WriteAllLinesAsync(table, [.. lines, .. modelB.Select(f => string.Join(';', f))]);
        AddRows(home.Of("valdres.xlsx"), modelB);

        JsonNode byCommands = await Figures(home, "valdres"), byWorkbook = await Figures(home, "valdres.xlsx");
        Assert.Equal(["A", "B"], byCommands.AsArray().Select(s => (string)s!["id"]!));
        Assert.NotEqual(byCommands[0]!["access"]!.ToJsonString(), byCommands[1]!["access"]!.ToJsonString());
        Assert.Equal(byCommands.ToJsonString(), byWorkbook.ToJsonString());
        Assert.Equal(Unnamed(byCommands), Unnamed(byPage));
        foreach (string given in (string[])["valdres", "valdres.xlsx"])
        {
            await PublishedProgramTests.Run(home, "report", given, "-o", "rapport-" + Path.GetExtension(given).TrimStart('.'));
            Assert.NotEmpty(Directory.GetFiles(home.Of("rapport-" + Path.GetExtension(given).TrimStart('.')), "*.docx"));
        }
    }

    /// <summary>New case, copy today as B, give Vang to the neighbour, close its site, meeting, report: clicks and one word of search.</summary>
    private static async Task<JsonNode> ByPage(WorkFolder home)
    {
        await using MeetingBrowser browser = await MeetingBrowser.Start();
        using StartProgram program = await StartProgram.Run(isPublished: true);
        Words words = Spoken["nb"];
        IPage page = await browser.Open(program.Address, "nb");
        await page.GetByLabel(words.Municipalities).FillAsync("vald");
        await page.GetByRole(AriaRole.Button, new() { Name = "Valdres", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.Make }).ClickAsync();
        await Expect(page.GetByText(words.Sound)).ToBeVisibleAsync();
        await CopyAndMove(page, words);
        await page.GetByLabel("Kontor for tjenestestedet Vang i modell B", new() { Exact = true }).SelectOptionAsync("");
        await Expect(page.GetByText(words.Saved)).ToBeHiddenAsync();
        await Expect(page.GetByText(words.Saved)).ToBeVisibleAsync();
        string start = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = words.Meet }).ClickAsync();
        await page.Locator(".models button", new() { HasText = "B" }).ClickAsync();
        await Expect(page.Locator(".models button[aria-pressed=true]")).ToContainTextAsync("B");
        var meeting = new Uri(new Uri(page.Url), "api/comparison?lang=nb");
        JsonNode answered = JsonNode.Parse(await (await page.APIRequest.GetAsync(meeting.ToString())).TextAsync())!["structures"]!;
        await page.GotoAsync(start);
        IDownload report = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Rapport (Word)" }).ClickAsync(), new() { Timeout = 180_000 });
        Assert.Equal("PK", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(await report.PathAsync()), 0, 2));
        JsonNode figures = await Figures(home, Path.Combine(program.CasesFolder, "Valdres"));
        // A meeting of all rounds small places; the times are the same.
        for (int i = 0; i < 2; i++) Assert.Equal((double)figures[i]!["access"]!["mean_minutes"]!, (double)answered[i]!["access"]!["mean_minutes"]!, 1.0);
        return figures;
    }

    private static async Task<JsonNode> Figures(WorkFolder home, string given) =>
        JsonNode.Parse(await PublishedProgramTests.Run(home, "compare", given, "--json"))!["structures"]!;

    /// <summary>Today's row as model B has it: the office of Nord-Aurdal takes Vang and closes its site.</summary>
    private static string[] ModelB(string[] today)
    {
        string[] row = ["B", "Modell B", "Modell B", "Modell B", .. today[4..]];
        return row[6] != "3451" ? row : [.. row[..6], "3451|3454", "3451", "5"];
    }

    /// <summary>Rows below those of the sheet of structures, as a spreadsheet writes text that is typed.</summary>
    private static void AddRows(string workbook, string[][] rows)
    {
        using ZipArchive package = ZipFile.Open(workbook, ZipArchiveMode.Update);
        ZipArchiveEntry sheet = package.Entries.First(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && Text(e).Contains("(structure)", StringComparison.Ordinal)
            && Text(e).Contains("(office)", StringComparison.Ordinal) && Text(e).Contains("(host)", StringComparison.Ordinal));
        string xml = Text(sheet);
        int next = RowPattern().Count(xml) + 1;
        // The sheet has a column for one name in all languages before those for each.
        string added = string.Concat(rows.Select((row, r) => $"<x:row r=\"{next + r}\">" + string.Concat(row.Select((field, f) => (Field: field, Column: (char)('A' + f + (f > 0 ? 1 : 0))))
            .Where(c => c.Field.Length > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"<x:c r=\"{c.Column}{next + r}\" t=\"inlineStr\"><x:is><x:t>{c.Field}</x:t></x:is></x:c>"))) + "</x:row>"));
        using Stream stream = sheet.Open();
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(xml.Replace("</x:sheetData>", added + "</x:sheetData>", StringComparison.Ordinal)));
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The page calls a model as its user does.</summary>
    private static string Unnamed(JsonNode structures)
    {
        JsonNode copy = structures.DeepClone();
        foreach (JsonNode? structure in copy.AsArray()) structure!.AsObject().Remove("name");
        return copy.ToJsonString();
    }

    [GeneratedRegex("<x:row ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowPattern();
}
