namespace NavGeo.Planning.Siting;

/// <summary>
/// Sends each row as a whole to one of some open sites so that none takes more than it can (generalised assignment):
/// greedily by regret with shifts, and exactly by depth-first search. Scratch for one thread.
/// </summary>
/// <param name="table">Costs.</param>
/// <param name="rows">The rows to be served.</param>
/// <param name="capacities">The most each site takes.</param>
/// <param name="least">The least an open site must have; 0 for none.</param>
internal sealed class CapacityAssignment(SitingTable table, int[] rows, long[] capacities, long least)
{
    private readonly long[] weights = [.. rows.Select(r => table.Weights[r])];
    private readonly long[] room = new long[table.SiteCount];

    /// <summary>Entries looked at.</summary>
    public long Work { get; private set; }

    /// <summary>A good assignment, or null where the greedy way finds none.</summary>
    public (int[] Sites, Int128 Cost)? Greedy(bool[] open)
    {
        capacities.CopyTo(room, 0);
        var sites = new int[rows.Length];
        Array.Fill(sites, -1);
        for (int placed = 0; placed < rows.Length; placed++)
        {
            (int pick, int where, double mostRegret) = (-1, -1, double.NegativeInfinity);
            for (int i = 0; i < rows.Length; i++)
            {
                if (sites[i] >= 0) continue;
                (int best, long first, long second) = TwoBest(i, open);
                if (best < 0) return null;
                double regret = second == SitingTable.Unreachable ? double.MaxValue : (double)(second - first) * weights[i];
                if (regret > mostRegret || (regret == mostRegret && weights[i] > weights[pick])) (pick, where, mostRegret) = (i, best, regret);
            }
            sites[pick] = where;
            room[where] -= weights[pick];
        }
        Shift(sites, open);
        if (!IsFilled(open)) return null;
        return (sites, Cost(sites));
    }

    /// <summary>The best assignment that costs less than a limit; null where there is none. Sets <paramref name="isComplete"/> false where it gave up.</summary>
    public (int[] Sites, Int128 Cost)? Best(bool[] open, Int128 limit, long mostWork, out bool isComplete)
    {
        capacities.CopyTo(room, 0);
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderByDescending(i => weights[i]).ThenBy(i => i)];
        int[][] choices = [.. order.Select(i => Choices(i, open))];
        isComplete = true;
        if (Array.Exists(choices, c => c.Length == 0)) return null;
        var cheapest = new Int128[order.Length + 1];
        var heavy = new long[order.Length + 1];
        for (int at = order.Length - 1; at >= 0; at--)
        {
            cheapest[at] = cheapest[at + 1] + Of(order[at], choices[at][0]);
            heavy[at] = heavy[at + 1] + weights[order[at]];
        }
        var sites = new int[rows.Length];
        int[]? best = null;
        Int128 bestCost = limit;
        long end = Work + mostWork;
        bool gaveUp = false;
        Descend(0, 0);
        isComplete = !gaveUp;
        return best is null ? null : (best, bestCost);

        void Descend(int at, Int128 cost)
        {
            if (cost + cheapest[at] >= bestCost || gaveUp) return;
            if (++Work > end)
            {
                gaveUp = true;
                return;
            }
            if (least > 0 && Missing(open) > heavy[at]) return;
            if (at == order.Length)
            {
                best = [.. sites];
                bestCost = cost;
                return;
            }
            int row = order[at];
            foreach (int site in choices[at])
            {
                if (room[site] < weights[row]) continue;
                room[site] -= weights[row];
                sites[row] = site;
                Descend(at + 1, cost + Of(row, site));
                room[site] += weights[row];
            }
        }
    }

    private (int Best, long First, long Second) TwoBest(int i, bool[] open)
    {
        (int best, long first, long second) = (-1, SitingTable.Unreachable, SitingTable.Unreachable);
        for (int site = 0; site < open.Length; site++)
        {
            if (!open[site] || room[site] < weights[i]) continue;
            long cost = table.Cost(rows[i], site);
            Work++;
            if (cost < first) (best, first, second) = (site, cost, first);
            else if (cost < second) second = cost;
        }
        return (best, first, second);
    }

    /// <summary>Moves single rows and exchanges pairs while that helps.</summary>
    private void Shift(int[] sites, bool[] open)
    {
        bool isBetter = true;
        while (isBetter)
        {
            isBetter = false;
            for (int i = 0; i < rows.Length; i++)
            {
                for (int site = 0; site < open.Length; site++)
                {
                    if (!open[site] || room[site] < weights[i] || table.Cost(rows[i], site) >= table.Cost(rows[i], sites[i])) continue;
                    if (least > 0 && capacities[sites[i]] - room[sites[i]] - weights[i] < least) continue;
                    room[sites[i]] += weights[i];
                    room[site] -= weights[i];
                    sites[i] = site;
                    isBetter = true;
                }
            }
            Work += (long)rows.Length * open.Length;
        }
    }

    private bool IsFilled(bool[] open) => least == 0 || Missing(open) == 0;

    private long Missing(bool[] open)
    {
        long missing = 0;
        for (int site = 0; site < open.Length; site++)
        {
            if (open[site]) missing += Math.Max(0, least - (capacities[site] - room[site]));
        }
        return missing;
    }

    private Int128 Cost(int[] sites)
    {
        Int128 sum = 0;
        for (int i = 0; i < sites.Length; i++) sum += Of(i, sites[i]);
        return sum;
    }

    private Int128 Of(int i, int site) => (Int128)weights[i] * table.Cost(rows[i], site);

    private int[] Choices(int i, bool[] open) =>
    [
        .. Enumerable.Range(0, open.Length)
            .Where(s => open[s] && capacities[s] >= weights[i] && table.Cost(rows[i], s) != SitingTable.Unreachable)
            .OrderBy(s => table.Cost(rows[i], s)).ThenBy(s => s),
    ];
}
