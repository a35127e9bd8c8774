using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Edits;
using NavGeo.Web.Meetings;
using NavGeo.Web.Safety;

namespace NavGeo.Cluster.Tests.Load;

/// <summary>
/// People in meetings, by HTTP as pages do it: some edit, all follow. Who gets no answer asks another process, the same
/// thing under the same mark. What was acknowledged is written down here, beside NavGeo, and held against the log afterwards.
/// </summary>
internal sealed class Crowd(ClusterDatabase database) : IAsyncDisposable
{
    /// <summary>Who has had no answer for so long asks another process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Numbers of those who edit the same meeting lie so far apart.</summary>
    public const int Apart = 100_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 2000 }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<string, Uri> processes = [];
    private readonly CancellationTokenSource leaving = new();
    private readonly List<Task> following = [];

    /// <summary>What was acknowledged: the independent record.</summary>
    public ConcurrentQueue<Acknowledged> Record { get; } = [];

    /// <summary>Something that somebody was told is kept.</summary>
    /// <param name="Meeting">Where.</param>
    /// <param name="Text">What: no other thing done in the whole run is written so.</param>
    /// <param name="Version">The meeting had so many entries then, with this one.</param>
    /// <param name="Waited">From when it was first asked for.</param>
    public sealed record Acknowledged(string Meeting, string Text, long Version, TimeSpan Waited);

    /// <summary>The latest version each follower has heard of, and when they were longest without a connection.</summary>
    public ConcurrentDictionary<(string Meeting, int Follower), long> Heard { get; } = [];

    /// <summary>Requests that were answered by a refusal nobody should get.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    public void Opens(ClusterProcess process) => processes[process.Address.ToString()] = process.Address;

    public void Closes(ClusterProcess process) => processes.TryRemove(process.Address.ToString(), out _);

    /// <summary>Comes in to a meeting as who leads it.</summary>
    /// <returns>The cookie that is carried from then on.</returns>
    public async Task<string> JoinAsync(string meeting, string name)
    {
        Doorkeeper door = await Doorkeeper.OpenAsync(new PostgresLog(database.Source, meeting), isShared: true, TimeProvider.System);
        return $"{door.CookieName}={await door.AdmitAsync(new Participant(name, Role.Presenter))}";
    }

    /// <summary>Does one thing, however often it has to be asked for.</summary>
    /// <param name="meeting">Where.</param>
    /// <param name="cookie">Who.</param>
    /// <param name="number">No other of the meeting has it.</param>
    public async Task EditAsync(string meeting, string cookie, int number)
    {
        // Every second is measured anew, every second only written.
        string text = string.Create(CultureInfo.InvariantCulture, $"{meeting}-{number}");
        (string path, string body) = number % 2 == 0
            ? ("edits", EditText(number))
            : ("objections", new JsonObject { ["structure"] = "A", ["text"] = text }.ToJsonString());
        var waited = Stopwatch.StartNew();
        for (int attempt = 0; !leaving.IsCancellationRequested; attempt++)
        {
            if (await TryAsync(meeting, path, body, cookie, $"k{number}", attempt + number) is { } version)
            {
                Record.Enqueue(new Acknowledged(meeting, number % 2 == 0 ? Written(SpotOf(number).Longitude, SpotOf(number).Latitude) : text, version, waited.Elapsed));
                return;
            }
            await Task.Delay(Pause);
        }
    }

    /// <summary>Follows a meeting until the crowd leaves; who is cut off comes back by another process.</summary>
    public void Follow(string meeting, string cookie, int follower) => following.Add(Task.Run(async () =>
    {
        for (int attempt = follower; !leaving.IsCancellationRequested; attempt++)
        {
            try
            {
                if (Any(attempt) is { } at) await FollowAsync(at, meeting, cookie, follower);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                // Cut off, or told to come back.
            }
            if (!leaving.IsCancellationRequested) await Task.Delay(Pause);
        }
    }));

    /// <summary>Holds the record against the logs.</summary>
    /// <returns>What is wrong: lost, doubled, under another number, or a gap; nothing where all is well.</returns>
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        var faults = new List<string>(Wrong);
        foreach (IGrouping<string, Acknowledged> told in Record.GroupBy(r => r.Meeting))
        {
            IReadOnlyList<LogEntry> log = await new PostgresLog(database.Source, told.Key).ReadAsync(0, CancellationToken.None);
            for (int i = 0; i < log.Count; i++)
            {
                if (log[i].Number != i + 1) faults.Add($"{told.Key}: entry {i + 1} has number {log[i].Number}");
            }
            ILookup<string, LogEntry> by = log.ToLookup(e => e.Event switch
            {
                ObjectionPinned objection => objection.Text,
                EditMade { Edit: MoveSite move } => Written(move.Longitude, move.Latitude),
                _ => "?",
            });
            foreach (IGrouping<string, LogEntry> same in by.Where(g => g.Count() > 1)) faults.Add($"{told.Key}: {same.Key} is there {same.Count()} times");
            foreach (Acknowledged one in told)
            {
                if (!by.Contains(one.Text)) faults.Add($"{told.Key}: {one.Text} is lost");
                else if (by[one.Text].First().Number > one.Version) faults.Add($"{told.Key}: {one.Text} was told to be among the first {one.Version} and is {by[one.Text].First().Number}");
            }
        }
        return faults;
    }

    /// <summary>Whether everybody who follows a meeting has heard of its last entry.</summary>
    public async Task<bool> HaveAllHeardAsync()
    {
        foreach (IGrouping<string, long> heard in Heard.GroupBy(h => h.Key.Meeting, h => h.Value))
        {
            if (heard.Min() < await new PostgresLog(database.Source, heard.Key).LastAsync(CancellationToken.None)) return false;
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await Task.WhenAll(following);
        client.Dispose();
        leaving.Dispose();
    }

    /// <summary>At the office in Flå, some centimetres further each time: never in the water, and nowhere twice.</summary>
    private static (double Longitude, double Latitude) SpotOf(int number) => (Math.Round(9.4636 + number % Apart * 1e-6, 6), Math.Round(60.4288 + number / Apart * 1e-6, 6));

    private static string Written(double longitude, double latitude) => string.Create(CultureInfo.InvariantCulture, $"{longitude:0.000000} {latitude:0.000000}");

    private static string EditText(int number) => new JsonObject { ["kind"] = "moveSite", ["site"] = "fla", ["longitude"] = SpotOf(number).Longitude, ["latitude"] = SpotOf(number).Latitude }.ToJsonString();

    private Uri? Any(int attempt) => processes.Values.OrderBy(p => p.Port).ToArray() is { Length: > 0 } all ? all[attempt % all.Length] : null;

    private async Task<long?> TryAsync(string meeting, string path, string body, string cookie, string mark, int attempt)
    {
        if (Any(attempt) is not { } at) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at, $"m/{meeting}/api/{path}")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Idempotency-Key", mark);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, patience.Token);
            if (answer.IsSuccessStatusCode) return (long)(await answer.Content.ReadFromJsonAsync<JsonObject>(patience.Token))!["version"]!;
            if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)) Wrong.Enqueue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(patience.Token)}");
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Whether it was kept is not known: the same is asked for again.
        }
        return null;
    }

    private async Task FollowAsync(Uri at, string meeting, string cookie, int follower)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(at, $"m/{meeting}/api/events"));
        request.Headers.Add("Cookie", cookie);
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving.Token);
        if (!answer.IsSuccessStatusCode) return;
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(leaving.Token));
        while (await lines.ReadLineAsync(leaving.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) Heard[(meeting, follower)] = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
        }
    }
}
