using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.Cases;

namespace NavGeo.Tests.Data.Spreadsheets;

/// <summary>
/// A workbook as a planner's Excel leaves it, to be spoilt one thing at a time: the small case of <see cref="CaseOnDisk"/>,
/// its tables under the plain names. Cells hold a text, a number, a day (<see cref="DateOnly"/>), a yes, or an <see cref="Odd"/> one.
/// </summary>
internal sealed class SheetsOnDisk : IDisposable
{
    private static readonly string[] Settings =
    [
        "id", "three-valleys", "name", "Tre dalar", "language", "nn", "baseline", "A", "crs", "EPSG:25833", "date", "2018-01-01",
        "sources.1.title", "Written for a test", "sources.1.licence", "CC0", "sources.1.date", "2018-01-01", "travel.ferryWait", "fixed(10)",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-sheets-").FullName;
    private readonly Dictionary<string, List<object?[]>> sheets = new(StringComparer.Ordinal);
    private readonly HashSet<string> hidden = [];
    private readonly Dictionary<string, string> merged = [];

    public SheetsOnDisk()
    {
        sheets["Sak"] = [["Innstilling", "Verdi"], .. Settings.Chunk(2).Select(pair => (object?[])[pair[0], pair[1]])];
        using var disk = new CaseOnDisk();
        foreach (string table in CaseOnDisk.Tables)
        {
            sheets[table] =
                [.. disk.Text(table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (object?[])[.. line.Split(',').Select(Cell)])];
        }
    }

    public string File => Path.Combine(folder, "dalar.xlsx");

    public List<object?[]> this[string sheet]
    {
        get => sheets[sheet];
        set => sheets[sheet] = value;
    }

    public SheetsOnDisk Rename(string sheet, string name)
    {
        sheets[name] = sheets[sheet];
        sheets.Remove(sheet);
        return this;
    }

    public SheetsOnDisk Hide(string sheet)
    {
        hidden.Add(sheet);
        return this;
    }

    public SheetsOnDisk Merge(string sheet, string range)
    {
        merged[sheet] = range;
        return this;
    }

    /// <summary>Writes over a cell of a sheet; both counted from 1 as Excel does.</summary>
    public SheetsOnDisk Set(string sheet, int row, int column, object? value)
    {
        while (sheets[sheet].Count < row) sheets[sheet].Add([]);
        object?[] cells = sheets[sheet][row - 1];
        if (cells.Length < column) Array.Resize(ref cells, column);
        cells[column - 1] = value;
        sheets[sheet][row - 1] = cells;
        return this;
    }

    public SheetsOnDisk Save()
    {
        using var archive = new ZipArchive(System.IO.File.Create(File), ZipArchiveMode.Create);
        Write(archive, "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        Write(archive, "_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Write(archive, "xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>
            """);
        var tabs = new StringBuilder();
        var relations = new StringBuilder("""<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>""");
        foreach ((int i, (string name, List<object?[]> rows)) in sheets.Index())
        {
            string state = hidden.Contains(name) ? " state=\"hidden\"" : "";
            tabs.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{name}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"{state}/>");
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"sheet{i}.xml\"/>");
            Write(archive, FormattableString.Invariant($"xl/sheet{i}.xml"), Sheet(rows, merged.GetValueOrDefault(name)));
        }
        Write(archive, "xl/workbook.xml",
            $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{tabs}</sheets></workbook>");
        Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");
        return this;
    }

    /// <summary>Reads the workbook as the command does.</summary>
    public CaseCheck Check()
    {
        Save();
        return CaseCheck.Of(File);
    }

    /// <summary>All findings in English, the workbook without its folder.</summary>
    public string Told() => string.Join('\n', Check().Findings.Select(f => f.In(UserLanguage.English).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static object? Cell(string text) => text.Length == 0 ? null
        : text[0] != '0' && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : text;

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text.Trim());
    }

    private static string Sheet(List<object?[]> rows, string? mergedRange)
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach ((int row, object?[] cells) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            foreach ((int column, object? cell) in cells.Index()) xml.Append(Cell(cell, SheetCell.NameOf(column + 1, row + 1)));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (mergedRange is not null) xml.Append(CultureInfo.InvariantCulture, $"<mergeCells><mergeCell ref=\"{mergedRange}\"/></mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private static string Cell(object? cell, string name) => cell switch
    {
        null => $"<c r=\"{name}\" s=\"0\"/>",
        string text => $"<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool flag => $"<c r=\"{name}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        DateOnly day => FormattableString.Invariant($"<c r=\"{name}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>"),
        Odd odd => odd.Xml(name),
        _ => FormattableString.Invariant($"<c r=\"{name}\"><v>{cell:R}</v></c>"),
    };

    /// <summary>A cell by its own markup.</summary>
    internal sealed record Odd(Func<string, string> Xml)
    {
        public static Odd Error(string error) => new(name => $"<c r=\"{name}\" t=\"e\"><f>A1</f><v>{error}</v></c>");

        public static Odd Formula(string formula, string? value) => new(name => $"<c r=\"{name}\"><f>{formula}</f>{(value is null ? "" : $"<v>{value}</v>")}</c>");

        public static Odd Percent(double share) => new(name => FormattableString.Invariant($"<c r=\"{name}\" s=\"2\"><v>{share}</v></c>"));
    }
}
