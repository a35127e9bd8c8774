using NavGeo.Cluster.Database;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Web.Meetings;
using NavGeo.Web.Situations;

namespace NavGeo.Cluster.Tests;

/// <summary>
/// The network between processes parted, at its worst: several hold the same meeting, each believes to be the only one and hears nothing
/// of the others but what the log tells them. And what a pool does when too much comes.
/// </summary>
public sealed class PartedTests(TestPostgres postgres) : IClassFixture<TestPostgres>
{
    private static readonly Participant Kari = new("Kari", Role.Presenter);

    [Fact]
    public async Task Sessions_that_do_not_hear_each_other_come_to_the_same_meeting()
    {
        await using ClusterDatabase database = await postgres.Own.ReadyAsync("parted");
        var library = new CaseLibrary(database);
        string folder = Path.Combine(AppContext.BaseDirectory, "data", "hallingdal");
        await library.PutAsync(folder, null, new Findings(), CancellationToken.None);
        string id = (await library.MeetAsync("hallingdal", null, CancellationToken.None)).Id;
        using var pool = new MeasuringPool(2, 100);
        var roads = new MeetingBase(Workspace.Open(folder, new Findings()).Case, () => MapBackground.None, new Dictionary<string, string>());
        const int sessions = 4, each = 12;
        LiveSession[] parted = await Task.WhenAll(Enumerable.Range(0, sessions).Select(i => LiveSession.OpenAsync(
            // Clocks that differ by years, as clocks do that were set wrong: the order is that of the log.
            roads, new PostgresLog(database.Source, id), pool, new WrongClock(TimeSpan.FromDays(-365 * i)))));
        await Task.WhenAll(parted.Select((session, i) => Task.Run(async () =>
        {
            for (int edit = 0; edit < each; edit++)
            {
                var move = new EditMade(new MoveSite("fla", 9.4636 + (i * each + edit) * 1e-6, 60.4288));
                MeetingView first = await session.TakeAsync(Kari, move, CancellationToken.None, $"k{i}x{edit}");
                // Who did not hear the answer asks again.
                if (edit % 3 == 0) Assert.True((await session.TakeAsync(Kari, move, CancellationToken.None, $"k{i}x{edit}")).State.Version >= first.State.Version);
            }
        })));
        foreach (LiveSession session in parted) await session.CatchUpAsync(CancellationToken.None);
        IReadOnlyList<LogEntry> log = await new PostgresLog(database.Source, id).ReadAsync(0, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, sessions * each).Select(n => (long)n), log.Select(e => e.Number));
        Assert.Equal(sessions * each, log.Select(e => e.Key).Distinct().Count());
        Assert.All(parted, session =>
        {
            Assert.Equal(log.Count, session.Current.State.Version);
            Assert.Equal(parted[0].Current.State.Edits, session.Current.State.Edits);
            Assert.Equal(parted[0].Current.Situation.Chosen.Access.Total, session.Current.Situation.Chosen.Access.Total);
        });
    }

    [Fact]
    public async Task Who_comes_when_too_much_waits_is_told_how_many_are_before_and_may_come_again()
    {
        using var pool = new MeasuringPool(1, 3);
        using var gate = new ManualResetEventSlim();
        Task<int>[] taken = [.. Enumerable.Range(0, 3).Select(i => pool.RunAsync(() =>
        {
            gate.Wait();
            return i;
        }, CancellationToken.None))];
        Assert.Equal(3, (await Assert.ThrowsAsync<BusyException>(() => pool.RunAsync(() => 4, CancellationToken.None))).Before);
        gate.Set();
        int[] done = await Task.WhenAll(taken);
        Assert.Equal([0, 1, 2], done);
        Assert.Equal(4, await pool.RunAsync(() => 4, CancellationToken.None));
    }

    private sealed class WrongClock(TimeSpan off) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + off;
    }
}
