using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.Population;
using NavGeo.Data.Projection;
using NavGeo.Data.Roads;
using NavGeo.Data.Tables;
using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using JsonMembers = System.Text.Json.Nodes.JsonObject;

namespace NavGeo.Data.Cases;

/// <summary>
/// Makes a case folder to begin from: roads, people and boundaries by reference with their hashes, each municipality
/// with its densest settlement as centre, one office and one site there. Nothing in it is more than a beginning, and the
/// site positions are marked as estimates.
/// </summary>
public sealed partial class CaseStarter
{
    private const string BaselineId = "dagens";

    private static readonly JsonSerializerOptions JsonDress = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Road file.</summary>
    public required string Roads { get; init; }

    /// <summary>Population grid of Statistics Norway.</summary>
    public required string Grid { get; init; }

    /// <summary>Boundaries as GeoJSON.</summary>
    public required string Boundaries { get; init; }

    /// <summary>
    /// People per municipality: a CSV with <c>kommunenummer</c> and <c>popYYYY</c> columns, of which the code year's is
    /// read; null for the grid's own sums.
    /// </summary>
    public string? Population { get; init; }

    /// <summary>The year of the municipality codes.</summary>
    public required int CodeYear { get; init; }

    /// <summary>Municipality numbers, or how they begin, to take; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The language of the case.</summary>
    public UserLanguage Language { get; init; } = UserLanguage.Bokmaal;

