using System.Globalization;
using System.Text;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>
/// A case in an Excel workbook, which carries the same tables as a folder: a sheet each, found by its tab, its columns by
/// their headings, in any of the languages. What is read out of a sheet is handed on as the file of the folder would be, with
/// each row on the line of its number, so that findings name sheet and row. Immutable once read.
/// </summary>
internal sealed class CaseWorkbook
{
    /// <summary>A heading stands among the first rows; a title or an explanation may stand above it.</summary>
    private const int RowsAboveHeading = 15;

    private static readonly string[] Endings = [".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"];

    private readonly Dictionary<string, SheetTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputFile> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tabs = new(StringComparer.Ordinal);
    private readonly List<string> examples = [];
    private readonly Findings findings;

    private CaseWorkbook(InputFile file, Findings findings)
    {
        File = file;
        this.findings = findings;
    }

    /// <summary>The workbook itself.</summary>
    public InputFile File { get; }

    /// <summary>What the sheet of the settings says, as <c>case.json</c> would; places are rows.</summary>
    public LocatedJson? Settings { get; private set; }

    /// <summary>The tables that have rows, by the names of their files.</summary>
    public IReadOnlyDictionary<string, SheetTable> Tables => tables;

    /// <summary>Whether a path is that of a workbook, by its ending: what it is really shows when it is read.</summary>
    public static bool Is(string path) => Endings.Contains(Path.GetExtension(path).ToLowerInvariant()) && !Directory.Exists(path);

    /// <summary>Reads all sheets.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="findings">Takes what is wrong or worth knowing.</param>
    /// <exception cref="InputException">It cannot be read, or cells of it hold errors.</exception>
    public static CaseWorkbook Read(InputFile file, Findings findings) => Read(file, findings, null);

    private static CaseWorkbook Read(InputFile file, Findings findings, Predicate<string>? wants)
    {
        if (!file.Exists) throw new InputException(file.Path, null, new Phrase("table.no-file"), new Phrase("table.no-file.remedy"));
        var book = new CaseWorkbook(file, findings);
        IReadOnlyList<SpreadsheetSheet> sheets = SpreadsheetReader.Read(file, wants);
        foreach (SpreadsheetSheet sheet in sheets) book.Take(sheet);
        if (book.examples.Count > 0)
            findings.Note(file.Path, null, new Phrase("workbook.example", string.Join(", ", book.examples)), new Phrase("workbook.example.remedy"));
        findings.ThrowIfErrors();
        return book;
    }

    /// <summary>The language the settings name; null where they name none or cannot be read.</summary>
    public static UserLanguage? LanguageOf(InputFile file)
    {
        try
        {
            return LanguageCode.TryParse(Read(file, new Findings(), CaseSheets.IsSettings).Settings?.Find("language")?.Text, out UserLanguage language) ? language : null;
        }
        catch (InputException)
        {
            // Who reads the case says what is the matter with the file.
            return null;
        }
    }

    /// <summary>What findings call the sheet of a file of the case, whether it is there or not.</summary>
    public string PathOf(string name)
    {
        UserLanguage language = LanguageCode.TryParse(Settings?.Find("language")?.Text, out UserLanguage known) ? known : UserLanguage.Bokmaal;
        return Finding.Sheet(File.Path, tabs.GetValueOrDefault(name) ?? CaseSheets.TitleOf(name, language));
    }

    /// <summary>A file of the case, read out of its sheet; null where there is no such sheet, or no row in one that no case needs.</summary>
    public InputFile? Find(string name) => parts.GetValueOrDefault(name);

