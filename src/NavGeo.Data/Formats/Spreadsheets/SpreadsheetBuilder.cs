using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NavGeo.Data.Formats.Tables;

namespace NavGeo.Data.Formats.Spreadsheets;

/// <summary>
/// Writes workbooks (.xlsx), to fill in or to read: headings that stay in view, notes that show where the cursor stands,
/// fields to pick from, codes as text, numbers as numbers with the decimals they have. Excel writes commas and spaces as
/// its own language does. The same sheets give the same bytes.
/// </summary>
public static class SpreadsheetBuilder
{
    /// <summary>Excel holds no more in a cell.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Excel holds no more in a sheet.</summary>
    public const int MostRows = 1_048_576;

    private const int MostDecimals = 15;
    private const int LongestNote = 255;
    private const int LongestTitle = 32;
    private const int TextStyle = 1;
    private const int HeadingStyle = 2;
    private const int NoteStyle = 3;
    private const int FirstNumberStyle = 4;
    private const int FirstGroupedStyle = FirstNumberStyle + MostDecimals + 1;
    private const int FirstFormat = 164;
    private const int FirstGroupedFormat = FirstFormat + MostDecimals + 1;
    private const double LeastWidth = 9;
    private const double MostWidth = 60;
    private const int RowsMeasured = 200;

    /// <summary>Writes a workbook, whole or not at all.</summary>
    public static void Write(string path, IReadOnlyList<SheetDraft> sheets)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // Names of relations are given, not made up: the package would take random ones.
            WorkbookPart book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            var tabs = new Sheets();
            foreach ((int i, SheetDraft sheet) in sheets.Index())
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");
                Fill(book.AddNewPart<WorksheetPart>(id), sheet);
                var tab = new Sheet { Id = id, SheetId = (uint)i + 1, Name = sheet.Name };
                if (sheet.IsHidden) tab.State = SheetStateValues.Hidden;
                tabs.Append(tab);
            }
            book.Workbook = new Workbook(tabs);
        }
        AtomicFile.Write(path, stream => FixedArchive.Copy(package, stream));
    }

    private static void Fill(WorksheetPart part, SheetDraft sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        // Excel takes an empty list of columns for damage.
        if (sheet.Columns.Count > 0) writer.WriteStartElement(new Columns());
        foreach ((int i, DraftColumn column) in sheet.Columns.Index())
        {
            writer.WriteElement(new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = WidthOf(sheet, i),
                CustomWidth = true,
                // What is typed below the last row is text as well: 0540 stays.
                Style = column.IsText ? (uint)TextStyle : 0,
            });
        }
        if (sheet.Columns.Count > 0) writer.WriteEndElement();
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, [.. sheet.Columns.Select(c => new DraftCell(c.Title, DraftKind.Heading))]);
        foreach ((int i, IReadOnlyList<DraftCell> row) in sheet.Rows.Index()) WriteRow(writer, i + 2, row);
        writer.WriteEndElement();
        if (sheet.HasFilter)
            writer.WriteElement(new AutoFilter { Reference = $"A1:{SheetCell.NameOf(sheet.Columns.Count, sheet.Rows.Count + 1)}" });
        if (sheet.Rules.Count > 0) writer.WriteElement(Validations(sheet));
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<DraftCell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach ((int i, DraftCell cell) in cells.Index())
        {
            if (cell.Text.Length > 0) writer.WriteElement(Of(cell, SheetCell.NameOf(i + 1, number)));
        }
        writer.WriteEndElement();
    }

    private static Cell Of(DraftCell cell, string name)
    {
        if (cell.Kind == DraftKind.Grouped)
        {
            return new Cell
            {
                CellReference = name,
                StyleIndex = (uint)(FirstGroupedStyle + Math.Min(cell.Decimals, MostDecimals)),
                CellValue = new CellValue(cell.Text),
            };
        }
        if (cell.Kind == DraftKind.Number && !NumberText.IsGrouped(cell.Text) && NumberText.TryExact(cell.Text, out decimal number))
        {
            string written = number.ToString(CultureInfo.InvariantCulture);
            int point = written.IndexOf('.', StringComparison.Ordinal);
            int decimals = point < 0 ? 0 : Math.Min(written.Length - point - 1, MostDecimals);
            return new Cell { CellReference = name, StyleIndex = (uint)(FirstNumberStyle + decimals), CellValue = new CellValue(written) };
        }
        return new Cell
        {
            CellReference = name,
            StyleIndex = (uint)(cell.Kind switch { DraftKind.Heading => HeadingStyle, DraftKind.Note => NoteStyle, _ => TextStyle }),
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    private static DataValidations Validations(SheetDraft sheet) =>
        new(sheet.Rules.Select(rule =>
        {
            var validation = new DataValidation
            {
                AllowBlank = true,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = rule.Range },
            };
            if (rule.Choices is not null)
            {
                validation.Type = DataValidationValues.List;
                validation.ShowErrorMessage = rule.IsStrict;
                validation.Formula1 = new Formula1(rule.Choices);
            }
            if (rule.Note is { Length: > 0 } note)
            {
                validation.ShowInputMessage = true;
                validation.PromptTitle = rule.Title.Length > LongestTitle ? rule.Title[..LongestTitle] : rule.Title;
                validation.Prompt = note.Length > LongestNote ? note[..LongestNote] : note;
            }
            return validation;
        }))
        { Count = (uint)sheet.Rules.Count };

    private static double WidthOf(SheetDraft sheet, int column)
    {
        int longest = sheet.Columns[column].Title.Length;
        foreach (IReadOnlyList<DraftCell> row in sheet.Rows.Take(RowsMeasured)) longest = Math.Max(longest, column < row.Count ? row[column].Text.Length : 0);
        return Math.Clamp(longest + 3, LeastWidth, MostWidth);
    }

    /// <summary>
    /// 0 as it comes, 1 text, 2 heading, 3 note, from 4 on numbers with none to fifteen decimals, then the same with their
    /// thousands apart.
    /// </summary>
    private static Stylesheet Styles()
    {
        var formats = new NumberingFormats();
        var cells = new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat
            {
                NumberFormatId = 49,
                FontId = 1,
                FillId = 2,
                ApplyFont = true,
                ApplyFill = true,
                ApplyAlignment = true,
                Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true },
            },
            new CellFormat { NumberFormatId = 49, FontId = 2, ApplyFont = true },
            new CellFormat { NumberFormatId = 1, ApplyNumberFormat = true });
        for (int decimals = 1; decimals <= MostDecimals; decimals++)
        {
            formats.Append(new NumberingFormat { NumberFormatId = (uint)(FirstFormat + decimals), FormatCode = "0." + new string('0', decimals) });
            cells.Append(new CellFormat { NumberFormatId = (uint)(FirstFormat + decimals), ApplyNumberFormat = true });
        }
        for (int decimals = 0; decimals <= MostDecimals; decimals++)
        {
            string zeros = decimals == 0 ? "" : "." + new string('0', decimals);
            formats.Append(new NumberingFormat { NumberFormatId = (uint)(FirstGroupedFormat + decimals), FormatCode = "#,##0" + zeros });
            cells.Append(new CellFormat { NumberFormatId = (uint)(FirstGroupedFormat + decimals), ApplyNumberFormat = true });
        }
        return new Stylesheet(
            formats,
            new Fonts(
                new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }),
                new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Arial" }),
                new Font(new FontSize { Val = 10 }, new Color { Rgb = "FF5A6570" }, new FontName { Val = "Arial" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF3" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            cells);
    }
}

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Of the tab: at most 31 characters, none of <c>[ ] : * ? / \</c>.</param>
/// <param name="Columns">With their headings, which stand in row 1.</param>
/// <param name="Rows">From row 2 on, each with at most as many cells as there are columns.</param>
public sealed record SheetDraft(string Name, IReadOnlyList<DraftColumn> Columns, IReadOnlyList<IReadOnlyList<DraftCell>> Rows)
{
    /// <summary>Whether the tab is kept from view.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the headings have arrows to filter by.</summary>
    public bool HasFilter { get; init; }