    /// <summary>Writes the folder: beside its place first, then renamed, so that it is whole or not there.</summary>
    /// <returns>How many municipalities the case has.</returns>
    /// <exception cref="InputException">A file cannot be used, or the folder exists.</exception>
    public int Write(string folder, Findings findings)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
            throw new InputException(folder, null, new Phrase("case.new.exists"), new Phrase("case.new.exists.remedy"));
        RoadNetwork network = RoadFile.Open(Roads, findings);
        MunicipalityBoundary[] boundaries = [.. BoundaryReader.Read(Boundaries, findings).OrderBy(b => b.Number, StringComparer.Ordinal)];
        PopulationGrid grid = PopulationGridReader.Read(Grid, findings);
        Demand everybody = DemandOf(grid, boundaries);
        int[] centres = DensestSettlement.Of(everybody, boundaries.Length);
        long[] people = PeopleOf(boundaries, everybody, findings);
        int[] chosen = [.. Enumerable.Range(0, boundaries.Length).Where(m => centres[m] >= 0 && IsChosen(boundaries[m].Number))];
        if (chosen.Length == 0)
            throw new InputException(Boundaries, null, new Phrase("case.new.none"), new Phrase("case.new.none.remedy"));
        string temporary = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".tmp";
        try
        {
            WriteTables(temporary, chosen, boundaries, everybody, centres, people);
            WriteSettings(temporary, Path.GetFullPath(folder), grid.CellMetres, network.Source);
            Directory.Move(temporary, folder);
        }
        catch
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            throw;
        }
        return chosen.Length;
    }

    private static Demand DemandOf(PopulationGrid grid, MunicipalityBoundary[] boundaries)
    {
        LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles);
        return new Demand(
            grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
    }

    private bool IsChosen(string number) => Only.Count == 0 || Only.Any(o => number.StartsWith(o, StringComparison.Ordinal));

    /// <summary>The grid's sums, or the given table's where there is one.</summary>
    private long[] PeopleOf(MunicipalityBoundary[] boundaries, Demand everybody, Findings findings)
    {
        var people = new long[boundaries.Length];
        for (int place = 0; place < everybody.Count; place++)
        {
            if (everybody.Municipalities[place] >= 0) people[everybody.Municipalities[place]] += everybody.People[place];
        }
        if (Population is null) return people;
        string column = string.Create(CultureInfo.InvariantCulture, $"pop{CodeYear}");
        DelimitedTable? table = DelimitedTable.Read(Population, new TableColumns(["kommunenummer", column], []), findings);
        findings.ThrowIfErrors();
        Dictionary<string, int> indexOf = boundaries.Select((b, i) => (b.Number, i)).ToDictionary(b => b.Number, b => b.i, StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            int count = row.OptionalWhole(column, 0, 100_000_000) ?? 0;
            if (indexOf.TryGetValue(row.Text("kommunenummer"), out int municipality)) people[municipality] = count;
        }
        findings.ThrowIfErrors();
        return people;
    }

    private static void WriteTables(
        string folder, int[] chosen, MunicipalityBoundary[] boundaries, Demand everybody, int[] centres, long[] people)
    {
        var municipalities = new DelimitedWriter(TableDress.International, "kommunenummer", "name", "population", "centre_lon", "centre_lat");
        var sites = new DelimitedWriter(TableDress.International, "site", "name", "kommunenummer", "lon", "lat", "position_estimated");
        var structures = new DelimitedWriter(
            TableDress.International, "structure", "name_nb", "name_nn", "name_en", "office", "host", "municipalities", "sites", "open_days");
        foreach (int m in chosen)
        {
            MunicipalityBoundary municipality = boundaries[m];
            GeoPoint centre = MapProjection.Norway.ToGeo(everybody.Points[centres[m]]);
            municipalities.Text(municipality.Number).Text(municipality.Name).Whole(people[m])
                .Decimal(centre.Longitude, 6).Decimal(centre.Latitude, 6).EndRow();
            sites.Text(municipality.Number).Text(municipality.Name).Text(municipality.Number)
                .Decimal(centre.Longitude, 6).Decimal(centre.Latitude, 6).Text("true").EndRow();
            structures.Text(BaselineId).Text("Ett kontor i hver kommune").Text("Eitt kontor i kvar kommune").Text("One office in each municipality")
                .Text(OfficeName(municipality)).Text(null).Text(municipality.Number).Text(municipality.Number).Text("5").EndRow();
        }
        municipalities.Save(Path.Combine(folder, "municipalities.csv"));
        sites.Save(Path.Combine(folder, "sites.csv"));
        structures.Save(Path.Combine(folder, "structures.csv"));

        // Herøy and Våler are two municipalities each; an office's name is unique.
        string OfficeName(MunicipalityBoundary municipality) =>
            chosen.Count(m => boundaries[m].Name == municipality.Name) == 1 ? "NAV " + municipality.Name : $"NAV {municipality.Name} ({municipality.Number})";
    }

    private void WriteSettings(string folder, string finalFolder, int cellMetres, SourceReference roads)
    {
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(finalFolder));
        var settings = new JsonMembers
        {
            ["id"] = id,
            ["name"] = id,
            ["language"] = LanguageCode.Of(Language),
            ["baseline"] = BaselineId,
            ["crs"] = "EPSG:25833",
            ["date"] = string.Create(CultureInfo.InvariantCulture, $"{CodeYear}-01-01"),
            ["codeYear"] = CodeYear,
            ["sources"] = new JsonArray
            {
                Source(roads.Title, roads.Licence, roads.Date),
                Source("Statistisk sentralbyrå / Statistics Norway: " + Path.GetFileName(Grid), "CC BY 4.0", YearIn(Grid)),
                Source("Kartverket: " + Path.GetFileName(Boundaries), "CC BY 4.0", YearIn(Boundaries)),
            },
            ["files"] = new JsonMembers
            {
                ["roads"] = Reference(Roads),
                ["demand"] = Reference(Grid),
                ["boundaries"] = Reference(Boundaries),
            },
            ["demandCellMetres"] = cellMetres,
            ["travel"] = new JsonMembers { ["profile"] = "car", ["ferryWait"] = "half-headway", ["season"] = "summer" },
        };
        AtomicFile.WriteText(Path.Combine(folder, "case.json"), settings.ToJsonString(JsonDress) + "\n");

        JsonMembers Source(string title, string licence, string date) => new()
        {
            ["title"] = title,
            ["licence"] = licence,
            ["date"] = date,
        };

        // The files do not say of when they are; their names usually do.
        string YearIn(string path) =>
            YearPattern().Match(Path.GetFileName(path)) is { Success: true } year ? year.Value : Path.GetFileName(path);

        JsonMembers Reference(string path) => new()
        {
            ["path"] = Path.GetRelativePath(finalFolder, Path.GetFullPath(path)),
            ["sha256"] = FileHash.Sha256(path),
        };
    }

    [GeneratedRegex("(19|20)[0-9][0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();
}
