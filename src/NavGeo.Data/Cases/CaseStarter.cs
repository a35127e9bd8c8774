using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Data.Places;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NetTopologySuite.Geometries;
using JsonMembers = System.Text.Json.Nodes.JsonObject;

namespace NavGeo.Data.Cases;

/// <summary>
/// Makes a case folder to begin from: roads, people and boundaries by reference with their hashes, each municipality
/// with its administrative centre (<see cref="MunicipalCentres"/>), one office and one site there. Nothing in it is more than a beginning, and the
/// site positions are marked as estimates.
/// </summary>
public sealed partial record CaseStarter
{
    private const string StatisticsNorway = "Statistisk sentralbyrå / Statistics Norway";

    private const string BaselineId = "A";

    private static readonly JsonSerializerOptions JsonDress = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Takes the files it is given, and of those it is not given what comes with NavGeo.</summary>
    /// <param name="codeYear">The year of the municipality codes.</param>
    /// <param name="roads">Road file of any form.</param>
    /// <param name="grid">Population grid of Statistics Norway, or people at points.</param>
    /// <param name="boundaries">Boundaries as GeoJSON.</param>
    /// <param name="population">
    /// People per municipality, in any form that <see cref="MunicipalityPeopleReader"/> reads; the case then spreads them
    /// over the grid. With a grid or boundaries of one's own and none of these: the grid's own sums.
    /// </param>
    /// <exception cref="InputException">NavGeo carries no boundaries of the year.</exception>
    public CaseStarter(int codeYear, string? roads = null, string? grid = null, string? boundaries = null, string? population = null)
    {
        CodeYear = codeYear;
        Roads = roads is null ? NorwayBase.Roads : Directory.Exists(roads) ? Path.Combine(roads, RoadTable.Name) : roads;
        map = roads is null ? NorwayBase.Ground : null;
        Grid = grid ?? NorwayBase.People;
        Boundaries = boundaries ?? NorwayBase.Boundaries(codeYear) ?? throw new InputException(
            "--code-year", null, new Phrase("case.new.no-year", Plain(codeYear)), new Phrase("case.new.no-year.remedy", string.Join(", ", NorwayBase.CodeYears.Select(Plain))));
        bool isCarried = grid is null && boundaries is null;
        Population = population ?? (isCarried ? NorwayBase.Population(codeYear) : null);
        if (isCarried) Commuting = NorwayBase.Commuting(codeYear);
    }

    /// <summary>Road file, or the hand-made table of a folder.</summary>
    public string Roads { get; }

    /// <summary>Population grid, or people at points.</summary>
    public string Grid { get; }

    /// <summary>Boundaries.</summary>
    public string Boundaries { get; }

    /// <summary>People per municipality; null for the grid's own sums.</summary>
    public string? Population { get; }

    /// <summary>The year to take out of <see cref="Population"/>; null for the code year.</summary>
    public int? PopulationYear { get; init; }

    /// <summary>A table of changed kommunenumre, where <see cref="Population"/> has those of another year; goes into the case.</summary>
    public string? Changes { get; init; }

    /// <summary>The year of the municipality codes.</summary>
    public int CodeYear { get; }

    /// <summary>Names or numbers to take, in any form that <see cref="MunicipalityChoice"/> knows; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>What the case is called; null for the words of <see cref="Only"/> or the folder's name.</summary>
    public string? Name { get; init; }

    /// <summary>Commuting between municipalities, which <c>navgeo regions</c> divides by; null for none.</summary>
    public string? Commuting { get; init; }

    /// <summary>The language of the case; in the Norwegian ones the tables are dressed for a Norwegian Excel.</summary>
    public UserLanguage Language { get; init; } = UserLanguage.Bokmaal;

    private readonly InputFiles files = new();

    /// <summary>The N1000 that coast and place names come from; null where the road file is one itself.</summary>
    private readonly string? map;
    private IReadOnlySet<string> choice = new HashSet<string>();

