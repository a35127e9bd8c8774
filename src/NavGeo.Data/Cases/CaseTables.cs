using System.Globalization;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>
/// The tables of a case that planners work on, as they stand in its folder at one time. What a form says is written
/// into them with every column and field that the form does not know. Immutable: an earlier one, written again, undoes.
/// </summary>
/// <param name="Sites">Bytes of <c>sites.csv</c>.</param>
/// <param name="Structures">Bytes of <c>structures.csv</c>.</param>
public sealed partial record CaseTables(byte[] Sites, byte[] Structures)
{
    private static readonly string[] NameColumns = ["name", "name_nb", "name_nn", "name_en"];

    /// <summary>Half of the last decimal that positions are written with, degrees.</summary>
    private const double SamePosition = 5e-7;

    /// <summary>What the table of a file is called to its users; the file's own name where it is none of a case.</summary>
    public static string TitleOf(string file, UserLanguage language) => CaseSheets.TitleOf(file, language);

    /// <summary>As they stand in a folder.</summary>
    /// <exception cref="InputException">It is a workbook, or lacks one of them.</exception>
    public static CaseTables Of(string folder)
    {
        CaseCarrier.RefuseToAdd(folder);
        return new CaseTables(new InputFile(PathIn(folder, SiteTable.Name)).Bytes, new InputFile(PathIn(folder, StructureTable.Name)).Bytes) { Others = OthersIn(folder) };
    }

    /// <summary>The tables with what a form says. Other tables call an office that has been renamed by its new name.</summary>
    /// <param name="form">Sites and structures.</param>
    /// <param name="baseline">The structure whose offices are meant where a row names none.</param>
    public CaseTables With(CaseForm form, string baseline) => this with { Sites = SitesOf(form), Structures = StructuresOf(form), Others = Renamed(form, baseline) };

    /// <summary>What there is to say about the case of a folder, had it these tables.</summary>
    public CaseCheck Check(string folder) =>
        CaseCheck.Of(folder, null, new InputFiles([.. Files.Select(f => new InputFile(PathIn(folder, f.Key), f.Value))]));

    /// <summary>Writes those that are others than in a folder, and takes away what stood there and does not any more: all of it or nothing.</summary>
    /// <exception cref="UnwritableException">The system does not let them be written; the folder is as it was.</exception>
    public void Write(string folder)
    {
        CaseTables before = Of(folder);
        try
        {
            Put(folder, before);
        }
        catch (UnwritableException)
        {
            before.Put(folder, this);
            throw;
        }
    }

    /// <summary>Whether the bytes are the same.</summary>
    public bool IsSameAs(CaseTables other) => Files.Count == other.Files.Count && Files.All(f => other.Holds(f));

    /// <summary>The row of the form that a finding is about; null where it is about none.</summary>
    public FormRow? RowOf(Finding finding)
    {
        if (!int.TryParse(finding.Place, NumberStyles.None, CultureInfo.InvariantCulture, out int line)) return null;
        return Path.GetFileName(finding.File) switch
        {
            SiteTable.Name => RowAt(Sites, SiteTable.Name, line) is { } row ? new FormRow(Site: row["site"]) : null,
            StructureTable.Name => RowAt(Structures, StructureTable.Name, line) is { } row ? new FormRow(Structure: row["structure"], Office: row["office"]) : null,
            var name => OtherRow(name, line, finding),
        };
    }

    private static DelimitedRow? RowAt(byte[] bytes, string name, int line) =>
        DelimitedTable.Parse(bytes, name, new TableColumns([]), new Findings())?.Rows.FirstOrDefault(r => r.Line == line);

