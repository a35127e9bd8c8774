using System.IO.Compression;
using System.Net.Http.Json;
using NavGeo.Planning.Publishing;

namespace NavGeo.EndToEnd;

/// <summary>Nothing that one command or one meeting publishes tells how many live where fewer than five do, alone or together.</summary>
public sealed class PublicationTests
{
    /// <summary>What each case's meeting is asked with: models shown, and a road closed.</summary>
    private static readonly Dictionary<string, string[]> Edits = new(StringComparer.Ordinal)
    {
        ["hallingdal"] = ["""{"kind":"chooseStructure","structure":"E1"}""", """{"kind":"closeRoad","road":"rv 7"}"""],
        ["lillehammer"] = ["""{"kind":"chooseStructure","structure":"R1"}""", """{"kind":"closeRoad","road":"fv 253"}"""],
        ["nordland"] = ["""{"kind":"chooseStructure","structure":"TO-senter"}""", """{"kind":"closeRoad","road":"e 6"}"""],
    };

    private static readonly string[] Answers =
    [
        "answer.json?answer", "comparison.json?comparison", "sentences.json?sentences", "ledger.json?ledger", "case.json?case", "scenarios.json?scenarios",
    ];

    public static TheoryData<string> Cases => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Commands_that_publish_tell_no_small_number(string name)
    {
        using var folder = new WorkFolder();
        Attacker attacker = await Commands(name, folder);
        Assert.True(attacker.Read > 1000);
        Assert.Empty(attacker.Found());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_meeting_tells_no_small_number(string name)
    {
        await using MeetingServer meeting = await MeetingServer.Start(caseFolder: Folder(name));
        Attacker attacker = await Meeting(name, meeting);
        Assert.True(attacker.Read > 1000);
        Assert.Empty(attacker.Found());
    }

    /// <summary>The attacker is no fool: what is not meant for everybody tells at once, and numbers taken out of the layers come back by solving.</summary>
    [Fact]
    public async Task The_attacker_finds_small_numbers_where_they_are()
    {
        using var folder = new WorkFolder();
        Assert.NotEmpty((await Commands("hallingdal", folder, "--least-people", "0")).Found());
        await using MeetingServer meeting = await MeetingServer.Start(audience: Audience.Internal);
        Assert.NotEmpty((await Meeting("hallingdal", meeting)).Found());
        // Layers for everybody beside exact tables: no single count that is read need be small.
        var solver = new Attacker();
        foreach ((string least, string format) in ((string, string)[])[("0", "csv"), ("5", "geojson")])
        {
            string target = folder.Of("mixed-" + format);
            await Run("export", Folder("hallingdal"), "-o", target, "--format", format, "--least-people", least);
            solver.TakeFolder(target);
        }
        Assert.Contains(solver.Found(), f => f.Contains(" place ", StringComparison.Ordinal) || f.Contains(" places have ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_package_of_a_meeting_holds_the_files_that_are_downloaded_alone()
    {
        await using MeetingServer meeting = await MeetingServer.Start();
        using HttpClient client = await Inside(meeting);
        await Edit(client, "hallingdal");
        Dictionary<string, byte[]> package = Open(await client.GetByteArrayAsync(Api("package.zip")));
        Dictionary<string, byte[]> tables = Open(await client.GetByteArrayAsync(Api("tables.zip")));
        foreach ((string name, byte[] bytes) in package)
        {
            byte[] alone = name.StartsWith("tables/", StringComparison.Ordinal) ? tables[name["tables/".Length..]]
                : await client.GetByteArrayAsync(Api(name.EndsWith(".geojson", StringComparison.Ordinal) ? name[..^".geojson".Length] : name));
            Assert.True(alone.AsSpan().SequenceEqual(bytes), name);
        }
        Assert.Equal(tables.Count, package.Keys.Count(n => n.StartsWith("tables/", StringComparison.Ordinal)));
        foreach (string name in (string[])["sheet.svg", "sheet.pdf", "sheet.png", "report.html", "report.docx", "layers.gpkg", "tables.xlsx", "objections.csv", "scenario.json", "layers/cells.geojson"])
            Assert.Contains(name, package.Keys);
    }

    [Fact]
    public async Task A_national_case_is_published_without_small_numbers()
    {
        string data = Environment.GetEnvironmentVariable("NAVGEO_DATA") ?? Path.Combine(Checkout.Root, "..", "shared", "data");
        string roads = Path.Combine(data, "roads", "n1000.gpkg");
        Assert.SkipUnless(File.Exists(roads), $"real data not found at {roads}; set NAVGEO_DATA");
        using var folder = new WorkFolder();
        await Run(
            "case", "new", folder.Of("noreg"), "--roads", roads, "--demand", Path.Combine(data, "population", "ru250m_2015.csv"),
            "--boundaries", Path.Combine(data, "municipalities", "kommune_2018.geojson"), "--code-year", "2018");
        await Run("export", folder.Of("noreg"), "-o", folder.Of("published"), "--format", "csv,geojson");
        var attacker = new Attacker();
        attacker.TakeFolder(folder.Of("published"));
        // Of 220 171 cells about 170 000 are told with a number; the others have 1 to 4 people told as none.
        Assert.True(attacker.Read > 150_000);
        Assert.Empty(attacker.FoundDirectly());
    }

    private static async Task<Attacker> Commands(string name, WorkFolder folder, params string[] options)
    {
        string target = folder.Of("published-" + options.Length);
        await Run(["export", Folder(name), "-o", target, .. options]);
        await Run(["report", Folder(name), "-o", target, .. options]);
        await Run(["map", Folder(name), "-o", Path.Combine(target, "maps"), "--format", "svg", .. options]);
        await Run(["case", "page", Folder(name), "-o", Path.Combine(target, name + ".md"), .. options]);
        if (name == "hallingdal") await Run(["demo", name, "-o", Path.Combine(target, "demo"), "-q", .. options]);
        var attacker = new Attacker();
        attacker.TakeFolder(target);
        return attacker;
    }

    /// <summary>Before any edit, and after each.</summary>
    private static async Task<Attacker> Meeting(string name, MeetingServer meeting)
    {
        using HttpClient client = await Inside(meeting);
        var attacker = new Attacker();
        await TakeAnswers(client, attacker);
        await Edit(client, name);
        attacker.Moment++;
        await TakeAnswers(client, attacker);
        // The package holds every other download, byte for byte: see the test below.
        attacker.Take("package.zip", await client.GetByteArrayAsync(Api("package.zip")));
        return attacker;
    }

    private static async Task TakeAnswers(HttpClient client, Attacker attacker)
    {
        foreach (string[] answer in Answers.Select(a => a.Split('?'))) attacker.Take(answer[0], await client.GetByteArrayAsync(Api(answer[1])));
    }

    private static async Task Edit(HttpClient client, string name)
    {
        foreach (string edit in Edits[name])
        {
            using var content = new StringContent(edit, System.Text.Encoding.UTF8, "application/json");
            HttpResponseMessage answer = await client.PostAsync(Api("edits"), content);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<HttpClient> Inside(MeetingServer meeting)
    {
        var client = new HttpClient { BaseAddress = meeting.Address, Timeout = TimeSpan.FromMinutes(5) };
        (await client.PostAsJsonAsync("api/join", new { name = "Kari" })).EnsureSuccessStatusCode();
        return client;
    }

    private static async Task Run(params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private static Dictionary<string, byte[]> Open(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using Stream stream = e.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }, StringComparer.Ordinal);
    }

    private static Uri Api(string path) => new("api/" + path, UriKind.Relative);

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
