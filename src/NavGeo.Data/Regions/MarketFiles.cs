using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Regions;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.Regions;

/// <summary>The files a market is made of where there is no case: roads, municipalities, people, commuting, times.</summary>
public sealed record MarketFiles
{
    private static readonly TableColumns PointColumns = new(["kommunenummer", "name"], "population", "centre_lon", "centre_lat");

    /// <summary>Road network; null where all times are given.</summary>
    public InputFile? Roads { get; init; }

    /// <summary>Boundaries (GeoJSON, or the layer Kommune of a GeoPackage), or a table of municipalities; null where commuting names them.</summary>
    public InputFile? Municipalities { get; init; }

    /// <summary>Population grid or table of municipalities.</summary>
    public InputFile? Population { get; init; }

    /// <summary>Commuting, plain or gzip.</summary>
    public InputFile? Commuting { get; init; }

    /// <summary>Given travel times; they go before measured ones.</summary>
    public InputFile? Times { get; init; }

    /// <summary>The year where a file holds several.</summary>
    public int? Year { get; init; }

    /// <summary>Between whom times are measured.</summary>
    public TimeEnds Ends { get; init; } = TimeEnds.Both;

    /// <summary>From the numbers of a commuting matrix of another year to those of the municipalities; null where none were given.</summary>
    public CodeMapping? Codes { get; init; }

    /// <summary>What is different on the roads, and how fast one travels, once they are known.</summary>
    public Func<RoadGraph, EditDraft> Edits { get; init; } = roads => new EditDraft(roads, TravelProfile.Signposted);

    /// <summary>Reads everything and measures the times.</summary>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public LoadedMarket Read(Findings findings, ReadingRun? run = null)
    {
        var sources = new List<SourceReference>();
        CommutingRows? rows = Commuting is null ? null : CommutingFile.Read(Commuting, Year, findings);
        MunicipalityPeople? people = Population is null ? null : MunicipalityPeople.Read(Population, Year ?? rows?.Year, findings);
        IReadOnlyList<MunicipalityBoundary> boundaries = Boundaries(findings);
        (Municipality[] municipalities, PlanePoint[] centres, Demand? demand) = Places(boundaries, people, rows, findings);
        MunicipalityTimes? measured = null;
        RoadNetwork? network = null;
        string[] edits = [];
        TravelProfile? profile = null;
        if (Roads is not null)
        {
            network = RoadFile.Open(Roads, findings, run);
            EditDraft draft = Edits(network.Graph);
            edits = [.. draft.AllOnRoads.Select(e => e.ToString())];
            profile = draft.Profile;
            MunicipalityTravel travel = draft.Explained(() => new MunicipalityTravel(network.Graph, profile, network.Water, draft.AllOnRoads));
            measured = travel.Measure(Ends, demand, centres);
            foreach (int m in travel.WithoutRoad)
            {
                findings.Warning(Roads.Path, null, new Phrase("regions.centre-without-road", $"{municipalities[m].Number} {municipalities[m].Name}"),
                    new Phrase("regions.centre-without-road.remedy"));
            }
            sources.Add(network.Source);
        }
        MunicipalityTimes times = Times is not null ? MunicipalityTimesFile.Read(Times, municipalities, measured, findings)
            : measured ?? throw new InputException("--roads", null, new Phrase("regions.no-times"), new Phrase("regions.no-times.remedy"));
        CommutingMatrix? matrix = rows?.ToMatrix(municipalities, findings, Codes);
        string date = rows?.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        foreach (InputFile file in ((InputFile?[])[Municipalities, Population, Commuting, Times]).OfType<InputFile>())
            sources.Add(new SourceReference(file.Name, "", date, file.Path, file.Sha256()));
        var market = new LabourMarket
        {
            Municipalities = municipalities,
            Commuting = matrix,
            Times = times,
            Contiguity = LoadedMarket.Neighbours(boundaries, municipalities.Length, network, times, (Municipalities ?? Commuting)?.Path ?? "", findings),
            Year = rows?.Year,
        };
        return new LoadedMarket(market, boundaries, sources, profile, edits);
    }

    /// <summary>Reads roads, boundaries and people, and measures every pair of municipalities near each other.</summary>
    /// <param name="mostMinutes">How near; both ways of a pair are measured, each by itself.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public (Municipality[] Municipalities, IReadOnlyList<MunicipalityTrip> Trips) ReadTrips(double mostMinutes, Findings findings, ReadingRun? run = null)
    {
        (Municipality[] municipalities, Demand demand) = ReadPeople(findings);
        RoadNetwork network = RoadFile.Open(Roads!, findings, run);
        EditDraft draft = Edits(network.Graph);
        MunicipalityTravel travel = draft.Explained(() => new MunicipalityTravel(network.Graph, draft.Profile, network.Water, draft.AllOnRoads));
        return (municipalities, travel.TripsBetweenPeople(demand, municipalities.Length, mostMinutes));
    }

