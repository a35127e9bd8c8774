using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>costs.csv</c>, where the case has it.</summary>
internal static class CostTable
{
    public const string Name = "costs.csv";

    private static readonly TableColumns Columns = new(["office", "item", "nok"], "site");

    /// <summary>In the order of the file. Where no site is named and the office has only one today, the line is that site's.</summary>
    public static List<CostLine> Read(CaseInput input, IReadOnlyList<Located<ServiceSite>>? sites, Structure? baseline)
    {
        var costs = new List<CostLine>();
        if (!input.Has(Name) || input.Table(Name, Columns) is not { } table) return costs;
        foreach (DelimitedRow row in table.Rows)
        {
            Office? office = row.IsOffice("office", baseline);
            string? site = row.OptionalText("site");
            if (site is not null) row.IsSite("site", site, sites);
            else if (office is { Sites: [var only] }) site = only;
            string item = row.Text("item");
            decimal nok = row.Amount("nok");
            if (!row.IsFaulty) costs.Add(new CostLine(row["office"], site, item, nok));
        }
        return costs;
    }
}
