namespace NavGeo.Planning.Siting;

/// <summary>Which sets of sites are allowed, whatever they cost. Immutable.</summary>
internal sealed record SelectionRules
{
    /// <summary>How many candidates.</summary>
    public required int SiteCount { get; init; }

    /// <summary>How many sites are open; null for as many as pay.</summary>
    public required int? Count { get; init; }

    /// <summary>Sites that must be open.</summary>
    public required bool[] Keep { get; init; }

    /// <summary>Sites that must not.</summary>
    public required bool[] Forbid { get; init; }

    /// <summary>Sets of sites of each of which at least one is open.</summary>
    public IReadOnlyList<int[]> Groups { get; init; } = [];

    /// <summary>The sites of today; null where nothing depends on them.</summary>
    public bool[]? Today { get; init; }

    /// <summary>So many of today's sites stay.</summary>
    public int LeastOfToday { get; init; }

    /// <summary>At most so many new ones.</summary>
    public int MostNew { get; init; } = int.MaxValue;

    /// <summary>What each open site costs, in the units of the rows.</summary>
    public required long[] OpeningCosts { get; init; }

    /// <summary>Whether a whole set obeys.</summary>
    public bool Allows(bool[] open)
    {
        int count = 0;
        int ofToday = 0;
        for (int site = 0; site < SiteCount; site++)
        {
            if (open[site] ? Forbid[site] : Keep[site]) return false;
            if (!open[site]) continue;
            count++;
            if (Today?[site] == true) ofToday++;
        }
        if (Count is { } exact && count != exact) return false;
        if (Today is not null && (ofToday < LeastOfToday || count - ofToday > MostNew)) return false;
        foreach (int[] group in Groups)
        {
            if (!Array.Exists(group, site => open[site])) return false;
        }
        return true;
    }

    /// <summary>
    /// The groups a greedy choice is exact for: by rising size, without those that cross one already taken. The others
    /// are seen to by branching.
    /// </summary>
    public IReadOnlyList<int[]> NestedGroups()
    {
        var nested = new List<HashSet<int>>();
        var taken = new List<int[]>();
        foreach (int[] group in Groups.OrderBy(g => g.Length))
        {
            var members = group.ToHashSet();
            if (nested.Exists(n => n.Overlaps(members) && !n.IsSubsetOf(members))) continue;
            nested.Add(members);
            taken.Add(group);
        }
        return taken;
    }
}
