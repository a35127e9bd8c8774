using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>The tables of a case as sheets of a workbook: which there are, what their columns hold, what they are called.</summary>
internal static class CaseSheets
{
    /// <summary>The sheet that the background of maps lies in, which nobody edits there.</summary>
    public const string BackgroundName = "background.geojson";

    private const string Municipality = "municipalities.csv/kommunenummer";
    private const string Site = "sites.csv/site";
    private const string Office = "structures.csv/office";
    private const string Structure = "structures.csv/structure";
    private const string Place = "places.csv/place";

    /// <summary>In the order of the tabs.</summary>
    public static IReadOnlyList<CaseSheet> All { get; } =
    [
        new("municipalities.csv", IsRequired: true, "kommunenummer", "name", "population", "centre_lon", "centre_lat"),
        new("sites.csv", IsRequired: true, "site", "name", "kommunenummer", "lon", "lat", "position_estimated"),
        new(
            "structures.csv", IsRequired: true, "structure", "name", "name_nb", "name_nn", "name_en", "office", "host", "municipalities", "sites",
            "open_days", "kinds", "weekdays"),
        new("places.csv", IsRequired: false, "place", "name", "lon", "lat"),
        new("roads.csv", IsRequired: false, "from", "to", "road", "km", "minutes", "kind", "name", "headway_minutes", "status", "oneway"),
        new("demand.csv", IsRequired: false, "id", "name", "kommunenummer", "lon", "lat", "people", "part", "no_road"),
        new("parts.csv", IsRequired: false, "part", "kommunenummer", "name", "population", "lon", "lat", "population_estimated"),
        new("staff.csv", IsRequired: false, "unit", "municipalities", "employees", "fte", "fte_state", "fte_municipal"),
        new("partners.csv", IsRequired: false, "partner", "name", "kind", "kommunenummer", "lon", "lat"),
        new("rounds.csv", IsRequired: false, "counsellor", "base_site", "to", "trips_per_year", "people", "structures"),
        new("costs.csv", IsRequired: false, "office", "site", "item", "nok", "structure", "once", "paid_until"),
        new("leaders.csv", IsRequired: false, "structure", "office", "leader", "number"),
        new("cost_keys.csv", IsRequired: false, "office", "state_pct", "municipal_pct"),
        new("base_allocation.csv", IsRequired: false, "office", "fte"),
        new("closures.csv", IsRequired: false, "name", "close", "hours_a_year", "source", "source_nb", "source_nn", "source_en"),
        new("centrality.csv", IsRequired: false, "kommunenummer", "class"),
        new("futures.csv", IsRequired: false, "future", "name", "name_nb", "name_nn", "name_en", "year", "season", "changes"),
        new("projection.csv", IsRequired: false, "kommunenummer", "year", "people"),
        new("hours.csv", IsRequired: false, "site", "structure", "weekdays", "opens", "closes"),
        new("groups.csv", IsRequired: false, "group", "name", "name_nb", "name_nn", "name_en", "kommunenummer", "people"),
        new("cars.csv", IsRequired: false, "kommunenummer", "without_car_pct"),
        new("homes.csv", IsRequired: false, "site", "lon", "lat", "employees", "employer"),
        new("contacts.csv", IsRequired: false, "month", "site", "visits"),
        new("gathering.csv", IsRequired: false, "structure", "staff", "site"),
        new("risk.csv", IsRequired: false, "nr", "factor", "factor_nb", "factor_nn", "factor_en", "computable", "computed_from", "weight"),
        new("risk_votes.csv", IsRequired: false, "structure", "factor", "voter", "probability", "consequence"),
        new(
            "risk_mapping.csv", IsRequired: false, "factor", "measure", "limit_1", "limit_2", "limit_3", "limit_4", "consequence", "road", "source",
            "source_nb", "source_nn", "source_en"),
        new("risk_inputs.csv", IsRequired: false, "structure", "measure", "value", "source"),
        new("assumptions.csv", IsRequired: false, "setting", "value", "given", "source", "source_nb", "source_nn", "source_en"),
        new(
            "printed.csv", IsRequired: false, "figure", "subject", "value", "approximate", "by_construction", "among", "note", "note_nb", "note_nn",
            "note_en"),
        new("trips.csv", IsRequired: false, "question", "from", "from_lon", "from_lat", "to", "to_lon", "to_lat"),
        new("changes.csv", IsRequired: false, "from_year", "from", "to_year", "to", "from_name", "to_name", "share", "kind", "share_source"),
        new("commuting.csv", IsRequired: false, "from", "to", "workers", "year"),
        new("regions.csv", IsRequired: false, "kommunenummer", "region", "centre", "role", "name"),
        new("objections.csv", IsRequired: false, "structure", "author", "text", "time"),
    ];