    private void Take(SpreadsheetSheet sheet)
    {
        string file = Finding.Sheet(File.Path, sheet.Name);
        if (CaseSheets.IsSettings(sheet.Name))
        {
            CheckCells(sheet, file, sheet.Rows, _ => true);
            if (IsFirst(CaseFolder.SettingsName, sheet, file)) Settings = SettingRows.Read(sheet, file, findings);
        }
        else if (CaseSheets.IsBackground(sheet.Name))
        {
            string text = string.Concat(sheet.Rows.Select(r => r.Cells[0].Text));
            if (text.Length > 0) parts[CaseSheets.BackgroundName] = new InputFile(file, Encoding.UTF8.GetBytes(text));
        }
        else if (CaseSheets.Find(sheet.Name) is { } known)
        {
            if (sheet.IsHidden) findings.Note(file, null, new Phrase("workbook.hidden"), new Phrase("workbook.hidden.remedy"));
            if (sheet.Rows.Count > 0 && IsFirst(known.File, sheet, file)) TakeTable(sheet, known, file);
        }
        else if (sheet.Rows.Count > 0)
        {
            findings.Note(file, null, new Phrase("workbook.other-sheet"), new Phrase(
                "workbook.other-sheet.remedy", new Phrase("workbook.sheet.case"), new Phrase("workbook.sheet.sites"), new Phrase("workbook.sheet.structures")));
        }
    }

    private bool IsFirst(string name, SpreadsheetSheet sheet, string file)
    {
        if (tabs.TryAdd(name, sheet.Name)) return true;
        findings.Error(file, null, new Phrase("workbook.twice", tabs[name]), new Phrase("workbook.twice.remedy"));
        return false;
    }

    private void TakeTable(SpreadsheetSheet sheet, CaseSheet known, string file)
    {
        (SheetRow heading, int found) = sheet.Rows.Take(RowsAboveHeading)
            .Select(r => (Row: r, Found: r.Cells.Count(c => CaseSheets.ColumnOf(known, c.Text) is not null))).MaxBy(r => r.Found);
        if (found == 0)
        {
            findings.Error(file, heading.Number, new Phrase("workbook.no-headings"), new Phrase("workbook.no-headings.remedy", string.Join(", ", known.Columns)));
            return;
        }
        SheetColumn[] columns =
        [
            .. heading.Cells.Select(c => (c.Column, Key: CaseSheets.ColumnOf(known, c.Text)))
                .Zip(heading.Cells, (c, cell) => new SheetColumn(c.Column, c.Key ?? cell.Text.Trim(), c.Key is null ? FieldKind.Text : CaseSheets.KindOf(known, c.Key), c.Key is not null)),
        ];
        SheetRow[] rows = [.. sheet.Rows.Where(r => r.Number > heading.Number)];
        CheckCells(sheet, file, rows, column => columns.Any(c => c.IsKnown && c.Number == column));
        var reader = new SheetFields(file, columns, findings);
        (int Number, string[] Fields)[] all = [.. rows.Select(r => (r.Number, reader.Read(r))).Where(r => r.Item2.Any(f => f.Length > 0))];
        reader.Tell();
        int before = all.Length;
        string[] example = SheetExamples.Of(known);
        all = [.. all.Where(r => !IsExample(r.Fields, columns, known, example))];
        if (all.Length < before) examples.Add(sheet.Name);
        var table = new SheetTable(known, [.. columns.Select(c => c.Key)], heading.Number, all);
        if (all.Length > 0) tables[known.File] = table;
        if (all.Length > 0 || known.IsRequired) parts[known.File] = new InputFile(file, table.ToCsv());
    }

    /// <summary>Whether a row is the example of the template as it stands there: nobody's data.</summary>
    private static bool IsExample(string[] fields, SheetColumn[] columns, CaseSheet sheet, string[] example) => sheet.Columns.Index().All(c =>
    {
        int at = Array.FindIndex(columns, column => column.Key == c.Item);
        return (at < 0 ? "" : fields[at]) == example[c.Index];
    });

    private void CheckCells(SpreadsheetSheet sheet, string file, IEnumerable<SheetRow> rows, Func<int, bool> isRead)
    {
        foreach (SheetRow row in rows)
        {
            foreach (SheetCell cell in row.Cells.Where(c => c.Content is CellContent.Error or CellContent.Uncomputed && isRead(c.Column)))
            {
                findings.Error(file, SheetCell.NameOf(cell.Column, row.Number), cell.Content == CellContent.Error
                        ? new Phrase("workbook.error-cell", cell.Text)
                        : new Phrase("workbook.uncomputed"),
                    new Phrase(cell.Content == CellContent.Error ? "workbook.error-cell.remedy" : "workbook.uncomputed.remedy"));
            }
        }
    }
}

