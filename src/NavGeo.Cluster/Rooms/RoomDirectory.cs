using System.Collections.Concurrent;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Grains;
using NavGeo.Planning.Language;
using NavGeo.Web;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;

namespace NavGeo.Cluster.Rooms;

/// <summary>
/// The meetings that this process answers for at the moment: any meeting of the cluster, opened from its log when somebody asks for
/// it, and let go of when nobody has for long. Any number of threads.
/// </summary>
internal sealed class RoomDirectory : IAsyncDisposable
{
    /// <summary>A meeting that nobody follows or asks for is let go of after so long.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>More cases than so many would keep a process from its guests for long.</summary>
    private const int MostWarmed = 8;

    private readonly ClusterDatabase database;
    private readonly CaseLibrary library;
    private readonly CaseShelf cases;
    private readonly IGrainFactory grains;
    private readonly MeasuringPool pool;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, Lazy<Task<OpenRoom?>>> rooms = new(StringComparer.Ordinal);
    private readonly ITimer sweeper;

    public RoomDirectory(ClusterDatabase database, CaseLibrary library, CaseShelf cases, IGrainFactory grains, MeasuringPool pool, TimeProvider clock)
    {
        (this.database, this.library, this.cases, this.grains, this.pool, this.clock) = (database, library, cases, grains, pool, clock);
        MeetingMeter.Meter.CreateObservableGauge("navgeo.meetings.open", () => Count);
        MeetingMeter.Meter.CreateObservableGauge("navgeo.watchers", () => Watchers);
        MeetingMeter.Meter.CreateObservableGauge("navgeo.measuring.waiting", () => pool.Before);
        sweeper = clock.CreateTimer(_ => LetGo(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>Whether the cases that meetings were held on lately have been read: who comes then need not wait for it.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>Reads the cases that meetings were held on lately.</summary>
    public async Task WarmAsync()
    {
        try
        {
            foreach (string id in (await library.ReadMeetingsAsync(CancellationToken.None)).Select(m => m.Case).Distinct().Take(MostWarmed)) await cases.FindAsync(id);
        }
        catch (Exception notNow) when (notNow is InputException or Npgsql.NpgsqlException)
        {
            // Whoever asks for it is told.
        }
        IsWarm = true;
    }

    /// <summary>How many are open here.</summary>
    public int Count => rooms.Count;

    /// <summary>How many follow a meeting by this process.</summary>
    public int Watchers => Open().Sum(r => r.Room.Session.WatchersHere);

    /// <summary>A meeting; null where there is none of that id.</summary>
    public async Task<HeldMeeting?> FindAsync(string id)
    {
        Lazy<Task<OpenRoom?>> opening = rooms.GetOrAdd(id, i => new(() => OpenAsync(i)));
        try
        {
            OpenRoom? open = await opening.Value;
            if (open is null) rooms.TryRemove(KeyValuePair.Create(id, opening));
            else open.UsedAt = clock.GetUtcNow();
            return open?.Held;
        }
        catch
        {
            rooms.TryRemove(KeyValuePair.Create(id, opening));
            throw;
        }
    }

    /// <summary>Sends those who follow here elsewhere: the process is about to end.</summary>
    public void End()
    {
        foreach (OpenRoom open in Open()) open.Room.Session.End();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sweeper.DisposeAsync();
        foreach (OpenRoom open in Open()) open.Link.Dispose();
    }

    private IEnumerable<OpenRoom> Open() => rooms.Values.Where(r => r.IsValueCreated && r.Value.IsCompletedSuccessfully).Select(r => r.Value.GetAwaiter().GetResult()).OfType<OpenRoom>();

    private async Task<OpenRoom?> OpenAsync(string id)
    {
        if (await library.FindMeetingAsync(id, CancellationToken.None) is not { } meeting) return null;
        (MeetingBase roads, MeetingOptions options) = await cases.FindAsync(meeting.Case);
        IMeetingGrain grain = grains.GetGrain<IMeetingGrain>(id);
        var log = new ForwardedLog(new PostgresLog(database.Source, id), grain, clock);
        MeetingRoom room = await MeetingRoom.OpenAsync(roads, log, pool, options);
        return new OpenRoom(new HeldMeeting(room, meeting), new RoomLink(room, grain, grains, clock)) { UsedAt = clock.GetUtcNow() };
    }

    private void LetGo()
    {
        DateTimeOffset since = clock.GetUtcNow() - Idle;
        foreach ((string id, Lazy<Task<OpenRoom?>> opening) in rooms)
        {
            if (!opening.IsValueCreated || !opening.Value.IsCompletedSuccessfully || opening.Value.GetAwaiter().GetResult() is not { } open) continue;
            if (open.UsedAt > since || open.Room.Session.WatchersHere > 0 || !rooms.TryRemove(KeyValuePair.Create(id, opening))) continue;
            open.Link.Dispose();
            open.Room.Session.End();
        }
    }

    private sealed record OpenRoom(HeldMeeting Held, RoomLink Link)
    {
        public MeetingRoom Room => Held.Room;

        public DateTimeOffset UsedAt { get; set; }
    }
}

/// <summary>A meeting of the library as this process holds it.</summary>
/// <param name="Room">What goes on in it.</param>
/// <param name="Meeting">As it stood in the library when it was opened.</param>
internal sealed record HeldMeeting(MeetingRoom Room, CaseLibrary.Meeting Meeting);
