using System.Text.Json.Nodes;

namespace NavGeo.EndToEnd;

/// <summary>A case in one workbook, by the command: given to begin from, read by every verb, and made a folder again.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public async Task Embedded_case_as_workbook_gives_the_answers_of_its_folder()
    {
        using var folder = new WorkFolder();
        string book = folder.Of("min sak.xlsx");
        CommandRun given = await CommandRun.Of("demo", "lillehammer", "--as-case", book);
        Assert.True(given.ExitCode == 0, given.Error);
        string plain = DemoTests.EmbeddedCase("lillehammer");
        foreach (string[] verb in (string[][])
            [["compare", "@", "--json"], ["case", "page", "@", "--json"], ["times", "--roads", "@", "--from", "@", "--to", "@"]])
        {
            CommandRun fromBook = await CommandRun.Of([.. verb.Select(v => v == "@" ? book : v)]);
            CommandRun fromFolder = await CommandRun.Of([.. verb.Select(v => v == "@" ? plain : v)]);
            Assert.True(fromBook.ExitCode == 0, fromBook.Error);
            Assert.Equal(WithoutSources(fromFolder.Output), WithoutSources(fromBook.Output));
        }
    }

    [Fact]
    public async Task Workbook_becomes_a_folder_and_a_folder_a_workbook()
    {
        using var folder = new WorkFolder();
        Assert.Equal(0, (await CommandRun.Of("demo", "hallingdal", "--as-case", folder.Of("case"))).ExitCode);
        Assert.Equal(0, (await CommandRun.Of("case", "workbook", folder.Of("case"), "-o", folder.Of("x.xlsx"))).ExitCode);
        Assert.Equal(0, (await CommandRun.Of("case", "workbook", folder.Of("x.xlsx"), "-o", folder.Of("again"))).ExitCode);
        Assert.Equal(0, (await CommandRun.Of("case", "check", folder.Of("again"))).ExitCode);
        CommandRun over = await CommandRun.Of("case", "workbook", folder.Of("x.xlsx"), "-o", folder.Of("again"));
        Assert.Equal(1, over.ExitCode);
        CommandRun csv = await CommandRun.Of("case", "workbook", folder.Of("case"), "-o", folder.Of("x.csv"), "--lang", "en");
        Assert.Equal(1, csv.ExitCode);
        Assert.Contains("a workbook is written as .xlsx", csv.Error, StringComparison.Ordinal);
        CommandRun both = await CommandRun.Of("case", "workbook", folder.Of("x.xlsx"), "-o", folder.Of("y.xlsx"));
        Assert.Equal(1, both.ExitCode);
        Assert.False(File.Exists(folder.Of("y.xlsx")) || Directory.Exists(folder.Of("y.xlsx")));
    }

    [Fact]
    public async Task Package_is_one_file_that_gives_the_answers_of_its_folder_wherever_it_is_opened()
    {
        using var folder = new WorkFolder();
        string roads = folder.Of("annet sted/veier.navnet");
        string case1 = folder.Of("saker/min sak");
        Directory.CreateDirectory(Path.GetDirectoryName(roads)!);
        Directory.CreateDirectory(Path.GetDirectoryName(case1)!);
        Assert.Equal(0, (await CommandRun.Of("demo", "lillehammer", "--as-case", case1)).ExitCode);
        // The roads lie outside the folder, as they do where a county keeps its own.
        Assert.Equal(0, (await CommandRun.Of("network", "build", Path.Combine(case1, "roads.csv"), "-o", roads)).ExitCode);
        File.Delete(Path.Combine(case1, "roads.csv"));
        string settings = Path.Combine(case1, "case.json");
        string json = await File.ReadAllTextAsync(settings);
        await File.WriteAllTextAsync(settings, json.Replace("\"files\": {}", "\"files\": {\"roads\": {\"path\": \"../../annet sted/veier.navnet\"}}", StringComparison.Ordinal));
        CommandRun plain = await CommandRun.Of("compare", case1, "--json");
        Assert.True(plain.ExitCode == 0, plain.Error);
        foreach (string name in (string[])["a.zip", "b.zip"])
        {
            CommandRun packed = await CommandRun.Of("case", "pack", case1, "-o", folder.Of(name));
            Assert.True(packed.ExitCode == 0, packed.Error);
        }
        Assert.Equal(await File.ReadAllBytesAsync(folder.Of("a.zip")), await File.ReadAllBytesAsync(folder.Of("b.zip")));

        Directory.Move(folder.Of("saker"), folder.Of("borte"));
        File.Delete(roads);
        CommandRun sent = await CommandRun.Of("compare", folder.Of("a.zip"), "--json");
        Assert.True(sent.ExitCode == 0, sent.Error);
        Assert.Equal(WithoutSources(plain.Output), WithoutSources(sent.Output));
        Assert.Equal(0, (await CommandRun.Of("case", "pack", folder.Of("a.zip"), "-o", folder.Of("pakket ut"))).ExitCode);
        Assert.Equal(0, (await CommandRun.Of("case", "check", folder.Of("pakket ut"))).ExitCode);

        // What a user's right click makes of the folder is one as well; what would leave the folder, or is cut off, is none.
        System.IO.Compression.ZipFile.CreateFromDirectory(folder.Of("pakket ut"), folder.Of("c.zip"), System.IO.Compression.CompressionLevel.Fastest, includeBaseDirectory: true);
        Assert.Equal(0, (await CommandRun.Of("case", "check", folder.Of("c.zip"))).ExitCode);
        await File.WriteAllBytesAsync(folder.Of("d.zip"), (await File.ReadAllBytesAsync(folder.Of("a.zip")))[..2000]);
        using (var evil = System.IO.Compression.ZipFile.Open(folder.Of("c.zip"), System.IO.Compression.ZipArchiveMode.Update)) evil.CreateEntry("pakket ut/../../over.csv");
        File.Copy(folder.Of("a.zip"), folder.Of("e.zip"));
        using (var bomb = System.IO.Compression.ZipFile.Open(folder.Of("e.zip"), System.IO.Compression.ZipArchiveMode.Update))
        {
            using Stream zeros = bomb.CreateEntry("bomb.csv").Open();
            zeros.Write(new byte[20_000_000]);
        }
        foreach (string name in (string[])["c.zip", "d.zip", "e.zip"])
        {
            CommandRun refused = await CommandRun.Of("compare", folder.Of(name));
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(name, refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Template_is_told_sheet_by_sheet_what_it_lacks()
    {
        using var folder = new WorkFolder();
        CommandRun made = await CommandRun.Of("case", "workbook", "-o", folder.Of("mal.xlsx"));
        Assert.True(made.ExitCode == 0, made.Error);
        CommandRun check = await CommandRun.Of("case", "check", folder.Of("mal.xlsx"));
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("mal.xlsx, ark Sak, rad 1: date mangler", check.Error, StringComparison.Ordinal);
        Assert.Contains("mal.xlsx, ark Kommuner: tabellen har overskrifter, men ingen rader", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_write_into_a_workbook_is_refused_before_it_begins()
    {
        using var folder = new WorkFolder();
        await CommandRun.Of("demo", "hallingdal", "--as-case", folder.Of("x.xlsx"));
        byte[] before = await File.ReadAllBytesAsync(folder.Of("x.xlsx"), TestContext.Current.CancellationToken);
        CommandRun site = await CommandRun.Of("site", folder.Of("x.xlsx"), "--model", "p-median", "--p", "2", "--save-as", "Z", "--lang", "en");
        Assert.Equal(1, site.ExitCode);
        Assert.Contains("NavGeo adds no rows to a workbook", site.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Of("x.xlsx"), TestContext.Current.CancellationToken));
    }

    /// <summary>A workbook is one source, a folder as many as it has files.</summary>
    private static string WithoutSources(string output)
    {
        if (!output.StartsWith('{')) return output;
        JsonObject json = JsonNode.Parse(output)!.AsObject();
        foreach (string member in (string[])["sources", "inputs", "provenance"]) json.Remove(member);
        return json.ToJsonString();
    }
}
