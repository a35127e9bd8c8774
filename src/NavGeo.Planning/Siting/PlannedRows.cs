using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Siting;

/// <summary>
/// Which rows of a table are planned for: those with weight that some candidate reaches, and of islands those the rule
/// plans for. The others are unserved and are listed.
/// </summary>
internal sealed class PlannedRows
{
    private PlannedRows(int[] rows, int[] unserved, IReadOnlyList<int[]> parts)
    {
        Rows = rows;
        Unserved = unserved;
        Parts = parts;
    }

    /// <summary>Rows that must be served.</summary>
    public int[] Rows { get; }

    /// <summary>Rows with weight that nobody will serve.</summary>
    public int[] Unserved { get; }

    /// <summary>Candidates of each planned part between which and the other parts nobody travels.</summary>
    public IReadOnlyList<int[]> Parts { get; }

    /// <summary>Finds them.</summary>
    public static PlannedRows Of(SitingTable table, SitingQuestion question)
    {
        var joined = new DisjointSets(table.SiteCount);
        var any = new int[table.RowCount];
        var costs = new long[table.SiteCount];
        for (int row = 0; row < any.Length; row++)
        {
            any[row] = -1;
            if (table.Weights[row] == 0) continue;
            table.CopyRow(row, costs);
            for (int site = 0; site < costs.Length; site++)
            {
                if (costs[site] == SitingTable.Unreachable) continue;
                if (any[row] < 0) any[row] = site;
                else joined.Join(any[row], site);
            }
        }
        var weights = new long[table.SiteCount];
        for (int row = 0; row < any.Length; row++)
        {
            if (any[row] >= 0) weights[joined.Find(any[row])] += table.Weights[row];
        }
        int[] parts = [.. Enumerable.Range(0, table.SiteCount).Where(s => joined.Find(s) == s && weights[s] > 0)];
        if (question.Islands == IslandRule.Unserved && parts.Length > 0)
        {
            int main = parts.MaxBy(p => weights[p]);
            var kept = question.Keep.Select(s => joined.Find(s)).ToHashSet();
            parts = [.. parts.Where(p => p == main || kept.Contains(p))];
        }
        var planned = parts.ToHashSet();
        // A promise that nobody can keep for some is kept for the others where the rule leaves them unserved.
        long reach = question is { Islands: IslandRule.Unserved, Model: SitingModel.SetCover, Within: { } within } ? within : long.MaxValue;
        var rows = new List<int>();
        var unserved = new List<int>();
        for (int row = 0; row < any.Length; row++)
        {
            if (table.Weights[row] == 0) continue;
            (any[row] >= 0 && planned.Contains(joined.Find(any[row])) && IsReached(table, row, reach) ? rows : unserved).Add(row);
        }
        return new PlannedRows(
            [.. rows], [.. unserved],
            [.. parts.Select(p => (int[])[.. Enumerable.Range(0, table.SiteCount).Where(s => joined.Find(s) == p)])]);
    }

    private static bool IsReached(SitingTable table, int row, long reach)
    {
        if (reach == long.MaxValue) return true;
        for (int site = 0; site < table.SiteCount; site++)
        {
            if (table.Cost(row, site) <= reach) return true;
        }
        return false;
    }
}
