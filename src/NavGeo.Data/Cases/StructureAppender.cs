using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// Adds a structure to the <c>structures.csv</c> of a case, in the dress the file has; what stands there stays byte for
/// byte, and the new file replaces the old one whole or not at all.
/// </summary>
public static class StructureAppender
{
    /// <summary>Adds it.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="structure">With an id the case does not have.</param>
    /// <param name="planningCase">The case with every site the structure names; those its folder lacks are added to it first.</param>
    /// <exception cref="InputException">The case has a structure of that id, or its file cannot be read.</exception>
    public static void Append(string folder, Structure structure, PlanningCase planningCase)
    {
        string path = Path.Combine(folder, StructureTable.Name);
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(
            path, new TableColumns(["structure", "office", "municipalities", "sites"], "host", "name", "name_nb", "name_nn", "name_en", "open_days"), findings);
        findings.ThrowIfErrors();
        if (table!.Rows.Any(r => r["structure"] == structure.Id))
            throw new InputException("--save-as", null, new Phrase("siting.structure-exists", structure.Id), new Phrase("siting.structure-exists.remedy"));
        AppendSites(folder, structure, planningCase);
        AppendRows(path, table, structure.Offices.Select(office => (Func<string, string>)(column => Field(column, structure, office))));
    }

    private static void AppendSites(string folder, Structure structure, PlanningCase planningCase)
    {
        string path = Path.Combine(folder, SiteTable.Name);
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(path, new TableColumns(["site", "name", "kommunenummer", "lon", "lat"], "position_estimated", "other_names"), findings);
        findings.ThrowIfErrors();
        HashSet<string> known = [.. table!.Rows.Select(r => r["site"])];
        ServiceSite[] missing = [.. structure.OpenSites.Where(s => !known.Contains(s)).Select(id => planningCase.Sites.First(s => s.Id == id))];
        if (missing.Length > 0) AppendRows(path, table, missing.Select(site => (Func<string, string>)(column => Field(column, site))));
    }

    private static void AppendRows(string path, DelimitedTable table, IEnumerable<Func<string, string>> rows)
    {
        byte[] before = File.ReadAllBytes(path);
        var added = new StringBuilder();
        if (before.Length > 0 && before[^1] != '\n') added.Append('\n');
        foreach (Func<string, string> field in rows)
            added.AppendJoin(table.Delimiter, table.Columns.Select(c => Written(field(c), table.Delimiter))).Append('\n');
        byte[] after = Encoding.UTF8.GetBytes(added.ToString());
        AtomicFile.Write(path, stream =>
        {
            stream.Write(before);
            stream.Write(after);
        });
    }

    private static string Field(string column, Structure structure, Office office) => column.ToUpperInvariant() switch
    {
        "STRUCTURE" => structure.Id,
        "NAME" or "NAME_NB" => structure.Name.In(UserLanguage.Bokmaal),
        "NAME_NN" => structure.Name.In(UserLanguage.Nynorsk),
        "NAME_EN" => structure.Name.In(UserLanguage.English),
        "OFFICE" => office.Name,
        "HOST" => office.Host ?? "",
        "MUNICIPALITIES" => string.Join('|', office.Municipalities),
        "SITES" => string.Join('|', office.Sites),
        "OPEN_DAYS" => string.Join('|', office.OpenDays.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        _ => "",
    };

    private static string Field(string column, ServiceSite site) => column.ToUpperInvariant() switch
    {
        "SITE" => site.Id,
        "NAME" => site.Name,
        "KOMMUNENUMMER" => site.Municipality,
        "LON" => site.Position.Longitude.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture),
        "LAT" => site.Position.Latitude.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture),
        "POSITION_ESTIMATED" => site.IsPositionEstimated ? "true" : "false",
        _ => "",
    };

    private static string Written(string field, char delimiter) =>
        field.Contains(delimiter, StringComparison.Ordinal) || field.AsSpan().IndexOfAny("\"\r\n") >= 0
            ? '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : field;
}
