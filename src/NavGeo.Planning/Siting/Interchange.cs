namespace NavGeo.Planning.Siting;

/// <summary>
/// Good sets of sites: greedy opening or closing, then the best exchange of one site for another until there is none
/// (Teitz and Bart, with the gains and losses of Whitaker and of Resende and Werneck). Scratch for one thread.
/// </summary>
/// <param name="rows">Who is served from where.</param>
/// <param name="rules">What sets are allowed.</param>
/// <param name="penalty">Cost of a row that must be served and is not.</param>
internal sealed class Interchange(ServiceRows rows, SelectionRules rules, long penalty)
{
    private readonly long[] nearest = new long[rows.Count];
    private readonly long[] second = new long[rows.Count];
    private readonly int[] server = new int[rows.Count];
    private readonly long[] loss = new long[rows.SiteCount];
    private readonly long[] extra = new long[rows.SiteCount];

    /// <summary>Entries looked at so far: the measure of effort.</summary>
    public long Work { get; private set; }

    /// <summary>
    /// A set that obeys, by closing the least missed while too many are open or opening the most wanted while too few;
    /// null where the greedy way finds none.
    /// </summary>
    public bool[]? Start()
    {
        int free = Enumerable.Range(0, rows.SiteCount).Count(s => !rules.Forbid[s]);
        var open = new bool[rows.SiteCount];
        bool closes = rules.Count is null || rules.Count > free / 2 || rules.Groups.Count > 0 || rules.Today is not null;
        for (int site = 0; site < open.Length; site++) open[site] = closes ? !rules.Forbid[site] : rules.Keep[site];
        if (closes)
        {
            if (rules.Today is not null) Restrict(open);
            while (CloseLeastMissed(open)) { }
        }
        else
        {
            while (open.Count(o => o) < rules.Count && OpenMostWanted(open)) { }
        }
        return rules.Allows(open) ? open : null;
    }

    /// <summary>Exchanges, opens and closes while that lowers the cost.</summary>
    /// <returns>The cost with penalties, without <see cref="ServiceRows.FixedCost"/>.</returns>
    public long Improve(bool[] open)
    {
        while (Step(open)) { }
        return Assign(open);
    }

    /// <summary>The cost of a set: rows, penalties, opening costs.</summary>
    public long Assign(bool[] open)
    {
        long sum = 0;
        for (int row = 0; row < nearest.Length; row++)
        {
            long tail = rows.Tails[row] == ServiceRows.MustBeServed ? penalty : rows.Tails[row];
            (nearest[row], second[row], server[row]) = (tail, tail, -1);
            int end = rows.First[row + 1];
            for (int i = rows.First[row]; i < end; i++)
            {
                Work++;
                if (!open[rows.Sites[i]]) continue;
                if (server[row] >= 0)
                {
                    second[row] = rows.Costs[i];
                    break;
                }
                nearest[row] = rows.Costs[i];
                server[row] = rows.Sites[i];
            }
            sum += nearest[row];
        }
        for (int site = 0; site < open.Length; site++)
        {
            if (open[site]) sum += rules.OpeningCosts[site];
        }
        return sum;
    }

    /// <summary>Nearest and second nearest cost of each row as of the last assignment.</summary>
    public (long[] Nearest, long[] Second) Costs => (nearest, second);

    /// <summary>Where at most so many new sites may be, the others begin closed, the least useful first.</summary>
    private void Restrict(bool[] open)
    {
        int most = rules.Count is { } count ? Math.Min(rules.MostNew, count - rules.LeastOfToday) : rules.MostNew;
        while (open.Where((o, s) => o && !rules.Today![s]).Count() > most)
        {
            Assign(open);
            Losses(open);
            int worst = -1;
            for (int site = 0; site < open.Length; site++)
            {
                if (!open[site] || rules.Keep[site] || rules.Today![site] || !KeepsGroups(open, site, -1)) continue;
                if (worst < 0 || loss[site] < loss[worst]) worst = site;
            }
            if (worst < 0) return;
            open[worst] = false;
        }
    }

    private bool CloseLeastMissed(bool[] open)
    {
        int count = open.Count(o => o);
        if (rules.Count is { } exact && count <= exact) return false;
        Assign(open);
        Losses(open);
        int best = -1;
        for (int site = 0; site < open.Length; site++)
        {
            if (!open[site] || !MayClose(open, site)) continue;
            if (best < 0 || loss[site] < loss[best]) best = site;
        }
        if (best < 0 || (rules.Count is null && loss[best] >= 0)) return false;
        open[best] = false;
        return true;
    }

