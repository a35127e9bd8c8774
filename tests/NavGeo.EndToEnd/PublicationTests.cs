using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
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

    /// <summary>What is put where a route asks for more than its path; a route with another parameter has to be thought of here.</summary>
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["{name}"] = ["roads", "sites", "cells", "catchments", "change"],
        ["{id}"] = ["roads", "sites", "cells", "catchments", "change"],
        ["{place}"] = ["0"],
        ["{number}"] = ["0"],
    };

    /// <summary>Routes that tell who is here, words, and what happens, and tiles: their squares are sums of the squares of the layers.</summary>
    private static readonly string[] Silent = ["/api/me", "/api/people", "/api/phrases/{language}", "/api/events", "/api/scenarios/{name}/file", "/tiles/"];

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
        await using MeetingServer meeting = await Start(name);
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

    [Theory]
    [InlineData("hallingdal")]
    [InlineData("nordland")]
    public async Task The_package_of_a_meeting_holds_the_files_that_are_downloaded_alone(string name)
    {
        await using MeetingServer meeting = await Start(name);
        using HttpClient client = await Inside(meeting);
        await Edit(client, name);
        Dictionary<string, byte[]> package = Open(await client.GetByteArrayAsync(Api("package.zip")));
        Dictionary<string, byte[]> tables = Open(await client.GetByteArrayAsync(Api("tables.zip")));
        foreach ((string file, byte[] bytes) in package)
        {
            byte[] alone = file.StartsWith("tables/", StringComparison.Ordinal) ? tables[file["tables/".Length..]] : await client.GetByteArrayAsync(Api(Alone(file)));
            Assert.True(alone.AsSpan().SequenceEqual(bytes), file);
        }
        Assert.Equal(tables.Count, package.Keys.Count(n => n.StartsWith("tables/", StringComparison.Ordinal)));
        // Whatever can be downloaded is in it.
        string[] formats = ["svg", "pdf", "png", "docx", "md"];
        foreach ((string route, string type) in Routes().Where(r => r.Type is not ("application/json" or "application/geo+json" or "text/event-stream") && r.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            string file = route["/api/".Length..];
            if (file is "package.zip" or "tables.zip") continue;
            Assert.Contains(package.Keys, k => formats.Append("").Any(f => k == file.Replace("{format}", f, StringComparison.Ordinal)));
        }
        foreach (string file in (string[])["sheet.svg", "sheet.pdf", "sheet.png", "report.html", "report.docx", "minutes.docx", "minutes.md", "scenario.json", "layers/cells.geojson"])
            Assert.Contains(file, package.Keys);
        Assert.Equal(name == "nordland", package.ContainsKey("layers/visits.geojson"));

        string Alone(string file) => file == "layers/visits.geojson" ? $"visits/layers/{Shown(name)}" : file.EndsWith(".geojson", StringComparison.Ordinal) ? file[..^".geojson".Length] : file;
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
        string published = folder.Of("published");
        await Run("export", folder.Of("noreg"), "-o", published, "--format", "csv,geojson");
        await Run("report", folder.Of("noreg"), "-o", published, "--municipalities", "none");
        await Run("map", folder.Of("noreg"), "-o", Path.Combine(published, "maps"), "--format", "svg");
        await Run("case", "page", folder.Of("noreg"), "-o", Path.Combine(published, "noreg.md"));
        var attacker = new Attacker();
        attacker.TakeFolder(published);
        await using MeetingServer meeting = await MeetingServer.Start(caseFolder: folder.Of("noreg"));
        using HttpClient client = await Inside(meeting);
        foreach (string answer in (string[])["answer", "comparison", "ledger", "sentences", "models", "log"]) attacker.Take(answer + ".json", await client.GetByteArrayAsync(Api(answer)));
        attacker.Take("package.zip", await client.GetByteArrayAsync(Api("package.zip")));
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
        string[] least = options.Length > 0 ? options : ["--least-people", "5"];
        await Run(["uncertainty", Folder(name), "--draws", "50", "-o", Path.Combine(target, "uncertainty"), .. least]);
        await Run(["futures", Folder(name), "-o", Path.Combine(target, "futures"), .. least]);
        await Run(["sweep", Folder(name), "--over", "sites", "-o", Path.Combine(target, "sites.csv"), .. least]);
        var attacker = new Attacker();
        if (name == "nordland")
        {
            string[] byBoat = ["--timetable", Path.Combine(Folder(name), "boats"), "--dates", "2018-03-05..2018-03-09", .. options];
            await Run(["export", Folder(name), "-o", Path.Combine(target, "by-boat"), .. byBoat]);
            await Run(["report", Folder(name), "-o", Path.Combine(target, "by-boat"), .. byBoat]);
            CommandRun compared = await CommandRun.Of(["compare", Folder(name), "--mode", "transit", "--json", .. byBoat, .. least]);
            Assert.True(compared.ExitCode == 0, compared.Error);
            attacker.Take("visits.json", System.Text.Encoding.UTF8.GetBytes(compared.Output));
        }
        attacker.TakeFolder(target);
        return attacker;
    }

    /// <summary>Before any edit, and after each.</summary>
    private static async Task<Attacker> Meeting(string name, MeetingServer meeting)
    {
        using HttpClient client = await Inside(meeting);
        var attacker = new Attacker();
        await TakeAnswers(client, attacker, name);
        await Edit(client, name);
        (await client.PostAsJsonAsync("api/scenarios", new { name = "prøve" })).EnsureSuccessStatusCode();
        attacker.Moment++;
        await TakeAnswers(client, attacker, name);
        // The package holds every other download, byte for byte: see the test below.
        attacker.Take("package.zip", await client.GetByteArrayAsync(Api("package.zip")));
        return attacker;
    }

    /// <summary>Whatever route the server has that answers with figures or a layer.</summary>
    private static async Task TakeAnswers(HttpClient client, Attacker attacker, string name)
    {
        int taken = 0;
        foreach ((string route, string type) in Routes().Where(r => r.Type is "application/json" or "application/geo+json" && !Silent.Any(s => r.Path.StartsWith(s, StringComparison.Ordinal))))
        {
            foreach (string address in Filled(route, name))
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                // No timetable, or no change of today's structure.
                if (answer.StatusCode == System.Net.HttpStatusCode.NotFound && (address.Contains("visits", StringComparison.Ordinal) || address.Contains("/change", StringComparison.Ordinal))) continue;
                Assert.True(answer.IsSuccessStatusCode, address);
                attacker.Take($"{address.Split('?')[0]}{(type == "application/json" ? ".json" : ".geojson")}", await answer.Content.ReadAsByteArrayAsync());
                taken++;
            }
        }
        Assert.True(taken > 25);
    }

    /// <summary>The addresses of a route.</summary>
    private static IEnumerable<string> Filled(string route, string name)
    {
        string path = route.TrimStart('/');
        foreach ((string parameter, string[] values) in Values.Append(KeyValuePair.Create("{structure}", (string[])["A", Shown(name)])))
        {
            if (path.Contains(parameter, StringComparison.Ordinal)) return values.SelectMany(v => Filled(path.Replace(parameter, v, StringComparison.Ordinal), name));
        }
        Assert.DoesNotContain('{', path);
        return path switch
        {
            "api/ledger" or "api/sentences" => [path, path + "?since=step"],
            "api/roads/places" => [path + "?road=rv%207"],
            _ when path.EndsWith("/items", StringComparison.Ordinal) => [path + "?limit=10000"],
            _ => [path],
        };
    }

    /// <summary>Every route one reads from, and what it answers with.</summary>
    private static IEnumerable<(string Path, string Type)> Routes()
    {
        JsonObject paths = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "src", "NavGeo.Web", "client", "openapi.json")))!["paths"]!.AsObject();
        foreach ((string path, JsonNode? methods) in paths)
        {
            if (methods!["get"]?["responses"]?["200"]?["content"] is JsonObject content) yield return (path, content.First().Key.Split(';')[0]);
        }
    }

    /// <summary>The structure that a meeting of the case shows after its edits.</summary>
    private static string Shown(string name) => (string)JsonNode.Parse(Edits[name][0])!["structure"]!;

    /// <summary>A meeting of a case; that of Nordland has its boats.</summary>
    private static async Task<MeetingServer> Start(string name, Audience? audience = null) => name == "nordland"
        ? await MeetingServer.Start(caseFolder: Folder(name), audience: audience, with: MeetingVisitTests.ByBoat, visits: MeetingVisitTests.Week)
        : await MeetingServer.Start(caseFolder: Folder(name), audience: audience);

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
