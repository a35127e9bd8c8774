using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using NavGeo.Data.Input;
using NavGeo.Data.Sweeps;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Tests.Data.Sweeps;

/// <summary>A sweep that is broken off anywhere goes on to the same bytes, and its files are read by others as they were written.</summary>
public sealed class SweepJournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-sweep-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Run_broken_off_at_any_byte_ends_in_the_same_bytes()
    {
        var made = new MadeUpSweep(40);
        string file = Path.Combine(folder, "a.csv"), part = SweepJournal.PathFor(file);
        byte[] whole = await Finish(made, file);
        File.Delete(SweepHeader.PathFor(file));
        using (var journal = SweepJournal.Open(file, HeaderOf(made))) Fill(made, journal, 35);
        byte[] written = File.ReadAllBytes(part);
        for (int length = 0; length <= written.Length; length += length < 90 ? 9 : 17)
        {
            File.WriteAllBytes(part, written[..length]);
            Assert.Equal(whole, await Finish(made, file));
        }
        // A byte of a block that is another than it was written: the block is computed again.
        int title = Array.IndexOf(written, (byte)'\n') + 1;
        for (int at = title; at < written.Length; at += 13)
        {
            byte[] damaged = [.. written];
            damaged[at] ^= 0x04;
            File.WriteAllBytes(part, damaged);
            Assert.Equal(whole, await Finish(made, file));
        }
    }

    [Fact]
    public void Run_of_another_case_question_or_share_is_refused_and_left_as_it_is()
    {
        var made = new MadeUpSweep(40);
        string file = Path.Combine(folder, "a.csv");
        using (var journal = SweepJournal.Open(file, HeaderOf(made))) Fill(made, journal, 10);
        byte[] before = File.ReadAllBytes(SweepJournal.PathFor(file));
        foreach (SweepHeader other in (SweepHeader[])[HeaderOf(new MadeUpSweep(41)), HeaderOf(made) with { Share = new SweepShare(0, 20) }, SweepHeader.Of(made, new SweepShare(0, 40), new JsonObject { ["case"] = "other" })])
        {
            Assert.Contains("a.csv.part", Assert.Throws<InputException>(() => SweepJournal.Open(file, other)).Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(SweepJournal.PathFor(file)));
        }
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".parquet")]
    public async Task Shares_together_are_the_bytes_of_one_run_and_DuckDB_reads_them(string ending)
    {
        var made = new MadeUpSweep(101);
        string whole = Path.Combine(folder, "whole" + ending), merged = Path.Combine(folder, "merged" + ending);
        await Finish(made, whole);
        string[] shares = [.. Enumerable.Range(1, 4).Select(i => Path.Combine(folder, $"share{i}{ending}"))];
        foreach ((int i, string share) in shares.Index()) await Finish(made, share, SweepShare.Of(101, i + 1, 4));
        await (await SweepShards.MergeAsync(new InputFiles(), [.. shares.Reverse()])).SaveAsync(merged);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(merged));
        Assert.Equal(File.ReadAllBytes(SweepHeader.PathFor(whole)), File.ReadAllBytes(SweepHeader.PathFor(merged)));
        foreach (string[] few in (string[][])[shares[..3], [shares[0], shares[2], shares[3]], [.. shares, whole]])
            await Assert.ThrowsAsync<InputException>(() => SweepShards.MergeAsync(new InputFiles(), few));

        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        using DuckDBCommand command = duck.CreateCommand();
        string from = ending == ".csv" ? "read_csv" : "read_parquet";
        command.CommandText = $"select count(*), sum(people), sum(hours), count(name), max(name) from {from}('{Path.Combine(folder, "share*" + ending)}')";
        using DuckDBDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        IReadOnlyList<object?>[] rows = [.. made.Rows(0, 101)];
        Assert.Equal(
            (101L, rows.Sum(r => (long?)r[2] ?? 0), (long)rows.Count(r => r[1] is not null)),
            (reader.GetInt64(0), long.Parse(reader.GetValue(1).ToString()!, null), reader.GetInt64(3)));
        Assert.Equal(rows.Sum(r => (double)r[3]!), reader.GetDouble(2), 6);
        Assert.Equal("Ål, \"øst\"; 9", reader.GetString(4));
    }

    [Fact]
    public async Task File_that_was_cut_or_has_no_header_beside_it_is_refused()
    {
        var made = new MadeUpSweep(30);
        foreach (string ending in (string[])[".csv", ".parquet"])
        {
            string file = Path.Combine(folder, "a" + ending);
            byte[] whole = await Finish(made, file);
            for (int length = 0; length < whole.Length - 1; length += 37)
            {
                File.WriteAllBytes(file, whole[..length]);
                await Assert.ThrowsAsync<InputException>(() => SweepTable.ReadAsync(new InputFiles(), file));
            }
            File.WriteAllBytes(file, whole);
            File.Delete(SweepHeader.PathFor(file));
            await Assert.ThrowsAsync<InputException>(() => SweepTable.ReadAsync(new InputFiles(), file));
        }
    }

    private static SweepHeader HeaderOf(CaseSweep sweep) => SweepHeader.Of(sweep, new SweepShare(0, sweep.Count), new JsonObject { ["case"] = "one" });

    private static void Fill(CaseSweep sweep, SweepJournal journal, int to)
    {
        for (int from = journal.Next; from < to; from += 5) journal.Add(from, [.. sweep.Rows(from, Math.Min(from + 5, to))]);
    }

    private static async Task<byte[]> Finish(CaseSweep sweep, string file, SweepShare? share = null)
    {
        SweepHeader header = HeaderOf(sweep) with { Share = share ?? new SweepShare(0, sweep.Count) };
        using var journal = SweepJournal.Open(file, header);
        Fill(sweep, journal, header.Share.To);
        await journal.ToTable().SaveAsync(file);
        journal.Delete();
        return File.ReadAllBytes(file);
    }

    /// <summary>Rows with everything that can stand in one.</summary>
    private sealed class MadeUpSweep(int count) : CaseSweep
    {
        public override SweepOver Over => SweepOver.Links;

        public override IReadOnlyList<SweepColumn> Columns =>
            [new("number", SweepValues.Whole), new("name", SweepValues.Text), new("people", SweepValues.Whole), new("hours", SweepValues.Decimal, 2)];

        public override int Count => count;

        public override IEnumerable<IReadOnlyList<object?>> Rows(int from, int to) => Enumerable.Range(from, to - from).Select(n => (object?[])
            [(long)n, n % 5 == 3 ? null : $"Ål, \"øst\"; {n % 10}", n % 7 == 2 ? null : n * 1001L, Math.Round(n * 0.37 - 3, 2)]);
    }
}
