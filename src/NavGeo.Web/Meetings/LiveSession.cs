using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Visits;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Meetings;

/// <summary>
/// A meeting that is going on, as this process holds it. Entries are taken one at a time: answered, written to the log, then
/// shown to everybody. Where another process has written meanwhile, what it wrote is read and the entry is tried again after
/// it. Any number of threads may ask and watch.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore nobody waits for by a handle holds nothing that could be let go of.")]
public sealed class LiveSession
{
    private const int KeyBytes = 12;

    private readonly MeetingBase roads;
    private readonly IMeetingLog log;
    private readonly MeasuringPool pool;
    private readonly TimeProvider clock;
    private readonly string? caseFolder;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock watching = new();
    private readonly List<(Channel<long> News, bool IsCounted)> watchers = [];
    private volatile MeetingView current;
    private volatile int elsewhere;
    private volatile SharedView? shown;

    private LiveSession(MeetingBase roads, IMeetingLog log, MeasuringPool pool, TimeProvider clock, string? caseFolder, MeetingView begun)
    {
        this.roads = roads;
        this.log = log;
        this.pool = pool;
        this.clock = clock;
        this.caseFolder = caseFolder;
        current = begun;
    }

    /// <summary>A meeting as it stands in its log.</summary>
    /// <param name="roads">The case it is about.</param>
    /// <param name="log">The meeting so far; the session appends to it.</param>
    /// <param name="pool">Where its answers are measured.</param>
    /// <param name="clock">For the log's times.</param>
    /// <param name="caseFolder">Where objections are written for the report; nowhere where null.</param>
    /// <param name="start">What becomes of a meeting that is kept there.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">The stored meeting does not fit the case any more.</exception>
    public static async Task<LiveSession> OpenAsync(
        MeetingBase roads, IMeetingLog log, MeasuringPool pool, TimeProvider clock, string? caseFolder = null, MeetingStart start = MeetingStart.Resume)
    {
        Situation none = await pool.RunAsync(() => roads.Answer([]), CancellationToken.None);
        var session = new LiveSession(roads, log, pool, clock, caseFolder, new MeetingView(MeetingState.Waiting, none, none));
        IReadOnlyList<LogEntry> kept = start == MeetingStart.Ask ? await log.ReadAsync(0, CancellationToken.None) : [];
        if (kept.Count > 0) session.Kept = new KeptMeeting(kept.Count, kept[^1].At);
        else await session.StartAsync(start, CancellationToken.None);
        return session;
    }

    /// <summary>A meeting that is kept and waits to be gone on with or not; null where nothing is waited for.</summary>
    public KeptMeeting? Kept { get; private set; }

    /// <summary>Whether what is done is written nowhere.</summary>
    public bool IsPractice { get; private set; }

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original => roads.Original;

    /// <summary>Its baseline, before any edit.</summary>
    public StructureAccess Today => roads.Today;

    /// <summary>The case before any edit, measured.</summary>
    public AccessStudy Start => roads.Start;

    /// <summary>Who comes to a site and home without a car, searched by whoever asks; null where the meeting has no timetable.</summary>
    public MeetingVisits? Visits => roads.Visits;

    /// <summary>The same among what is measured, of the case under some edits; null where the meeting has no timetable.</summary>
    /// <exception cref="BusyException">Too much waits to be measured.</exception>
    public async Task<VisitStudy?> VisitsAsync(PlanningCase planningCase, CancellationToken cancellation) =>
        roads.Visits is { } visits ? await pool.RunAsync(() => visits.Of(planningCase), cancellation) : null;

    /// <summary>The clock of the log.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The meeting as it stands.</summary>
    public MeetingView Current => current;

    /// <summary>What whoever leads the meeting has on the screen; null before they have shown anything. Not kept.</summary>
    public SharedView? Shown => shown;

    /// <summary>How many follow at this moment.</summary>
    public int WatcherCount => WatchersHere + elsewhere;

    /// <summary>How many of them follow by this process.</summary>
    public int WatchersHere
    {
        get
        {
            lock (watching) return watchers.Count(w => w.IsCounted);
        }
    }

