namespace NavGeo.Planning.Regions;

/// <summary>A given division of an earlier code year, held against a market of a later one through a table of changes.</summary>
public static class EarlierDivision
{
    /// <summary>The division over its own municipalities, and what each of them became.</summary>
    /// <param name="division">The earlier division.</param>
    /// <param name="changes">Changed numbers; a municipality that is not there kept its number.</param>
    /// <param name="later">The later market.</param>
    /// <returns>The division, and for each of its municipalities the index in the later market, -1 for none. One that was
    /// parted counts as the part with most of its people (of equal ones the lower number).</returns>
    public static (RegionDivision Division, int[] Became) Of(FixedRule division, IReadOnlyList<CodeChange> changes, LabourMarket later)
    {
        string[] numbers = [.. division.RegionOf.Keys.Order(StringComparer.Ordinal)];
        var market = new LabourMarket
        {
            Municipalities = [.. numbers.Select(n => new Municipality(n, n, 0, default))],
            Commuting = null,
            Times = MunicipalityTimes.Unknown(numbers.Length),
            Contiguity = Contiguity.Everywhere(numbers.Length),
        };
        return (division.Divide(market), Became(market, changes, later));
    }

    /// <summary>For each municipality of an earlier market its index in a later one; -1 for none.</summary>
    public static int[] Became(LabourMarket earlier, IReadOnlyList<CodeChange> changes, LabourMarket later)
    {
        Dictionary<string, string> largest = changes.GroupBy(c => c.Old, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.OrderByDescending(c => c.Percent).ThenBy(c => c.New, StringComparer.Ordinal).First().New, StringComparer.Ordinal);
        return [.. earlier.Municipalities.Select(m => later.Find(largest.GetValueOrDefault(m.Number, m.Number)))];
    }
}
