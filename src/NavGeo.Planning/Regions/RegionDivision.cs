using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;

namespace NavGeo.Planning.Regions;

/// <summary>A market divided by a rule: every municipality in exactly one region, with the reason. Immutable.</summary>
public sealed class RegionDivision
{
    /// <param name="market">What was divided.</param>
    /// <param name="rule">By what.</param>
    /// <param name="regions">In order; every municipality in exactly one.</param>
    /// <param name="placements">One a municipality.</param>
    public RegionDivision(LabourMarket market, IRegionRule rule, IReadOnlyList<Region> regions, IReadOnlyList<Placement> placements)
    {
        if (placements.Count != market.Count || regions.Sum(r => r.Members.Count) != market.Count)
            throw new ArgumentException("every municipality must be in exactly one region", nameof(regions));
        Market = market;
        Rule = rule;
        Regions = regions;
        Placements = placements;
    }

    /// <summary>What was divided.</summary>
    public LabourMarket Market { get; }

    /// <summary>By what.</summary>
    public IRegionRule Rule { get; }

    /// <summary>Sorted by the centre's number.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>One a municipality, in the order of the market.</summary>
    public IReadOnlyList<Placement> Placements { get; }

    /// <summary>The region of a municipality.</summary>
    public Region RegionOf(int municipality) => Regions[Placements[municipality].Region];

    /// <summary>Regions that are in more than one piece by the market's own neighbourhood.</summary>
    public IEnumerable<Region> InPieces()
    {
        foreach (Region region in Regions)
        {
            var members = region.Members.ToHashSet();
            bool[] reached = Market.Contiguity.Reached(region.Centre, members.Contains);
            if (region.Members.Any(m => !reached[m])) yield return region;
        }
    }
}

/// <summary>Municipalities that are one labour market by a rule.</summary>
/// <param name="Id">The number of its centre, or the id a given division has for it.</param>
/// <param name="Centre">Index of the municipality it is named after.</param>
/// <param name="Members">Indices, rising; the centre is among them.</param>
public sealed record Region(string Id, int Centre, IReadOnlyList<int> Members)
{
    /// <summary>The regions of a market by the main centre of each municipality, sorted by that.</summary>
    internal static Region[] Of(LabourMarket market, Func<int, int> mainOf) => [.. Enumerable.Range(0, market.Count)
        .GroupBy(mainOf).OrderBy(g => g.Key).Select(g => new Region(market.Municipalities[g.Key].Number, g.Key, [.. g]))];

    /// <summary>For each municipality the index of its region.</summary>
    internal static int[] IndexOf(int count, Region[] regions)
    {
        var index = new int[count];
        for (int r = 0; r < regions.Length; r++)
        {
            foreach (int m in regions[r].Members) index[m] = r;
        }
        return index;
    }
}

/// <summary>A given division of an earlier code year, held against a market of a later one through the numbers' changes.</summary>
public static class EarlierDivision
{
    /// <summary>The division over its own municipalities, and what each of them became.</summary>
    /// <param name="division">The earlier division.</param>
    /// <param name="codes">From the numbers of the division to those of the market.</param>
    /// <param name="later">The later market.</param>
    /// <returns>The division, and for each of its municipalities the index in the later market, -1 for none. One that was
    /// parted counts as the part with most of its people (of equal ones, or where nobody knows, the lowest number).</returns>
    public static (RegionDivision Division, int[] Became) Of(FixedRule division, CodeMapping codes, LabourMarket later)
    {
        string[] numbers = [.. division.RegionOf.Keys.Order(StringComparer.Ordinal)];
        var market = new LabourMarket
        {
            Municipalities = [.. numbers.Select(n => new Municipality(n, n, 0, default))],
            Commuting = null,
            Times = MunicipalityTimes.Unknown(numbers.Length),
            Contiguity = Contiguity.Everywhere(numbers.Length),
        };
        return (division.Divide(market), Became(market, codes, later));
    }

    /// <summary>For each municipality of an earlier market its index in a later one; -1 for none.</summary>
    public static int[] Became(LabourMarket earlier, CodeMapping codes, LabourMarket later) =>
        [.. earlier.Municipalities.Select(m => later.Find(codes.FindSuccessor(m.Number) ?? LargestPart(codes.FindSplit(m.Number)!)))];

    private static string LargestPart(CodeSplit split) =>
        split.Targets.OrderByDescending(t => t.Share ?? 0).ThenBy(t => t.Number, StringComparer.Ordinal).First().Number;
}
