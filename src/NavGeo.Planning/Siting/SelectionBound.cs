namespace NavGeo.Planning.Siting;

/// <summary>
/// The cheapest allowed set where each site has a price of its own: the inner problem of the Lagrangian. Exact for nested
/// groups, for a count and for a floor of today's sites; where groups and such a floor meet, the better of the two
/// relaxations. Scratch for one thread.
/// </summary>
internal sealed class SelectionBound(SelectionRules rules)
{
    /// <summary>There is no such set.</summary>
    public const long None = long.MaxValue;

    private readonly IReadOnlyList<int[]> groups = rules.NestedGroups();
    private readonly bool[] first = new bool[rules.SiteCount];
    private readonly bool[] second = new bool[rules.SiteCount];
    private readonly int[] order = [.. Enumerable.Range(0, rules.SiteCount)];

    /// <summary>Orders the sites by price, equal ones by index.</summary>
    public void Sort(long[] prices) =>
        Array.Sort(order, (a, b) => prices[a] != prices[b] ? prices[a].CompareTo(prices[b]) : a.CompareTo(b));

    /// <summary>The price of the cheapest set; call <see cref="Sort"/> first.</summary>
    /// <param name="prices">One a site.</param>
    /// <param name="status">1 open, -1 closed, 0 free.</param>
    /// <param name="chosen">Takes the set.</param>
    public long Choose(long[] prices, sbyte[] status, bool[] chosen)
    {
        if (groups.Count == 0 || rules.Today is null)
        {
            long only = Pick(prices, status, groups.Count > 0, rules.Today is not null, first);
            first.CopyTo(chosen, 0);
            return only;
        }
        long byGroups = Pick(prices, status, true, false, first);
        long byToday = Pick(prices, status, false, true, second);
        (byGroups >= byToday ? first : second).CopyTo(chosen, 0);
        return Math.Max(byGroups, byToday);
    }

    private long Pick(long[] prices, sbyte[] status, bool usesGroups, bool usesToday, bool[] chosen)
    {
        long sum = 0;
        int count = 0;
        int ofToday = 0;
        bool[]? today = usesToday ? rules.Today : null;
        for (int site = 0; site < chosen.Length; site++)
        {
            chosen[site] = status[site] > 0;
            if (!chosen[site]) continue;
            sum += prices[site];
            count++;
            if (today is not null && today[site]) ofToday++;
        }
        if (usesGroups)
        {
            foreach (int[] group in groups)
            {
                int best = -1;
                bool isMet = false;
                foreach (int site in group)
                {
                    if (chosen[site]) isMet = true;
                    else if (status[site] == 0 && (best < 0 || prices[site] < prices[best])) best = site;
                }
                if (isMet) continue;
                if (best < 0) return None;
                chosen[best] = true;
                sum += prices[best];
                count++;
            }
        }
        if (today is not null)
        {
            for (int i = 0; i < order.Length && ofToday < rules.LeastOfToday; i++)
            {
                int site = order[i];
                if (chosen[site] || status[site] != 0 || !today[site]) continue;
                chosen[site] = true;
                sum += prices[site];
                count++;
                ofToday++;
            }
            if (ofToday < rules.LeastOfToday || count - ofToday > rules.MostNew) return None;
        }
        if (rules.Count is { } exact && count > exact) return None;
        for (int i = 0; i < order.Length; i++)
        {
            int site = order[i];
            if (rules.Count is { } limit ? count == limit : prices[site] >= 0) break;
            if (chosen[site] || status[site] != 0) continue;
            bool isNew = today is not null && !today[site];
            if (isNew && count - ofToday >= rules.MostNew) continue;
            if (today is not null && !isNew) ofToday++;
            chosen[site] = true;
            sum += prices[site];
            count++;
        }
        return rules.Count is { } wanted && count != wanted ? None : sum;
    }
}