/// <summary>A table as it stands in a sheet, under the names that the columns have in a file.</summary>
/// <param name="Sheet">Which table it is.</param>
/// <param name="Columns">In the order of the sheet.</param>
/// <param name="HeadingRow">The number of the row they stand in.</param>
/// <param name="Rows">Each with its number and as many fields as there are columns.</param>
internal sealed record SheetTable(CaseSheet Sheet, IReadOnlyList<string> Columns, int HeadingRow, IReadOnlyList<(int Number, string[] Fields)> Rows)
{
    /// <summary>The table as a file, each row on the line of its number.</summary>
    public byte[] ToCsv()
    {
        var csv = new StringBuilder();
        int line = 1;
        Write(HeadingRow, Columns);
        foreach ((int number, string[] fields) in Rows) Write(number, fields);
        return Encoding.UTF8.GetBytes(csv.ToString());

        void Write(int number, IEnumerable<string> fields)
        {
            for (; line < number; line++) csv.Append('\n');
            // A line break in a field would move the lines of all rows below it.
            csv.AppendJoin(',', fields.Select(f => '"' + f.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        }
    }
}

/// <summary>A column of a sheet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Key">Its name in a file; the heading where NavGeo does not know it.</param>
/// <param name="Kind">What its fields hold.</param>
/// <param name="IsKnown">Whether NavGeo reads it.</param>
internal sealed record SheetColumn(int Number, string Key, FieldKind Kind, bool IsKnown);

/// <summary>Turns the cells of a sheet into the fields of a file, and mends what spreadsheets do to them.</summary>
internal sealed class SheetFields(string file, IReadOnlyList<SheetColumn> columns, Findings findings)
{
    private const int Digits = 4;

    private readonly List<(string Column, string Written, string Read)> padded = [];

    /// <summary>The fields of a row, empty ones included.</summary>
    public string[] Read(SheetRow row) => [.. columns.Select(c => row.At(c.Number) is { } cell ? Field(cell, c, row.Number) : "")];

    /// <summary>Tells of the numbers that had lost their zero, once a column.</summary>
    public void Tell()
    {
        foreach (IGrouping<string, (string Column, string Written, string Read)> column in padded.GroupBy(p => p.Column))
        {
            (_, string written, string read) = column.First();
            findings.Note(file, null, new Phrase("workbook.padded", column.Count(), column.Key, written, read), new Phrase("workbook.padded.remedy"));
        }
    }

    private string Field(SheetCell cell, SheetColumn column, int row)
    {
        string text = cell.Text.Trim();
        // Several in a cell may stand below one another.
        if (column.IsKnown && CaseSheets.IsList(column.Key)) text = text.ReplaceLineEndings("|");
        switch (column.Kind)
        {
            case FieldKind.Municipality:
                return Padded(text, column.Key);
            case FieldKind.Municipalities:
                return string.Join('|', text.Split('|', ';', ',').Select(part => Padded(part.Trim(), column.Key)));
            case FieldKind.Flag when FlagText.TryRead(text, out bool flag):
                return flag ? "1" : "0";
            case FieldKind.Month when cell.Content == CellContent.Date && text.Length >= 7:
                return text[..7];
            case FieldKind.Number when cell.Content == CellContent.Date:
                findings.Error(file, SheetCell.NameOf(column.Number, row), new Phrase("workbook.day-for-number", column.Key, text), new Phrase("workbook.day-for-number.remedy"));
                return text;
            case FieldKind.Number when cell.Content == CellContent.Percent && column.Key.EndsWith("_pct", StringComparison.Ordinal):
                return NumberFormats.Written(Math.Round(double.Parse(text, CultureInfo.InvariantCulture) * 100, 10));
            // Of what is a number already no sign parts thousands; of what was typed as text, a point may.
            case FieldKind.Number when NumberText.IsGrouped(text):
                return cell.Content == CellContent.Number ? text + "0" : text.Replace('.', ',');
            default:
                return text;
        }
    }

    /// <summary>A spreadsheet takes the zero before a kommunenummer away.</summary>
    private string Padded(string number, string column)
    {
        if (number.Length != Digits - 1 || !number.All(char.IsAsciiDigit)) return number;
        string read = number.PadLeft(Digits, '0');
        padded.Add((column, number, read));
        return read;
    }
}
