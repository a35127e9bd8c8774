using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NavGeo.Data.Cases;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Web;
using NavGeo.Web.Safety;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>meeting --case DIR [--edits N] [--watchers N] [--json]</c>: holds a meeting on a case through the real host on this
/// machine. One edits, the others follow: each hears of every change and fetches the answer, as their pages do. What is
/// measured is what they wait for, and what the program holds on to meanwhile.
/// </summary>
internal static class MeetingCommand
{
    /// <summary>Between edits: the host takes twenty a second from one address.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    /// <summary>Memory is looked at so many times on the way.</summary>
    private const int MemorySteps = 10;

    public static async Task<int> Run(Arguments arguments)
    {
        int edits = arguments.Whole("--edits", 200);
        int watchers = arguments.Whole("--watchers", 100);
        PlanningCase planningCase = Workspace.Open(arguments.Required("--case"), new Findings()).Case;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-load-");
        var report = new Report(arguments.Has("--json"));
        try
        {
            await Hold(planningCase, folder.FullName, edits, watchers, report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        report.Print();
        return 0;
    }

    private static async Task Hold(PlanningCase planningCase, string folder, int edits, int watchers, Report report)
    {
        long start = Stopwatch.GetTimestamp();
        await using WebApplication app = await MeetingHost.BuildAsync(new MeetingOptions { Case = planningCase, SessionFolder = folder, Port = 0, IsShared = true });
        await app.StartAsync();
        var address = new Uri(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        report.Add("places", planningCase.Demand.Count);
        report.Add("sites", planningCase.Sites.Count);
        report.Add("structures", planningCase.Structures.Count);
        report.Add("processors", Environment.ProcessorCount);
        report.Add("start_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        var door = app.Services.GetRequiredService<Doorkeeper>();
        using HttpClient presenter = await Join(address, door.PresenterCode!, "presenter");
        var followers = new List<MeetingWatcher>();
        for (int i = 0; i < watchers; i++) followers.Add(await MeetingWatcher.Begin(await Follower(address, door, i)));
        foreach (MeetingWatcher follower in followers) await follower.Saw(0);

        var times = new MeetingTimes();
        var script = new MeetingScript(planningCase);
        // Warmed up with one edit of each kind, which does not count.
        long version = 0;
        foreach (Edit edit in script.OneOfEach)
        {
            await Make(presenter, edit);
            await Task.Delay(Pause);
            await Post(presenter, "api/undo");
            version += 2;
        }
        foreach (MeetingWatcher follower in followers) await follower.Saw(version);
        var memory = new MeetingMemory();
        for (int i = 0; i < edits; i++)
        {
            if (i % Math.Max(1, edits / MemorySteps) == 0) memory.Look(i);
            (string kind, Edit? edit) = script.Next();
            await Task.Delay(Pause);
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long sent = Stopwatch.GetTimestamp();
            JsonNode answer = edit is null ? await Post(presenter, "api/undo") : await Make(presenter, edit);
            times.Answered(kind, Stopwatch.GetElapsedTime(sent).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            version++;
            if ((long)answer["version"]! != version) throw new InvalidOperationException($"edit {version} was answered with version {answer["version"]}");
            foreach (MeetingWatcher follower in followers) times.Propagated(Stopwatch.GetElapsedTime(sent, await follower.Saw(version)).TotalMilliseconds);
        }
        report.Add("edits", edits);
        report.Add("watchers", watchers);
        times.AddTo(report);
        int logged = (int)(await Get(presenter, "api/answer"))["logCount"]!;
        report.Add("edits_lost", version - logged);
        memory.Look(edits);
        memory.AddTo(report);
        report.Add("answer_kb", (await presenter.GetByteArrayAsync(new Uri("api/answer", UriKind.Relative))).Length / 1e3);
        foreach (MeetingWatcher follower in followers) await follower.DisposeAsync();
    }

    /// <summary>Joining is limited to some a minute; who is let in by the door itself has a token like any other.</summary>
    private static async Task<HttpClient> Follower(Uri address, Doorkeeper door, int number)
    {
        string token = (await door.JoinAsync(door.ParticipantCode, $"follower {number}", IPAddress.Loopback)).Token!;
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie(door.CookieName, token));
        return new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
    }

    private static async Task<HttpClient> Join(Uri address, string code, string name)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        (await client.PostAsJsonAsync("api/join", new { name, code })).EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<JsonNode> Make(HttpClient client, Edit edit) =>
        await Read(await client.PostAsJsonAsync("api/edits", edit, Edit.JsonOptions));

    private static async Task<JsonNode> Post(HttpClient client, string path) => await Read(await client.PostAsJsonAsync(path, new { }));

    private static async Task<JsonNode> Get(HttpClient client, string path) => await Read(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<JsonNode> Read(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