    /// <summary>Reads boundaries and people: the municipalities, and who lives where in them.</summary>
    /// <exception cref="InputException">A file cannot be used, or does not say where people live.</exception>
    public (Municipality[] Municipalities, Demand Demand) ReadPeople(Findings findings)
    {
        // A table of municipalities does not do here, so a file that is none of people at places is told what one looks like.
        var people = new MunicipalityPeople(PeopleFile.Read(Population!, findings), new Dictionary<string, int>());
        (Municipality[] municipalities, _, Demand? demand) = Places(Boundaries(findings), people, null, findings);
        return demand is null
            ? throw new InputException("--population", null, new Phrase("regions.no-people"), new Phrase("regions.no-people.remedy"))
            : (municipalities, demand);
    }

    private MunicipalityBoundary[] Boundaries(Findings findings) => Municipalities is null ? []
        : Path.GetExtension(Municipalities.Path).ToLowerInvariant() switch
        {
            ".gpkg" => [.. GeoPackageBoundaryReader.Read(Municipalities, findings)],
            ".csv" or ".txt" => [],
            _ => [.. BoundaryReader.Read(Municipalities, findings)],
        };

    private (Municipality[] Municipalities, PlanePoint[] Centres, Demand? Demand) Places(
        IReadOnlyList<MunicipalityBoundary> boundaries, MunicipalityPeople? people, CommutingRows? rows, Findings findings)
    {
        if (boundaries.Count > 0) return WithBoundaries(boundaries, people, findings);
        Municipality[] municipalities = Municipalities is not null ? Table(Municipalities, people, findings)
            : [.. Named(rows).Select(n => new Municipality(n, n, people?.ByNumber.GetValueOrDefault(n) ?? 0, default))];
        if (Roads is not null && Municipalities is null)
            throw new InputException("--municipalities", null, new Phrase("regions.no-municipalities"), new Phrase("regions.no-municipalities.remedy"));
        return (municipalities, [.. municipalities.Select(m => MapProjection.Norway.ToPlane(m.Centre))], null);
    }

    private static IEnumerable<string> Named(CommutingRows? rows) => rows is null
        ? throw new InputException("--municipalities", null, new Phrase("regions.no-municipalities"), new Phrase("regions.no-municipalities.remedy"))
        : rows.Rows.SelectMany(r => (string[])[r.Home, r.Work]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private (Municipality[] Municipalities, PlanePoint[] Centres, Demand? Demand) WithBoundaries(
        IReadOnlyList<MunicipalityBoundary> boundaries, MunicipalityPeople? people, Findings findings)
    {
        var centres = new PlanePoint[boundaries.Count];
        var sums = new long[boundaries.Count];
        Demand? demand = null;
        var densest = new int[boundaries.Count];
        Array.Fill(densest, -1);
        if (people?.Grid is { } grid)
        {
            LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles);
            demand = new Demand(grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
            densest = DensestSettlement.Of(demand, boundaries.Count);
            for (int place = 0; place < demand.Count; place++)
            {
                if (demand.Municipalities[place] >= 0) sums[demand.Municipalities[place]] += demand.People[place];
            }
        }
        for (int m = 0; m < centres.Length; m++)
        {
            NetTopologySuite.Geometries.Point inside = boundaries[m].Area.InteriorPoint;
            centres[m] = densest[m] >= 0 ? demand!.Points[densest[m]] : new PlanePoint(inside.X, inside.Y);
            if (people is not null && people.Grid is null) sums[m] = people.ByNumber.GetValueOrDefault(boundaries[m].Number);
        }
        string[] guessed = [.. boundaries.Where((_, m) => densest[m] < 0).Select(b => $"{b.Number} {b.Name}")];
        if (Roads is not null && guessed.Length > 0)
        {
            findings.Warning(Population?.Path ?? "--population", null,
                new Phrase("regions.centre-guessed", guessed.Length, string.Join(", ", guessed.Take(5))), new Phrase("regions.centre-guessed.remedy"));
        }
        Municipality[] municipalities = [.. boundaries.Select((b, m) => new Municipality(b.Number, b.Name, checked((int)sums[m]), MapProjection.Norway.ToGeo(centres[m])))];
        return (municipalities, centres, demand);
    }

    private Municipality[] Table(InputFile file, MunicipalityPeople? people, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Read(file, PointColumns, findings);
        findings.ThrowIfErrors();
        var found = new SortedDictionary<string, Municipality>(StringComparer.Ordinal);
        foreach (DelimitedRow row in table!.Rows)
        {
            string number = row.Text("kommunenummer").PadLeft(4, '0');
            GeoPoint centre = Roads is null && row.OptionalText("centre_lon") is null ? default
                : row.Position("centre_lon", "centre_lat", PositionLimits.Norway);
            int inhabitants = row.OptionalWhole("population", 0, 20_000_000) ?? 0;
            if (people is { Grid: null } && people.ByNumber.TryGetValue(number, out int counted)) inhabitants = counted;
            if (!row.IsFaulty) found[number] = new Municipality(number, row.Text("name"), inhabitants, centre);
        }
        findings.ThrowIfErrors();
        return [.. found.Values];
    }
}
