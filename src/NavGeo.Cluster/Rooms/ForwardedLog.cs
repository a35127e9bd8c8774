using NavGeo.Cluster.Database;
using NavGeo.Cluster.Grains;
using NavGeo.Web.Meetings;

namespace NavGeo.Cluster.Rooms;

/// <summary>
/// The log of a meeting as a process of the cluster sees it: what happens is put in order by the meeting's grain, wherever that is.
/// Where the grain does not answer in time, because the process that held it is gone, the entry is written by this process itself:
/// the log takes one entry a number, whoever writes. Any number of threads.
/// </summary>
/// <param name="log">The log in the database.</param>
/// <param name="grain">The meeting.</param>
/// <param name="clock">For how long the grain is left alone.</param>
internal sealed class ForwardedLog(PostgresLog log, IMeetingGrain grain, TimeProvider clock) : IMeetingLog
{
    /// <summary>So long a grain may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A grain that has not answered is not asked again for so long, or each edit would wait for it anew.</summary>
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(5);

    private DateTimeOffset askedFrom;

    /// <inheritdoc/>
    public async Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() >= askedFrom)
        {
            try
            {
                return await grain.TryAppend(entry).WaitAsync(Patience, clock, cancellation);
            }
            catch (Exception gone) when (gone is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // Whether it was written is not known: it has its key, and is written once whoever comes first.
                askedFrom = clock.GetUtcNow() + Alone;
            }
        }
        return await log.TryAppendAsync(entry, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(long after, CancellationToken cancellation) => log.ReadAsync(after, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Participant>> ReadParticipantsAsync(CancellationToken cancellation) => log.ReadParticipantsAsync(cancellation);

    /// <inheritdoc/>
    public Task RememberAsync(string key, Participant participant, CancellationToken cancellation) => log.RememberAsync(key, participant, cancellation);

    /// <inheritdoc/>
    public Task ForgetAsync(string key, CancellationToken cancellation) => log.ForgetAsync(key, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadShownOutAsync(CancellationToken cancellation) => log.ReadShownOutAsync(cancellation);

    /// <inheritdoc/>
    public Task ShowOutAsync(string key, string name, CancellationToken cancellation) => log.ShowOutAsync(key, name, cancellation);

    /// <inheritdoc/>
    public Task ForgetShownOutAsync(CancellationToken cancellation) => log.ForgetShownOutAsync(cancellation);

    /// <inheritdoc/>
    public Task<string> SecretAsync(string name, string alphabet, int length, CancellationToken cancellation) => log.SecretAsync(name, alphabet, length, cancellation);
}
