using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace NavGeo.Benchmarks;

/// <summary>Somebody who follows a meeting: hears of each change, fetches the answer, and notes when they had it.</summary>
internal sealed class MeetingWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient client;
    private readonly CancellationTokenSource end = new();
    private readonly Lock turn = new();
    private readonly List<(long Version, TaskCompletionSource<long> Seen)> waiting = [];
    private (long Version, long At) last = (-1, 0);
    private Task? following;

    private MeetingWatcher(HttpClient client) => this.client = client;

    /// <summary>Begins to follow.</summary>
    public static async Task<MeetingWatcher> Begin(HttpClient client)
    {
        var watcher = new MeetingWatcher(client);
        HttpResponseMessage response = await client.GetAsync(new Uri("api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        watcher.following = watcher.Follow(new StreamReader(await response.Content.ReadAsStreamAsync()));
        return watcher;
    }

    /// <summary>The time stamp at which the answer of this version, or a later one, was here.</summary>
    public Task<long> Saw(long version)
    {
        lock (turn)
        {
            if (last.Version >= version) return Task.FromResult(last.At);
            var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((version, seen));
            return seen.Task.WaitAsync(Patience);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        client.Dispose();
        await following!;
        end.Dispose();
    }

    private async Task Follow(StreamReader events)
    {
        long fetched = -1;
        try
        {
            while (await events.ReadLineAsync(end.Token) is { } line)
            {
                if (!line.StartsWith("id: ", StringComparison.Ordinal)) continue;
                long version = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
                if (version <= fetched) continue;
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/answer", UriKind.Relative));
                request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
                using HttpResponseMessage response = await client.SendAsync(request, end.Token);
                await response.Content.ReadAsByteArrayAsync(end.Token);
                fetched = version;
                Note(version);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException)
        {
            // The meeting is over.
        }
    }

    private void Note(long version)
    {
        lock (turn)
        {
            last = (version, Stopwatch.GetTimestamp());
            foreach ((_, TaskCompletionSource<long> seen) in waiting.Where(w => w.Version <= version)) seen.TrySetResult(last.At);
            waiting.RemoveAll(w => w.Version <= version);
        }
    }
}
