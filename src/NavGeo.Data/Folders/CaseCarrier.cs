using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>
/// Carries a case from a folder into one workbook and back. Both hold the same; what a folder holds besides the case (roads
/// and other files it is built on) stays where it is and is named from the new place.
/// </summary>
public static class CaseCarrier
{
    private static readonly JsonSerializerOptions JsonDress = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a path is that of a workbook, by its ending.</summary>
    public static bool IsWorkbook(string path) => CaseWorkbook.Is(path);

    /// <summary>Refuses a workbook or package where something is to be added to a case: what its user has made of it would be lost.</summary>
    /// <exception cref="InputException">It is one.</exception>
    public static void RefuseToAdd(string path)
    {
        if (IsWorkbook(path)) throw new InputException(path, null, new Phrase("workbook.no-append"), new Phrase("workbook.no-append.remedy"));
        if (CaseArchive.Is(path)) throw new InputException(path, null, new Phrase("package.no-append"), new Phrase("package.no-append.remedy"));
    }

    /// <summary>Writes a folder as a workbook, whole or not at all.</summary>
    /// <param name="folder">A case; its tables need not be sound, but must be tables.</param>
    /// <param name="path">The workbook (.xlsx); must not exist.</param>
    /// <param name="language">Of tabs, headings and notes; that of the case where null.</param>
    /// <param name="findings">Takes the errors of its tables, and which files stay behind.</param>
    /// <exception cref="InputException">There is no case, or a table cannot be read.</exception>
    public static void ToWorkbook(string folder, string path, UserLanguage? language, Findings findings)
    {
        RefuseTarget(path);
        folder = CaseArchive.Opened(folder);
        LocatedJson settings = SettingsOf(folder, findings);
        var draft = new WorkbookDraft(language ?? LanguageIn(settings));
        List<(string Path, string Value)> rows = [.. SettingRows.Of(settings).Select(r =>
            IsPath(r.Path) ? (r.Path, Moved(r.Value, folder, FolderOf(path))) : r)];
        var sheets = new List<SheetDraft> { draft.Settings(rows) };
        foreach (CaseSheet sheet in CaseSheets.All)
        {
            string file = Path.Combine(folder, sheet.File);
            DelimitedTable? table = File.Exists(file) ? DelimitedTable.Read(file, new TableColumns([]), findings) : null;
            if (table is null) sheets.Add(draft.Table(sheet, [], []));
            else sheets.Add(Fitting(draft.Table(sheet, table.Columns, [.. table.Rows.Select(r => (string[])[.. table.Columns.Index().Select(c => r.At(c.Index))])]), file));
        }
        findings.ThrowIfErrors();
        string background = Path.Combine(folder, CaseSheets.BackgroundName);
        if (File.Exists(background)) sheets.Add(draft.Background(File.ReadAllText(background)));
        NoteOthers(folder, findings);
        SpreadsheetBuilder.Write(path, sheets);
    }

    /// <summary>Writes the template of a case: every sheet with one row that shows how it is filled in, and is passed over until it is changed.</summary>
    public static void ToTemplate(string path, UserLanguage language)
    {
        RefuseTarget(path);
        var draft = new WorkbookDraft(language);
        string[] source = ["title", "licence", "date"];
        var settings = LocatedJson.Branch("1");
        foreach ((string key, string value) in (ReadOnlySpan<(string, string)>)[("language", LanguageCode.Of(language)), ("baseline", "A"), ("crs", "EPSG:25833")])
            settings.Members.Add((key, "1", LocatedJson.Leaf(JsonTokenType.String, "1", value)));
        List<(string Path, string Value)> rows = SettingRows.Of(settings);
        int at = rows.FindIndex(r => r.Path == "crs") + 1;
        rows.InsertRange(at, source.Select(part => ("sources.1." + part, "")));
        SpreadsheetBuilder.Write(path, [draft.Settings(rows), .. CaseSheets.All.Select(s => draft.Table(s, s.Columns, [SheetExamples.Of(s)]))]);
    }

    /// <summary>Writes a workbook as a folder, whole or not at all.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="folder">Must not exist.</param>
    /// <param name="findings">Takes what is wrong with the workbook, and notes.</param>
    /// <exception cref="InputException">The folder is there, or the workbook cannot be read.</exception>
    public static void ToFolder(string path, string folder, Findings findings)
    {
        if (IsWorkbook(folder)) throw new InputException(folder, null, new Phrase("workbook.both"), new Phrase("workbook.both.remedy"));
        var book = CaseWorkbook.Read(path, findings);
        if (book.Settings is null)
            throw new InputException(book.PathOf(CaseFolder.SettingsName), null, new Phrase("workbook.no-settings"), new Phrase("workbook.no-settings.remedy"));
        TableDress dress = LanguageIn(book.Settings) == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        AtomicFolder.Write(folder, made =>
        {
            foreach (SheetTable table in book.Tables.Values) Csv(table, dress).Save(Path.Combine(made, table.Sheet.File));
            if (book.Find(CaseSheets.BackgroundName) is { } background)
                AtomicFile.Write(Path.Combine(made, CaseSheets.BackgroundName), stream => stream.Write(background.Bytes));
            var settings = (System.Text.Json.Nodes.JsonObject)SettingRows.ToJson(book.Settings)!;
            settings.TryAdd("id", Path.GetFileNameWithoutExtension(path));
            foreach ((_, System.Text.Json.Nodes.JsonNode? file) in settings["files"] as System.Text.Json.Nodes.JsonObject ?? [])
            {
                if (file?["path"] is { } named) file["path"] = Moved(named.ToString(), FolderOf(path), folder);
            }
            AtomicFile.WriteText(Path.Combine(made, CaseFolder.SettingsName), settings.ToJsonString(JsonDress) + "\n");
        });
    }