    /// <summary>The values a field is picked from, as the columns that hold them: "sites.csv/site".</summary>
    private static readonly Dictionary<string, string> Picked = new(StringComparer.Ordinal)
    {
        ["kommunenummer"] = Municipality,
        ["host"] = Municipality,
        ["municipalities"] = Municipality,
        ["site"] = Site,
        ["sites"] = Site,
        ["base_site"] = Site,
        ["office"] = Office,
        ["structure"] = Structure,
        ["structures"] = Structure,
        ["among"] = Structure,
        ["from"] = Place,
        ["to"] = Place,
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "population", "centre_lon", "centre_lat", "lon", "lat", "km", "minutes", "headway_minutes", "people", "employees", "fte", "fte_state",
        "fte_municipal", "trips_per_year", "nok", "state_pct", "municipal_pct", "visits", "nr", "weight", "probability", "consequence", "limit_1",
        "limit_2", "limit_3", "limit_4", "value", "from_lon", "from_lat", "to_lon", "to_lat", "from_year", "to_year", "share", "workers", "year", "number", "hours_a_year", "class", "without_car_pct",
    };

    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "position_estimated", "oneway", "no_road", "population_estimated", "given", "approximate", "by_construction", "once",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "municipalities", "sites", "structures", "among", "open_days", "kinds", "weekdays", "changes" };

    private static readonly UserLanguage[] Languages = [UserLanguage.Bokmaal, UserLanguage.Nynorsk, UserLanguage.English];

    /// <summary>The table that a tab is called after, in any language or by its file; null where it is none.</summary>
    public static CaseSheet? Find(string tab) => All.FirstOrDefault(s => IsCalled(tab, s.File, "workbook.sheet." + s.Stem));

    /// <summary>Whether a tab is the sheet of the settings.</summary>
    public static bool IsSettings(string tab) => IsCalled(tab, CaseFolder.SettingsName, "workbook.sheet.case");

    /// <summary>Whether a tab holds the background of the maps.</summary>
    public static bool IsBackground(string tab) => IsCalled(tab, BackgroundName, "workbook.sheet.background");

    /// <summary>What the sheet of a file of the case is called; the file's own name where it has none.</summary>
    public static string TitleOf(string file, UserLanguage language)
    {
        string key = "workbook.sheet." + Path.GetFileNameWithoutExtension(file);
        Phrasebook book = Phrasebook.For(language);
        return book.Keys.Contains(key) ? book.Say(key) : file;
    }

    /// <summary>What a heading is called: "Breddegrad (lat)". The name in brackets is the one that findings use.</summary>
    public static string HeadingOf(string column, UserLanguage language)
    {
        string title = Phrasebook.For(language).Say("workbook.column." + column);
        return string.Equals(title, column, StringComparison.OrdinalIgnoreCase) ? title : $"{title} ({column})";
    }

    /// <summary>The column of a table that a heading stands for: by its name, its title in any language, or what stands in brackets behind it.</summary>
    public static string? ColumnOf(CaseSheet sheet, string heading)
    {
        string text = heading.Trim();
        int bracket = text.LastIndexOf('(');
        string inside = bracket > 0 && text.EndsWith(')') ? text[(bracket + 1)..^1].Trim() : text;
        return sheet.Columns.FirstOrDefault(c => Same(c, inside))
            ?? sheet.Columns.FirstOrDefault(c => Languages.Any(l => Same(Phrasebook.For(l).Say("workbook.column." + c), text)))
            ?? sheet.Columns.FirstOrDefault(c => bracket > 0 && Languages.Any(l => Same(Phrasebook.For(l).Say("workbook.column." + c), text[..bracket].Trim())));
    }

    /// <summary>What the fields of a column hold.</summary>
    public static FieldKind KindOf(CaseSheet sheet, string column)
    {
        if (sheet.File == "changes.csv" && column == "kind") return FieldKind.Text;
        if (sheet.File is "changes.csv" or "commuting.csv" && column is "from" or "to") return FieldKind.Municipality;
        if (column is "kommunenummer" or "host") return FieldKind.Municipality;
        if (column == "municipalities") return FieldKind.Municipalities;
        if (column is "month" or "paid_until") return FieldKind.Month;
        return Numbers.Contains(column) ? FieldKind.Number : Flags.Contains(column) ? FieldKind.Flag : FieldKind.Text;
    }

    /// <summary>Whether a field may hold several values between <c>|</c>.</summary>
    public static bool IsList(string column) => Lists.Contains(column);

    /// <summary>The column that a field is picked from, as table and column; null where it is typed.</summary>
    public static (string File, string Column)? PickedFrom(CaseSheet sheet, string column)
    {
        if (column is "from" or "to" && sheet.File != "roads.csv") return null;
        if (!Picked.TryGetValue(column, out string? from)) return null;
        string[] parts = from.Split('/');
        return parts[0] == sheet.File ? null : (parts[0], parts[1]);
    }

    private static bool IsCalled(string tab, string file, string phrase) =>
        Same(tab, file) || Same(tab, Path.GetFileNameWithoutExtension(file)) || Languages.Any(l => Same(tab, Phrasebook.For(l).Say(phrase)));

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A table of a case as a sheet.</summary>
/// <param name="File">As it is called in a folder.</param>
/// <param name="IsRequired">Whether every case has it.</param>
/// <param name="Columns">All that it may have, in the order they are written.</param>
internal sealed record CaseSheet(string File, bool IsRequired, params IReadOnlyList<string> Columns)
{
    /// <summary>The file without its ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(File);
}

/// <summary>What the fields of a column hold.</summary>
public enum FieldKind
{
    /// <summary>A text, an id, a list.</summary>
    Text = 0,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A kommunenummer, four digits.</summary>
    Municipality,

    /// <summary>Several of them.</summary>
    Municipalities,

    /// <summary>2017-04.</summary>
    Month,
}
