using System.Text.Json.Nodes;
using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Reports.Json;

/// <summary>A division as plain numbers for programs.</summary>
public static class DivisionJson
{
    /// <summary>Counts, sums, quality, and every region and municipality.</summary>
    public static JsonObject Of(RegionDivision division)
    {
        LabourMarket market = division.Market;
        Placement[] placements = [.. division.Placements];
        var byTest = new JsonObject();
        foreach (IGrouping<string, Placement> test in placements.GroupBy(p => p.Test).OrderBy(t => t.Key, StringComparer.Ordinal))
            byTest[test.Key] = test.Count();
        var parameters = new JsonObject();
        foreach ((string name, object value) in division.Rule.Parameters) parameters[name] = JsonValue.Create(value);
        return new JsonObject
        {
            ["rule"] = division.Rule.Name,
            ["parameters"] = parameters,
            ["year"] = market.Year,
            ["times"] = DivisionTable.NameOf(market.Times.Ends),
            ["municipalities"] = market.Count,
            ["regions"] = division.Regions.Count,
            ["centres"] = Count(PlacementRole.Centre),
            ["second_centres"] = Count(PlacementRole.SecondCentre),
            ["members"] = Count(PlacementRole.Member),
            ["singles"] = Count(PlacementRole.Single),
            ["by_test"] = byTest,
            ["regions_in_pieces"] = division.InPieces().Count(),
            ["workers"] = market.Commuting?.Total,
            ["sum_minutes"] = Math.Round(placements.Where(p => p.Time.IsReachable).Sum(p => p.Time.Minutes), 3),
            ["sum_out_pct"] = Math.Round(placements.Sum(p => p.OutPercent ?? 0), 6),
            ["sum_in_pct"] = Math.Round(placements.Sum(p => p.InPercent ?? 0), 6),
            ["quality"] = market.Commuting is null ? null : Quality(DivisionQuality.Of(division), division),
            ["placements"] = new JsonArray([.. placements.Select((p, m) => (JsonNode)Placed(division, p, m))]),
        };

        int Count(PlacementRole role) => placements.Count(p => p.Role == role);
    }

    /// <summary>The agreement with another division.</summary>
    public static JsonObject Of(DivisionAgreement agreement, string other, RegionDivision first) => new()
    {
        ["with"] = other,
        ["adjusted_rand"] = agreement.AdjustedRand,
        ["rand"] = agreement.Rand,
        ["compared"] = agreement.Compared,
        ["moved_count"] = agreement.Moved.Count,
        ["moved"] = Numbers(agreement.Moved, first.Market),
        ["missing"] = Numbers(agreement.Missing, first.Market),
    };

    /// <summary>How often each municipality stays.</summary>
    public static JsonObject Of(IReadOnlyList<StabilityRow> rows, StabilitySettings settings, LabourMarket market) => new()
    {
        ["runs"] = settings.Runs,
        ["seed"] = settings.Seed,
        ["noise"] = settings.Noise,
        ["time_share"] = settings.TimeShare,
        ["always_stay"] = rows.Count(r => r.Stays == r.Runs),
        ["municipalities"] = new JsonArray([.. rows.Select((r, m) => (JsonNode)new JsonObject
        {
            ["kommunenummer"] = market.Municipalities[m].Number,
            ["stays_pct"] = r.StaysPercent,
            ["most_often_instead"] = r.MostOftenInstead is { } other ? market.Municipalities[other].Number : null,
        })]),
    };

    /// <summary>The sentences about one municipality.</summary>
    public static JsonObject Explained(RegionDivision division, int municipality, UserLanguage language) => new()
    {
        ["kommunenummer"] = division.Market.Municipalities[municipality].Number,
        ["sentences"] = new JsonArray([.. new RegionSentences(division, language).Explain(municipality).Select(s => (JsonNode)s!)]),
    };

    private static JsonArray Numbers(IReadOnlyList<int> municipalities, LabourMarket market) =>
        new([.. municipalities.Select(m => (JsonNode)market.Municipalities[m].Number!)]);

    private static JsonObject Quality(DivisionQuality quality, RegionDivision division) => new()
    {
        ["self_contained_pct"] = quality.SelfContainedPercent,
        ["least_supply_pct"] = quality.LeastSupplyPercent,
        ["least_demand_pct"] = quality.LeastDemandPercent,
        ["mean_cohesion_pct"] = quality.MeanCohesionPercent,
        ["modularity"] = quality.Modularity,
        ["sizes"] = new JsonArray([.. quality.Sizes.Select(s => (JsonNode)s)]),
        ["regions"] = new JsonArray([.. division.Regions.Select((r, i) => (JsonNode)new JsonObject
        {
            ["region"] = r.Id,
            ["municipalities"] = r.Members.Count,
            ["employed"] = quality.Regions[i].Residents,
            ["jobs"] = quality.Regions[i].Jobs,
            ["supply_pct"] = quality.Regions[i].SupplyPercent,
            ["demand_pct"] = quality.Regions[i].DemandPercent,
            ["cohesion_pct"] = quality.Regions[i].CohesionPercent,
        })]),
    };

    private static JsonObject Placed(RegionDivision division, Placement placement, int m)
    {
        Municipality municipality = division.Market.Municipalities[m];
        return new JsonObject
        {
            ["kommunenummer"] = municipality.Number,
            ["name"] = municipality.Name,
            ["region"] = division.RegionOf(m).Id,
            ["centre"] = division.Market.Municipalities[placement.Centre].Number,
            ["role"] = DivisionTable.RoleName(placement.Role),
            ["test"] = placement.Test,
            ["minutes"] = placement.Time.IsReachable ? placement.Time.Minutes : null,
            ["out_pct"] = placement.OutPercent,
            ["in_pct"] = placement.InPercent,
            ["commuting_change"] = Change(placement.CommutingChange, division.Market),
            ["time_change"] = Change(placement.TimeChange, division.Market),
        };
    }

    private static JsonObject? Change(FlipChange? change, LabourMarket market) => change is not { } known ? null : new JsonObject
    {
        ["amount"] = known.Amount,
        ["unit"] = known.IsMinutes ? "min" : "pp",
        ["about"] = market.Municipalities[known.About].Number,
        ["goes_to"] = market.Municipalities[known.Goes].Number,
    };
}
