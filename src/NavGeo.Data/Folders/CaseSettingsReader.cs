using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Folders;

/// <summary>Reads and checks <c>case.json</c>.</summary>
internal sealed partial class CaseSettingsReader
{
    private static readonly string[] Keys =
        ["id", "name", "language", "baseline", "crs", "date", "codeYear", "sources", "files", "demandCellMetres", "area", "travel"];

    private static readonly string[] FileKeys = ["roads", "map", "demand", "population", "boundaries", "commuting", "projection"];

    private readonly string folder;
    private readonly string file;
    private readonly Findings findings;
    private readonly InputFiles inputs;

    /// <param name="folder">The case folder.</param>
    /// <param name="file">Path of its <c>case.json</c>.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="inputs">The files of the run.</param>
    public CaseSettingsReader(string folder, string file, Findings findings, InputFiles inputs)
    {
        this.inputs = inputs;
        this.folder = folder;
        this.file = file;
        this.findings = findings;
    }

    /// <summary>The settings; with errors among the findings they hold stand-ins and must not be used.</summary>
    /// <exception cref="InputException">The text is not JSON, or the findings are full.</exception>
    public CaseSettings Read(byte[] bytes) => Read(Parse(bytes, file, findings));

    /// <summary>The same of settings that stand in a workbook.</summary>
    public CaseSettings Read(LocatedJson settings)
    {
        var json = new JsonObject(settings, file, findings, Keys);
        string id = json.OptionalText("id", new Phrase("case.id.remedy")) ?? CaseId.OfFolder(CaseWorkbook.Is(folder) ? Path.GetFileNameWithoutExtension(folder) : folder);
        if (!CaseId.IsValid(id)) json.Error(json.PlaceOf("id"), new Phrase("case.bad-id", id), new Phrase("case.id.remedy"));
        string language = json.Text("language", new Phrase("case.language.remedy"));
        if (!LanguageCode.TryParse(language, out UserLanguage userLanguage) && language.Length > 0)
            json.Error(json.PlaceOf("language"), new Phrase("case.unknown-value", "language", language), new Phrase("case.language.remedy"));
        string date = json.Text("date", new Phrase("case.date.remedy"));
        bool isDate = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        if (!isDate && date.Length > 0)
            json.Error(json.PlaceOf("date"), new Phrase("case.bad-date", date), new Phrase("case.date.remedy"));
        double? year = json.Number("codeYear", 1970, 2100, new Phrase("case.code-year.remedy"));
        (TravelProfile profile, WinterSeason? winter, bool areMinutesEstimated) = TravelSettings.Read(json.Find("travel"), file, findings);
        int epsg = Epsg(json);
        return new CaseSettings
        {
            Id = id,
            Name = NamesOf(json, "name", new Phrase("case.name.remedy")),
            Language = userLanguage,
            Baseline = json.Text("baseline", new Phrase("case.baseline.remedy")),
            BaselinePlace = json.PlaceOf("baseline"),
            Epsg = epsg,
            Date = date,
            CodeYear = (int?)year ?? day.Year,
            Sources = Sources(json, userLanguage),
            Files = Files(json),
            NamesRoads = json.Find("files")?.Find("roads") is not null,
            DemandCellMetres = (int)(json.Number("demandCellMetres", 0, 100_000, new Phrase("case.cell.remedy")) ?? 0),
            Profile = profile,
            Winter = winter,
            SeasonPlace = json.Find("travel")?.Find("season")?.Place,
            AreMinutesEstimated = areMinutesEstimated,
            Area = Area(json) with { Plane = MapProjection.ForEpsg(epsg) },
        };
    }

