namespace NavGeo.Planning.Regions;

/// <summary>
/// How far two divisions say the same, over the municipalities of the first. Where they are of different code years, each
/// municipality stands in the second as the one that most of it became.
/// </summary>
public sealed record DivisionAgreement
{
    /// <summary>Adjusted Rand index: 1 for the same division, about 0 for what chance would bring.</summary>
    public required double AdjustedRand { get; init; }

    /// <summary>Rand index: the share of pairs that both put together or both put apart.</summary>
    public required double Rand { get; init; }

    /// <summary>Municipalities that are in both.</summary>
    public required int Compared { get; init; }

    /// <summary>
    /// Indices in the first division of those that changed region: it and the centre it had are in different regions of
    /// the second, or the centre it has there was in another region of the first.
    /// </summary>
    public required IReadOnlyList<int> Moved { get; init; }

    /// <summary>Indices in the first division of those the second does not have.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>Compares two divisions of the same municipalities.</summary>
    public static DivisionAgreement Of(RegionDivision first, RegionDivision second)
    {
        int[] same = [.. first.Market.Municipalities.Select(m => second.Market.Find(m.Number))];
        return Of(first, second, same);
    }

    /// <summary>Compares two divisions.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="became">For each municipality of the first its index in the second; -1 for none.</param>
    public static DivisionAgreement Of(RegionDivision first, RegionDivision second, IReadOnlyList<int> became)
    {
        int[] common = [.. Enumerable.Range(0, first.Market.Count).Where(m => became[m] >= 0)];
        var cells = new Dictionary<(int, int), long>();
        var rows = new Dictionary<int, long>();
        var columns = new Dictionary<int, long>();
        foreach (int m in common)
        {
            (int a, int b) = (first.Placements[m].Region, second.Placements[became[m]].Region);
            cells[(a, b)] = cells.GetValueOrDefault((a, b)) + 1;
            rows[a] = rows.GetValueOrDefault(a) + 1;
            columns[b] = columns.GetValueOrDefault(b) + 1;
        }
        double all = Pairs(common.Length);
        double together = cells.Values.Sum(Pairs);
        double inFirst = rows.Values.Sum(Pairs);
        double inSecond = columns.Values.Sum(Pairs);
        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;
        return new DivisionAgreement
        {
            AdjustedRand = most == expected ? 1 : (together - expected) / (most - expected),
            Rand = all == 0 ? 1 : (all + 2 * together - inFirst - inSecond) / all,
            Compared = common.Length,
            Moved = [.. common.Where(m => !Stays(first, second, became, m))],
            Missing = [.. Enumerable.Range(0, first.Market.Count).Where(m => became[m] < 0)],
        };
    }

    /// <summary>Whether a municipality is with the same centre in both.</summary>
    internal static bool Stays(RegionDivision first, RegionDivision second, IReadOnlyList<int> became, int m)
    {
        Region before = first.RegionOf(m);
        Region after = second.RegionOf(became[m]);
        int oldCentre = became[before.Centre];
        bool isWithOldCentre = oldCentre >= 0 && second.Placements[oldCentre].Region == second.Placements[became[m]].Region;
        bool wasWithNewCentre = before.Members.Contains(Origin(first.Market, second.Market.Municipalities[after.Centre].Number, became, after.Centre));
        return isWithOldCentre && wasWithNewCentre;
    }

    /// <summary>Of the municipalities that became one the largest: most jobs, most inhabitants, the same number, the lowest.</summary>
    private static int Origin(LabourMarket earlier, string number, IReadOnlyList<int> became, int later)
    {
        int[] origins = [.. Enumerable.Range(0, became.Count).Where(m => became[m] == later)];
        return origins.Length == 0 ? -1
            : origins.OrderByDescending(m => earlier.Commuting?.Jobs[m] ?? 0).ThenByDescending(m => earlier.Municipalities[m].Population)
                .ThenByDescending(m => earlier.Municipalities[m].Number == number).ThenBy(m => m).First();
    }

    private static double Pairs(long count) => count * (count - 1) / 2.0;
}
