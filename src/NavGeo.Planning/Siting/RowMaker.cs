namespace NavGeo.Planning.Siting;

/// <summary>Writes a question about a table as rows for the search.</summary>
/// <param name="table">Costs.</param>
/// <param name="planned">The rows to be served.</param>
/// <param name="forbidden">Candidates nobody may be sent to.</param>
/// <param name="openingCost">The sum of all opening costs.</param>
internal sealed class RowMaker(SitingTable table, int[] planned, bool[] forbidden, long openingCost)
{
    /// <summary>Weight × cost, everybody served.</summary>
    /// <param name="lengths">How many candidates each row lists, the nearest first; the others are known by the next one's cost.</param>
    /// <param name="radius">Beyond this a candidate does not serve.</param>
    public ServiceRows Median(int[] lengths, long radius)
    {
        var builder = new ServiceRows.Builder(table.SiteCount);
        var costs = new long[table.SiteCount];
        var sites = new int[table.SiteCount];
        for (int i = 0; i < planned.Length; i++)
        {
            (int row, int most) = (planned[i], lengths[i]);
            int count = Sorted(row, costs, sites, radius);
            if (count <= most) builder.Add(table.Weights[row], sites.AsSpan(0, count), costs.AsSpan(0, count), ServiceRows.MustBeServed, false);
            else builder.Add(table.Weights[row], sites.AsSpan(0, most), costs.AsSpan(0, most), costs[most], true);
        }
        return builder.Build(openingCost);
    }

    /// <summary>Doubles the lists of rows that a set serves from beyond their end.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Lengthen(int[] lengths, bool[] open)
    {
        bool isAny = false;
        var costs = new long[table.SiteCount];
        for (int i = 0; i < planned.Length; i++)
        {
            int server = table.Nearest(planned[i], open);
            if (server < 0) continue;
            table.CopyRow(planned[i], costs);
            int nearer = 0;
            for (int site = 0; site < costs.Length; site++)
            {
                bool isBefore = costs[site] < costs[server] || (costs[site] == costs[server] && site < server);
                if (isBefore && !forbidden[site]) nearer++;
            }
            if (nearer < lengths[i]) continue;
            lengths[i] = Math.Max(2 * lengths[i], nearer + 1);
            isAny = true;
        }
        return isAny;
    }

    /// <summary>Nothing within reach, and beyond it the row's weight or not at all.</summary>
    /// <param name="reach">How far.</param>
    /// <param name="mustCover">Whether every row must be within reach; its weight counts otherwise.</param>
    /// <param name="reduces">Whether rows whose covering follows from another's are left out.</param>
    public ServiceRows Cover(long reach, bool mustCover, bool reduces)
    {
        var builder = new ServiceRows.Builder(table.SiteCount);
        var zeros = new long[table.SiteCount];
        var costs = new long[table.SiteCount];
        var sites = new int[table.SiteCount];
        var sets = new List<int[]>();
        foreach (int row in planned)
        {
            int count = Sorted(row, costs, sites, reach);
            int[] within = sites[..count];
            Array.Sort(within);
            if (mustCover) sets.Add(within);
            else builder.Add(table.Weights[row], within, zeros.AsSpan(0, count), 1, false);
        }
        foreach (int[] set in reduces ? CoverReduction.Rows(sets, table.SiteCount) : sets)
            builder.Add(1, set, zeros.AsSpan(0, set.Length), ServiceRows.MustBeServed, false);
        return builder.Build(openingCost);
    }

    /// <summary>Allowed candidates of a row by rising cost, equal costs by index.</summary>
    private int Sorted(int row, long[] costs, int[] sites, long radius)
    {
        table.CopyRow(row, costs);
        int count = 0;
        for (int site = 0; site < sites.Length; site++)
        {
            long cost = costs[site];
            if (forbidden[site] || cost == SitingTable.Unreachable || cost > radius) continue;
            costs[count] = cost;
            sites[count++] = site;
        }
        // A stable order of equal costs: the sites stand in index order and insertion keeps it.
        if (count > 64) SortLong(costs, sites, count);
        else SortShort(costs, sites, count);
        return count;
    }

    private static void SortShort(long[] costs, int[] sites, int count)
    {
        for (int i = 1; i < count; i++)
        {
            (long cost, int site) = (costs[i], sites[i]);
            int at = i;
            for (; at > 0 && costs[at - 1] > cost; at--) (costs[at], sites[at]) = (costs[at - 1], sites[at - 1]);
            (costs[at], sites[at]) = (cost, site);
        }
    }

    private static void SortLong(long[] costs, int[] sites, int count)
    {
        Array.Sort(costs, sites, 0, count);
        for (int from = 0; from < count;)
        {
            int to = from + 1;
            while (to < count && costs[to] == costs[from]) to++;
            if (to - from > 1) Array.Sort(sites, from, to - from);
            from = to;
        }
    }
}
