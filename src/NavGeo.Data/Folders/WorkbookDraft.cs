using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>Lays a case out as the sheets of a workbook in one language.</summary>
/// <param name="language">Of tabs, headings and notes.</param>
internal sealed class WorkbookDraft(UserLanguage language)
{
    /// <summary>So many rows below the last have drop-downs too.</summary>
    private const int SpareRows = 500;

    /// <summary>A text of the background is cut into pieces below what a cell holds.</summary>
    private const int PieceCharacters = 30_000;

    private readonly Phrasebook book = Phrasebook.For(language);

    /// <summary>The sheet of the settings, with what each means beside it.</summary>
    public SheetDraft Settings(IReadOnlyList<(string Path, string Value)> settings)
    {
        var rules = new List<DraftRule>();
        var rows = new List<IReadOnlyList<DraftCell>>();
        foreach ((string path, string value) in settings)
        {
            FieldKind kind = SettingRows.KindOf(path);
            string label = SettingRows.LabelOf(path, language);
            rows.Add([
                new DraftCell(SettingRows.HeadingOf(path, language), DraftKind.Text),
                new DraftCell(kind == FieldKind.Flag ? Flag(value) : value, kind == FieldKind.Number ? DraftKind.Number : DraftKind.Text),
                new DraftCell(SettingRows.NoteOf(path, language) ?? "", DraftKind.Note),
            ]);
            if (ChoicesOf(path, kind) is { } choices) rules.Add(new DraftRule(SheetCell.NameOf(2, rows.Count + 1), choices, IsStrict: true, label, null));
        }
        return new SheetDraft(
            CaseSheets.TitleOf("case", language),
            [
                new DraftColumn(book.Say("workbook.heading.setting"), IsText: true),
                new DraftColumn(book.Say("workbook.heading.value"), IsText: true),
                new DraftColumn(book.Say("workbook.heading.note"), IsText: true),
            ],
            rows)
        {
            Rules = rules,
        };
    }

    /// <summary>The sheet of a table.</summary>
    /// <param name="sheet">Which.</param>
    /// <param name="columns">Those of the file; the others the table may have stand behind the required order, empty.</param>
    /// <param name="rows">Fields by those columns.</param>
    public SheetDraft Table(CaseSheet sheet, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        string[] all = [.. sheet.Columns, .. columns.Where(c => c.Length > 0 && !sheet.Columns.Contains(c, StringComparer.OrdinalIgnoreCase))];
        int[] from = [.. all.Select(c => columns.ToList().FindIndex(o => string.Equals(o, c, StringComparison.OrdinalIgnoreCase)))];
        FieldKind[] kinds = [.. all.Select(c => sheet.Columns.Contains(c) ? CaseSheets.KindOf(sheet, c) : FieldKind.Text)];
        return new SheetDraft(
            CaseSheets.TitleOf(sheet.File, language),
            [.. all.Select((c, i) => new DraftColumn(sheet.Columns.Contains(c) ? CaseSheets.HeadingOf(c, language) : c, kinds[i] is not FieldKind.Number))],
            [.. rows.Select(row => (IReadOnlyList<DraftCell>)[.. from.Select((f, i) => Field(f < 0 ? "" : row[f], kinds[i]))])])
        {
            Rules = [.. all.Index().Where(c => sheet.Columns.Contains(c.Item)).SelectMany(c => RulesOf(sheet, c.Item, kinds[c.Index], c.Index + 1, rows.Count))],
        };
    }

    /// <summary>A text that is kept for the maps and that nobody edits.</summary>
    public SheetDraft Background(string text) => new(
        CaseSheets.TitleOf(CaseSheets.BackgroundName, language), [],
        [.. text.Chunk(PieceCharacters).Select(piece => (IReadOnlyList<DraftCell>)[new DraftCell(new string(piece), DraftKind.Text)])])
    {
        IsHidden = true,
    };

    private DraftCell Field(string text, FieldKind kind) => kind switch
    {
        FieldKind.Number => new DraftCell(text, DraftKind.Number),
        FieldKind.Flag => new DraftCell(Flag(text), DraftKind.Text),
        _ => new DraftCell(text, DraftKind.Text),
    };

    private string Flag(string text) => FlagText.TryRead(text, out bool flag) ? book.Say(flag ? "columns.yes" : "columns.no") : text;

    private string? ChoicesOf(string path, FieldKind kind) => path switch
    {
        "language" => "\"nb,nn,en\"",
        "baseline" => CellsOf("structures.csv", "structure"),
        "travel.standard" => "\"driven,signposted\"",
        "travel.season" => "\"summer,winter\"",
        _ => kind == FieldKind.Flag ? YesNo() : null,
    };

    private IEnumerable<DraftRule> RulesOf(CaseSheet sheet, string column, FieldKind kind, int number, int rows)
    {
        string title = book.Say("workbook.column." + column);
        string key = "workbook.note.column." + column;
        string? note = book.Keys.Contains(key) ? book.Say(key) : null;
        if (note is not null) yield return new DraftRule(SheetCell.NameOf(number, 1), null, IsStrict: false, title, note);
        string? choices = kind == FieldKind.Flag ? YesNo() : CaseSheets.PickedFrom(sheet, column) is { } from ? CellsOf(from.File, from.Column) : null;
        if (choices is null) yield break;
        // A list of several is typed; and whoever picks from a list may still write what is to be added to it.
        string range = SheetCell.NameOf(number, 2) + ":" + SheetCell.NameOf(number, rows + SpareRows);
        yield return new DraftRule(range, choices, IsStrict: kind == FieldKind.Flag, title, CaseSheets.IsList(column) ? book.Say("workbook.note.list") : null);
    }

    private string YesNo() => $"\"{book.Say("columns.yes")},{book.Say("columns.no")}\"";

    private string CellsOf(string file, string column)
    {
        CaseSheet sheet = CaseSheets.All.First(s => s.File == file);
        string letters = SheetCell.LettersOf(sheet.Columns.ToList().IndexOf(column) + 1);
        string name = CaseSheets.TitleOf(file, language).Replace("'", "''", StringComparison.Ordinal);
        return $"'{name}'!${letters}$2:${letters}$1000";
    }
}
