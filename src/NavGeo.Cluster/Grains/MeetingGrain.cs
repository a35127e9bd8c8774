using NavGeo.Cluster.Database;
using NavGeo.Web.Meetings;

namespace NavGeo.Cluster.Grains;

/// <summary>See <see cref="IMeetingGrain"/>. What is shown outlives the process; the meeting itself is in the log.</summary>
/// <param name="database">Where the log is.</param>
/// <param name="clock">For who has said nothing for long.</param>
/// <param name="kept">What is on the screen of whoever leads.</param>
internal sealed class MeetingGrain(ClusterDatabase database, TimeProvider clock, [PersistentState("meeting")] IPersistentState<MeetingScreen> kept)
    : Grain, IMeetingGrain, IRemindable
{
    private const string Forget = "forget";

    /// <summary>Names of those who were in a meeting are forgotten so long after it was last held.</summary>
    private static readonly TimeSpan NamesKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ScreenEvery = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, (IMeetingEar Ear, int Watchers, DateTimeOffset At)> attending = new(StringComparer.Ordinal);
    private long version;
    private DateTimeOffset readAt;
    private bool isReminded;
    private bool isScreenNew;

    private string Meeting => this.GetPrimaryKeyString();

    private PostgresLog Log => new(database.Source, Meeting);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        version = await LastAsync(cancellationToken);
        this.RegisterGrainTimer(KeepScreenAsync, new GrainTimerCreationOptions(ScreenEvery, ScreenEvery));
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => KeepScreenAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryAppend(LogEntry entry)
    {
        bool isKept = await Log.TryAppendAsync(entry, CancellationToken.None);
        version = isKept ? Math.Max(version, entry.Number) : await LastAsync(CancellationToken.None);
        if (!isKept) return false;
        Tell(News());
        await RemindAsync();
        return true;
    }

    /// <inheritdoc/>
    public async Task<MeetingNews> Attend(Attendance attendance, IMeetingEar ear)
    {
        bool isNew = !attending.TryGetValue(attendance.Process, out (IMeetingEar Ear, int Watchers, DateTimeOffset At) known) || known.Watchers != attendance.Watchers;
        attending[attendance.Process] = (ear, attendance.Watchers, clock.GetUtcNow());
        foreach (string silent in attending.Where(a => a.Value.At < clock.GetUtcNow() - Silence).Select(a => a.Key).ToList()) isNew |= attending.Remove(silent);
        if (attendance.View is { } view)
        {
            kept.State.View = view;
            isScreenNew = isNew = true;
        }
        // Another process may have written by itself while this one could not be reached.
        if (readAt < clock.GetUtcNow() - ReadEvery)
        {
            readAt = clock.GetUtcNow();
            version = Math.Max(version, await LastAsync(CancellationToken.None));
        }
        if (isNew || attendance.IsOfPeople) Tell(News() with { IsOfPeople = attendance.IsOfPeople }, except: attendance.Process);
        return News();
    }

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        IReadOnlyList<LogEntry> last = await Log.ReadAsync(Math.Max(0, version - 1), CancellationToken.None);
        if (last.Count > 0 && last[^1].At > clock.GetUtcNow() - NamesKept) return;
        await Log.ForgetAllAsync(CancellationToken.None);
        if (await this.GetReminder(Forget) is { } reminder) await this.UnregisterReminder(reminder);
    }

    private MeetingNews News() => new(Meeting, version, attending.ToDictionary(a => a.Key, a => a.Value.Watchers), kept.State.View);

    private void Tell(MeetingNews news, string? except = null)
    {
        foreach ((string process, (IMeetingEar ear, _, _)) in attending)
        {
            if (process != except) ear.Happened(news).Ignore();
        }
    }

    private Task<long> LastAsync(CancellationToken cancellation) => Log.LastAsync(cancellation);

    private async Task RemindAsync()
    {
        if (isReminded) return;
        isReminded = true;
        await this.RegisterOrUpdateReminder(Forget, NamesKept, TimeSpan.FromDays(1));
    }

    private async Task KeepScreenAsync(CancellationToken cancellation)
    {
        if (!isScreenNew) return;
        isScreenNew = false;
        await kept.WriteStateAsync(cancellation);
    }
}

/// <summary>What a meeting has on the screen.</summary>
[GenerateSerializer]
[Alias("navgeo.screen")]
internal sealed class MeetingScreen
{
    /// <summary>Null before anything was shown.</summary>
    [Id(0)]
    public SharedView? View { get; set; }
}