    /// <summary>
    /// Takes an entry: when this returns, it is answered and kept. The others hear of it by <see cref="Tell()"/>, once
    /// who made it has the answer: a hundred who follow would all ask before.
    /// </summary>
    /// <param name="author">Who did it.</param>
    /// <param name="happened">What.</param>
    /// <param name="cancellation">Stops waiting for one's turn.</param>
    /// <param name="key">Given where somebody asks again who has not heard whether it was kept: it is not done twice.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">It does not fit; nothing has changed.</exception>
    /// <exception cref="BusyException">Too much waits to be measured; nothing has changed.</exception>
    public async Task<MeetingView> TakeAsync(Participant author, MeetingEvent happened, CancellationToken cancellation, string? key = null)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (Kept is not null) throw EditFault.Of("web.wrong.notBegun");
            if (author.IsMuted) throw EditFault.Of("web.wrong.muted");
            using Activity? trace = MeetingMeter.Traces.StartActivity("edit");
            long begun = clock.GetTimestamp();
            string mark = key ?? RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true);
            while (key is null || !current.State.Log.Exists(e => e.Key == key))
            {
                var entry = new LogEntry(current.State.Version + 1, clock.GetUtcNow(), author.Name, happened, author.Role, mark);
                MeetingView after = await pool.RunAsync(() => After(current, entry), cancellation);
                // From here on it may be kept: who goes away meanwhile does not stop it.
                if (await log.TryAppendAsync(entry, CancellationToken.None))
                {
                    Situation before = current.Situation;
                    current = after;
                    // What taking it back will do is worked out while people look at what it does.
                    if (!ReferenceEquals(after.Situation, before)) _ = PrepareAsync(after.Situation, before);
                    if (caseFolder is not null && happened is ObjectionPinned && !IsPractice) ObjectionFile.Write(caseFolder, after.State);
                    MeetingMeter.Edits.Record(clock.GetElapsedTime(begun).TotalSeconds);
                    break;
                }
                MeetingMeter.Replays.Add(1);
                await ReplayAsync(CancellationToken.None);
            }
            return current;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads what other processes have written, if anything; who follows here hears of it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (Kept is null) await ReplayAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says what becomes of the meeting that is kept; the others hear of it.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It has begun already, or the kept one does not fit the case any more.</exception>
    public async Task BeginAsync(MeetingStart how, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (Kept is null || how == MeetingStart.Ask) throw EditFault.Of("web.wrong.begun");
            await StartAsync(how, cancellation);
            Kept = null;
        }
        finally
        {
            turn.Release();
        }
        Tell();
    }

    /// <summary>Tells everybody who follows of what has happened.</summary>
    public void Tell() => Tell(current.State.Version);

    /// <summary>Shows the others what whoever leads has on the screen.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It is not a part of the map, or names what the case has not.</exception>
    public void Show(SharedView view)
    {
        view.Check(Original);
        shown = view;
        Tell();
    }

    /// <summary>Takes in what other processes say of the meeting.</summary>
    /// <param name="others">How many follow by them.</param>
    /// <param name="view">What whoever leads shows there; null where they say nothing of it.</param>
    public void Hear(int others, SharedView? view)
    {
        bool isNews = others != elsewhere || (view is not null && !view.IsSameAs(shown));
        elsewhere = others;
        if (view is not null && !view.IsSameAs(shown)) shown = view;
        if (isNews) Tell();
    }

    /// <summary>The answer to one edit more than are in force, which is not made.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It does not fit.</exception>
    public Task<Situation> TryAsync(MeetingView view, Edit edit, CancellationToken cancellation)
    {
        var entry = new LogEntry(view.State.Version + 1, clock.GetUtcNow(), "", new EditMade(edit));
        return AnswerAsync(view.State.With(entry).Edits, cancellation);
    }

    /// <summary>The answer to a list of edits that is not the meeting's own: a kept scenario.</summary>
    public async Task<Situation> AnswerAsync(ImmutableList<Edit> edits, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await pool.RunAsync(() => roads.Answer(edits, current.Situation), cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// The version of the meeting now, and then whenever something has happened. Who is slow misses versions between
    /// and gets the newest.
    /// </summary>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="isCounted">Whether it is somebody of the meeting who follows.</param>
    public async IAsyncEnumerable<long> Watch([EnumeratorCancellation] CancellationToken cancellation, bool isCounted = true)
    {
        var news = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (watching) watchers.Add((news, isCounted));
        try
        {
            news.Writer.TryWrite(current.State.Version);
            if (isCounted) Tell(current.State.Version, except: news);
            await foreach (long version in news.Reader.ReadAllAsync(cancellation)) yield return version;
        }
        finally
        {
            lock (watching) watchers.Remove((news, isCounted));
            if (isCounted) Tell(current.State.Version);
        }
    }

    /// <summary>Lets go of everybody who follows: they come back to whoever holds the meeting then.</summary>
    public void End()
    {
        lock (watching)
        {
            foreach ((Channel<long> news, _) in watchers) news.Writer.TryComplete();
        }
    }

    private async Task PrepareAsync(Situation after, Situation before)
    {
        try
        {
            await pool.RunAsync(() =>
            {
                after.PrepareWayBack(before);
                return true;
            }, CancellationToken.None);
        }
        catch (BusyException)
        {
            // Others wait for what they have asked for.
        }
    }

    private async Task StartAsync(MeetingStart how, CancellationToken cancellation)
    {
        IReadOnlyList<LogEntry> kept = await log.ReadAsync(0, cancellation);
        if (how is MeetingStart.New or MeetingStart.Practise && log is SqliteLog own)
        {
            if (how == MeetingStart.Practise) own.Practise();
            else if (kept.Count > 0) own.PutAside(clock.GetUtcNow());
            kept = [];
        }
        IsPractice = how == MeetingStart.Practise;
        current = await pool.RunAsync(() => After(MeetingState.Empty, kept), cancellation);
    }

    private async Task ReplayAsync(CancellationToken cancellation)
    {
        MeetingView before = current;
        IReadOnlyList<LogEntry> news = await log.ReadAsync(before.State.Version, cancellation);
        if (news.Count == 0) return;
        current = await pool.RunAsync(() => After(before.State, news), cancellation);
        Tell();
    }

    private MeetingView After(MeetingState state, IEnumerable<LogEntry> entries)
    {
        foreach (LogEntry entry in entries) state = state.With(entry);
        Situation before = roads.Answer(state.EditsBefore, current.Situation);
        return new MeetingView(state, roads.Answer(state.Edits, before), before);
    }

    private MeetingView After(MeetingView before, LogEntry entry)
    {
        MeetingState state = before.State.With(entry);
        // A proposal is tried before it is shown, so that the presenter is not offered what cannot be done.
        if (entry.Event is EditProposed proposed) roads.Answer(before.State.With(entry with { Event = new EditMade(proposed.Edit) }).Edits, before.Situation);
        bool isSame = ReferenceEquals(state.Edits, before.State.Edits);
        return isSame ? before with { State = state } : new MeetingView(state, roads.Answer(state.Edits, before.Situation), before.Situation);
    }

    private void Tell(long version, Channel<long>? except = null)
    {
        lock (watching)
        {
            foreach ((Channel<long> news, _) in watchers)
            {
                if (news != except) news.Writer.TryWrite(version);
            }
        }
    }
}
