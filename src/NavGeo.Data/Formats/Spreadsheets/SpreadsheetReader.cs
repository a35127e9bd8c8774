using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Spreadsheets;

/// <summary>
/// Reads the sheets of an Excel workbook (.xlsx, .xlsm): texts, numbers, days, and what formulas last gave. Cells that
/// are merged hold their value in each of their rows. Other kinds of spreadsheet are refused by what they are.
/// </summary>
internal sealed class SpreadsheetReader
{
    /// <summary>Unpacked, a workbook may be so large; a small file that unpacks to more is no workbook of a planner's.</summary>
    private const long MostBytes = 1L << 29;

    private const int MostCells = 5_000_000;

    private readonly string file;
    private readonly List<string> shared = [];
    private NumberFormats formats = new(null, is1904: false);
    private int cells;

    private SpreadsheetReader(string file) => this.file = file;

    /// <summary>The sheets in the order of the tabs.</summary>
    /// <param name="input">The workbook.</param>
    /// <param name="wants">Which tabs are read; all where null.</param>
    /// <exception cref="InputException">It is missing, no workbook, locked, cut off or damaged.</exception>
    public static IReadOnlyList<SpreadsheetSheet> Read(InputFile input, Predicate<string>? wants = null)
    {
        byte[] bytes = input.Bytes;
        RefuseOther(bytes, input.Path);
        try
        {
            RefuseArchive(bytes, input.Path);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            return new SpreadsheetReader(input.Path).Sheets(document, wants ?? (_ => true));
        }
        catch (Exception fault) when (fault is InvalidDataException or OpenXmlPackageException or XmlException or FormatException or FileFormatException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or IOException or NotSupportedException or OverflowException)
        {
            throw Refused(input.Path, "broken");
        }
    }

    /// <summary>By the first bytes: Excel before 2007, a workbook under a password, a table of text, nothing.</summary>
    private static void RefuseOther(byte[] bytes, string file)
    {
        if (bytes.Length == 0) throw Refused(file, "empty");
        ReadOnlySpan<byte> compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if (bytes.AsSpan().StartsWith(compound))
            throw Refused(file, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? "locked" : "old");
        if (!bytes.AsSpan().StartsWith("PK"u8)) throw Refused(file, "other");
    }

    private static void RefuseArchive(byte[] bytes, string file)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null) throw Refused(file, "ods");
        if (archive.GetEntry("xl/workbook.bin") is not null) throw Refused(file, "binary");
        if (!archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))) throw Refused(file, "other");
        if (archive.Entries.Sum(e => e.Length) > MostBytes) throw Refused(file, "large");
    }

    private static InputException Refused(string file, string why) =>
        new(file, null, new Phrase("workbook." + why), new Phrase("workbook." + why + ".remedy"));

    private List<SpreadsheetSheet> Sheets(SpreadsheetDocument document, Predicate<string> wants)
    {
        WorkbookPart book = document.WorkbookPart ?? throw new InvalidDataException();
        if (book.SharedStringTablePart is { } strings) ReadShared(strings);
        formats = new NumberFormats(book.WorkbookStylesPart?.Stylesheet, book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
        var sheets = new List<SpreadsheetSheet>();
        foreach (Sheet sheet in book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            // Charts and dialogues are sheets too.
            if (!wants(sheet.Name?.Value ?? "") || sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) continue;
            bool isHidden = sheet.State?.Value is { } state && state != SheetStateValues.Visible;
            sheets.Add(new SpreadsheetSheet(sheet.Name?.Value ?? "", isHidden, Rows(part)));
        }
        return sheets;
    }

    private void ReadShared(SharedStringTablePart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
                shared.Add(Plain(item.Text, item.Elements<Run>()));
        }
    }

    /// <summary>Of a text in several scripts or colours, without what is written above it to help pronounce it.</summary>
    private static string Plain(Text? text, IEnumerable<Run> runs) => text?.Text ?? string.Concat(runs.Select(r => r.Text?.Text));

    private List<SheetRow> Rows(WorksheetPart part)
    {
        var rows = new SortedDictionary<int, SortedDictionary<int, SheetCell>>();
        var merged = new List<string>();
        int number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(MergeCell)) merged.Add(reader.Attributes.FirstOrDefault(a => a.LocalName == "ref").Value ?? "");
            if (reader.ElementType != typeof(Row) || reader.LoadCurrentElement() is not Row row) continue;
            number = row.RowIndex is { } index ? (int)index.Value : number + 1;
            SortedDictionary<int, SheetCell> read = Cells(row);
            if (read.Count > 0) rows[number] = read;
        }
        foreach (string range in merged) FillDown(rows, range);
        return [.. rows.Select(r => new SheetRow(r.Key, [.. r.Value.Values]))];
    }

    private SortedDictionary<int, SheetCell> Cells(Row row)
    {
        var read = new SortedDictionary<int, SheetCell>();
        int column = 0;
        foreach (Cell cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } name ? SheetCell.ColumnOf(name) : column + 1;
            if (++cells > MostCells) throw Refused(file, "large");
            (CellContent content, string text) = Of(cell);
            if (!string.IsNullOrWhiteSpace(text)) read[column] = new SheetCell(column, content, text);
        }
        return read;
    }

    private (CellContent Content, string Text) Of(Cell cell)
    {
        string value = cell.CellValue?.Text ?? "";
        CellValues kind = cell.DataType?.Value ?? CellValues.Number;
        if (kind == CellValues.InlineString) return (CellContent.Text, Plain(cell.InlineString?.Text, cell.InlineString?.Elements<Run>() ?? []));
        if (value.Length == 0) return cell.CellFormula is null || kind == CellValues.String ? (CellContent.Text, "") : (CellContent.Uncomputed, "=");
        if (kind == CellValues.SharedString) return (CellContent.Text, shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]);
        if (kind == CellValues.Boolean) return (CellContent.Flag, value);
        if (kind == CellValues.Error) return (CellContent.Error, value);
        if (kind == CellValues.Date) return (CellContent.Date, value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value);
        if (kind == CellValues.String) return (CellContent.Text, value);
        return formats.Read(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), (int?)cell.StyleIndex?.Value ?? 0);
    }

    /// <summary>One name written over several rows holds for each of them; over several columns it is a title, and stays in the first.</summary>
    private static void FillDown(SortedDictionary<int, SortedDictionary<int, SheetCell>> rows, string range)
    {
        string[] corners = range.Split(':');
        if (corners.Length != 2) return;
        int column = SheetCell.ColumnOf(corners[0]);
        int first = RowOf(corners[0]);
        if (!rows.TryGetValue(first, out SortedDictionary<int, SheetCell>? from) || !from.TryGetValue(column, out SheetCell? value)) return;
        int last = RowOf(corners[1]);
        foreach ((int row, SortedDictionary<int, SheetCell> to) in rows)
        {
            if (row > first && row <= last) to.TryAdd(column, value);
        }

        static int RowOf(string name) => int.Parse(name.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
