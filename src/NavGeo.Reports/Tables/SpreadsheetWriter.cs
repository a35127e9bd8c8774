using System.Globalization;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Reports.Tables;

/// <summary>
/// Writes tables as one Excel workbook (.xlsx): a sheet a table, titles in the reader's language, the first row with a
/// filter. The same tables give the same bytes.
/// </summary>
public sealed class SpreadsheetWriter
{
    private const int LongestSheetName = 31;

    private readonly Phrasebook book;

    private SpreadsheetWriter(UserLanguage language) => book = Phrasebook.For(language);

    /// <summary>Writes the workbook, whole or not at all.</summary>
    /// <exception cref="ArgumentException">There are no tables.</exception>
    public static void Write(string path, IReadOnlyList<ResultTable> tables, UserLanguage language)
    {
        if (tables.Count == 0) throw new ArgumentException("a workbook needs a table", nameof(tables));
        var writer = new SpreadsheetWriter(language);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        SpreadsheetBuilder.Write(path, [.. tables.Select(t => writer.SheetOf(t, names))]);
    }

    private SheetDraft SheetOf(ResultTable table, HashSet<string> names) => new(
        NameOf(table, names),
        [.. table.Columns.Select(c => new DraftColumn(ColumnTitles.Of(c, book), IsText: false))],
        [.. table.Rows.Select(row => (IReadOnlyList<DraftCell>)[.. row.Select(Cell)])])
    {
        HasFilter = true,
    };

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

    private DraftCell Cell(ResultTable.Cell cell)
    {
        if (cell is { IsFlag: true, Number: { } flag }) return new DraftCell(book.Say(flag != 0 ? "columns.yes" : "columns.no"), DraftKind.Text);
        if (cell.Number is not { } number) return new DraftCell(cell.Text ?? "", DraftKind.Text);
        return new DraftCell(number.ToString(CultureInfo.InvariantCulture), DraftKind.Grouped) { Decimals = cell.Decimals };
    }
}
