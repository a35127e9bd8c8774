using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Formats.Spreadsheets;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;
using JsonMembers = System.Text.Json.Nodes.JsonObject;

namespace NavGeo.Data.Folders;

/// <summary>
/// What <c>case.json</c> says as rows of a sheet, one a value, and back. A row is known by its path in the file:
/// <c>travel.countyKmh</c>, <c>sources.2.title.nb</c>; items of lists are counted from 1.
/// </summary>
internal static class SettingRows
{
    private const int MostSources = 60;

    private static readonly string[] FileKeys = ["roads", "map", "demand", "population", "boundaries", "commuting", "projection"];

    private static readonly string[] Numbers =
    [
        "codeYear", "demandCellMetres", "area.1", "area.2", "area.3", "area.4", "travel.winterSlowerPercent", "travel.motorwayKmh",
        "travel.expresswayKmh", "travel.europeanKmh", "travel.nationalKmh", "travel.countyKmh", "travel.municipalKmh", "travel.privateKmh",
        "travel.unknownKmh", "travel.ferryKnots", "travel.trunkHeadwayMinutes", "travel.countyHeadwayMinutes", "travel.otherHeadwayMinutes",
        "travel.offRoadKmh", "travel.maximumOffRoadMetres", "travel.maximumSeaMetres", "travel.maximumDirectMetres",
        .. FileKeys.SelectMany(f => (string[])[$"files.{f}.year", $"files.{f}.codeYear"]),
    ];

    private static readonly string[] Flags = ["travel.minutesEstimated", "travel.usesPassengerBoats"];

    /// <summary>The paths a case usually has, in the order they are written; those of its sources stand at <see cref="SourcesAt"/>.</summary>
    private static readonly string[] Usual =
    [
        "id", "name", "language", "baseline", "date", "codeYear", "crs", SourcesAt,
        .. FileKeys.SelectMany(f => (string[])[$"files.{f}.path", $"files.{f}.year", $"files.{f}.codeYear", $"files.{f}.sha256"]),
        "demandCellMetres", "travel.profile", "travel.standard", "travel.ferryWait", "travel.season", .. Flags,
        .. Numbers.Where(n => n.StartsWith("travel.", StringComparison.Ordinal) || n.StartsWith("area.", StringComparison.Ordinal)),
    ];

    private const string SourcesAt = "sources";

    private static readonly UserLanguage[] Languages = [UserLanguage.Bokmaal, UserLanguage.Nynorsk, UserLanguage.English];

    private static readonly Lazy<Dictionary<string, string>> PathOfLabel = new(() =>
    {
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string[] named = ["name.nb", "name.nn", "name.en"];
        string[] ofSource = ["title", "title.nb", "title.nn", "title.en", "licence", "licence.nb", "licence.nn", "licence.en", "date"];
        IEnumerable<string> sources = Enumerable.Range(1, MostSources).SelectMany(i => ofSource.Select(part => Invariant($"sources.{i}.{part}")));
        foreach (string path in Usual.Where(p => p != SourcesAt).Concat(named).Concat(sources))
        {
            paths.TryAdd(path, path);
            foreach (UserLanguage language in Languages) paths.TryAdd(LabelOf(path, language), path);
        }
        return paths;
    });

    /// <summary>What a setting is called: "Kilde 2: tittel på bokmål"; the path itself where nobody named it.</summary>
    public static string LabelOf(string path, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        string[] parts = path.Split('.');
        if (parts is ["sources", var number, ..] && int.TryParse(number, out _))
        {
            string key = "workbook.setting.sources." + string.Join('.', parts[2..]);
            return book.Keys.Contains(key) ? book.Say(key, number) : path;
        }
        if (parts is ["files", var file, var part])
        {
            string of = "workbook.setting.files." + part;
            return book.Keys.Contains(of) && FileKeys.Contains(file) ? book.Say(of, book.Say("workbook.file." + file)) : path;
        }
        string setting = "workbook.setting." + path;
        return book.Keys.Contains(setting) ? book.Say(setting) : path;
    }

    /// <summary>The label of a row: the name and, in brackets, the path, which is what findings call it.</summary>
    public static string HeadingOf(string path, UserLanguage language) => LabelOf(path, language) is var label && label != path ? $"{label} ({path})" : path;

    /// <summary>What is to be known of a setting; null where its name says it all.</summary>
    public static string? NoteOf(string path, UserLanguage language)
    {
        Phrasebook book = Phrasebook.For(language);
        string key = "workbook.note.setting." + path;
        return book.Keys.Contains(key) ? book.Say(key) : null;
    }

    /// <summary>How the value of a setting is written.</summary>
    public static FieldKind KindOf(string path) =>
        Numbers.Contains(path) ? FieldKind.Number : Flags.Contains(path) ? FieldKind.Flag : FieldKind.Text;

