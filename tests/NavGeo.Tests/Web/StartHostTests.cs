using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using NavGeo.Web;

namespace NavGeo.Tests.Web;

/// <summary>The server of the start page: what it takes, what it refuses, what it leaves on the disk.</summary>
public sealed class StartHostTests
{
    [Fact]
    public async Task Page_is_built_from_the_document_the_server_gives()
    {
        await using Desk desk = await Desk.Start();
        Golden.AssertFile("src/NavGeo.Web/client/start.openapi.json", (await desk.Client.GetStringAsync(Of("openapi.json"))).ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public async Task Other_pages_and_other_names_are_refused()
    {
        await using Desk desk = await Desk.Start();
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, Of("api/open")) { Content = JsonContent.Create(new { path = "/" }) };
        elsewhere.Headers.Add("Origin", "https://example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Client.SendAsync(elsewhere)).StatusCode);
        using var renamed = new HttpRequestMessage(HttpMethod.Get, Of("api/start"));
        renamed.Headers.Host = "example.org";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await desk.Client.SendAsync(renamed)).StatusCode);
        HttpResponseMessage page = await desk.Client.GetAsync(Of("api/start"));
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Client.GetAsync(Of("api/cases/0123456789abcdef"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Client.PostAsJsonAsync(Of("api/open"), new { path = desk.Home })).StatusCode);
    }