    private byte[] SitesOf(CaseForm form)
    {
        DelimitedTable table = Parsed(Sites, SiteTable.Name);
        TableDress dress = DressOf(table);
        string[] columns = [.. table.Columns, .. Added(table, "position_estimated", form.Sites.Any(s => s.IsEstimated))];
        Dictionary<string, DelimitedRow> rows = table.Rows.GroupBy(r => r["site"]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var writer = new DelimitedWriter(dress, columns);
        foreach (FormSite site in form.Sites)
        {
            DelimitedRow? row = rows.GetValueOrDefault(site.Id);
            foreach (string column in columns) writer.Text(Field(column, site, row, dress));
            writer.EndRow();
        }
        return writer.ToBytes();
    }

    private static string Field(string column, FormSite site, DelimitedRow? row, TableDress dress) => column.ToLowerInvariant() switch
    {
        "site" => site.Id,
        "name" => site.Name,
        "kommunenummer" => site.Municipality,
        "lon" => Degrees(site.Longitude, row?["lon"], dress),
        "lat" => Degrees(site.Latitude, row?["lat"], dress),
        "position_estimated" => site.IsEstimated ? "true" : "false",
        _ => row?[column] ?? "",
    };

    /// <summary>A position that has not moved stays as its user wrote it.</summary>
    private static string Degrees(double value, string? before, TableDress dress)
    {
        if (before is not null && NumberText.TryDecimal(before, out double stands) && Math.Abs(stands - value) < SamePosition) return before;
        string written = value.ToString("0.000000", CultureInfo.InvariantCulture);
        return dress == TableDress.International ? written : written.Replace('.', ',');
    }

    private byte[] StructuresOf(CaseForm form)
    {
        DelimitedTable table = Parsed(Structures, StructureTable.Name);
        string[] columns =
        [
            .. table.Columns,
            .. Added(table, "open_days", form.Structures.Any(s => s.Offices.Any(o => o.OpenDays.Any(d => d < WeekdayCode.Each.Count)))),
            .. Added(table, "name", !NameColumns.Any(table.Has) && form.Structures.Any(s => s.Name != s.Id)),
        ];
        var writer = new DelimitedWriter(DressOf(table), columns);
        foreach (FormStructure structure in form.Structures)
        {
            DelimitedRow[] rows = [.. table.Rows.Where(r => r["structure"] == (structure.CopyOf ?? structure.Id))];
            bool isNamed = structure.CopyOf is null && rows.Any(r => NameColumns.Any(c => r[c] == structure.Name));
            foreach (FormOffice office in structure.Offices)
            {
                DelimitedRow? row = rows.FirstOrDefault(r => r["office"] == (office.Was ?? office.Name));
                foreach (string column in columns)
                {
                    bool isName = NameColumns.Contains(column, StringComparer.OrdinalIgnoreCase);
                    writer.Text(!isName ? Field(column, structure, office, row) : isNamed ? (row ?? rows[0])[column] : structure.Name);
                }
                writer.EndRow();
            }
        }
        return writer.ToBytes();
    }

    private static string Field(string column, FormStructure structure, FormOffice office, DelimitedRow? row)
    {
        string before = row?[column] ?? "";
        return column.ToLowerInvariant() switch
        {
            "structure" => structure.Id,
            "office" => office.Name,
            "host" => office.Host ?? "",
            "municipalities" => Listed(office.Municipalities),
            "sites" => Listed(office.Sites),
            "open_days" => Listed(office.OpenDays.Select(d => d.ToString(CultureInfo.InvariantCulture))),
            // They are told site by site, and by days of the week.
            "kinds" or "weekdays" => row is not null && HasSameDays(office, row) ? before : "",
            _ => before,
        };
    }

    private static bool HasSameDays(FormOffice office, DelimitedRow row) =>
        row.List("sites").SequenceEqual(office.Sites, StringComparer.Ordinal)
        && (row["open_days"].Length == 0 || row.List("open_days").Select(d => NumberText.TryDecimal(d, out double days) ? days : -1).SequenceEqual(office.OpenDays));

    private static string Listed(IEnumerable<string> values) => string.Join('|', values);

    private static string[] Added(DelimitedTable table, string column, bool isNeeded) => isNeeded && !table.Has(column) ? [column] : [];

    private static TableDress DressOf(DelimitedTable table) => table.Delimiter == ',' ? TableDress.International : TableDress.NorwegianExcel;

    private static DelimitedTable Parsed(byte[] bytes, string name)
    {
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Parse(bytes, name, new TableColumns([]), findings);
        findings.ThrowIfErrors();
        return table!;
    }
}

/// <summary>Sites and structures of a case as a form shows them and sends them back.</summary>
/// <param name="Sites">In the order of the table.</param>
/// <param name="Structures">In the order of the table.</param>
public sealed record CaseForm(IReadOnlyList<FormSite> Sites, IReadOnlyList<FormStructure> Structures)
{
    /// <summary>Those of a sound case.</summary>
    public static CaseForm Of(PlanningCase planningCase) => new(
        [.. planningCase.Sites.Select(s => new FormSite(s.Id, s.Name, s.Municipality, s.Position.Longitude, s.Position.Latitude, s.IsPositionEstimated))],
        [
            .. planningCase.Structures.Select(s => new FormStructure(
                s.Id, s.Name.In(planningCase.Language), [.. s.Offices.Select(o => new FormOffice(o.Name, o.Host, o.Municipalities, o.Sites, o.OpenDays))])),
        ]);
}

/// <summary>A site.</summary>
/// <param name="Id">As other tables name it.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Municipality">Its kommunenummer.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="IsEstimated">Whether the position is only about right.</param>
public sealed record FormSite(string Id, string Name, string Municipality, double Longitude, double Latitude, bool IsEstimated);

/// <summary>A structure.</summary>
/// <param name="Id">A short one, such as B.</param>
/// <param name="Name">In the language of the case.</param>
/// <param name="Offices">In the order of the table.</param>
/// <param name="CopyOf">The structure whose rows give what the form does not know, for one that is new; null for one that is there.</param>
public sealed record FormStructure(string Id, string Name, IReadOnlyList<FormOffice> Offices, string? CopyOf = null);

/// <summary>An office.</summary>
/// <param name="Name">As users see it.</param>
/// <param name="Host">The municipality that runs it; null where it is not said.</param>
/// <param name="Municipalities">Whom it serves: kommunenumre, or parts of municipalities.</param>
/// <param name="Sites">Where.</param>
/// <param name="OpenDays">Days a week of each site, 0 for closed.</param>
/// <param name="Was">What it is called in the table, where it has been renamed; null where it has not.</param>
public sealed record FormOffice(
    string Name, string? Host, IReadOnlyList<string> Municipalities, IReadOnlyList<string> Sites, IReadOnlyList<double> OpenDays, string? Was = null);

/// <summary>A row of a form: a site, an office of a structure, or a row of another table.</summary>
/// <param name="Site">Id of the site; null for anything else.</param>
/// <param name="Structure">Id of the structure, for an office.</param>
/// <param name="Office">Its name.</param>
/// <param name="Table">The table without its ending, for a row of another one.</param>
/// <param name="Index">Which row of it, from 0.</param>
/// <param name="Field">The field that is meant; null for the whole row.</param>
public sealed record FormRow(string? Site = null, string? Structure = null, string? Office = null, string? Table = null, int? Index = null, string? Field = null);
