namespace NavGeo.Planning.Siting;

/// <summary>
/// The cheapest allowed set of sites with proof. Every group of people goes to its nearest open site; a Lagrangian
/// relaxation of that (each row is served once) bounds every set from below, a subgradient method sharpens the bound,
/// sites that cannot be in a better set are fixed by it, exchanges find good sets, and a best-first branch and bound over
/// the undecided sites closes what is left. Scratch for one thread; the same input gives the same answer.
/// </summary>
/// <remarks>
/// Medians, maximal covering (a row costs nothing within reach, its weight beyond), set covering (a row must be served,
/// each site costs one) and the decision behind the p-centre are the same problem in other rows.
/// Cornuéjols, Fisher and Nemhauser 1977; Beasley 1985, 1993; Galvão and ReVelle 1996.
/// </remarks>
internal sealed partial class MedianSearch
{
    private const int RootSteps = 1500;
    private const int BranchSteps = 90;

    /// <summary>From so many rows on a step is worth more than one thread.</summary>
    private const int ManyRows = 20_000;

    private readonly ServiceRows rows;
    private readonly SelectionRules rules;
    private readonly SearchLimits limits;
    private readonly CatchmentFloor? floor;
    private readonly SelectionBound selection;
    private readonly Interchange interchange;
    private readonly long[] ceilings;
    private readonly long penalty;
    private readonly long worst;
    private readonly long[] prices;
    private readonly int[] served;
    private readonly RowShare[] shares;
    private readonly bool[] chosen;
    private readonly int[] timesChosen;
    private readonly HashSet<ulong> tried = [];
    private long work;
    private bool[]? best;
    private long bestValue = long.MaxValue;
    private long provenBound;
    private long leastDropped = long.MaxValue;

