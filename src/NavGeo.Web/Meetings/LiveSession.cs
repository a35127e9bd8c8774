using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Meetings;

/// <summary>
/// A meeting that is going on. Entries are taken one at a time: answered, written to the store, then shown to everybody.
/// Any number of threads may ask and watch.
/// </summary>
public sealed class LiveSession : IDisposable
{
    /// <summary>
    /// Times of so many places are kept in all, so that undo and redo need no measuring: fifty answers of all Norway, which
    /// share what an edit leaves as it is.
    /// </summary>
    private const int KeptPlaces = 11_500_000;

    private const int LeastKeptAnswers = 4;
    private const int MostKeptAnswers = 64;

    private readonly MeetingStore store;
    private readonly TimeProvider clock;
    private readonly string? caseFolder;
    private readonly AccessStudy start;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<(ImmutableList<Edit> Edits, Situation Situation)> answers = [];
    private readonly Lock watching = new();
    private readonly List<Channel<long>> watchers = [];
    private volatile MeetingView current;

    /// <param name="original">The case as it was read.</param>
    /// <param name="store">The meeting so far; the session appends to it and does not dispose of it.</param>
    /// <param name="clock">For the log's times.</param>
    /// <param name="caseFolder">Where objections are written for the report; nowhere where null.</param>
    /// <param name="start">What becomes of a meeting that is kept there.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">The stored meeting does not fit the case any more.</exception>
    public LiveSession(PlanningCase original, MeetingStore store, TimeProvider clock, string? caseFolder = null, MeetingStart start = MeetingStart.Resume)
    {
        Original = original;
        this.store = store;
        this.clock = clock;
        this.caseFolder = caseFolder;
        this.start = AccessStudy.Of(original);
        Today = this.start.Access(original.GetStructure(original.Baseline));
        IReadOnlyList<LogEntry> log = store.ReadAll();
        bool isAsked = start == MeetingStart.Ask && log.Count > 0;
        if (isAsked) Kept = new KeptMeeting(log.Count, log[^1].At);
        current = isAsked ? new MeetingView(MeetingState.Waiting, Answer([]), Answer([])) : Begun(start);
    }

    /// <summary>A meeting that is kept and waits to be gone on with or not; null where nothing is waited for.</summary>
    public KeptMeeting? Kept { get; private set; }

    /// <summary>Whether what is done is written nowhere.</summary>
    public bool IsPractice { get; private set; }

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original { get; }

    /// <summary>Its baseline, before any edit.</summary>
    public StructureAccess Today { get; }

    /// <summary>The case before any edit, measured.</summary>
    public AccessStudy Start => start;

    /// <summary>The clock of the log.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The meeting as it stands.</summary>
    public MeetingView Current => current;

    /// <summary>What whoever leads the meeting has on the screen; null before they have shown anything. Not kept.</summary>
    public SharedView? Shown { get; private set; }

    /// <summary>How many follow at this moment.</summary>
    public int WatcherCount
    {
        get
        {
            lock (watching) return watchers.Count;
        }
    }

    /// <summary>
    /// Takes an entry: when this returns, it is answered and on disk. The others hear of it by <see cref="Tell()"/>, once
    /// who made it has the answer: a hundred who follow would all ask before.
    /// </summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It does not fit; nothing has changed.</exception>
    public async Task<MeetingView> TakeAsync(Participant author, MeetingEvent happened, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (Kept is not null) throw EditFault.Of("web.wrong.notBegun");
            if (author.IsMuted) throw EditFault.Of("web.wrong.muted");
            MeetingView before = current;
            var entry = new LogEntry(before.State.Version + 1, clock.GetUtcNow(), author.Name, happened, author.Role);
            MeetingState state = before.State.With(entry);
            // A proposal is tried before it is shown, so that the presenter is not offered what cannot be done.
            if (happened is EditProposed proposed) Answer(before.State.With(entry with { Event = new EditMade(proposed.Edit) }).Edits);
            bool isSame = ReferenceEquals(state.Edits, before.State.Edits);
            MeetingView after = isSame ? before with { State = state } : new MeetingView(state, Answer(state.Edits), before.Situation);
            store.Append(entry);
            current = after;
            // What taking it back will do is worked out while people look at what it does.
            if (!isSame) ThreadPool.QueueUserWorkItem(_ => after.Situation.PrepareWayBack(before.Situation));
            if (caseFolder is not null && happened is ObjectionPinned && !IsPractice) ObjectionFile.Write(caseFolder, state);
            return after;
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
            current = Begun(how);
            Kept = null;
        }
        finally
        {
            turn.Release();
        }
        Tell();
    }

    private MeetingView Begun(MeetingStart how)
    {
        MeetingState state = MeetingState.Empty;
        IReadOnlyList<LogEntry> log = store.ReadAll();
        if (how == MeetingStart.Practise) store.Practise();
        else if (how == MeetingStart.New && log.Count > 0) store.PutAside(clock.GetUtcNow());
        IsPractice = how == MeetingStart.Practise;
        foreach (LogEntry entry in how is MeetingStart.Resume or MeetingStart.Ask ? log : []) state = state.With(entry);
        Situation before = Answer(state.EditsBefore);
        return new MeetingView(state, Answer(state.Edits), before);
    }

    /// <summary>Tells everybody who follows of what has happened.</summary>
    public void Tell() => Tell(current.State.Version);

    /// <summary>Shows the others what whoever leads has on the screen.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It is not a part of the map, or names what the case has not.</exception>
    public void Show(SharedView view)
    {
        view.Check(Original);
        Shown = view;
        Tell();
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
            return Answer(edits);
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
    public async IAsyncEnumerable<long> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        var news = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (watching) watchers.Add(news);
        try
        {
            news.Writer.TryWrite(current.State.Version);
            Tell(current.State.Version, except: news);
            await foreach (long version in news.Reader.ReadAllAsync(cancellation)) yield return version;
        }
        finally
        {
            lock (watching) watchers.Remove(news);
            Tell(current.State.Version);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (watching)
        {
            foreach (Channel<long> news in watchers) news.Writer.TryComplete();
        }
        turn.Dispose();
    }

    private void Tell(long version, Channel<long>? except = null)
    {
        lock (watching)
        {
            foreach (Channel<long> news in watchers)
            {
                if (news != except) news.Writer.TryWrite(version);
            }
        }
    }

    private Situation Answer(ImmutableList<Edit> edits)
    {
        int at = answers.FindIndex(a => a.Edits.SequenceEqual(edits));
        Situation situation = at >= 0 ? answers[at].Situation
            : Situation.Of(start, Today, edits, answers.Count > 0 ? answers[^1].Situation : null);
        // What was asked for last is at the end: the meeting without any edit is gone back to again and again.
        if (at >= 0) answers.RemoveAt(at);
        int most = Math.Clamp(KeptPlaces / Math.Max(1, Original.Demand.Count), LeastKeptAnswers, MostKeptAnswers);
        if (answers.Count >= most) answers.RemoveAt(0);
        answers.Add((edits, situation));
        return situation;
    }
}