    [Fact]
    public async Task Case_that_comes_along_is_not_written_into()
    {
        await using Desk desk = await Desk.Start();
        string key = await desk.KeyOfEmbedded();
        JsonNode details = await desk.Get($"api/cases/{key}");
        HttpResponseMessage refused = await desk.Client.PostAsJsonAsync(Of($"api/cases/{key}?lang=en"), details["form"]);
        Assert.Contains("examples that come along", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_changed_is_saved_as_it_stands()
    {
        await using Desk desk = await Desk.Start();
        (string key, string folder) = await desk.Copy();
        string structures = await File.ReadAllTextAsync(Path.Combine(folder, "structures.csv"));
        JsonNode details = await desk.Get($"api/cases/{key}");
        JsonNode saved = await desk.Post($"api/cases/{key}", details["form"]!);
        Assert.True((bool)saved["isSaved"]!);
        Assert.Equal(structures.ReplaceLineEndings("\n").TrimEnd(), (await File.ReadAllTextAsync(Path.Combine(folder, "structures.csv"))).TrimEnd());
        Assert.Equal(details["form"]!.ToJsonString(), saved["form"]!.ToJsonString());
    }

    [Fact]
    public async Task Table_of_the_case_is_saved_and_taken_back_and_one_that_cannot_be_used_is_not()
    {
        await using Desk desk = await Desk.Start();
        (string key, string folder) = await desk.Copy();
        JsonNode staff = (await desk.Get($"api/cases/{key}/tables?lang=en")).AsArray().Single(t => (string)t!["table"]! == "partners")!;
        string[] fields = [.. staff["fields"]!.AsArray().Select(f => (string)f!["name"]!)];
        string before = Directory.GetFiles(folder).Order().Aggregate("", (all, file) => all + file + File.ReadAllText(file));
        string[] row = [.. fields.Select(f => f switch { "partner" => "p1", "name" => "Rådhuset", "kind" => "town_hall", "kommunenummer" => "0617", "lon" => "8,95", "lat" => "60,70", _ => "" })];
        JsonNode saved = await desk.Post($"api/cases/{key}/tables/partners", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new { rows = new[] { row } }))!);
        Assert.True((bool)saved["isSaved"]! && (bool)saved["canUndo"]!, saved.ToJsonString());
        Assert.Contains("Rådhuset", await File.ReadAllTextAsync(Path.Combine(folder, "partners.csv")), StringComparison.Ordinal);
        row[Array.IndexOf(fields, "lon")] = "øst";
        JsonNode refused = await desk.Post($"api/cases/{key}/tables/partners", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new { rows = new[] { row } }))!);
        Assert.False((bool)refused["isSaved"]!);
        Assert.Contains(refused["findings"]!.AsArray(), f => (string?)f!["row"]?["table"] == "partners" && (int?)f["row"]!["index"] == 0 && (string?)f["row"]!["field"] == "lon");
        await desk.Post($"api/cases/{key}/undo", new JsonObject());
        Assert.Equal(before, Directory.GetFiles(folder).Order().Aggregate("", (all, file) => all + file + File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("api/map", "Oslo", "Hallingdal")]
    [InlineData("api/cases/{0}/map", "Geilo", "Oslo")]
    public async Task Maps_tell_lakes_municipalities_and_settlements(string address, string settlement, string none)
    {
        await using Desk desk = await Desk.Start();
        JsonArray features = (await desk.Get(string.Format(CultureInfo.InvariantCulture, address, await desk.KeyOfEmbedded())))["features"]!.AsArray();
        ILookup<string, string> names = features.ToLookup(f => (string)f!["properties"]!["kind"]!, f => (string)f!["properties"]!["name"]!);
        Assert.Equal(["area", "name", "place", "water"], names.Select(g => g.Key).Order(StringComparer.Ordinal));
        Assert.Contains("Hemsedal", names["name"]);
        Assert.Contains(settlement, names["place"]);
        Assert.DoesNotContain(none, names["place"]);
    }

    [Fact]
    public async Task Largest_towns_of_the_country_come_first_on_its_map()
    {
        await using Desk desk = await Desk.Start();
        JsonArray features = (await desk.Get("api/map"))["features"]!.AsArray();
        string[] towns = [.. features.Where(f => (string)f!["properties"]!["kind"]! == "place").Select(f => (string)f!["properties"]!["name"]!).Take(4)];
        Assert.Equal(["Oslo", "Bergen", "Trondheim", "Stavanger"], towns);
    }

    [Fact]
    public async Task Roads_of_the_maps_bear_their_numbers()
    {
        await using Desk desk = await Desk.Start();
        string key = await desk.KeyOfEmbedded();
        // Oslo; Gol.
        Assert.Contains("E 18", Encoding.UTF8.GetString(await desk.Client.GetByteArrayAsync(Of("api/roads/6/33/18.mvt"))), StringComparison.Ordinal);
        Assert.Contains("Rv 7", Encoding.UTF8.GetString(await desk.Client.GetByteArrayAsync(Of($"api/cases/{key}/roads/8/134/73.mvt"))), StringComparison.Ordinal);
        // The steamboat on Mjøsa takes no cars.
        Assert.Contains("boat", Encoding.UTF8.GetString(await desk.Client.GetByteArrayAsync(Of("api/roads/8/135/73.mvt"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync(Of("api/roads/2/9/9.mvt"))).StatusCode);
    }

    [Fact]
    public async Task Meeting_knows_the_way_back_to_the_case()
    {
        await using Desk desk = await Desk.Start();
        string key = await desk.KeyOfEmbedded();
        string meeting = (string)(await desk.Post($"api/cases/{key}/meeting", new JsonObject()))["address"]!;
        using var guest = new HttpClient();
        JsonNode told = JsonNode.Parse(await guest.GetStringAsync(new Uri(meeting + "api/case")))!;
        Assert.Equal($"{desk.Client.BaseAddress}#{key}", (string)told["startPage"]!);
    }

    [Fact]
    public async Task Address_is_asked_for_only_by_who_has_agreed()
    {
        await using Desk desk = await Desk.Start();
        HttpResponseMessage refused = await desk.Client.PostAsJsonAsync(Of("api/addresses?lang=en"), new { text = "Storgata 1", isAgreed = false });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("agreed", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Agreed to, the service is asked: here one that nobody answers at.
        HttpResponseMessage asked = await desk.Client.PostAsJsonAsync(Of("api/addresses?lang=en"), new { text = "Storgata 1", isAgreed = true });
        Assert.Contains("127.0.0.1 does not answer", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_is_opened_anew_after_a_change_and_found_open_without_one()
    {
        await using Desk desk = await Desk.Start();
        (string key, _) = await desk.Copy();
        string first = (string)(await desk.Post($"api/cases/{key}/meeting", new JsonObject()))["address"]!;
        Assert.Equal(first, (string)(await desk.Post($"api/cases/{key}/meeting", new JsonObject()))["address"]!);
        JsonNode form = (await desk.Get($"api/cases/{key}"))["form"]!;
        JsonNode copy = form["structures"]![0]!.DeepClone();
        copy["id"] = "Z";
        copy["name"] = "Prøve";
        copy["copyOf"] = (string)form["structures"]![0]!["id"]!;
        form["structures"]!.AsArray().Add(copy);
        Assert.True((bool)(await desk.Post($"api/cases/{key}", form))["isSaved"]!);
        string second = (string)(await desk.Post($"api/cases/{key}/meeting", new JsonObject()))["address"]!;
        using var guest = new HttpClient();
        string told = await guest.GetStringAsync(new Uri(second + "api/case"));
        Assert.Contains("Prøve", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_that_were_open_are_remembered_and_those_that_are_gone_are_not_shown()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("navgeo-start-");
        string folder;
        await using (Desk desk = await Desk.Start(home)) (_, folder) = await desk.Copy();
        await using (Desk desk = await Desk.Start(home))
        {
            Assert.Equal(folder, (string)(await desk.Get("api/start"))["recent"]![0]!["folder"]!);
            Directory.Delete(folder, recursive: true);
            Assert.Empty((await desk.Get("api/start"))["recent"]!.AsArray());
        }
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);

    /// <summary>A start page of its own, in a home of its own.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly bool isOwnHome;

        private Desk(WebApplication app, string home, bool isOwnHome)
        {
            (this.app, Home, this.isOwnHome) = (app, home, isOwnHome);
            Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        }

        public HttpClient Client { get; }

        public string Home { get; }

        public static async Task<Desk> Start(DirectoryInfo? home = null)
        {
            string folder = (home ?? Directory.CreateTempSubdirectory("navgeo-start-")).FullName;
            WebApplication app = StartHost.Build(new StartOptions
            {
                Embedded = [Path.Combine(Repository.Root, "data", "hallingdal")],
                CasesFolder = Path.Combine(folder, "cases"),
                DataFolder = Path.Combine(folder, "own"),
                AddressService = new Uri("http://127.0.0.1:1/adresser/v1/sok"),
            });
            await app.StartAsync();
            return new Desk(app, folder, home is null);
        }

        public async Task<JsonNode> Get(string path) => JsonNode.Parse(await Client.GetStringAsync(Of(path)))!;

        public async Task<JsonNode> Post(string path, JsonNode body)
        {
            HttpResponseMessage answer = await Client.PostAsJsonAsync(Of(path), body);
            string told = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, told);
            return JsonNode.Parse(told)!;
        }

        public async Task<string> KeyOfEmbedded() => (string)(await Get("api/start"))["embedded"]![0]!["key"]!;

        public async Task<(string Key, string Folder)> Copy()
        {
            JsonNode item = await Post($"api/cases/{await KeyOfEmbedded()}/copy", new JsonObject());
            return ((string)item["key"]!, (string)item["folder"]!);
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app.DisposeAsync();
            if (isOwnHome) Directory.Delete(Home, recursive: true);
        }
    }
}