    /// <param name="rows">Who is served from where.</param>
    /// <param name="rules">Which sets are allowed.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="floor">Least catchment of an open site; null for none.</param>
    public MedianSearch(ServiceRows rows, SelectionRules rules, SearchLimits limits, CatchmentFloor? floor = null)
    {
        this.rows = rows;
        this.rules = rules;
        this.limits = limits;
        this.floor = floor;
        long most = rules.OpeningCosts.Sum();
        for (int row = 0; row < rows.Count; row++) most += Dearest(row);
        worst = most;
        penalty = Math.Min(most + rows.Granularity, (1L << 60) / (Math.Max(1L, rows.Count) * (rows.SiteCount + 1)));
        ceilings = new long[rows.Count];
        for (int row = 0; row < ceilings.Length; row++)
            ceilings[row] = rows.Tails[row] == ServiceRows.MustBeServed ? Math.Max(penalty, Dearest(row)) : rows.Tails[row];
        selection = new SelectionBound(rules);
        interchange = new Interchange(rows, rules, penalty);
        prices = new long[rows.SiteCount];
        served = new int[rows.Count];
        int parts = rows.Count < ManyRows ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 8);
        shares = [.. Enumerable.Range(0, parts).Select(i => new RowShare(
            (int)((long)rows.Count * i / parts), (int)((long)rows.Count * (i + 1) / parts), rows.SiteCount))];
        chosen = new bool[rows.SiteCount];
        timesChosen = new int[rows.SiteCount];
    }

    /// <summary>Searches.</summary>
    /// <param name="start">A set to begin from; null for none.</param>
    public SearchResult Run(bool[]? start = null)
    {
        var multipliers = new long[rows.Count];
        if (start is not null && rules.Allows(start)) Offer([.. start]);
        if (interchange.Start() is { } greedy)
        {
            Offer([.. greedy]);
            interchange.Improve(greedy);
            Offer(greedy);
        }
        FirstMultipliers(multipliers);
        var root = new Node(new sbyte[rows.SiteCount], multipliers, 0, 0);
        for (int site = 0; site < rows.SiteCount; site++)
            root.Status[site] = (sbyte)(rules.Forbid[site] ? -1 : rules.Keep[site] ? 1 : 0);
        var queue = new PriorityQueue<Node, (long Bound, long Order)>();
        long order = 0;
        long nodes = 1;
        bool isComplete = true;
        long[] without = new long[rows.SiteCount];
        bool isOpen = Examine(root, RootSteps, without);
        if (isOpen) queue.Enqueue(root, (root.Bound, order++));
        provenBound = root.Bound;
        while (queue.TryDequeue(out Node? node, out _))
        {
            provenBound = Math.Max(provenBound, Math.Min(node.Bound, bestValue));
            if (IsClosedBy(node.Bound)) continue;
            if (ShouldStop())
            {
                isComplete = false;
                break;
            }
            int branch = node.Branch;
            foreach (sbyte side in (ReadOnlySpan<sbyte>)[1, -1])
            {
                var child = new Node([.. node.Status], [.. node.Multipliers], node.Bound, node.Depth + 1);
                child.Status[branch] = side;
                nodes++;
                if (Examine(child, BranchSteps, null)) queue.Enqueue(child, (child.Bound, order++));
            }
            TellOf(provenBound);
        }
        long bound = isComplete ? Math.Min(bestValue, leastDropped) : Math.Min(provenBound, leastDropped);
        if (bound != long.MaxValue) bound = Math.Min(bestValue, RoundedUp(bound));
        long fixedCost = rows.FixedCost;
        return new SearchResult(
            best, best is null ? long.MaxValue : bestValue + fixedCost, bound == long.MaxValue ? bound : bound + fixedCost, isComplete, nodes,
            work + interchange.Work, without);
    }

    private sealed class Node(sbyte[] status, long[] multipliers, long bound, int depth)
    {
        public sbyte[] Status { get; } = status;

        public long[] Multipliers { get; } = multipliers;

        public long Bound { get; set; } = bound;

        public int Depth { get; } = depth;

        public int Branch { get; set; } = -1;
    }

    private long Dearest(int row)
    {
        if (rows.Tails[row] != ServiceRows.MustBeServed) return rows.Tails[row];
        return rows.First[row + 1] > rows.First[row] ? rows.Costs[rows.First[row + 1] - 1] : 0;
    }

    private void FirstMultipliers(long[] multipliers)
    {
        bool[] open = best ?? [.. rules.Forbid.Select(f => !f)];
        interchange.Assign(open);
        (long[] nearest, long[] second) = interchange.Costs;
        for (int row = 0; row < multipliers.Length; row++)
            multipliers[row] = Math.Min(ceilings[row], nearest[row] + (second[row] - nearest[row]) / 2);
    }

    /// <summary>Raises a node's bound and fixes sites in it.</summary>
    /// <returns>Whether anything better may lie below it.</returns>
    private bool Examine(Node node, int steps, long[]? without)
    {
        if (!Propagate(node.Status)) return false;
        if (floor is not null && !floor.CanFit(node.Status)) return false;
        if (IsDecided(node.Status, out bool[] only))
        {
            Offer(only);
            return false;
        }
        Array.Clear(timesChosen);
        long[] u = node.Multipliers;
        var kept = (long[])u.Clone();
        long localBest = long.MinValue;
        double pace = node.Depth == 0 ? 1.6 : 0.8;
        int patience = node.Depth == 0 ? 18 : 8;
        int idle = 0;
        int steady = 0;
        for (int step = 0; step < steps; step++)
        {
            long bound = Bound(u, node.Status);
            if (bound == SelectionBound.None) return false;
            for (int site = 0; site < chosen.Length; site++)
            {
                if (chosen[site]) timesChosen[site]++;
            }
            steady++;
            if (bound > localBest)
            {
                bool isMuch = localBest == long.MinValue || bound - localBest > Math.Abs(bound) / 20_000;
                idle = isMuch ? 0 : idle + 1;
                localBest = bound;
                u.CopyTo(kept, 0);
                node.Bound = Math.Max(node.Bound, bound);
                if (node.Depth == 0 && best is not null && step % 25 == 24) TellOf(node.Bound);
            }
            else
            {
                idle++;
            }
            Try(step, node.Depth);
            if (IsClosedBy(node.Bound)) break;
            if (step % 40 == 39)
            {
                if (!Fix(bound, node.Status)) return false;
                if (ShouldStop()) break;
            }
            if (idle >= patience)
            {
                pace /= 2;
                idle = 0;
                if (pace < (node.Depth == 0 ? 0.002 : 0.02)) break;
                kept.CopyTo(u, 0);
                if (steady > 100)
                {
                    Array.Clear(timesChosen);
                    steady = 0;
                }
                continue;
            }
            if (!Move(u, bound, pace)) break;
        }
        kept.CopyTo(u, 0);
        long last = Bound(u, node.Status);
        if (last == SelectionBound.None) return false;
        node.Bound = Math.Max(node.Bound, last);
        if (without is not null) Withouts(without, last, node.Status);
        if (IsClosedBy(node.Bound)) return false;
        if (!Fix(last, node.Status) || !Propagate(node.Status)) return false;
        if (IsDecided(node.Status, out only))
        {
            Offer(only);
            return false;
        }
        node.Branch = MostDoubtful(node.Status);
        return true;
    }

    /// <summary>Fixes free sites whose other side costs more than the best set. False where none is left.</summary>
    private bool Fix(long bound, sbyte[] status)
    {
        if (best is null) return true;
        long outside = bound;
        var trial = new bool[chosen.Length];
        long inner = selection.Choose(prices, status, trial);
        if (inner == SelectionBound.None) return false;
        outside -= inner;
        for (int site = 0; site < status.Length; site++)
        {
            if (status[site] != 0) continue;
            sbyte other = (sbyte)(trial[site] ? -1 : 1);
            status[site] = other;
            long flipped = selection.Choose(prices, status, chosen);
            status[site] = flipped == SelectionBound.None || IsClosedBy(outside + flipped) ? (sbyte)-other : (sbyte)0;
        }
        return selection.Choose(prices, status, chosen) != SelectionBound.None;
    }

    /// <summary>The least cost of doing without each site, by the bound at hand.</summary>
    private void Withouts(long[] without, long bound, sbyte[] status)
    {
        var scratch = new bool[chosen.Length];
        long inner = selection.Choose(prices, status, scratch);
        for (int site = 0; site < status.Length; site++)
        {
            sbyte was = status[site];
            if (was < 0) continue;
            status[site] = -1;
            long flipped = selection.Choose(prices, status, scratch);
            without[site] = flipped == SelectionBound.None ? long.MaxValue : bound - inner + flipped + rows.FixedCost;
            status[site] = was;
        }
        selection.Choose(prices, status, chosen);
    }

    /// <summary>A row that must be served and has one site left needs it. False where a row has none.</summary>
    private bool Propagate(sbyte[] status)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows.Tails[row] != ServiceRows.MustBeServed) continue;
            int last = -1;
            int left = 0;
            for (int i = rows.First[row]; i < rows.First[row + 1] && left < 2; i++)
            {
                if (status[rows.Sites[i]] < 0) continue;
                last = rows.Sites[i];
                left = status[last] > 0 ? 2 : left + 1;
            }
            if (left == 0) return false;
            if (left == 1) status[last] = 1;
        }
        return true;
    }

    private bool IsDecided(sbyte[] status, out bool[] only)
    {
        only = [.. status.Select(s => s > 0)];
        int open = only.Count(o => o);
        int free = status.Count(s => s == 0);
        if (rules.Count is { } count && open == count) return true;
        if (rules.Count is { } all && open + free == all) only = [.. status.Select(s => s >= 0)];
        else if (free > 0) return false;
        return true;
    }

    private void Try(int step, int depth)
    {
        ulong key = 14695981039346656037;
        for (int site = 0; site < chosen.Length; site++)
        {
            if (chosen[site]) key = unchecked((key ^ (uint)site) * 1099511628211);
        }
        if (!tried.Add(key)) return;
        if (!rules.Allows(chosen)) return;
        bool[] trial = [.. chosen];
        long value = interchange.Assign(trial);
        bool isPromising = best is null || value < bestValue + (bestValue / 50);
        if (value < bestValue) Offer([.. trial]);
        if (!isPromising || (depth > 0 && step % 10 != 0)) return;
        interchange.Improve(trial);
        Offer(trial);
    }

    /// <summary>Takes a set as the best one if it is.</summary>
    private void Offer(bool[] open)
    {
        if (!rules.Allows(open)) return;
        long value = interchange.Assign(open);
        if (value >= bestValue || !IsServed(open)) return;
        if (floor is not null && !floor.Fits(open)) return;
        best = open;
        bestValue = value;
        TellOf(provenBound);
    }

    private bool IsServed(bool[] open)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows.Tails[row] != ServiceRows.MustBeServed) continue;
            bool isServed = false;
            for (int i = rows.First[row]; i < rows.First[row + 1] && !isServed; i++) isServed = open[rows.Sites[i]];
            if (!isServed) return false;
        }
        return true;
    }

    /// <summary>The site the relaxation is least sure of.</summary>
    private int MostDoubtful(sbyte[] status)
    {
        int most = timesChosen.Max();
        int pick = -1;
        long nearestHalf = long.MaxValue;
        for (int site = 0; site < status.Length; site++)
        {
            if (status[site] != 0) continue;
            long off = Math.Abs(2L * timesChosen[site] - most);
            if (off < nearestHalf) (pick, nearestHalf) = (site, off);
        }
        return pick;
    }

    /// <summary>
    /// Whether nothing below this bound is wanted. Costs are whole multiples of the granularity, so a bound that leaves
    /// less than one leaves nothing; what is dropped because the gap is small enough is remembered for the final bound.
    /// </summary>
    private bool IsClosedBy(long bound)
    {
        if (bound > worst) return true;
        if (best is null) return false;
        if (bound > bestValue - rows.Granularity) return true;
        if (limits.Gap <= 0 || bestValue - bound > limits.Gap * (bestValue + (double)rows.FixedCost)) return false;
        leastDropped = Math.Min(leastDropped, bound);
        return true;
    }

    private long RoundedUp(long bound)
    {
        long over = bound % rows.Granularity;
        return over > 0 ? bound + rows.Granularity - over : bound;
    }

    private bool ShouldStop() => work + interchange.Work > limits.Work || limits.ShouldStop?.Invoke() == true;

    private void TellOf(long bound)
    {
        if (limits.Progress is null || best is null) return;
        double one = rows.Granularity;
        limits.Progress((bestValue + rows.FixedCost) / one, (Math.Min(bound, bestValue) + rows.FixedCost) / one);
    }
}