    /// <summary>What may be picked, and notes.</summary>
    public IReadOnlyList<DraftRule> Rules { get; init; } = [];
}

/// <summary>A column to be written.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsText">Whether what is typed there stays text.</param>
public sealed record DraftColumn(string Title, bool IsText);

/// <summary>A cell to be written; empty ones have the empty text.</summary>
public readonly record struct DraftCell(string Text, DraftKind Kind)
{
    /// <summary>Of a grouped number: how many are shown.</summary>
    public int Decimals { get; init; }
}

/// <summary>Cells that are picked from a list, or have a note, or both.</summary>
/// <param name="Range">"C2:C500".</param>
/// <param name="Choices">A formula: "ja,nei" in quotes, or cells of another sheet; null where anything goes.</param>
/// <param name="IsStrict">Whether nothing else may be typed.</param>
/// <param name="Title">Above the note.</param>
/// <param name="Note">Shown where the cursor stands; null for none.</param>
public sealed record DraftRule(string Range, string? Choices, bool IsStrict, string Title, string? Note);

/// <summary>How a cell is written.</summary>
public enum DraftKind
{
    /// <summary>As text.</summary>
    Text = 0,

    /// <summary>As a number where it is one, with the decimals it is written with.</summary>
    Number,

    /// <summary>As a number with its thousands apart; the text is one, with a point.</summary>
    Grouped,

    /// <summary>As a heading.</summary>
    Heading,

    /// <summary>As an explanation.</summary>
    Note,
}
