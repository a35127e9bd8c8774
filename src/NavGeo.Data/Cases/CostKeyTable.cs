using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>cost_keys.csv</c>, where the case has it.</summary>
internal static class CostKeyTable
{
    public const string Name = "cost_keys.csv";

    private static readonly TableColumns Columns = new(["office", "state_pct", "municipal_pct"]);

    /// <summary>In the order of the file.</summary>
    public static List<OfficeKey> Read(CaseInput input, Structure? baseline)
    {
        var keys = new List<OfficeKey>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return keys;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            if (row.IsOffice("office", baseline) is not null) row.IsFirst(lines, "office", row["office"]);
            int state = row.Whole("state_pct", 0, 100);
            int municipal = row.Whole("municipal_pct", 0, 100);
            if (!row.IsFaulty && state + municipal != 100)
                row.Error(new Phrase("money.key-sum", state, municipal), new Phrase("money.key-sum.remedy"));
            if (!row.IsFaulty) keys.Add(new OfficeKey(row["office"], new CostKey(state)));
        }
        return keys;
    }
}
