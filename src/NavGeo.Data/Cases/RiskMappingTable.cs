using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>risk_mapping.csv</c>: how measured values become scores, where the case says it.</summary>
public static class RiskMappingTable
{
    public const string Name = "risk_mapping.csv";

    private static readonly TableColumns Columns = new(
        ["factor", "measure", "limit_1", "limit_2", "limit_3", "limit_4", "consequence"],
        "road", "source", "source_nb", "source_nn", "source_en");

    private static readonly (string Word, RiskMeasure Measure)[] Measures =
    [
        ("smallest_office", RiskMeasure.SmallestOffice),
        ("staff_below_minimum_pct", RiskMeasure.StaffBelowMinimumPercent),
        ("offices", RiskMeasure.Offices),
        ("mean_minutes", RiskMeasure.MeanMinutes),
        ("p90_minutes", RiskMeasure.P90Minutes),
        ("road_hours", RiskMeasure.RoadHours),
        ("partner_minutes", RiskMeasure.PartnerMinutes),
        ("leader_minutes", RiskMeasure.LeaderMinutes),
    ];

    /// <summary>In the order of the file; one mapping a factor.</summary>
    internal static List<RiskMapping> Read(CaseInput input, IReadOnlyList<RiskFactor> factors)
    {
        var mappings = new List<RiskMapping>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return mappings;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            int factor = RiskTable.Factor(row, factors);
            row.IsFirst(lines, "factor", row["factor"]);
            RiskMeasure measure = row.OneOf("measure", Measures);
            decimal[] limits = [.. Enumerable.Range(1, 4).Select(i => row.Amount($"limit_{i}"))];
            int consequence = row.Whole("consequence", 1, 5);
            bool isRising = Enumerable.Range(1, 3).All(i => limits[i] > limits[i - 1]);
            bool isFalling = Enumerable.Range(1, 3).All(i => limits[i] < limits[i - 1]);
            if (!row.IsFaulty && !isRising && !isFalling) row.Error(new Phrase("risk.limits"), new Phrase("risk.limits.remedy"));
            RoadNumber? road = null;
            if (row.OptionalText("road") is { } written)
            {
                if (RoadNumber.TryParse(written, out RoadNumber number)) road = number;
                else row.Error(new Phrase("case.bad-road", written), new Phrase("case.bad-road.remedy"));
            }
            if (!row.IsFaulty)
                mappings.Add(new RiskMapping(factor, measure, limits, consequence, row.OptionalNames("source")) { Road = road });
        }
        return mappings;
    }

    /// <summary>What files call a measure.</summary>
    public static string NameOf(RiskMeasure measure) => Measures.First(m => m.Measure == measure).Word;

    /// <summary>The measure of a row.</summary>
    public static RiskMeasure Measure(DelimitedRow row) => row.OneOf("measure", Measures);
}
