using System.Net;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Fetch;

/// <summary>
/// Asks a service politely: says who it is, keeps within so many requests in a window, waits as long as a busy server
/// asks for (Retry-After) or doubles its patience, and gives up at once where asking again does not help.
/// Not safe for several threads.
/// </summary>
public sealed class PacedClient : IDisposable
{
    /// <summary>So often is a request made before NavGeo gives up.</summary>
    public const int MostAttempts = 6;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly HttpClient client;
    private readonly TimeProvider clock;
    private readonly TimeSpan patience;
    private readonly Dictionary<string, Queue<DateTimeOffset>> asked = new(StringComparer.Ordinal);

    /// <param name="userAgent">What NavGeo calls itself.</param>
    /// <param name="clock">Tells the time and waits.</param>
    /// <param name="patience">How long a server may say nothing.</param>
    public PacedClient(string userAgent, TimeProvider clock, TimeSpan patience)
    {
        this.clock = clock;
        this.patience = patience;
        // A download may take hours; what must not take long is the silence between two pieces of it.
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
    }

    /// <summary>Told before each wait: why, and how long.</summary>
    public Action<Phrase, TimeSpan> Waiting { get; init; } = (_, _) => { };

    /// <summary>
    /// Makes a request and hands its answer over, again and again until the answer has been taken in whole.
    /// </summary>
    /// <param name="service">Whose pace to keep.</param>
    /// <param name="request">Makes the request; asked anew for every attempt.</param>
    /// <param name="take">Takes the answer in; an <see cref="IOException"/> counts as a lost connection.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="InputException">The server refuses, or keeps failing.</exception>
    public async Task<T> AskAsync<T>(
        FetchService service, Func<HttpRequestMessage> request, Func<HttpResponseMessage, CancellationToken, Task<T>> take, CancellationToken stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            await KeepPaceAsync(service, stop);
            using HttpRequestMessage asking = request();
            string address = asking.RequestUri!.ToString();
            TimeSpan wait;
            Phrase problem;
            try
            {
                using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
                silence.CancelAfter(patience);
                using HttpResponseMessage answer = await client.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead, silence.Token);
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
                if (!IsBusy(answer.StatusCode))
                {
                    Refuse(answer, address);
                    return await take(answer, stop);
                }
                problem = new Phrase("fetch.status", (int)answer.StatusCode, answer.ReasonPhrase ?? "");
                wait = Wanted(answer) ?? Doubled(attempt);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException)
            {
                problem = new Phrase("fetch.lost", fault.Message);
                wait = Doubled(attempt);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                problem = new Phrase("fetch.silent", Math.Round(patience.TotalSeconds));
                wait = Doubled(attempt);
            }
            if (attempt == MostAttempts) throw new InputException(address, null, problem, new Phrase("fetch.later.remedy"));
            if (wait > LongestWait) wait = LongestWait;
            Waiting(problem, wait);
            await Task.Delay(wait, clock, stop);
        }
    }

    /// <summary>Copies what a server sends, and gives up when it says nothing for too long.</summary>
    /// <param name="from">The server's stream.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="copied">Told how many bytes have been copied so far.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="TimeoutException">The server fell silent.</exception>
    public async Task CopyAsync(Stream from, Stream to, Action<long> copied, CancellationToken stop)
    {
        var piece = new byte[1 << 16];
        long count = 0;
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
            silence.CancelAfter(patience);
            int read;
            try
            {
                read = await from.ReadAsync(piece, silence.Token);
            }
            catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"nothing came for {patience.TotalSeconds:0} s", fault);
            }
            if (read == 0) return;
            await to.WriteAsync(piece.AsMemory(0, read), stop);
            copied(count += read);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static void Refuse(HttpResponseMessage answer, string address)
    {
        if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.RequestedRangeNotSatisfiable) return;
        throw new InputException(
            address, null, new Phrase("fetch.status", (int)answer.StatusCode, answer.ReasonPhrase ?? ""), new Phrase("fetch.refused.remedy"));
    }

    private static TimeSpan Doubled(int attempt) => TimeSpan.FromSeconds(1 << attempt);

    private TimeSpan? Wanted(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private async Task KeepPaceAsync(FetchService service, CancellationToken stop)
    {
        if (!asked.TryGetValue(service.Id, out Queue<DateTimeOffset>? times)) asked[service.Id] = times = new Queue<DateTimeOffset>();
        var window = TimeSpan.FromSeconds(service.Seconds);
        while (times.Count >= service.Requests)
        {
            TimeSpan left = times.Peek() + window - clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                Waiting(new Phrase("fetch.pace", service.Requests, service.Seconds), left);
                await Task.Delay(left, clock, stop);
            }
            times.Dequeue();
        }
        times.Enqueue(clock.GetUtcNow());
    }
}
