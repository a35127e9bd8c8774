using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Sweeps;

namespace NavGeo.Data.Sweeps;

/// <summary>The shares of a sweep put together: the table one run would have made, byte for byte.</summary>
public static class SweepShards
{
    /// <summary>Reads files of one sweep, in any order.</summary>
    /// <param name="files">The files of the run.</param>
    /// <param name="paths">At least one.</param>
    /// <exception cref="InputException">One cannot be used, they are of several sweeps, or some rows are in none or in two of them.</exception>
    public static async Task<SweepTable> MergeAsync(InputFiles files, IReadOnlyList<string> paths)
    {
        var tables = new List<(string Path, SweepTable Table)>();
        foreach (string path in paths.Distinct(StringComparer.Ordinal)) tables.Add((path, await SweepTable.ReadAsync(files, path)));
        SweepHeader first = tables[0].Table.Header;
        foreach ((string path, SweepTable table) in tables)
        {
            if (table.Header.Identity != first.Identity)
                throw new InputException(path, null, new Phrase("sweep.not-one", tables[0].Path), new Phrase("sweep.not-one.remedy"));
        }
        (string Path, SweepTable Table)[] inOrder = [.. tables.OrderBy(t => t.Table.Header.Share.From).ThenBy(t => t.Table.Header.Share.To)];
        Check(inOrder, first.Count);
        SweepHeader whole = first with { Share = new SweepShare(0, first.Count) };
        return new SweepTable(whole, [.. inOrder.SelectMany(t => t.Table.Rows)]);
    }

    private static void Check((string Path, SweepTable Table)[] inOrder, int count)
    {
        var findings = new List<Finding>();
        int next = 0;
        foreach ((string path, SweepTable table) in inOrder)
        {
            SweepShare share = table.Header.Share;
            if (share.From > next) findings.Add(Missing(path, next, share.From));
            if (share.From < next && share.Count > 0)
                findings.Add(new Finding(Severity.Error, path, null, new Phrase("sweep.twice", share.From, Math.Min(next, share.To) - 1), new Phrase("sweep.twice.remedy")));
            next = Math.Max(next, share.To);
        }
        if (next < count) findings.Add(Missing(inOrder[^1].Path, next, count));
        if (findings.Count > 0) throw new InputException(findings);
    }

    private static Finding Missing(string path, int from, int to) =>
        new(Severity.Error, path, null, new Phrase("sweep.missing", from, to - 1), new Phrase("sweep.missing.remedy"));
}
