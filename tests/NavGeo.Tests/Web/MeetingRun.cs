using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NavGeo.Data.Ground;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Visits;
using NavGeo.Web;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;

namespace NavGeo.Tests.Web;

/// <summary>A meeting through the real host on a free port, with its own folder.</summary>
internal sealed class MeetingRun : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly bool ownsFolder;
    private readonly WebApplication app;

    private MeetingRun(WebApplication app, DirectoryInfo folder, bool ownsFolder)
    {
        this.app = app;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        Address = new Uri(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    public Doorkeeper Door => app.Services.GetRequiredService<Doorkeeper>();

    public static async Task<MeetingRun> Start(PlanningCase planningCase, bool isShared = false, DirectoryInfo? folder = null, bool hasBackgroundMap = false, Func<MapBackground>? background = null,
        MeetingStart start = MeetingStart.Resume, string? caseFolder = null, bool writesAtOnce = true, VisitQuestion? visits = null)
    {
        bool owns = folder is null;
        folder ??= Directory.CreateTempSubdirectory("navgeo-meeting-");
        WebApplication app = await MeetingHost.BuildAsync(new MeetingOptions
        {
            Case = planningCase,
            SessionFolder = folder.FullName,
            Port = 0,
            IsShared = isShared,
            HasBackgroundMap = hasBackgroundMap,
            Start = start,
            CaseFolder = caseFolder,
            WritesAtOnce = writesAtOnce,
            Visits = visits,
            Background = background ?? (() => MapBackground.None),
        });
        await app.StartAsync();
        return new MeetingRun(app, folder, owns);
    }

    /// <summary>A browser of its own, not yet inside.</summary>
    public HttpClient Stranger() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser that has come in.</summary>
    public async Task<HttpClient> Join(string name = "Kari", string? code = null)
    {
        HttpClient client = Stranger();
        HttpResponseMessage answer = await client.PostAsJsonAsync("api/join", new { name, code });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public static async Task<HttpResponseMessage> Try(HttpClient client, Edit edit, string path = "api/edits") =>
        await client.PostAsJsonAsync(path, edit, Edit.JsonOptions);

    public static async Task<JsonObject> Make(HttpClient client, params Edit[] edits)
    {
        JsonObject? last = null;
        foreach (Edit edit in edits)
        {
            HttpResponseMessage answer = await Try(client, edit);
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            last = JsonNode.Parse(text)!.AsObject();
        }
        return last!;
    }

    public static async Task<JsonObject> Post(HttpClient client, string path, object? body = null)
    {
        HttpResponseMessage answer = await client.PostAsJsonAsync(path, body ?? new { });
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<JsonObject> Get(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (ownsFolder) folder.Delete(recursive: true);
    }

    /// <summary>For comparing answers: everything but the log and what stands beside the numbers.</summary>
    public static string Numbers(JsonObject answer) => JsonSerializer.Serialize(
        new[] { answer["now"], answer["today"], answer["altogether"], answer["surface"], answer["sites"], answer["offices"] });
}
