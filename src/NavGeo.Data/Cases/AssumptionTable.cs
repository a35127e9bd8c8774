using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>assumptions.csv</c>: the settings of the rules, where the case has its own.</summary>
internal static class AssumptionTable
{
    public const string Name = "assumptions.csv";

    private static readonly TableColumns Columns = new(["setting", "value"], "given", "source", "source_nb", "source_nn", "source_en");

    /// <summary>With NavGeo's defaults for what is not set.</summary>
    public static Assumptions Read(CaseInput input)
    {
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return Assumptions.Default;
        var given = new List<Assumption>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (DelimitedRow row in table.Rows)
        {
            string name = row.Text("setting");
            if (name.Length > 0) row.IsFirst(lines, "setting", name);
            if (!Assumptions.TryParse(name, out AssumptionKey key) && name.Length > 0)
            {
                row.Error(new Phrase("case.unknown-value", "setting", name),
                    new Phrase("case.one-of.remedy", string.Join(", ", Assumptions.Names)));
            }
            decimal value = row.Amount("value");
            bool isGiven = row.Flag("given", otherwise: false);
            if (!row.IsFaulty) given.Add(new Assumption(key, value, isGiven, row.OptionalNames("source")));
        }
        return new Assumptions(given);
    }
}
