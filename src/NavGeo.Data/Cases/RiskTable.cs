using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>risk.csv</c>: the factors of the risk assessment, where the case has one.</summary>
internal static class RiskTable
{
    public const string Name = "risk.csv";

    private static readonly TableColumns Columns = new(
        ["nr", "computable"], "factor", "factor_nb", "factor_nn", "factor_en", "computed_from", "weight");

    private static readonly (string Word, FactorBasis Basis)[] Bases =
    [
        ("no", FactorBasis.Votes), ("staffing", FactorBasis.Staffing), ("partly", FactorBasis.Partly), ("yes", FactorBasis.Measured),
    ];

    /// <summary>In the order of the file.</summary>
    public static List<RiskFactor> Read(CaseInput input)
    {
        var factors = new List<RiskFactor>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return factors;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            int number = row.Whole("nr", 1, 999);
            row.IsFirst(lines, "nr", row["nr"]);
            FactorBasis basis = row.OneOf("computable", Bases);
            decimal weight = row.OptionalAmount("weight") ?? 1;
            Names? name = row.OptionalNames("factor");
            if (name is null) row.Error(new Phrase("table.empty-field", "factor_nb"), new Phrase("table.empty-field.remedy"));
            if (!row.IsFaulty) factors.Add(new RiskFactor(number, name!, basis, weight));
        }
        return factors;
    }

    /// <summary>The number of a factor; reports one that the case does not have.</summary>
    public static int Factor(DelimitedRow row, IReadOnlyList<RiskFactor> factors)
    {
        int number = row.Whole("factor", 1, 999);
        if (!row.IsFaulty && !factors.Any(f => f.Number == number))
            row.Error(new Phrase("case.unknown-value", "factor", row["factor"]), new Phrase("risk.factor.remedy"));
        return number;
    }
}