    /// <summary>All values of a settings file, and the usual ones it does not have with an empty value.</summary>
    public static List<(string Path, string Value)> Of(LocatedJson settings)
    {
        var has = new List<(string Path, string Value)>();
        Flatten(settings, "", has);
        var rows = new List<(string, string)>();
        foreach (string path in Usual)
        {
            if (path == "name" && has.Exists(h => IsUnder(h.Path, "name"))) rows.AddRange(has.Where(h => IsUnder(h.Path, "name")));
            else if (path == SourcesAt) rows.AddRange(has.Where(h => IsUnder(h.Path, SourcesAt)));
            else rows.Add((path, has.Find(h => h.Path == path).Value ?? ""));
        }
        rows.AddRange(has.Where(h => !rows.Exists(r => r.Item1 == h.Path)));
        return rows;
    }

    private static bool IsUnder(string path, string above) => path.StartsWith(above + ".", StringComparison.Ordinal);

    private static void Flatten(LocatedJson value, string path, List<(string Path, string Value)> into)
    {
        string before = path.Length == 0 ? "" : path + ".";
        foreach ((string key, _, LocatedJson member) in value.Members) Flatten(member, before + key, into);
        foreach ((int i, LocatedJson item) in value.Items.Index()) Flatten(item, Invariant($"{before}{i + 1}"), into);
        if (value.Kind is JsonTokenType.String or JsonTokenType.Number) into.Add((path, value.Text));
        else if (value.Kind is JsonTokenType.True or JsonTokenType.False) into.Add((path, value.Kind == JsonTokenType.True ? "1" : "0"));
    }

    /// <summary>
    /// Reads the sheet: in each row what is set, and beside it the value. Places of the values are rows, as in other sheets.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="file">What findings call it.</param>
    /// <param name="findings">Takes rows that set nothing NavGeo knows.</param>
    public static LocatedJson Read(SpreadsheetSheet sheet, string file, Findings findings)
    {
        var root = LocatedJson.Branch("1");
        bool isFirst = true;
        foreach (SheetRow row in sheet.Rows)
        {
            SheetCell label = row.Cells[0];
            bool isHeading = isFirst;
            isFirst = false;
            if (row.At(label.Column + 1) is not { } value) continue;
            string place = row.Number.ToString(CultureInfo.InvariantCulture);
            string text = label.Text.Trim();
            int bracket = text.LastIndexOf('(');
            string inside = bracket > 0 && text.EndsWith(')') ? text[(bracket + 1)..^1].Trim() : text;
            string? path = PathOfLabel.Value.GetValueOrDefault(text) ?? PathOfLabel.Value.GetValueOrDefault(inside) ?? (!isHeading && IsPath(inside) ? inside : null);
            if (path is not null) Put(root, path, Leaf(path, value, place), file, findings);
            else if (!isHeading) findings.Warning(file, place, new Phrase("workbook.unknown-setting", text), new Phrase("workbook.unknown-setting.remedy"));
        }
        return root.WithLists();
    }

    private static bool IsPath(string text) => text.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit));

    private static void Put(LocatedJson root, string path, LocatedJson leaf, string file, Findings findings)
    {
        string[] parts = path.Split('.');
        LocatedJson at = root;
        for (int i = 0; i < parts.Length - 1; i++)
        {
            LocatedJson? below = at.Find(parts[i]);
            if (below is null) at.Members.Add((parts[i], leaf.Place, below = LocatedJson.Branch(leaf.Place)));
            at = below;
        }
        if (at.Kind == JsonTokenType.StartObject && at.Find(parts[^1]) is null) at.Members.Add((parts[^1], leaf.Place, leaf));
        else findings.Error(file, leaf.Place, new Phrase("workbook.setting-twice", path), new Phrase("workbook.setting-twice.remedy"));
    }

    private static LocatedJson Leaf(string path, SheetCell value, string place)
    {
        string text = value.Text.Trim();
        switch (KindOf(path))
        {
            case FieldKind.Number when NumberText.TryDecimal(text, out double number):
                if (value.Content == CellContent.Percent) number *= 100;
                return LocatedJson.Leaf(JsonTokenType.Number, place, number.ToString("R", CultureInfo.InvariantCulture));
            case FieldKind.Flag when FlagText.TryRead(text, out bool flag):
                return LocatedJson.Leaf(flag ? JsonTokenType.True : JsonTokenType.False, place, "");
            default:
                return LocatedJson.Leaf(JsonTokenType.String, place, text);
        }
    }

    /// <summary>The settings as JSON, for a file.</summary>
    public static JsonNode? ToJson(LocatedJson value)
    {
        if (value.Kind == JsonTokenType.StartArray) return new JsonArray([.. value.Items.Select(ToJson)]);
        if (value.Kind == JsonTokenType.Number) return JsonNode.Parse(value.Text);
        if (value.Kind is JsonTokenType.True or JsonTokenType.False) return value.Kind == JsonTokenType.True;
        if (value.Kind == JsonTokenType.String) return value.Text;
        var members = new JsonMembers();
        foreach ((string key, _, LocatedJson member) in value.Members) members[key] = ToJson(member);
        return members;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
