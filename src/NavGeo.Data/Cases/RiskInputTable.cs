using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>risk_inputs.csv</c>: measured values that come from elsewhere, where the case has them.</summary>
internal static class RiskInputTable
{
    public const string Name = "risk_inputs.csv";

    private static readonly TableColumns Columns = new(["structure", "measure", "value", "source"]);

    /// <summary>In the order of the file.</summary>
    public static List<RiskInput> Read(CaseInput input, IReadOnlyList<Structure>? structures)
    {
        var values = new List<RiskInput>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return values;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string structure = row.IsStructure("structure", structures);
            RiskMeasure measure = RiskMappingTable.Measure(row);
            row.IsFirst(lines, "measure", $"{structure} {row["measure"]}");
            decimal value = row.Amount("value");
            string source = row.Text("source");
            if (!row.IsFaulty) values.Add(new RiskInput(structure, measure, value, source));
        }
        return values;
    }
}
