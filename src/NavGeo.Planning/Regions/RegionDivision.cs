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
