using System.Net;
using System.Net.Http.Json;
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
