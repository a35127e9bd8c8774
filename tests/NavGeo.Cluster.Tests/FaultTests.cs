using System.Globalization;
using System.Net.Sockets;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Tests.Load;
using NavGeo.Planning.Language;

namespace NavGeo.Cluster.Tests;

/// <summary>
/// What can go wrong goes wrong under load, and a record that is kept beside NavGeo is held against the logs afterwards:
/// nothing that was acknowledged is lost, nothing is there twice. <c>NAVGEO_KILLS=100</c> kills that often.
/// </summary>
public sealed class FaultTests(TestPostgres postgres, ITestOutputHelper output) : IClassFixture<TestPostgres>
{
    private const int Meetings = 4;
    private const int Seed = 20_260_301;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("NAVGEO_KILLS"), CultureInfo.InvariantCulture, out int asked) ? asked : 2;

    [Fact]
    public async Task A_bad_day_loses_nothing_and_doubles_nothing()
    {
        await using ClusterDatabase database = await postgres.Own.ReadyAsync("badday");
        string[] meetings = await MeetingsAsync(database);
        var running = new List<ClusterProcess>();
        await using var crowd = new Crowd(database);
        using var evening = new CancellationTokenSource();
        try
        {
            foreach (ClusterProcess process in await Task.WhenAll(StartAsync(database), StartAsync(database))) Open(process);
            Task editing = Task.WhenAll((await CookiesAsync(crowd, meetings)).Select((m, i) => EditAsync(crowd, m.Meeting, m.Cookie, i, evening.Token)));
            using Socket slow = await NeverReadAsync(running[0], meetings[0]);
            await DoneAsync(crowd, 20);
            var chance = new Random(Seed);
            for (int kill = 0; kill < Kills; kill++) await KillAsync(chance);
            Say("killed");
            await postgres.Own.CrashAsync();
            await postgres.Own.StartAsync();
            await DoneAsync(crowd, 20);
            Say("database crashed");
            for (int cut = 0; cut < 3; cut++)
            {
                await postgres.Own.CutAsync();
                await DoneAsync(crowd, 5);
            }
            Say("connections cut");
            await FullAsync(crowd);
            Say("disk full");
            await DeployAsync();
            Say("deployed");
            await evening.CancelAsync();
            await editing;
            for (int beat = 0; beat < 100 && !await crowd.HaveAllHeardAsync(); beat++) await Task.Delay(200);
            IReadOnlyList<string> faults = await crowd.JudgeAsync();
            Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
            Assert.True(await crowd.HaveAllHeardAsync(), "somebody who follows has not heard of the last entry");
        }
        finally
        {
            await evening.CancelAsync();
            foreach (ClusterProcess process in running) process.Dispose();
        }

        void Open(ClusterProcess process)
        {
            running.Add(process);
            crowd.Opens(process);
        }

        async Task KillAsync(Random chance)
        {
            await Task.Delay(chance.Next(50, 1500));
            ClusterProcess victim = running[chance.Next(running.Count)];
            victim.Kill();
            running.Remove(victim);
            await DoneAsync(crowd, 5);
            crowd.Closes(victim);
            victim.Dispose();
            Open(await StartAsync(database));
        }

        async Task DeployAsync()
        {
            foreach (ClusterProcess old in running.ToArray())
            {
                Open(await StartAsync(database));
                running.Remove(old);
                crowd.Closes(old);
                await old.EndAsync();
                old.Dispose();
                await DoneAsync(crowd, 5);
            }
        }

        void Say(string what) => output.WriteLine($"{what}: {crowd.Record.Count} acknowledged, longest wait {crowd.Record.Max(r => r.Waited).TotalSeconds:0.0} s");
    }

    /// <summary>No entry can be written for a while, as on a full disk: who edits is told to wait, and goes on afterwards.</summary>
    private async Task FullAsync(Crowd crowd)
    {
        await postgres.Own.ExecuteAsync("""
            CREATE FUNCTION navgeo.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON navgeo.entry FOR EACH ROW EXECUTE FUNCTION navgeo.full_disk();
            """, "badday");
        int before = crowd.Record.Count;
        await Task.Delay(1500);
        // What was on its way may still have come through.
        Assert.InRange(crowd.Record.Count, before, before + Meetings);
        await postgres.Own.ExecuteAsync("DROP TRIGGER full_disk ON navgeo.entry", "badday");
        await DoneAsync(crowd, 5);
    }

    private static Task<ClusterProcess> StartAsync(ClusterDatabase database) => ClusterProcess.StartAsync(database.ConnectionString);

    private static async Task<string[]> MeetingsAsync(ClusterDatabase database)
    {
        var library = new CaseLibrary(database);
        await library.PutAsync(Path.Combine(AppContext.BaseDirectory, "data", "hallingdal"), null, new Findings(), CancellationToken.None);
        var begun = new List<string>();
        for (int i = 0; i < Meetings; i++) begun.Add((await library.MeetAsync("hallingdal", null, CancellationToken.None)).Id);
        return [.. begun];
    }

    /// <summary>One who edits and two who follow in each meeting; in the first, two edit at the same time by different processes.</summary>
    private static async Task<(string Meeting, string Cookie)[]> CookiesAsync(Crowd crowd, string[] meetings)
    {
        var editors = new List<(string, string)>();
        foreach (string meeting in meetings.Append(meetings[0]))
        {
            string cookie = await crowd.JoinAsync(meeting, $"Kari {editors.Count}");
            editors.Add((meeting, cookie));
            for (int follower = 0; follower < 2; follower++) crowd.Follow(meeting, cookie, (editors.Count * 2) + follower);
        }
        return [.. editors];
    }

    private static async Task EditAsync(Crowd crowd, string meeting, string cookie, int editor, CancellationToken evening)
    {
        for (int number = editor * Crowd.Apart; !evening.IsCancellationRequested; number++)
        {
            await crowd.EditAsync(meeting, cookie, number);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Waits until so many more things are done.</summary>
    private static async Task DoneAsync(Crowd crowd, int more)
    {
        for (int wanted = crowd.Record.Count + more, waited = 0; crowd.Record.Count < wanted; waited++)
        {
            Assert.True(waited < 1200, "nothing goes on: " + string.Join('\n', crowd.Wrong));
            await Task.Delay(100);
        }
    }

    /// <summary>Asks for much and reads nothing of it.</summary>
    private static async Task<Socket> NeverReadAsync(ClusterProcess process, string meeting)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
        await socket.ConnectAsync("127.0.0.1", process.Port);
        byte[] request = System.Text.Encoding.ASCII.GetBytes($"GET /m/{meeting}/api/phrases/nb HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        for (int i = 0; i < 200; i++) await socket.SendAsync(request);
        return socket;
    }
}
