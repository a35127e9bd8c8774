using NavGeo.Cluster.Grains;
using NavGeo.Web;
using NavGeo.Web.Meetings;

namespace NavGeo.Cluster.Rooms;

/// <summary>
/// Keeps a meeting of this process and the meeting's grain in step: says who follows here and what is shown, hears what happens
/// elsewhere. What was not heard, because a process died with it, is heard at the next beat.
/// </summary>
internal sealed class RoomLink : IMeetingEar, IDisposable
{
    /// <summary>Beats of a meeting that somebody follows here, and of one that nobody does.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan QuietBeat = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Another one for each start.</summary>
    private static readonly string Process = FormattableString.Invariant($"{Environment.MachineName}:{Environment.ProcessId}:{Environment.TickCount64}");

    private readonly MeetingRoom room;
    private readonly IMeetingGrain grain;
    private readonly IMeetingEar ear;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource ending = new();
    private SharedView? told;

    public RoomLink(MeetingRoom room, IMeetingGrain grain, IGrainFactory grains, TimeProvider clock)
    {
        (this.room, this.grain, this.clock) = (room, grain, clock);
        ear = grains.CreateObjectReference<IMeetingEar>(this);
        _ = KeepAsync();
    }

    /// <inheritdoc/>
    public Task Happened(MeetingNews news) => HearAsync(news);

    /// <inheritdoc/>
    public void Dispose() => ending.Cancel();

    private async Task KeepAsync()
    {
        await using IAsyncEnumerator<long> news = room.Session.Watch(ending.Token, isCounted: false).GetAsyncEnumerator(ending.Token);
        Task<bool> next = news.MoveNextAsync().AsTask();
        try
        {
            while (!ending.IsCancellationRequested)
            {
                await BeatAsync();
                await Task.WhenAny(next, Task.Delay(room.Session.WatchersHere > 0 ? Beat : QuietBeat, clock, ending.Token));
                if (!next.IsCompleted) continue;
                if (!await next) return;
                next = news.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends, or the meeting is let go of.
        }
    }

    private async Task BeatAsync()
    {
        SharedView? shown = room.Session.Shown;
        SharedView? view = ReferenceEquals(shown, told) ? null : shown;
        bool isOfPeople = room.Door.TakeNews();
        try
        {
            MeetingNews news = await grain.Attend(new Attendance(Process, room.Session.WatchersHere, view, isOfPeople), ear).WaitAsync(Patience, clock, ending.Token);
            if (view is not null) told = view;
            await HearAsync(news);
        }
        catch (Exception) when (!ending.IsCancellationRequested)
        {
            // No grain for now: what others write by themselves is read.
            if (isOfPeople) room.Door.GiveNews();
            await TryCatchUpAsync();
        }
    }

    private async Task HearAsync(MeetingNews news)
    {
        // What is shown here and has not been told yet is newer than what others show.
        SharedView? view = ReferenceEquals(room.Session.Shown, told) ? news.View : null;
        if (view is not null && !view.IsSameAs(told)) told = view;
        room.Session.Hear(news.Watchers.Where(w => w.Key != Process).Sum(w => w.Value), view);
        if (news.IsOfPeople) await room.Door.CatchUpAsync();
        if (news.Version > room.Session.Current.State.Version) await TryCatchUpAsync();
    }

    private async Task TryCatchUpAsync()
    {
        try
        {
            await room.Session.CatchUpAsync(ending.Token);
        }
        catch (Exception) when (!ending.IsCancellationRequested)
        {
            // The database is away, or too much waits to be measured: the next beat tries again.
        }
    }
}