    /// <summary>Writes the folder: beside its place first, then renamed, so that it is whole or not there.</summary>
    /// <param name="folder">Where; nothing may be there yet.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <returns>How many municipalities the case has.</returns>
    /// <exception cref="InputException">A file cannot be used, or the folder exists.</exception>
    public int Write(string folder, Findings findings, ReadingRun? run = null)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
            throw new InputException(folder, null, new Phrase("case.new.exists"), new Phrase("case.new.exists.remedy"));
        RoadNetwork network = RoadFile.Open(files.At(Roads), findings, run);
        MunicipalityBoundary[] boundaries = [.. BoundaryReader.Read(files.At(Boundaries), findings, Choose).OrderBy(b => b.Number, StringComparer.Ordinal)];
        PopulationGrid grid = PeopleFile.Read(files.At(Grid), findings);
        Demand everybody = DemandOf(grid, boundaries, findings);
        int[] densest = DensestSettlement.Of(everybody, boundaries.Length);
        string[] names = [.. boundaries.Select(b => b.Name)];
        IReadOnlyList<Settlement?> centres = MunicipalCentres.Of(everybody, names, SettlementsOf(everybody));
        MunicipalityPeople? totals = TotalsOf(boundaries, findings);
        long[] people = PeopleOf(boundaries, everybody, totals);
        int[] chosen = [.. Enumerable.Range(0, boundaries.Length).Where(m => densest[m] >= 0 && IsChosen(boundaries[m].Number))];
        if (Commuting is not null) CommutingFile.Read(files.At(Commuting), null, findings);
        if (chosen.Length == 0) chosen = ChosenWithoutPeople(boundaries, everybody, findings);
        if (chosen.Length == 0)
            throw new InputException(Boundaries, null, new Phrase("case.new.none"), new Phrase("case.new.none.remedy"));
        run?.Cancellation.ThrowIfCancellationRequested();
        string temporary = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".tmp";
        try
        {
            PlanePoint[] points = [.. centres.Select((centre, m) => centre?.Point ?? (densest[m] < 0 ? MiddleOf(boundaries[m]) : everybody.Points[densest[m]]))];
            WriteTables(temporary, chosen, boundaries, Ashore(network, points), people, centres);
            WriteSettings(temporary, Path.GetFullPath(folder), grid.CellMetres, network.Source, totals);
            if (Changes is not null) AtomicFile.Write(Path.Combine(temporary, CodeChangeTable.Name), stream => stream.Write(files.At(Changes).Bytes));
            RequireReadable(temporary, folder, network);
            Directory.Move(temporary, folder);
        }
        catch
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            throw;
        }
        return chosen.Length;
    }

    /// <summary>Norway's, where the case lies on a map of it.</summary>
    private IReadOnlyList<Settlement> SettlementsOf(Demand everybody) =>
        CaseSettlements.AreOn(files.At(map ?? Roads)) ? CaseSettlements.Of(everybody, _ => -1) : [];

    /// <summary>What is made here, every verb opens: it is read as they read it before it is put in its place.</summary>
    /// <exception cref="InputException">It cannot be read; told as a fault of the folder that is then not made.</exception>
    private void RequireReadable(string temporary, string folder, RoadNetwork network)
    {
        var findings = new Findings();
        var made = new CaseFolder(temporary, findings, files);
        made.ReadSettings();
        Dictionary<string, Located<Municipality>>? municipalities = MunicipalityTable.Read(made);
        List<Located<ServiceSite>>? sites = SiteTable.Read(made, municipalities);
        StructureTable.Read(made, municipalities, [], sites);
        if (findings.ErrorCount == 0) new CaseChecks(made, network.Graph, network.Water).CheckSites(sites!);
        if (findings.All.FirstOrDefault(f => f.Severity == Severity.Error) is { } fault) throw new InputException(folder, null, fault.Problem, fault.Remedy);
    }

    /// <summary>The municipalities asked for where nobody lives in any: most likely the people are of another area.</summary>
    private int[] ChosenWithoutPeople(MunicipalityBoundary[] boundaries, Demand everybody, Findings findings)
    {
        int[] chosen = [.. Enumerable.Range(0, boundaries.Length).Where(m => IsChosen(boundaries[m].Number))];
        if (chosen.Length > 0)
            findings.Warning(Grid, null, new Phrase("case.new.nobody", everybody.TotalPeople, Boundaries), new Phrase("case.new.nobody.remedy"));
        return chosen;
    }

    private static PlanePoint MiddleOf(MunicipalityBoundary municipality)
    {
        Coordinate inside = municipality.Area.InteriorPoint.Coordinate;
        return new PlanePoint(inside.X, inside.Y);
    }

    private Demand DemandOf(PopulationGrid grid, MunicipalityBoundary[] boundaries, Findings findings)
    {
        var locator = new MunicipalityLocator(boundaries);
        LocatedPoints located = locator.LocateAll(grid.Middles, window: locator.Around(IsChosen, MunicipalityLocator.DefaultToleranceMetres));
        OutsidePoint[] near = [.. located.Outside.Where(o => IsChosen(boundaries[o.Nearest].Number))];
        double[] given = [.. near.Where(o => o.IsGiven).Select(o => o.Metres)];
        if (given.Length > 0)
            findings.Note(Grid, null, new Phrase("case.grid-nearest", given.Length, Math.Round(given.Max() / 1000, 1)), new Phrase("people.outside.remedy"));
        long nowhere = near.Where(o => !o.IsGiven).Sum(o => (long)grid.People[o.Point]);
        if (nowhere > 0) findings.Note(Grid, null, new Phrase("case.grid-nowhere", nowhere), new Phrase("people.outside.remedy"));
        return new Demand(
            grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
    }

    private IReadOnlySet<string> Choose(IReadOnlyList<MunicipalityName> all)
    {
        if (CodeChangeTable.OtherYear([.. all.Select(m => m.Number)], CodeYear) is { } other)
        {
            throw new InputException(
                Boundaries, null, new Phrase("case.new.other-year", Plain(other), Plain(CodeYear)), new Phrase("case.new.other-year.remedy", Plain(other), Plain(CodeYear)));
        }
        return choice = new MunicipalityChoice(all, CodeYear).Of(Only);
    }

    private bool IsChosen(string number) => choice.Contains(number);

    /// <summary>The given totals by the numbers of the boundaries; null where none are given.</summary>
    private MunicipalityPeople? TotalsOf(MunicipalityBoundary[] boundaries, Findings findings)
    {
        if (Population is null) return null;
        MunicipalityPeople totals = MunicipalityPeopleReader.Read(files.At(Population), PopulationYear ?? CodeYear, findings);
        int codeYear = totals.CodeYear ?? CodeYear;
        if (codeYear == CodeYear || !CaseChanges.Differ(boundaries.Select(b => b.Number).Where(IsChosen), codeYear, CodeYear)) return totals;
        string from = codeYear.ToString(CultureInfo.InvariantCulture);
        string to = CodeYear.ToString(CultureInfo.InvariantCulture);
        if (Changes is null) throw new InputException(Population, null, new Phrase("codes.mixed", Population, from, to), new Phrase("codes.mixed.remedy", from, to));
        return totals.By(CodeChangeTable.Read(files.At(Changes), findings).Between(codeYear, CodeYear), findings);
    }

    /// <summary>The grid's sums, or the totals where there are any.</summary>
    private static long[] PeopleOf(MunicipalityBoundary[] boundaries, Demand everybody, MunicipalityPeople? totals)
    {
        var people = new long[boundaries.Length];
        for (int place = 0; place < everybody.Count; place++)
        {
            if (everybody.Municipalities[place] >= 0) people[everybody.Municipalities[place]] += everybody.People[place];
        }
        if (totals is null) return people;
        Dictionary<string, int> byNumber = totals.Rows.ToDictionary(r => r.Number, r => r.People, StringComparer.Ordinal);
        return [.. boundaries.Select((b, i) => byNumber.TryGetValue(b.Number, out int total) ? total : people[i])];
    }

    /// <summary>The middle of a large square may lie in the sea; the centre is then on the nearest road.</summary>
    private static PlanePoint[] Ashore(RoadNetwork network, PlanePoint[] centres)
    {
        if (network.Water is not { } water) return centres;
        SnappedPlace[] snapped = new RoadSnapper(network.Graph, TravelProfile.Car, water: null).SnapAll(centres);
        return [.. centres.Zip(snapped, (centre, place) => water.IsSea(centre) && place.Snap.State == SnapState.OnRoad ? place.Snap.Point : centre)];
    }

    private void WriteTables(
        string folder, int[] chosen, MunicipalityBoundary[] boundaries, PlanePoint[] centres, long[] people,
        IReadOnlyList<Settlement?> settlements)
    {
        TableDress dress = Language == UserLanguage.English ? TableDress.International : TableDress.NorwegianExcel;
        var municipalities = new DelimitedWriter(dress, "kommunenummer", "name", "population", "centre_lon", "centre_lat");
        var sites = new DelimitedWriter(dress, "site", "name", "other_names", "kommunenummer", "lon", "lat", "position_estimated");
        var structures = new DelimitedWriter(
            dress, "structure", "name_nb", "name_nn", "name_en", "office", "host", "municipalities", "sites", "open_days");
        var assumed = new Phrase("report.assumed-structure");
        foreach (int m in chosen)
        {
            MunicipalityBoundary municipality = boundaries[m];
            GeoPoint centre = MapProjection.Norway.ToGeo(centres[m]);
            municipalities.Text(municipality.Number).Text(municipality.Name).Whole(people[m])
                .Decimal(centre.Longitude, 6).Decimal(centre.Latitude, 6).EndRow();
            sites.Text(municipality.Number).Text(settlements[m]?.Name ?? NorwegianNames.Short(municipality.Name)).Text(string.Join('|', settlements[m]?.OtherNames ?? [])).Text(municipality.Number)
                .Decimal(centre.Longitude, 6).Decimal(centre.Latitude, 6).Text("true").EndRow();
            structures.Text(BaselineId).Text(assumed.In(UserLanguage.Bokmaal)).Text(assumed.In(UserLanguage.Nynorsk)).Text(assumed.In(UserLanguage.English))
                .Text(OfficeName(municipality)).Text(null).Text(municipality.Number).Text(municipality.Number).Text("5").EndRow();
        }
        municipalities.Save(Path.Combine(folder, "municipalities.csv"));
        sites.Save(Path.Combine(folder, "sites.csv"));
        structures.Save(Path.Combine(folder, "structures.csv"));

        // Herøy and Våler are two municipalities each; an office's name is unique.
        string OfficeName(MunicipalityBoundary municipality) =>
            chosen.Count(m => NorwegianNames.Short(boundaries[m].Name) == NorwegianNames.Short(municipality.Name)) == 1
                ? "NAV " + NorwegianNames.Short(municipality.Name) : $"NAV {NorwegianNames.Short(municipality.Name)} ({municipality.Number})";
    }

    private void WriteSettings(string folder, string finalFolder, int cellMetres, SourceReference roads, MunicipalityPeople? totals)
    {
        var settings = new JsonMembers
        {
            ["id"] = CaseId.OfFolder(finalFolder),
            ["name"] = NameOf(finalFolder),
            ["language"] = LanguageCode.Of(Language),
            ["baseline"] = BaselineId,
            ["crs"] = "EPSG:25833",
            ["date"] = string.Create(CultureInfo.InvariantCulture, $"{totals?.Year ?? CodeYear}-01-01"),
            ["codeYear"] = CodeYear,
            ["sources"] = new JsonArray
            {
                Source(roads.Title, roads.Licence, roads.Date.Length > 0 ? roads.Date : YearIn(Roads)),
                Published(Grid, StatisticsNorway),
                Published(Boundaries, "Kartverket"),
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
        if (map is not null) settings["files"]!["map"] = Reference(map);
        if (Commuting is not null)
        {
            settings["files"]!["commuting"] = Reference(Commuting);
            settings["sources"]!.AsArray().Add(Published(Commuting, StatisticsNorway));
        }
        if (totals is not null)
        {
            JsonMembers population = Reference(Population!);
            if (totals.Year is { } year) population["year"] = year;
            settings["files"]!["population"] = population;
            settings["sources"]!.AsArray().Add(Published(Population!, StatisticsNorway, totals.Year?.ToString(CultureInfo.InvariantCulture)));
        }
        AtomicFile.WriteText(Path.Combine(folder, "case.json"), settings.ToJsonString(JsonDress) + "\n");

        // A case names every licence; that of hand-made or foreign roads is for the planner to fill in.
        JsonMembers Source(string title, string licence, string date) => new()
        {
            ["title"] = title,
            ["licence"] = licence.Length > 0 ? licence : "ukjent / unknown",
            ["date"] = date,
        };

        JsonMembers Published(string path, string publisher, string? date = null) => NorwayBase.Find(path)?.Source is { } carried
            ? Source(carried.Title, carried.Licence, date ?? carried.Date)
            : Source($"{publisher}: {Path.GetFileName(path)}", "CC BY 4.0", date ?? YearIn(path));

        // The files do not say of when they are; their names usually do.
        string YearIn(string path) =>
            YearPattern().Match(Path.GetFileName(path)) is { Success: true } year ? year.Value : Path.GetFileName(path);

        JsonMembers Reference(string path) => new()
        {
            ["path"] = CarriedFile.IsPath(path) ? path : Path.GetRelativePath(finalFolder, Path.GetFullPath(path)),
            ["sha256"] = files.At(path).Sha256(),
        };
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string NameOf(string folder)
    {
        bool isNamed = Only.Count > 0 && Only.All(word => !char.IsAsciiDigit(word[0]));
        string name = !string.IsNullOrWhiteSpace(Name) ? Name.Trim() : (isNamed ? string.Join(", ", Only) : CaseId.NameOf(folder));
        return char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    [GeneratedRegex("(19|20)[0-9][0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();
}
