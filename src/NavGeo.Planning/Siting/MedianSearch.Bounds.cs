namespace NavGeo.Planning.Siting;

/// <content>What sites are worth under multipliers, priced on several threads, and the step along the subgradient.</content>
internal sealed partial class MedianSearch
{
    /// <summary>The bound of some multipliers; leaves prices and the chosen set behind.</summary>
    private long Bound(long[] u, sbyte[] status)
    {
        rules.OpeningCosts.CopyTo(prices, 0);
        // Whole numbers: the sum is the same however the rows are parted.
        if (shares.Length == 1) Price(0, u);
        else Parallel.For(0, shares.Length, share => Price(share, u));
        long sum = 0;
        foreach (RowShare share in shares)
        {
            sum += share.Sum;
            work += 2 * share.Looked;
            for (int site = 0; site < prices.Length; site++) prices[site] += share.Prices[site];
        }
        selection.Sort(prices);
        long inner = selection.Choose(prices, status, chosen);
        if (inner == SelectionBound.None) return inner;
        if (shares.Length == 1) Serve(0, u);
        else Parallel.For(0, shares.Length, share => Serve(share, u));
        return sum + inner;
    }

    /// <summary>A run of rows that one thread prices, and what came of it.</summary>
    private sealed class RowShare(int from, int to, int siteCount)
    {
        public int From { get; } = from;

        public int To { get; } = to;

        public long[] Prices { get; } = new long[siteCount];

        public long Sum { get; set; }

        public long Looked { get; set; }
    }

    private void Price(int index, long[] u)
    {
        RowShare share = shares[index];
        long[] mine = share.Prices;
        Array.Clear(mine);
        int[] first = rows.First;
        int[] sites = rows.Sites;
        long[] costs = rows.Costs;
        long sum = 0;
        long looked = 0;
        for (int row = share.From; row < share.To; row++)
        {
            long limit = u[row];
            sum += limit;
            int end = first[row + 1];
            int i = first[row];
            for (; i < end; i++)
            {
                long less = costs[i] - limit;
                if (less >= 0) break;
                mine[sites[i]] += less;
            }
            looked += i - first[row] + 1;
        }
        (share.Sum, share.Looked) = (sum, looked);
    }

    /// <summary>How often the chosen set serves each row.</summary>
    private void Serve(int index, long[] u)
    {
        int[] first = rows.First;
        int[] sites = rows.Sites;
        long[] costs = rows.Costs;
        for (int row = shares[index].From; row < shares[index].To; row++)
        {
            long limit = u[row];
            int end = first[row + 1];
            int times = 0;
            for (int i = first[row]; i < end && costs[i] < limit; i++)
            {
                if (chosen[sites[i]]) times++;
            }
            served[row] = times;
        }
    }

    /// <summary>A step along the subgradient. False where there is none: the bound is the best there is.</summary>
    private bool Move(long[] u, long bound, double pace)
    {
        double square = 0;
        for (int row = 0; row < u.Length; row++)
        {
            int slack = 1 - served[row];
            if (slack == 0 || (slack > 0 && u[row] >= ceilings[row])) continue;
            square += (double)slack * slack;
        }
        if (square == 0) return false;
        double target = best is not null ? bestValue : bound + Math.Max(Math.Abs((double)bound) * 0.2, rows.Granularity * 10.0);
        double gap = Math.Max(target - bound, rows.Granularity * 0.05);
        double length = pace * gap / square;
        for (int row = 0; row < u.Length; row++)
        {
            int slack = 1 - served[row];
            if (slack == 0) continue;
            double moved = Math.Round(u[row] + length * slack);
            u[row] = moved <= 0 ? 0 : moved >= ceilings[row] ? ceilings[row] : (long)moved;
        }
        return true;
    }
}