    /// <summary>The text as a tree whose values know their places.</summary>
    /// <exception cref="InputException">It is not JSON.</exception>
    public static LocatedJson Parse(byte[] bytes, string file, Findings findings)
    {
        if (TableText.Decode(bytes, file, findings, new Phrase("case.encoding.remedy")) is not { } read) throw new InputException(findings.All);
        byte[] text = Encoding.UTF8.GetBytes(read);
        try
        {
            return LocatedJson.Parse(text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException { InnerException: DecoderFallbackException })
        {
            string? place = e is JsonException { LineNumber: { } line } json
                ? string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{(json.BytePositionInLine ?? 0) + 1}")
                : null;
            bool isPath = e is JsonException { LineNumber: { } at } && read.Split('\n') is { } lines && at < lines.Length && lines[at].Contains('\\', StringComparison.Ordinal);
            findings.Error(file, place, new Phrase(isPath ? "case.backslash" : "case.not-json"), new Phrase(isPath ? "case.backslash.remedy" : "case.not-json.remedy"));
            throw new InputException(findings.All);
        }
    }

    /// <summary>One text for all languages, or an object with one for each.</summary>
    private Names NamesOf(JsonObject json, string key, Phrase remedy)
    {
        LocatedJson? name = json.Find(key);
        if (name is not { Kind: JsonTokenType.StartObject })
            return new Names(json.Text(key, remedy) is { Length: > 0 } text ? text : "?");
        var byLanguage = new JsonObject(name, file, findings, "nb", "nn", "en");
        string? nb = byLanguage.OptionalText("nb", remedy);
        string? nn = byLanguage.OptionalText("nn", remedy);
        string? en = byLanguage.OptionalText("en", remedy);
        if ((nb ?? nn ?? en) is not null) return new Names(nb, nn, en);
        json.Error(name.Place, new Phrase("case.missing-key", key), remedy);
        return new Names("?");
    }

    private static int Epsg(JsonObject json)
    {
        var remedy = new Phrase("case.crs.remedy");
        string crs = json.Text("crs", remedy);
        if (crs.Length == 0) return 25833;
        bool isCode = crs.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase)
            & int.TryParse(crs.AsSpan(Math.Min(5, crs.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int epsg);
        if (isCode && MapProjection.Find(epsg) is { } projection) return projection.Epsg;
        json.Error(json.PlaceOf("crs"), new Phrase("case.unknown-value", "crs", crs), remedy);
        return 25833;
    }

    private List<SourceReference> Sources(JsonObject json, UserLanguage language)
    {
        var remedy = new Phrase("case.sources.remedy");
        var sources = new List<SourceReference>();
        foreach (LocatedJson item in json.Items("sources"))
        {
            var source = new JsonObject(item, file, findings, "title", "licence", "date");
            (Names title, Names licence) = (NamesOf(source, "title", remedy), NamesOf(source, "licence", remedy));
            sources.Add(new SourceReference(title.In(language), licence.In(language), source.Text("date", remedy)) { Titles = title, Licences = licence });
        }
        if (sources.Count == 0 && json.Find("sources") is null or { Kind: JsonTokenType.StartArray, Items.Count: 0 })
            json.Error(json.PlaceOf("sources"), new Phrase("case.missing-key", "sources"), remedy);
        return sources;
    }

    private Dictionary<string, CaseFile> Files(JsonObject json)
    {
        var files = new Dictionary<string, CaseFile>(StringComparer.Ordinal);
        if (json.Find("files") is not { } value) return files;
        var references = new JsonObject(value, file, findings, FileKeys);
        foreach (string key in FileKeys)
        {
            if (references.Find(key) is not { } item) continue;
            var reference = new JsonObject(item, file, findings, "path", "sha256", "year", "codeYear", "alternative");
            var remedy = new Phrase("case.file.remedy");
            string path = reference.Text("path", remedy);
            if (path.Length == 0 || FullPath(path, reference) is not { } full) continue;
            InputFile found = inputs.At(full);
            if (!found.Exists)
            {
                reference.Error(reference.PlaceOf("path"), new Phrase("case.no-file", path, full), remedy);
                continue;
            }
            string sha256 = found.Sha256();
            if (reference.OptionalText("sha256", new Phrase("case.sha256.remedy", sha256)) is { } wanted
                && !string.Equals(wanted, sha256, StringComparison.OrdinalIgnoreCase))
            {
                // What NavGeo carries changes with NavGeo: a case lives on, and its user knows.
                if (CarriedFile.IsPath(path)) findings.Warning(file, reference.PlaceOf("sha256"), new Phrase("case.other-edition", path), new Phrase("case.other-edition.remedy"));
                else reference.Error(reference.PlaceOf("sha256"), new Phrase("case.changed-file", path), new Phrase("case.sha256.remedy", sha256));
            }
            files.Add(key, new CaseFile(path, found, reference.PlaceOf("path"))
            {
                Year = (int?)reference.Number("year", 1900, 2100, new Phrase("case.file-year.remedy")),
                CodeYear = (int?)reference.Number("codeYear", 1970, 2100, new Phrase("case.code-year.remedy")),
                Alternative = reference.OptionalText("alternative", new Phrase("people.stat.contents.remedy")),
            });
        }
        return files;
    }

    /// <summary>What NavGeo carries is named <c>norway:…</c>; relative paths start at the case folder; <c>${NAME}</c> is an environment variable.</summary>
    private string? FullPath(string path, JsonObject reference)
    {
        if (CarriedFile.IsPath(path)) return path;
        if (path.Any(char.IsControl))
        {
            // \n and \t in a path were typed as the beginning of a folder's name.
            reference.Error(reference.PlaceOf("path"), new Phrase("case.backslash"), new Phrase("case.backslash.remedy"));
            return null;
        }
        path = path.Replace('\\', '/');
        string? unset = null;
        string expanded = VariablePattern().Replace(path, match =>
        {
            string? value = Environment.GetEnvironmentVariable(match.Groups[1].Value);
            if (string.IsNullOrEmpty(value)) unset ??= match.Groups[1].Value;
            return value ?? "";
        });
        if (unset is null) return Path.GetFullPath(Path.Combine(CaseWorkbook.Is(folder) ? Path.GetDirectoryName(Path.GetFullPath(folder))! : folder, expanded));
        reference.Error(reference.PlaceOf("path"), new Phrase("case.no-variable", unset, path), new Phrase("case.no-variable.remedy", unset));
        return null;
    }

    private static PositionLimits Area(JsonObject json)
    {
        if (json.Find("area") is not { } area) return PositionLimits.Norway;
        double[] degrees = [.. area.Items.Where(i => i.Kind == JsonTokenType.Number)
            .Select(i => double.Parse(i.Text, CultureInfo.InvariantCulture))];
        if (area.Items.Count == 4 && degrees.Length == 4 && degrees[0] < degrees[2] && degrees[1] < degrees[3]
            && PositionLimits.World.Contains(new GeoPoint(degrees[0], degrees[1]))
            && PositionLimits.World.Contains(new GeoPoint(degrees[2], degrees[3])))
        {
            return new PositionLimits(degrees[0], degrees[1], degrees[2], degrees[3]);
        }
        json.Error(area.Place, new Phrase("case.bad-area"), new Phrase("case.area.remedy"));
        return PositionLimits.World;
    }

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex VariablePattern();
}
