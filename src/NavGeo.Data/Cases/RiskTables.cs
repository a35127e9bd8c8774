using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.Cases;

/// <summary>Reads the tables of the risk assessment that a case may have; each in the order of its file.</summary>
public static class RiskTables
{
    /// <summary>The words of <c>computable</c>.</summary>
    public static IReadOnlyList<string> BasisWords => [.. Bases.Select(b => b.Word)];

    /// <summary>The words of <c>measure</c>.</summary>
    public static IReadOnlyList<string> MeasureWords => [.. Measures.Select(m => m.Word)];

    private static readonly (string Word, FactorBasis Basis)[] Bases =
    [
        ("no", FactorBasis.Votes), ("staffing", FactorBasis.Staffing), ("partly", FactorBasis.Partly), ("yes", FactorBasis.Measured),
    ];

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

    /// <summary>What files call a measure.</summary>
    public static string NameOf(RiskMeasure measure) => Measures.First(m => m.Measure == measure).Word;

    /// <summary><c>risk.csv</c>: the factors.</summary>
    internal static List<RiskFactor> Factors(CaseFolder input)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("risk.csv", new(["nr", "computable"], "factor", "factor_nb", "factor_nn", "factor_en", "computed_from", "weight"), row =>
        {
            int number = row.Whole("nr", 1, 999);
            row.IsFirst(lines, "nr", row["nr"]);
            FactorBasis basis = row.OneOf("computable", Bases);
            decimal weight = row.OptionalAmount("weight") ?? 1;
            Names? name = row.OptionalNames("factor");
            if (name is null) row.Error(new Phrase("table.empty-field", "factor_nb"), new Phrase("table.empty-field.remedy"));
            return new RiskFactor(number, name!, basis, weight);
        });
    }

    /// <summary><c>risk_votes.csv</c>: the partners' own scores; a voter votes once on a factor under a structure.</summary>
    internal static List<RiskVote> Votes(CaseFolder input, IReadOnlyList<Structure>? structures, IReadOnlyList<RiskFactor> factors)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("risk_votes.csv", new(["structure", "factor", "voter", "probability", "consequence"]), row =>
        {
            string structure = row.IsStructure("structure", structures);
            int factor = Factor(row, factors);
            string voter = row.Text("voter");
            row.IsFirst(lines, "voter", $"{structure} {row["factor"]} {voter}");
            return new RiskVote(structure, factor, voter, row.Whole("probability", 1, 5), row.Whole("consequence", 1, 5));
        });
    }

    /// <summary><c>risk_inputs.csv</c>: measured values that come from elsewhere.</summary>
    internal static List<RiskInput> Inputs(CaseFolder input, IReadOnlyList<Structure>? structures)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("risk_inputs.csv", new(["structure", "measure", "value", "source"]), row =>
        {
            string structure = row.IsStructure("structure", structures);
            RiskMeasure measure = row.OneOf("measure", Measures);
            row.IsFirst(lines, "measure", $"{structure} {row["measure"]}");
            return new RiskInput(structure, measure, row.Amount("value"), row.Text("source"));
        });
    }

    /// <summary><c>risk_mapping.csv</c>: how measured values become scores; one mapping a factor.</summary>
    internal static List<RiskMapping> Mappings(CaseFolder input, IReadOnlyList<RiskFactor> factors)
    {
        var columns = new TableColumns(
            ["factor", "measure", "limit_1", "limit_2", "limit_3", "limit_4", "consequence"],
            "road", "source", "source_nb", "source_nn", "source_en");
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return input.Rows("risk_mapping.csv", columns, row =>
        {
            int factor = Factor(row, factors);
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
            return new RiskMapping(factor, measure, limits, consequence, row.OptionalNames("source")) { Road = road };
        });
    }

    /// <summary>The number of a factor; reports one that the case does not have.</summary>
    private static int Factor(DelimitedRow row, IReadOnlyList<RiskFactor> factors)
    {
        int number = row.Whole("factor", 1, 999);
        if (!row.IsFaulty && !factors.Any(f => f.Number == number))
            row.Error(new Phrase("case.unknown-value", "factor", row["factor"]), new Phrase("risk.factor.remedy"));
        return number;
    }
}
