namespace NavGeo.Planning.Regions;

/// <summary>A division that is given: an official one, or one from an earlier run, to be measured and compared.</summary>
/// <param name="Title">What it is called, for exports: the file it came from.</param>
/// <param name="RegionOf">The region's id by municipality number.</param>
/// <param name="CentreOf">The number of a region's centre by the region's id; regions that are not there have the member with most jobs (inhabitants where commuting is not known) as centre.</param>
public sealed record FixedRule(string Title, IReadOnlyDictionary<string, string> RegionOf, IReadOnlyDictionary<string, string> CentreOf) : IRegionRule
{
    /// <inheritdoc/>
    public string Name => "fixed";

    /// <inheritdoc/>
    public bool NeedsCommuting => false;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters => [new("division", Title)];

    /// <summary>The market divided as given; a municipality that the division does not have is a region of its own.</summary>
    public RegionDivision Divide(LabourMarket market)
    {
        int[] all = [.. Enumerable.Range(0, market.Count)];
        Region[] regions = [.. all.GroupBy(IdOf, StringComparer.Ordinal)
            .Select(g => new Region(g.Key, Centre(g.Key, [.. g]), [.. g])).OrderBy(r => r.Centre)];
        int[] regionOf = Region.IndexOf(market.Count, regions);
        return new RegionDivision(market, this, regions, [.. all.Select(Place)]);

        string IdOf(int m) => RegionOf.GetValueOrDefault(market.Municipalities[m].Number, market.Municipalities[m].Number);

        int Centre(string id, int[] members)
        {
            int given = CentreOf.TryGetValue(id, out string? number) ? Array.FindIndex(members, m => market.Municipalities[m].Number == number) : -1;
            return given >= 0 ? members[given]
                : members.MaxBy(m => (market.Commuting is { } c ? c.Jobs[m] : market.Municipalities[m].Population, -m));
        }

        Placement Place(int m)
        {
            Region region = regions[regionOf[m]];
            int centre = region.Centre;
            bool hasPair = m != centre && market.Commuting is { } commuting && commuting.Residents[m] > 0;
            return new Placement
            {
                Region = regionOf[m],
                Centre = centre,
                Role = m != centre ? PlacementRole.Member : region.Members.Count == 1 ? PlacementRole.Single : PlacementRole.Centre,
                Test = RegionOf.ContainsKey(market.Municipalities[m].Number) ? "given" : "not-given",
                Time = market.Times.Any(m, centre),
                OutPercent = hasPair ? CentreChoice.Percent(market.Commuting![m, centre], market.Commuting.Residents[m]) : null,
                InPercent = hasPair ? CentreChoice.Percent(market.Commuting![centre, m], market.Commuting.Residents[m]) : null,
            };
        }
    }
}
