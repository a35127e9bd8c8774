using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NavGeo.Data;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Reports.Tables;

/// <summary>
/// Writes tables as one Excel workbook (.xlsx): a sheet a table, titles in the reader's language, the first row frozen
/// and with a filter, numbers as numbers with the decimals they have, codes as texts. Excel writes commas and spaces as
/// its own language does. The same tables give the same bytes.
/// </summary>
public sealed class SpreadsheetWriter
{
    private const int LongestSheetName = 31;
    private const int MostDecimals = 4;
    private const int HeaderStyle = MostDecimals + 2;
    private const int FirstCustomFormat = 164;
    private const double LeastWidth = 8;
    private const double MostWidth = 48;
    private const int RowsMeasured = 200;

    private readonly Phrasebook book;

    private SpreadsheetWriter(UserLanguage language) => book = Phrasebook.For(language);

    /// <summary>Writes the workbook, whole or not at all.</summary>
    /// <exception cref="ArgumentException">There are no tables.</exception>
    public static void Write(string path, IReadOnlyList<ResultTable> tables, UserLanguage language)
    {
        if (tables.Count == 0) throw new ArgumentException("a workbook needs a table", nameof(tables));
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
            new SpreadsheetWriter(language).Fill(document, tables);
        AtomicFile.Write(path, stream => FixedArchive.Copy(package, stream));
    }

    private void Fill(SpreadsheetDocument document, IReadOnlyList<ResultTable> tables)
    {
        // Names of relations are given, not made up: the package would take random ones.
        WorkbookPart workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
        workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
        var sheets = new Sheets();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((int i, ResultTable table) in tables.Index())
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");
            Sheet(workbook.AddNewPart<WorksheetPart>(id), table);
            sheets.Append(new Sheet { Id = id, SheetId = (uint)i + 1, Name = NameOf(table, names) });
        }
        workbook.Workbook = new Workbook(sheets);
    }

    private string NameOf(ResultTable table, HashSet<string> names)
    {
        string title = ColumnTitles.OfSheet(table.Name, book);
        foreach (char forbidden in "[]:*?/\\") title = title.Replace(forbidden, ' ');
        title = title.Length > LongestSheetName ? title[..LongestSheetName] : title;
        string free = title;
        for (int number = 2; !names.Add(free); number++)
        {
            string ending = string.Create(CultureInfo.InvariantCulture, $" {number}");
            free = title[..Math.Min(title.Length, LongestSheetName - ending.Length)] + ending;
        }
        return free;
    }

    private void Sheet(WorksheetPart part, ResultTable table)
    {
        string[] titles = [.. table.Columns.Select(c => ColumnTitles.Of(c, book))];
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteStartElement(new Columns());
        for (int column = 0; column < titles.Length; column++)
        {
            writer.WriteElement(new Column
            {
                Min = (uint)column + 1,
                Max = (uint)column + 1,
                Width = WidthOf(titles[column], table, column),
                CustomWidth = true,
            });
        }
        writer.WriteEndElement();
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (string title in titles) Text(writer, title, HeaderStyle);
        writer.WriteEndElement();
        foreach (IReadOnlyList<ResultTable.Cell> row in table.Rows)
        {
            writer.WriteStartElement(new Row());
            foreach (ResultTable.Cell cell in row) Cell(writer, cell);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(titles.Length)}{table.Rows.Count + 1}") });
        writer.WriteEndElement();
    }

    private void Cell(OpenXmlWriter writer, ResultTable.Cell cell)
    {
        if (cell is { IsFlag: true, Number: { } flag }) Text(writer, book.Say(flag != 0 ? "columns.yes" : "columns.no"), 0);
        else if (cell.Number is { } number)
        {
            writer.WriteElement(new Cell
            {
                StyleIndex = (uint)(1 + Math.Min(cell.Decimals, MostDecimals)),
                CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)),
            });
        }
        else if (string.IsNullOrEmpty(cell.Text)) writer.WriteElement(new Cell());
        else Text(writer, cell.Text, 0);
    }

    private static void Text(OpenXmlWriter writer, string text, int style) => writer.WriteElement(new Cell
    {
        StyleIndex = (uint)style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    });

    private static double WidthOf(string title, ResultTable table, int column)
    {
        int longest = title.Length;
        foreach (IReadOnlyList<ResultTable.Cell> row in table.Rows.Take(RowsMeasured))
            longest = Math.Max(longest, row[column].Text?.Length ?? row[column].Number?.ToString(CultureInfo.InvariantCulture).Length ?? 0);
        // A little room for the filter's arrow and for spaces between thousands.
        return Math.Clamp(longest + 3, LeastWidth, MostWidth);
    }

    private static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>0 text, 1 to 5 numbers with none to four decimals, 6 the header.</summary>
    private static Stylesheet Styles()
    {
        var formats = new NumberingFormats();
        var cells = new CellFormats(new CellFormat());
        for (int decimals = 0; decimals <= MostDecimals; decimals++)
        {
            string zeros = decimals == 0 ? "" : "." + new string('0', decimals);
            formats.Append(new NumberingFormat { NumberFormatId = (uint)(FirstCustomFormat + decimals), FormatCode = "#,##0" + zeros });
            cells.Append(new CellFormat { NumberFormatId = (uint)(FirstCustomFormat + decimals), ApplyNumberFormat = true });
        }
        cells.Append(new CellFormat
        {
            FontId = 1,
            FillId = 2,
            ApplyFont = true,
            ApplyFill = true,
            ApplyAlignment = true,
            Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true },
        });
        return new Stylesheet(
            formats,
            new Fonts(
                new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }),
                new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Arial" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF3" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            cells);
    }
}
