using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>sites.csv</c>.</summary>
internal static class SiteTable
{
    public const string Name = "sites.csv";

    private static readonly TableColumns Columns = new(["site", "name", "kommunenummer", "lon", "lat"], "position_estimated", "other_names");

    /// <summary>
    /// In the order of the file; null where the table could not be read, or a row of it has no id that can be told: every
    /// table that names that site would else have an error of its own.
    /// </summary>
    public static List<Located<ServiceSite>>? Read(
        CaseFolder input, IReadOnlyDictionary<string, Located<Municipality>>? municipalities)
    {
        int errors = input.Findings.ErrorCount;
        if (input.Table(Name, Columns) is not { } table) return null;
        bool hasAllRows = input.Findings.ErrorCount == errors;
        var sites = new List<Located<ServiceSite>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string id = row.Id("site");
            string number = row.Text("kommunenummer");
            if (number.Length > 0) number = row.Municipality("kommunenummer", number, municipalities);
            var site = new ServiceSite(id, row.Text("name"), number, row.Position("lon", "lat", input.Settings.Area))
            {
                IsPositionEstimated = row.Flag("position_estimated", false),
                OtherNames = table.Has("other_names") && row.List("other_names") is { Count: > 0 } others ? string.Join(" – ", others) : null,
            };
            if (id.Length > 0 && row.IsFirst(lines, "site", id)) sites.Add(new Located<ServiceSite>(site, row.Line));
        }
        return hasAllRows && sites.Count == table.Rows.Count ? sites : null;
    }
}
