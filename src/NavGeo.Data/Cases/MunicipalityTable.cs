using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;

namespace NavGeo.Data.Cases;

/// <summary>Reads <c>municipalities.csv</c>.</summary>
internal static class MunicipalityTable
{
    public const string Name = "municipalities.csv";

    private static readonly TableColumns Columns = new(["kommunenummer", "name", "population", "centre_lon", "centre_lat"]);

    /// <summary>By number; null where the table could not be read, or a row of it has another count of fields than the header.</summary>
    public static Dictionary<string, Located<Municipality>>? Read(CaseFolder input)
    {
        int errors = input.Findings.ErrorCount;
        if (input.Table(Name, Columns) is not { } table) return null;
        bool hasAllRows = input.Findings.ErrorCount == errors;
        var municipalities = new Dictionary<string, Located<Municipality>>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table.Rows)
        {
            string number = row.Text("kommunenummer");
            if (number.Length > 0) number = row.Number("kommunenummer", number);
            if (!row.IsFaulty) row.IsFirst(lines, "kommunenummer", number);
            var municipality = new Municipality(
                number,
                row.Text("name"),
                row.Whole("population", 0, 20_000_000),
                row.Position("centre_lon", "centre_lat", input.Settings.Area));
            // A row with a wrong figure is still a municipality that other tables may name.
            municipalities.TryAdd(number, new Located<Municipality>(municipality, row.Line));
        }
        return hasAllRows ? municipalities : null;
    }
}
