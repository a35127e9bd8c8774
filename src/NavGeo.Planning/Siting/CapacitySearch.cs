namespace NavGeo.Planning.Siting;

/// <summary>
/// The p-median where no site takes more than its capacity and each row goes to one site as a whole. The relaxation lets
/// a row be served more or less than once at a price; each site then fills a knapsack (its fractional filling bounds it)
/// and the cheapest sites are chosen. Branch and bound over the sites, and over the assignment where the sites are known.
/// Scratch for one thread; the same input gives the same answer.
/// </summary>
/// <remarks>Mulvey and Beck 1984; Pirkul 1987; Ceselli and Righini 2005. Small and middling questions are proven, large ones bounded.</remarks>
internal sealed class CapacitySearch
{
    private const int RootSteps = 400;
    private const int BranchSteps = 40;

    private readonly SitingTable table;
    private readonly int[] rows;
    private readonly SelectionRules rules;
    private readonly SearchLimits limits;
    private readonly SelectionBound selection;
    private readonly CapacityAssignment assignment;
    private readonly long[] capacities;
    private readonly long demand;
    private readonly long least;
    private readonly long[] prices;
    private readonly double[] served;
    private readonly bool[] chosen;
    private readonly double[][] fillings;
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);
    private bool[]? best;
    private int[]? bestSites;
    private Int128 bestValue = Int128.MaxValue;
    private Int128 leastDropped = Int128.MaxValue;

    public CapacitySearch(SitingTable table, SitingQuestion question, int[] rows, SelectionRules rules, SearchLimits limits)
    {
        this.table = table;
        this.rows = rows;
        this.rules = rules;
        this.limits = limits;
        demand = rows.Sum(r => table.Weights[r]);
        capacities = question.Capacities is null ? [.. Enumerable.Repeat(demand, table.SiteCount)] : [.. question.Capacities];
        least = question.MinimumSize ?? 0;
        selection = new SelectionBound(rules);
        assignment = new CapacityAssignment(table, rows, capacities, least);
        prices = new long[table.SiteCount];
        served = new double[rows.Length];
        chosen = new bool[table.SiteCount];
        fillings = [.. Enumerable.Range(0, table.SiteCount).Select(_ => new double[rows.Length])];
    }

    /// <summary>Nodes of the tree.</summary>
    public long Nodes { get; private set; }

    /// <summary>Entries looked at.</summary>
    public long Work { get; private set; }

    /// <summary>Searches; null where there is no allowed set and assignment.</summary>
    public CapacityResult? Run(bool[]? start)
    {
        if (start is not null) Offer(start);
        var status = new sbyte[table.SiteCount];
        for (int site = 0; site < status.Length; site++) status[site] = (sbyte)(rules.Forbid[site] ? -1 : rules.Keep[site] ? 1 : 0);
        var queue = new PriorityQueue<(sbyte[] Status, long[] U, Int128 Bound), (Int128 Bound, long Order)>();
        long[] u = [.. rows.Select(FirstPrice)];
        queue.Enqueue((status, u, 0), (0, 0));
        long order = 1;
        Int128 proven = 0;
        bool isComplete = true;
        while (queue.TryDequeue(out (sbyte[] Status, long[] U, Int128 Bound) node, out _))
        {
            proven = Int128.Max(proven, Int128.Min(node.Bound, bestValue));
            if (node.Bound >= bestValue) continue;
            if (Work + assignment.Work > limits.Work || limits.ShouldStop?.Invoke() == true)
            {
                isComplete = false;
                break;
            }
            Nodes++;
            int branch = Examine(node.Status, node.U, Nodes == 1 ? RootSteps : BranchSteps, ref node.Bound);
            if (branch < 0) continue;
            if (IsGoodEnough(node.Bound))
            {
                leastDropped = Int128.Min(leastDropped, node.Bound);
                continue;
            }
            foreach (sbyte side in (ReadOnlySpan<sbyte>)[1, -1])
            {
                sbyte[] child = [.. node.Status];
                child[branch] = side;
                queue.Enqueue((child, [.. node.U], node.Bound), (node.Bound, order++));
            }
            if (best is not null) limits.Progress?.Invoke((double)bestValue, (double)Int128.Min(bestValue, proven));
        }
        if (best is null) return isComplete && leastDropped == Int128.MaxValue ? null : new CapacityResult(null, null, 0, proven);
        Int128 bound = Int128.Min(Int128.Min(bestValue, leastDropped), isComplete ? bestValue : proven);
        return new CapacityResult(best, bestSites, bestValue, bound);
    }

    /// <summary>Bounds a node. The site to branch on, or -1 where nothing better lies below.</summary>
    private int Examine(sbyte[] status, long[] u, int steps, ref Int128 nodeBound)
    {
        if (!HasRoom(status)) return -1;
        bool[] open = [.. status.Select(s => s > 0)];
        int free = status.Count(s => s == 0);
        int count = open.Count(o => o);
        if (rules.Count == count || free == 0)
        {
            SolveSet(open, nodeBound);
            return -1;
        }
        var kept = (long[])u.Clone();
        Int128 localBest = Int128.MinValue;
        double pace = 1.5;
        int idle = 0;
        for (int step = 0; step < steps; step++)
        {
            if (Bound(u, status) is not { } bound) return -1;
            if (bound > localBest)
            {
                localBest = bound;
                u.CopyTo(kept, 0);
                idle = 0;
            }
            else if (++idle >= 10)
            {
                pace /= 2;
                idle = 0;
                kept.CopyTo(u, 0);
                if (pace < 0.01) break;
            }
            nodeBound = Int128.Max(nodeBound, bound);
            if (nodeBound >= bestValue) return -1;
            if (step % 10 == 0 && tried.Add(string.Concat(chosen.Select(c => c ? '1' : '0')))) Offer([.. chosen]);
            double square = served.Sum(s => (1 - s) * (1 - s));
            if (square < 1e-12) break;
            double target = best is null ? (double)bound + Math.Max(1, Math.Abs((double)bound) * 0.2) : (double)bestValue;
            double length = pace * Math.Max(1, target - (double)bound) / square;
            for (int i = 0; i < u.Length; i++) u[i] = (long)Math.Clamp(Math.Round(u[i] + length * (1 - served[i])), 0, 1L << 44);
        }
        kept.CopyTo(u, 0);
        if (Bound(u, status) is null) return -1;
        return MostDoubtful(status);
    }

    private Int128? Bound(long[] u, sbyte[] status)
    {
        Int128 sum = 0;
        foreach (long price in u) sum += price;
        for (int site = 0; site < prices.Length; site++)
        {
            if (status[site] >= 0) prices[site] = rules.OpeningCosts[site] - Filling(u, site);
            else prices[site] = 0;
        }
        selection.Sort(prices);
        long inner = selection.Choose(prices, status, chosen);
        if (inner == SelectionBound.None) return null;
        Array.Clear(served);
        for (int site = 0; site < chosen.Length; site++)
        {
            if (!chosen[site]) continue;
            for (int i = 0; i < served.Length; i++) served[i] += fillings[site][i];
        }
        return sum + inner;
    }

    /// <summary>The most that a site gains by what it takes, the last row perhaps in part; rounded up.</summary>
    private long Filling(long[] u, int site)
    {
        double[] taken = fillings[site];
        Array.Clear(taken);
        var gains = new List<(int Row, long Gain, long Weight)>();
        for (int i = 0; i < rows.Length; i++)
        {
            long cost = table.Cost(rows[i], site);
            long weight = table.Weights[rows[i]];
            if (cost == SitingTable.Unreachable || weight > capacities[site]) continue;
            long gain = u[i] - weight * cost;
            if (gain > 0) gains.Add((i, gain, weight));
        }
        Work += rows.Length;
        gains.Sort((a, b) =>
        {
            int byShare = ((Int128)b.Gain * a.Weight).CompareTo((Int128)a.Gain * b.Weight);
            return byShare != 0 ? byShare : a.Row.CompareTo(b.Row);
        });
        long left = capacities[site];
        long sum = 0;
        foreach ((int row, long gain, long weight) in gains)
        {
            if (weight <= left)
            {
                taken[row] = 1;
                sum += gain;
                left -= weight;
                continue;
            }
            taken[row] = (double)left / weight;
            sum += (long)(((Int128)gain * left + weight - 1) / weight);
            break;
        }
        return sum;
    }

    private void Offer(bool[] open)
    {
        if (!rules.Allows(open) || assignment.Greedy(open) is not { } found) return;
        Take(open, found.Sites, found.Cost);
    }

    private void SolveSet(bool[] open, Int128 nodeBound)
    {
        if (!rules.Allows(open)) return;
        Int128 opening = Opening(open);
        Int128 limit = bestValue == Int128.MaxValue ? Int128.MaxValue : bestValue - opening;
        if (assignment.Best(open, limit, 20_000_000, out bool isComplete) is { } found) Take(open, found.Sites, found.Cost);
        if (!isComplete) leastDropped = Int128.Min(leastDropped, nodeBound);
    }

    private void Take(bool[] open, int[] sites, Int128 cost)
    {
        Int128 value = cost + Opening(open);
        if (value >= bestValue) return;
        (best, bestSites, bestValue) = ([.. open], sites, value);
    }

    private Int128 Opening(bool[] open)
    {
        Int128 sum = 0;
        for (int site = 0; site < open.Length; site++) sum += open[site] ? rules.OpeningCosts[site] : 0;
        return sum;
    }

    /// <summary>Whether the sites that can still be open take everybody, and those open for sure can all be filled.</summary>
    private bool HasRoom(sbyte[] status)
    {
        long room = 0;
        int open = 0;
        for (int site = 0; site < status.Length; site++)
        {
            if (status[site] <= 0) continue;
            room += capacities[site];
            open++;
        }
        if (least > 0 && (Int128)open * least > demand) return false;
        int more = rules.Count is { } count ? count - open : int.MaxValue;
        foreach (int site in Enumerable.Range(0, status.Length).Where(s => status[s] == 0).OrderByDescending(s => capacities[s]))
        {
            if (more-- <= 0 || room >= demand) break;
            room += capacities[site];
        }
        return room >= demand;
    }

    private int MostDoubtful(sbyte[] status)
    {
        int pick = -1;
        double most = double.NegativeInfinity;
        for (int site = 0; site < status.Length; site++)
        {
            if (status[site] != 0) continue;
            double load = 0;
            for (int i = 0; i < rows.Length; i++) load += fillings[site][i] * table.Weights[rows[i]];
            if (chosen[site]) load += demand;
            if (load > most) (pick, most) = (site, load);
        }
        return pick;
    }

    private bool IsGoodEnough(Int128 bound) =>
        limits.Gap > 0 && best is not null && (double)(bestValue - bound) <= limits.Gap * (double)bestValue;

    private long FirstPrice(int row)
    {
        var costs = new long[table.SiteCount];
        table.CopyRow(row, costs);
        return table.Weights[row] * costs.Where((c, s) => c != SitingTable.Unreachable && !rules.Forbid[s]).DefaultIfEmpty(0).Min();
    }
}

/// <summary>What a search with capacities found.</summary>
/// <param name="Open">The best set; null where none was found before the search was stopped.</param>
/// <param name="Assignment">The site of each planned row.</param>
/// <param name="Value">Its cost.</param>
/// <param name="Bound">No allowed set and assignment costs less.</param>
internal sealed record CapacityResult(bool[]? Open, int[]? Assignment, Int128 Value, Int128 Bound);
