using System.Collections.Immutable;
using NavGeo.Cluster.Database;
using NavGeo.Planning.Edits;
using NavGeo.Web.Meetings;
using Npgsql;

namespace NavGeo.Cluster.Tests;

/// <summary>What is held of a meeting's log, by both stores: a file on a laptop, a database of a cluster.</summary>
public sealed class MeetingLogTests(TestPostgres postgres) : IClassFixture<TestPostgres>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("navgeo-log-");
    private readonly List<IAsyncDisposable> opened = [];
    private SqliteLog? file;

    public static TheoryData<string> Stores => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_written_is_read_as_it_was(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        LogEntry[] entries = [.. Events.Select((e, i) => Entry(i + 1, e))];
        foreach (LogEntry entry in entries) Assert.True(await log.TryAppendAsync(entry, default));
        Assert.Equal(entries.Select(Text), (await log.ReadAsync(0, default)).Select(Text));
        Assert.Equal(entries.Skip(3).Select(Text), (await log.ReadAsync(3, default)).Select(Text));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_entry_has_a_number_and_the_other_is_told_so(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        LogEntry first = Entry(1, new EditUndone()), second = Entry(1, new EditRedone());
        Assert.True(await log.TryAppendAsync(first, default));
        Assert.False(await log.TryAppendAsync(second, default));
        Assert.Equal([Text(first)], (await log.ReadAsync(0, default)).Select(Text));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_has_not_heard_that_it_was_kept_asks_again_and_it_is_there_once(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        LogEntry entry = Entry(1, new EditUndone());
        Assert.True(await log.TryAppendAsync(entry, default));
        Assert.True(await log.TryAppendAsync(entry, default));
        Assert.True(await log.TryAppendAsync(Entry(2, new EditRedone()), default));
        // The same thing under a later number is the same thing.
        Assert.False(await log.TryAppendAsync(entry with { Number = 3 }, default));
        Assert.Equal([1, 2], (await log.ReadAsync(0, default)).Select(e => e.Number));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Many_who_write_at_once_leave_no_gap_and_lose_nothing(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        const int writers = 6, each = 20;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < each; i++)
            {
                for (long at = (await log.ReadAsync(0, default)).Count + 1; !await log.TryAppendAsync(Entry(at, new ScenarioKept($"{writer}-{i}"), $"k{writer}x{i}"), default);)
                    at = (await log.ReadAsync(0, default)).Count + 1;
            }
        })));
        IReadOnlyList<LogEntry> all = await log.ReadAsync(0, default);
        Assert.Equal(Enumerable.Range(1, writers * each).Select(n => (long)n), all.Select(e => e.Number));
        Assert.Equal(writers * each, all.Select(e => ((ScenarioKept)e.Event).Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task People_are_remembered_changed_and_forgotten(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        await log.RememberAsync("a", new Participant("Kari", Role.Presenter), default);
        await log.RememberAsync("b", new Participant("Ola", Role.Participant), default);
        await log.RememberAsync("b", new Participant("Ola", Role.Participant, IsMuted: true), default);
        await log.RememberAsync("c", new Participant("Per", Role.Participant), default);
        await log.ForgetAsync("c", default);
        Assert.Equal(
            [("a", new Participant("Kari", Role.Presenter)), ("b", new Participant("Ola", Role.Participant, IsMuted: true))],
            (await log.ReadParticipantsAsync(default)).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_secret_is_made_once_whoever_asks_first(string store)
    {
        IMeetingLog log = await OpenAsync(store);
        string[] told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => log.SecretAsync("presenter", "abc", 12, default))));
        Assert.Single(told.Distinct());
        Assert.Matches("^[abc]{12}$", told[0]);
        Assert.NotEqual(told[0], await log.SecretAsync("participant", "xyz", 12, default));
    }

    private static IEnumerable<MeetingEvent> Events =>
    [
        new EditMade(new CloseRoad("Rv7")), new EditUndone(), new EditRedone(), new EditsCleared(), new EditSwitched(1, IsOn: false), new ScenarioKept("Æ – «ø»"),
        new ScenarioOpened("å"), new ObjectionPinned("A", "linje\nto"), new QuestionPut("?", ImmutableList.Create("ja", "nei")), new VoteCast(9, 1), new QuestionClosed(9),
    ];

    private static LogEntry Entry(long number, MeetingEvent happened, string? key = null) =>
        new(number, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(number * 10), "Kari", happened, Role.Presenter, key ?? $"key{number}{happened.GetType().Name}");

    private static string Text(LogEntry entry) => $"{entry.Number} {entry.At:O} {entry.Author} {entry.Role} {entry.Key} {EventText.Of(entry.Event)}";

    private async Task<IMeetingLog> OpenAsync(string store)
    {
        if (store == "sqlite") return file = SqliteLog.Open(folder.FullName);
        ClusterDatabase database = await postgres.Own.ReadyAsync("log" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6)));
        opened.Add(database);
        await using NpgsqlCommand there = database.Source.CreateCommand(
            "INSERT INTO navgeo.shared_case (id, name, sha256, package) VALUES ('c', 'c', '', ''); INSERT INTO navgeo.meeting (id, case_id, name) VALUES ('m', 'c', 'm')");
        await there.ExecuteNonQueryAsync();
        return new PostgresLog(database.Source, "m");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        file?.Dispose();
        foreach (IAsyncDisposable one in opened) await one.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
