using System.Diagnostics;

namespace NavGeo.EndToEnd;

/// <summary>Whatever a verb makes of a case, it opens each file of it once, and none twice. Counted by the kernel.</summary>
public sealed class OpenedOnceTests : IDisposable
{
    private static readonly string[] Hallingdal = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "hallingdal"))];

    private readonly WorkFolder folder = new();

    [Theory]
    [InlineData("compare", "CASE", "--json")]
    [InlineData("regions", "CASE", "--rule", "time")]
    [InlineData("report", "CASE", "-o", "OUT")]
    [InlineData("export", "CASE", "-o", "OUT")]
    [InlineData("map", "CASE", "-o", "OUT")]
    [InlineData("case", "page", "CASE")]
    [InlineData("case", "check", "CASE")]
    [InlineData("uncertainty", "CASE", "--draws", "20")]
    [InlineData("futures", "CASE")]
    [InlineData("sweep", "CASE", "--over", "sites", "-o", "OUT.csv")]
    [InlineData("site", "CASE", "--model", "p-median", "--p", "6", "--json")]
    public async Task Case_of_tables_is_read_once(params string[] words)
    {
        Directory.CreateDirectory(folder.Of("case"));
        foreach (string file in Hallingdal) File.Copy(file, folder.Of(Path.Combine("case", Path.GetFileName(file))));
        await File.WriteAllTextAsync(folder.Of("case/objections.csv"), "structure,text\nA,Too far\n", TestContext.Current.CancellationToken);
        IReadOnlyDictionary<string, int> opened = await Opened(words, folder.Of("case"));
        foreach (string name in (string[])["case.json", "roads.csv", "places.csv", "demand.csv", "structures.csv"]) Assert.Contains(name, opened.Keys);
    }

    [Theory]
    [InlineData("compare", "CASE", "--json")]
    [InlineData("regions", "CASE", "--rule", "ba2020")]
    [InlineData("report", "CASE", "-o", "OUT", "--municipalities", "none", "--format", "html")]
    [InlineData("export", "CASE", "-o", "OUT", "--format", "gpkg")]
    [InlineData("map", "CASE", "-o", "OUT", "--kinds", "times")]
    [InlineData("regions", "--roads", "n1000.gpkg", "--municipalities", "kommune_2018.geojson", "--population", "ru250m_2015.csv", "--commuting", "pendling_03321_2018.csv.gz", "--rule", "ba2020")]
    [InlineData("regions", "--roads", "n1000.gpkg", "--municipalities", "n1000.gpkg", "--rule", "time")]
    public async Task Files_that_a_case_names_are_read_once(params string[] words)
    {
        if (words.Contains("CASE")) await CaseOfFiles();
        else Copied();
        IReadOnlyDictionary<string, int> opened = await Opened(words, folder.Of("case"), folder.Of("files"));
        Assert.Contains("n1000.gpkg", opened.Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Meeting_reads_its_case_once_whatever_is_taken_away_from_it(bool namesFiles)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "inotify");
        if (namesFiles)
        {
            await CaseOfFiles();
        }
        else
        {
            Directory.CreateDirectory(folder.Of("case"));
            foreach (string file in Hallingdal) File.Copy(file, folder.Of(Path.Combine("case", Path.GetFileName(file))));
        }
        using var count = new OpenCount(((string[])[folder.Of("case"), folder.Of("files")]).Where(Directory.Exists));
        using Process server = MeetingCrashTests.Serve(folder.Of("session"), folder.Of("case"));
        try
        {
            using HttpClient kari = await MeetingCrashTests.Join(server);
            foreach (string name in (string[])["package.zip", "report.html", "minutes.md", "boundaries", "models", "answer"])
                await kari.GetByteArrayAsync(new Uri("api/" + name, UriKind.Relative), TestContext.Current.CancellationToken);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        IReadOnlyDictionary<string, int> opened = count.Take();
        Assert.Contains(namesFiles ? "n1000.gpkg" : "background.geojson", opened.Keys);
        Assert.All(opened, file => Assert.True(file.Value == 1, $"{file.Key} was opened {file.Value} times"));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Runs a verb and says what it opened, each file once.</summary>
    private async Task<IReadOnlyDictionary<string, int>> Opened(string[] words, params string[] folders)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "inotify");
        using var count = new OpenCount(folders.Where(Directory.Exists));
        CommandRun run = await CommandRun.Of(
        [
            .. words.Select(w => w switch
            {
                "CASE" => folder.Of("case"),
                "OUT" => folder.Of("out"),
                "OUT.csv" => folder.Of("out.csv"),
                _ => File.Exists(folder.Of(Path.Combine("files", w))) ? folder.Of(Path.Combine("files", w)) : w,
            }),
        ]);
        Assert.True(run.ExitCode == 0, run.Error);
        IReadOnlyDictionary<string, int> opened = count.Take();
        Assert.All(opened, file => Assert.True(file.Value == 1, $"{file.Key} was opened {file.Value} times"));
        return opened;
    }

    /// <summary>A case of Buskerud that names copies of real data.</summary>
    private async Task CaseOfFiles()
    {
        string[] files = Copied();
        CommandRun made = await CommandRun.Of(
            "case", "new", folder.Of("case"), "--roads", files[0], "--demand", files[1], "--boundaries", files[2], "--commuting", files[3], "--code-year", "2018", "--municipalities", "06");
        Assert.True(made.ExitCode == 0, made.Error);
    }

    /// <summary>Copies of real data: other tests open the files themselves at the same time.</summary>
    private string[] Copied()
    {
        string[] names = ["roads/n1000.gpkg", "population/ru250m_2015.csv", "municipalities/kommune_2018.geojson", "commuting/pendling_03321_2018.csv.gz"];
        string data = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
        Assert.SkipUnless(names.All(n => File.Exists(Path.Combine(data, n))), $"real data not found at {data}; set NAVGEO_DATA");
        Directory.CreateDirectory(folder.Of("files"));
        string[] copies = [.. names.Select(n => folder.Of(Path.Combine("files", Path.GetFileName(n))))];
        foreach ((string name, string copy) in names.Zip(copies)) File.Copy(Path.Combine(data, name), copy);
        return copies;
    }
}
