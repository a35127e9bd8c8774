using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>
/// Reads a given division: <c>kommunenummer</c> and <c>region</c>, with an optional <c>centre</c> (a municipality
/// number), which is what <see cref="DivisionTable"/> writes and what an official table needs.
/// </summary>
public static class DivisionReader
{
    private static readonly TableColumns Columns = new(["kommunenummer", "region"], "centre", "role", "name");

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file has errors.</exception>
    public static FixedRule Read(InputFile file, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(file, Columns, findings);
        findings.ThrowIfErrors();
        var regionOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var centreOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            string number = row.Text("kommunenummer").PadLeft(4, '0');
            string region = row.Text("region");
            if (row.IsFaulty) continue;
            if (!regionOf.TryAdd(number, region))
                row.Error(new Phrase("regions.twice", number), new Phrase("regions.twice.remedy"));
            // A table of NavGeo's says of each municipality which centre it follows; the main centre says so of itself.
            bool isMain = row["role"] is "centre" or "single" || (row["role"].Length == 0 && row["centre"].Length > 0);
            if (isMain && row.OptionalText("centre") is { } centre) centreOf.TryAdd(region, centre.PadLeft(4, '0'));
        }
        findings.ThrowIfErrors();
        return new FixedRule(file.Name, regionOf, centreOf);
    }
}
