using System.Text;
using NavGeo.Data.Input;
using NavGeo.Data.Tables;
using NavGeo.Planning.Language;
using NavGeo.Planning.Structures;

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
    /// <exception cref="InputException">The case has a structure of that id, or its file cannot be read.</exception>
    public static void Append(string folder, Structure structure)
    {
        string path = Path.Combine(folder, StructureTable.Name);
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(
            path, new TableColumns(["structure", "office", "municipalities", "sites"], "host", "name", "name_nb", "name_nn", "name_en", "open_days"), findings);
        findings.ThrowIfErrors();
        if (table!.Rows.Any(r => r["structure"] == structure.Id))
            throw new InputException("--save-as", null, new Phrase("siting.structure-exists", structure.Id), new Phrase("siting.structure-exists.remedy"));
        byte[] before = File.ReadAllBytes(path);
        var added = new StringBuilder();
        if (before.Length > 0 && before[^1] != '\n') added.Append('\n');
        foreach (Office office in structure.Offices)
            added.AppendJoin(table.Delimiter, table.Columns.Select(c => Written(Field(c, structure, office), table.Delimiter))).Append('\n');
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

    private static string Written(string field, char delimiter) =>
        field.Contains(delimiter, StringComparison.Ordinal) || field.AsSpan().IndexOfAny("\"\r\n") >= 0
            ? '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : field;
}
