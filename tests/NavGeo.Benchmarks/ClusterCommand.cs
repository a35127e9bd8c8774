using System.Diagnostics;
using NavGeo.Cluster.Database;
using NavGeo.Cluster.Tests.Load;
using NavGeo.Planning.Language;

namespace NavGeo.Benchmarks;

/// <summary>
/// <c>cluster [--meetings N] [--active N] [--every MS] [--seconds S] [--kills N] [--case DIR] [--json]</c>: so many meetings on two processes
/// and a PostgreSQL of their own on this machine, somebody following each; in the active ones somebody edits. What is measured is how
/// long who edits waits, from the first try on. With kills, one process after the other is killed at a random moment and another started.
/// </summary>
internal static class ClusterCommand
{
    private const int Processes = 2;
    private const int Seed = 20_260_302;

    public static async Task<int> Run(Arguments arguments)
    {
        int meetings = arguments.Whole("--meetings", 300), active = arguments.Whole("--active", 20);
        int every = arguments.Whole("--every", 3000), seconds = arguments.Whole("--seconds", 60), kills = arguments.Whole("--kills", 0);
        string folder = arguments.Find("--case") ?? Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        var report = new Report(arguments.Has("--json"));
        await using OwnPostgres postgres = await OwnPostgres.BeginAsync();
        await using ClusterDatabase database = await postgres.ReadyAsync("load");
        string[] ids = await MeetingsAsync(new CaseLibrary(database), folder, meetings);
        var running = new List<ClusterProcess>();
        try
        {
            for (int i = 0; i < Processes; i++) running.Add(await ClusterProcess.StartAsync(database.ConnectionString));
            await using (var crowd = new Crowd(database))
            {
                foreach (ClusterProcess process in running) crowd.Opens(process);
                await HoldAsync(crowd, ids, active, every, seconds, () => KillAsync(crowd, database, running, kills, seconds), report);
                report.Add("memory_mb", running.Sum(p => p.WorkingMegabytes));
                report.Add("processor_seconds", running.Sum(p => p.ProcessorSeconds));
                IReadOnlyList<string> faults = await crowd.JudgeAsync();
                report.Add("lost_or_doubled", faults.Count);
                foreach (string fault in faults.Take(10)) Console.Error.WriteLine(fault);
                report.Add("all_heard", await HaveAllHeardAsync(crowd) ? "yes" : "no");
            }
        }
        finally
        {
            foreach (ClusterProcess process in running) process.Dispose();
        }
        report.Print();
        return 0;
    }

    private static async Task<string[]> MeetingsAsync(CaseLibrary library, string folder, int count)
    {
        CaseLibrary.Item item = await library.PutAsync(folder, null, new Findings(), CancellationToken.None);
        var ids = new string[count];
        for (int i = 0; i < count; i++) ids[i] = (await library.MeetAsync(item.Id, null, CancellationToken.None)).Id;
        return ids;
    }

    private static async Task HoldAsync(Crowd crowd, string[] ids, int active, int every, int seconds, Func<Task> breaking, Report report)
    {
        var cookies = new string[ids.Length];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < ids.Length; i++) crowd.Follow(ids[i], cookies[i] = await crowd.JoinAsync(ids[i], $"Kari {i}"), i);
        while (crowd.Heard.Count < ids.Length) await Task.Delay(100);
        report.Add("meetings", ids.Length);
        report.Add("opened_s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        using var evening = new CancellationTokenSource();
        Task editing = Task.WhenAll(Enumerable.Range(0, active).Select(i => EditAsync(i)));
        await Task.WhenAll(Task.Delay(TimeSpan.FromSeconds(seconds)), breaking());
        await evening.CancelAsync();
        await editing;
        double[] waited = [.. crowd.Record.Select(r => r.Waited.TotalMilliseconds).Order()];
        report.Add("edits", waited.Length);
        foreach ((string name, double share) in (ReadOnlySpan<(string, double)>)[("p50_ms", 0.5), ("p95_ms", 0.95), ("p99_ms", 0.99), ("longest_ms", 1)])
            report.Add(name, waited[Math.Min(waited.Length - 1, (int)(share * waited.Length))]);

        async Task EditAsync(int i)
        {
            // Not all in the same instant.
            await Task.Delay(every * i / active);
            for (int number = 0; !evening.IsCancellationRequested; number++)
            {
                Task pause = Task.Delay(every);
                await crowd.EditAsync(ids[i], cookies[i], number * 2);
                await pause;
            }
        }
    }

    private static async Task KillAsync(Crowd crowd, ClusterDatabase database, List<ClusterProcess> running, int kills, int seconds)
    {
        var chance = new Random(Seed);
        for (int kill = 0; kill < kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * seconds / kills));
            ClusterProcess victim = running[chance.Next(running.Count)];
            victim.Kill();
            running.Remove(victim);
            // Whoever goes by it notices by itself; a proxy takes it out a moment later.
            await Task.Delay(TimeSpan.FromSeconds(2));
            crowd.Closes(victim);
            victim.Dispose();
            ClusterProcess next = await ClusterProcess.StartAsync(database.ConnectionString);
            running.Add(next);
            crowd.Opens(next);
        }
    }

    private static async Task<bool> HaveAllHeardAsync(Crowd crowd)
    {
        for (int beat = 0; beat < 50; beat++)
        {
            if (await crowd.HaveAllHeardAsync()) return true;
            await Task.Delay(200);
        }
        return false;
    }
}