    private bool OpenMostWanted(bool[] open)
    {
        Assign(open);
        int best = -1;
        long most = long.MinValue;
        for (int site = 0; site < open.Length; site++)
        {
            if (open[site] || rules.Forbid[site]) continue;
            long gain = Gain(site) - rules.OpeningCosts[site];
            if (gain > most) (best, most) = (site, gain);
        }
        if (best >= 0) open[best] = true;
        return best >= 0;
    }

    private bool Step(bool[] open)
    {
        Assign(open);
        Losses(open);
        (long best, int opens, int closes) = (0, -1, -1);
        for (int coming = 0; coming < open.Length; coming++)
        {
            if (open[coming] || rules.Forbid[coming]) continue;
            long gain = GainAndExtra(coming) - rules.OpeningCosts[coming];
            if (rules.Count is null && -gain < best && MayOpen(open, coming)) (best, opens, closes) = (-gain, coming, -1);
            for (int going = 0; going < open.Length; going++)
            {
                if (!open[going]) continue;
                long change = loss[going] - extra[going] - gain;
                if (change < best && MayExchange(open, coming, going)) (best, opens, closes) = (change, coming, going);
                extra[going] = 0;
            }
        }
        if (rules.Count is null)
        {
            for (int going = 0; going < open.Length; going++)
            {
                if (open[going] && loss[going] < best && MayClose(open, going)) (best, opens, closes) = (loss[going], -1, going);
            }
        }
        if (opens >= 0) open[opens] = true;
        if (closes >= 0) open[closes] = false;
        return best < 0;
    }

    /// <summary>What closing each open site costs where nothing opens.</summary>
    private void Losses(bool[] open)
    {
        Array.Clear(loss);
        Array.Clear(extra);
        for (int row = 0; row < nearest.Length; row++)
        {
            if (server[row] >= 0) loss[server[row]] += second[row] - nearest[row];
        }
        for (int site = 0; site < open.Length; site++)
        {
            if (open[site]) loss[site] -= rules.OpeningCosts[site];
        }
    }

    private long Gain(int coming)
    {
        long gain = 0;
        int end = rows.ColumnFirst[coming + 1];
        for (int i = rows.ColumnFirst[coming]; i < end; i++)
        {
            long less = nearest[rows.ColumnRows[i]] - rows.ColumnCosts[i];
            if (less > 0) gain += less;
        }
        Work += end - rows.ColumnFirst[coming];
        return gain;
    }

    private long GainAndExtra(int coming)
    {
        long gain = 0;
        int end = rows.ColumnFirst[coming + 1];
        for (int i = rows.ColumnFirst[coming]; i < end; i++)
        {
            int row = rows.ColumnRows[i];
            long cost = rows.ColumnCosts[i];
            if (cost < nearest[row])
            {
                gain += nearest[row] - cost;
                if (server[row] >= 0) extra[server[row]] += second[row] - nearest[row];
            }
            else if (cost < second[row] && server[row] >= 0)
            {
                extra[server[row]] += second[row] - cost;
            }
        }
        Work += end - rows.ColumnFirst[coming];
        return gain;
    }

    private bool MayOpen(bool[] open, int coming) =>
        rules.Today is null || rules.Today[coming] || New(open) < rules.MostNew;

    private bool MayClose(bool[] open, int going) =>
        !rules.Keep[going] && KeepsGroups(open, going, -1)
        && (rules.Today is null || !rules.Today[going] || OfToday(open) > rules.LeastOfToday);

    private bool MayExchange(bool[] open, int coming, int going)
    {
        if (rules.Keep[going] || !KeepsGroups(open, going, coming)) return false;
        if (rules.Today is not { } today) return true;
        int fromToday = (today[coming] ? 1 : 0) - (today[going] ? 1 : 0);
        return (fromToday >= 0 || OfToday(open) > rules.LeastOfToday) && (fromToday >= 0 || New(open) < rules.MostNew);
    }

    private bool KeepsGroups(bool[] open, int going, int coming)
    {
        foreach (int[] group in rules.Groups)
        {
            if (Array.IndexOf(group, going) < 0 || Array.IndexOf(group, coming) >= 0) continue;
            if (!Array.Exists(group, site => site != going && open[site])) return false;
        }
        return true;
    }

    private int OfToday(bool[] open) => open.Where((o, s) => o && rules.Today![s]).Count();

    private int New(bool[] open) => open.Where((o, s) => o && !rules.Today![s]).Count();
}
