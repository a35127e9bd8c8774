using NavGeo.Data.Kept;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.Kept;

/// <summary>What is kept between runs: found again, never trusted when it is not what was written, never more than it may be.</summary>
public sealed class KeptFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-kept-").FullName;

    [Fact]
    public void What_was_made_once_is_read_the_next_time()
    {
        int made = 0;
        for (int i = 0; i < 3; i++) Assert.Equal([1, 2, 3], Numbers(new KeptFolder(folder), "three", () => [++made, 2, 3]));
        Assert.Equal(1, made);
    }

    [Fact]
    public void Part_is_another_where_anything_it_is_made_of_differs()
    {
        string[] names =
        [
            KeptFolder.NameOf("a", "x", "y"), KeptFolder.NameOf("a", "xy"), KeptFolder.NameOf("a", "x", "y", ""), KeptFolder.NameOf("a", "y", "x"), KeptFolder.NameOf("b", "x", "y"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(names[0], KeptFolder.NameOf("a", "x", "y"));
    }

    [Fact]
    public void Part_that_is_cut_off_damaged_or_of_somebody_else_is_made_anew()
    {
        var kept = new KeptFolder(folder);
        Numbers(kept, "part", () => [7]);
        string path = Path.Combine(folder, "part");
        byte[] whole = File.ReadAllBytes(path);
        byte[][] wrong = [[], whole[..^1], whole[..32], [.. whole, 0], [.. whole.Select((b, i) => i == 9 ? (byte)(b ^ 1) : b)], "PK\u0003\u0004 not ours"u8.ToArray()];
        foreach (byte[] each in wrong)
        {
            File.WriteAllBytes(path, each);
            Assert.Null(kept.Find("part"));
            Assert.Equal([7], Numbers(kept, "part", () => [7]));
            Assert.Equal(whole, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void Folder_that_nobody_can_write_to_costs_time_only()
    {
        string file = Path.Combine(folder, "no folder");
        File.WriteAllText(file, "");
        Assert.Equal([5], Numbers(new KeptFolder(file), "part", () => [5]));
        Assert.Equal([5], Numbers(new KeptFolder(null), "part", () => [5]));
    }

    [Fact]
    public void Parts_that_were_asked_for_longest_ago_go_when_there_are_too_many()
    {
        var kept = new KeptFolder(folder, mostBytes: 350);
        foreach (string name in (string[])["old", "used", "new"])
        {
            kept.Put(name, new byte[80]);
            foreach (string file in Directory.GetFiles(folder)) File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-1));
        }
        Assert.NotNull(kept.Find("used"));
        kept.Put("newest", new byte[80]);
        Assert.Equal(["new", "newest", "used"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        kept.Put("larger than all", new byte[400]);
        Assert.Null(kept.Find("larger than all"));
    }

    [Fact]
    public void Several_that_keep_the_same_part_at_once_leave_it_whole()
    {
        var kept = new KeptFolder(folder);
        byte[][] contents = [.. Enumerable.Range(1, 8).Select(i => Enumerable.Repeat((byte)i, 50_000 * i).ToArray())];
        Parallel.For(0, 400, i =>
        {
            kept.Put("part", contents[i % 8]);
            if (kept.Find("part") is { } found) Assert.Contains(contents, c => c.AsSpan().SequenceEqual(found.Span));
        });
        Assert.NotNull(kept.Find("part"));
        Assert.Equal(["part"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Findings_are_said_again_as_they_were()
    {
        var findings = new Findings();
        findings.Note("a.csv", null, new Phrase("geo.json.parts", "Ål", 2), new Phrase("geo.nothing-to-do"));
        findings.Warning("b.csv", "7", new Phrase("case.grid-nearest", 12L, 0.1 + 0.2), new Phrase("geo.json.parts", new Phrase("geo.nothing-to-do"), 1));
        var writer = new KeptWriter();
        Assert.True(writer.Findings(findings.All));
        Finding[] again = new KeptReader(writer.ToBytes()).Findings();
        foreach (UserLanguage language in Enum.GetValues<UserLanguage>())
            Assert.Equal(findings.All.Select(f => (f.Severity, f.In(language))), again.Select(f => (f.Severity, f.In(language))));
        findings.Note("c.csv", null, new Phrase("geo.json.parts", new object(), 1), new Phrase("geo.nothing-to-do"));
        Assert.False(new KeptWriter().Findings(findings.All));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int[] Numbers(KeptFolder kept, string name, Func<int[]> make) => kept.Get(name, r => r.Column<int>(), make, (numbers, writer) =>
    {
        writer.Column<int>(numbers);
        return true;
    });
}