    /// <summary>Copies a case into a folder that must not exist, whole or not at all.</summary>
    public static void Copy(string from, string folder) => AtomicFolder.Write(folder, made =>
    {
        foreach (string file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(made, Path.GetFileName(file)));
    });

    private static LocatedJson SettingsOf(string folder, Findings findings)
    {
        string file = Path.Combine(folder, CaseFolder.SettingsName);
        if (!File.Exists(file)) throw new InputException(file, null, new Phrase("table.no-file"), new Phrase("case.no-case.remedy"));
        LocatedJson settings = CaseSettingsReader.Parse(File.ReadAllBytes(file), file, findings);
        if (settings.Kind == JsonTokenType.StartObject && settings.Find("id") is null)
            settings.Members.Insert(0, ("id", settings.Place, LocatedJson.Leaf(JsonTokenType.String, settings.Place, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))));
        return settings;
    }

    private static UserLanguage LanguageIn(LocatedJson settings) =>
        LanguageCode.TryParse(settings.Find("language")?.Text, out UserLanguage language) ? language : UserLanguage.Bokmaal;

    private static bool IsPath(string setting) => setting.StartsWith("files.", StringComparison.Ordinal) && setting.EndsWith(".path", StringComparison.Ordinal);

    /// <summary>A path that starts at one folder, as it starts at another; what starts elsewhere (a drive, a variable, NavGeo itself) stays.</summary>
    private static string Moved(string path, string from, string to)
    {
        if (path.Length == 0 || Path.IsPathRooted(path) || path.StartsWith("${", StringComparison.Ordinal) || path.IndexOf(':', StringComparison.Ordinal) > 0) return path;
        return Path.GetRelativePath(Path.GetFullPath(to), Path.GetFullPath(Path.Combine(from, path))).Replace('\\', '/');
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    private static void RefuseTarget(string path)
    {
        if (!string.Equals(Path.GetExtension(path), ".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new InputException(path, null, new Phrase("workbook.name"), new Phrase("workbook.name.remedy"));
        if (File.Exists(path)) throw new InputException(path, null, new Phrase("workbook.exists"), new Phrase("workbook.exists.remedy"));
    }

    private static SheetDraft Fitting(SheetDraft sheet, string file)
    {
        if (sheet.Rows.Count + 1 > SpreadsheetBuilder.MostRows)
            throw new InputException(file, null, new Phrase("workbook.too-long", sheet.Rows.Count, SpreadsheetBuilder.MostRows), new Phrase("workbook.too-long.remedy"));
        if (sheet.Rows.Index().FirstOrDefault(r => r.Item.Any(c => c.Text.Length > SpreadsheetBuilder.MostCharacters)) is { Item: not null } long1)
            throw new InputException(file, CaseFields.Line(long1.Index + 2), new Phrase("workbook.too-wide", SpreadsheetBuilder.MostCharacters), new Phrase("workbook.too-wide.remedy"));
        if (sheet.Rows.Index().FirstOrDefault(r => r.Item.Any(c => !c.Text.All(IsWritable))) is { Item: not null } control)
            throw new InputException(file, CaseFields.Line(control.Index + 2), new Phrase("workbook.control"), new Phrase("workbook.control.remedy"));
        return sheet;

        static bool IsWritable(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
    }

    private static void NoteOthers(string folder, Findings findings)
    {
        string[] others = [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            .Where(f => f != CaseFolder.SettingsName && f != CaseSheets.BackgroundName && !CaseSheets.All.Any(s => s.File == f))];
        if (others.Length > 0) findings.Note(folder, null, new Phrase("workbook.left", string.Join(", ", others)), new Phrase("workbook.left.remedy"));
    }

    /// <summary>The table as a file; columns that no row fills are left out where the table need not have them.</summary>
    private static DelimitedWriter Csv(SheetTable table, TableDress dress)
    {
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Where(c => IsNeeded(table, c))];
        var csv = new DelimitedWriter(dress, [.. kept.Select(c => table.Columns[c])]);
        foreach ((_, string[] fields) in table.Rows)
        {
            foreach (int c in kept)
            {
                bool isNumber = table.Sheet.Columns.Contains(table.Columns[c]) && CaseSheets.KindOf(table.Sheet, table.Columns[c]) == FieldKind.Number;
                // What may be thousands is kept as typed, under the sign that the dress has no decimals behind: it is judged where it is read.
                if (isNumber && NumberText.IsGrouped(fields[c])) csv.Text(dress == TableDress.International ? fields[c] : fields[c].Replace(',', '.'));
                else if (isNumber && NumberText.TryExact(fields[c], out decimal number)) csv.Amount(number);
                else csv.Text(fields[c]);
            }
            csv.EndRow();
        }
        return csv;
    }

    /// <summary>Empty columns are left out, but for those that the table must have: the example fills each of them.</summary>
    private static bool IsNeeded(SheetTable table, int column)
    {
        int known = table.Sheet.Columns.ToList().IndexOf(table.Columns[column]);
        return table.Rows.Any(r => r.Fields[column].Length > 0) || (known >= 0 && SheetExamples.Of(table.Sheet)[known].Length > 0);
    }
}
