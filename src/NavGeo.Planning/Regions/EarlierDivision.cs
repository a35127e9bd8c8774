using NavGeo.Planning.Codes;

namespace NavGeo.Planning.Regions;

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
