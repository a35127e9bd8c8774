using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>A division as two tables: where each municipality belongs, and beside it what explains that.</summary>
public static class DivisionTable
{
    /// <summary>The columns of the division, these and no others.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["kommunenummer", "region", "centre", "role", "rule", "minutes", "out_pct", "in_pct", "margin"];

    private static readonly string[] ExplainingColumns =
        ["kommunenummer", "region", "margin_minutes", "goes_to", "name", "centre_name", "inhabitants", "employed", "jobs", "region_employed", "region_supply_pct", "region_demand_pct", "times"];

    /// <summary>Writes the division, and beside <c>regions.csv</c> the table <c>regions-explained.csv</c>.</summary>
    /// <returns>The path of the second.</returns>
    public static string Save(string path, RegionDivision division, IReadOnlyList<StabilityRow>? stability, TableDress dress)
    {
        string beside = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "-explained.csv");
        Of(division, dress).Save(path);
        Explained(division, stability, dress).Save(beside);
        return beside;
    }

    /// <summary>One row a municipality.</summary>
    /// <remarks>
    /// <c>margin</c> is the smallest change of commuting, in percentage points of the municipality's employed residents,
    /// that would place it elsewhere; for a rule without commuting the smallest change of minutes, as in <c>margin_minutes</c>.
    /// </remarks>
    public static DelimitedWriter Of(RegionDivision division, TableDress dress)
    {
        var table = new DelimitedWriter(dress, [.. Columns]);
        LabourMarket market = division.Market;
        for (int m = 0; m < market.Count; m++)
        {
            Placement placement = division.Placements[m];
            Municipality municipality = market.Municipalities[m];
            double? margin = division.Rule.NeedsCommuting ? placement.CommutingChange?.Amount : placement.TimeChange?.Amount;
            table.Text(municipality.Number).Text(division.RegionOf(m).Id).Text(market.Municipalities[placement.Centre].Number)
                .Text(RoleName(placement.Role)).Text($"{division.Rule.Name}:{placement.Test}")
                .Decimal(placement.Time.IsReachable ? placement.Time.Minutes : null, 2)
                .Decimal(placement.OutPercent, 3).Decimal(placement.InPercent, 3)
                .Decimal(margin is { } a ? Math.Abs(a) : null, 3).EndRow();
        }
        return table;
    }

    /// <summary>
    /// One row a municipality: names, inhabitants, the region's self-containment, and what would move it; with
    /// <paramref name="stability"/> also how often it stays.
    /// </summary>
    public static DelimitedWriter Explained(RegionDivision division, IReadOnlyList<StabilityRow>? stability, TableDress dress)
    {
        string[] stable = stability is null ? [] : ["stays_pct", "most_often_instead"];
        var table = new DelimitedWriter(dress, [.. ExplainingColumns, .. stable]);
        LabourMarket market = division.Market;
        RegionMeasures[] measures = market.Commuting is null ? [] : [.. division.Regions.Select(r => RegionMeasures.Of(market.Commuting, r))];
        for (int m = 0; m < market.Count; m++)
        {
            Placement placement = division.Placements[m];
            Municipality municipality = market.Municipalities[m];
            FlipChange? change = placement.CommutingChange ?? placement.TimeChange;
            table.Text(municipality.Number).Text(division.RegionOf(m).Id)
                .Decimal(placement.TimeChange is { } t ? Math.Abs(t.Amount) : null, 2)
                .Text(change is { } c ? market.Municipalities[c.Goes].Number : null)
                .Text(municipality.Name).Text(market.Municipalities[placement.Centre].Name)
                .Whole(municipality.Population)
                .Whole(market.Commuting?.Residents[m]).Whole(market.Commuting?.Jobs[m]);
            RegionMeasures? measure = measures.Length == 0 ? null : measures[placement.Region];
            table.Whole(measure?.Residents).Decimal(measure?.SupplyPercent, 2).Decimal(measure?.DemandPercent, 2).Text(NameOf(market.Times.Ends));
            if (stability is not null)
                table.Decimal(stability[m].StaysPercent, 1).Text(stability[m].MostOftenInstead is { } other ? market.Municipalities[other].Number : null);
            table.EndRow();
        }
        return table;
    }

    /// <summary>Between whom times are: both_ends, one_end, centres or given.</summary>
    public static string NameOf(TimeEnds ends) => ends switch
    {
        TimeEnds.Both => "both_ends",
        TimeEnds.One => "one_end",
        TimeEnds.Centres => "centres",
        _ => "given",
    };

    /// <summary>centre, second_centre, member or single.</summary>
    public static string RoleName(PlacementRole role) => role switch
    {
        PlacementRole.Centre => "centre",
        PlacementRole.SecondCentre => "second_centre",
        PlacementRole.Single => "single",
        _ => "member",
    };
}
