using System.Collections.Concurrent;
using NavGeo.Planning.Edits;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Meetings;

/// <summary>
/// Meetings of one's own: whoever wants to tries what they will, from where the meeting stood, seen by nobody else and written
/// nowhere, and sends to the room what is worth it. Any number of threads.
/// </summary>
/// <param name="session">The meeting of all.</param>
public sealed class Sandboxes(LiveSession session)
{
    /// <summary>Who has been away longest starts anew where more than so many try something.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, MeetingView> views = [];

    /// <summary>What somebody has of their own; null where they have nothing.</summary>
    /// <param name="key">Stands for them.</param>
    public MeetingView? Find(string key) => views.GetValueOrDefault(key);

    /// <summary>Begins one where the meeting stands.</summary>
    public MeetingView Open(string key)
    {
        if (views.Count >= Most) views.Clear();
        Situation now = session.Current.Situation;
        return views[key] = new MeetingView(session.Current.State.Fork(), now, now);
    }

    /// <summary>Ends it.</summary>
    public void Close(string key) => views.TryRemove(key, out _);

    /// <summary>Does something in it.</summary>
    /// <exception cref="NavGeo.Planning.Language.InputException">It does not fit; nothing has changed.</exception>
    public async Task<MeetingView> TakeAsync(string key, Participant author, MeetingEvent happened, CancellationToken cancellation)
    {
        MeetingView before = Find(key) ?? Open(key);
        MeetingState state = before.State.With(new LogEntry(before.State.Version + 1, session.Clock.GetUtcNow(), author.Name, happened, author.Role));
        Situation situation = await session.AnswerAsync(state.Edits, cancellation);
        return views[key] = new MeetingView(state, situation, before.Situation);
    }

    /// <summary>The edits that are in force in it and not in the meeting.</summary>
    public IReadOnlyList<Edit> NewIn(string key) => Find(key) is { } own ? [.. own.State.Edits.Where(e => !session.Current.State.Edits.Contains(e))] : [];
}
