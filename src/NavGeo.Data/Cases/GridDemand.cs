using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Kept;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Cases;

/// <summary>Makes the demand of a case out of a population grid, or people at points, and the boundaries.</summary>
internal static class GridDemand
{
    /// <summary>In none of the boundaries, but nearest to a municipality of the case: kept, and reported as outside.</summary>
    private const int Nowhere = -1;

    /// <summary>Nobody who lives so far from all municipalities of a case is one of its people.</summary>
    private const double FarMetres = 100_000;

    /// <summary>In a municipality that the case does not have: left out and counted.</summary>
    private const int Elsewhere = -2;

    /// <summary>
    /// The squares in the case's municipalities. With <see cref="CaseSettings.DemandCellMetres"/> they are gathered into
    /// squares of that side, one for each municipality that has people in it, standing where those people are on
    /// average: a square that a fjord or a border parts does not put people on the wrong side. Null, with a finding, where
    /// the file cannot be read. What comes out is kept: the next time a part of the country does not read all of it.
    /// </summary>
    public static Demand? Read(CaseFolder input, CaseFile file, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
    {
        int[] homes = HomesOf(input, municipalities, locator);
        int before = input.Findings.All.Count;
        SettledPeople? settled = KeptFolder.Own.Get(
            KeptFolder.NameOf("people", [.. MadeOf(input, file, municipalities)]),
            reader => SettledPeople.From(reader, input.Findings),
            () => input.Outside(() => PeopleFile.Read(file.File, input.Findings)) is { } grid ? Of(input, grid, homes, municipalities, locator) : null,
            (made, writer) => made is not null && made.Write(writer, [.. input.Findings.All.Skip(before)]));
        if (settled is null) return null;
        input.AddSource(file);
        input.People.Outside = settled.Outside;
        Tell(input, settled);
        return new Demand(
            settled.Ids, new string?[settled.Ids.Length], settled.People, [.. settled.Points.Select(p => PointOf(input, p))], settled.Homes, settled.CellMetres);
    }

    /// <summary>All that the answer depends on.</summary>
    private static IEnumerable<string> MadeOf(CaseFolder input, CaseFile file, IReadOnlyList<Municipality> municipalities)
    {
        CaseFile boundaries = input.Settings.Files["boundaries"];
        // Findings name the file as the user does.
        yield return file.File.Path;
        yield return file.File.Exists ? file.File.Sha256() : "";
        yield return boundaries.File.Sha256();
        yield return FormattableString.Invariant($"{boundaries.CodeYear} {input.Settings.CodeYear} {input.Settings.DemandCellMetres}");
        yield return input.Find(CodeChangeTable.Name)?.Sha256() ?? "";
        foreach (Municipality municipality in municipalities) yield return municipality.Number;
    }

    private static SettledPeople? Of(CaseFolder input, PopulationGrid grid, int[] homes, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
    {
        int cellMetres = input.Settings.DemandCellMetres == 0 ? grid.CellMetres : input.Settings.DemandCellMetres;
        if (grid.CellMetres > 0 && cellMetres % grid.CellMetres != 0)
        {
            input.Findings.Error(input.PathOf("case.json"), null, new Phrase("case.bad-cell", cellMetres, grid.CellMetres), new Phrase("case.cell.remedy"));
            return null;
        }
        var own = municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        (int[] placeHomes, OutsidePlace[] outside) = Placed(grid, homes, locator, locator.Around(own.Contains, FarMetres));
        SettledPeople settled = cellMetres == 0 ? AsTheyAre(grid, placeHomes) : Gathered(grid, placeHomes, municipalities, cellMetres);
        return settled with { Outside = outside, Elsewhere = PeopleWith(Elsewhere), Nowhere = PeopleWith(Nowhere) };

        long PeopleWith(int home) => placeHomes.Index().Where(p => p.Item == home).Sum(p => (long)grid.People[p.Index]);
    }

    /// <summary>The case's municipality behind each boundary, -2 for none; warns of municipalities without boundary.</summary>
    private static int[] HomesOf(CaseFolder input, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
    {
        var byNumber = municipalities.Select((m, i) => (m.Number, i)).ToDictionary(p => p.Number, p => p.i, StringComparer.Ordinal);
        int[] homes = [.. locator.Boundaries.Select(b => byNumber.GetValueOrDefault(b.Number, Elsewhere))];
        foreach (Municipality municipality in municipalities.Where((_, i) => !homes.Contains(i)))
        {
            input.Findings.Warning(input.PathOf("case.json"), input.Settings.Files["boundaries"].Place,
                new Phrase("case.no-boundary", $"{municipality.Number} {municipality.Name}"),
                new Phrase("case.no-boundary.remedy", input.Settings.CodeYear.ToString(CultureInfo.InvariantCulture)));
        }
        return homes;
    }

    /// <summary>The case's municipality of each place, -1 for nowhere, -2 for elsewhere, and those that lie outside all boundaries.</summary>
    private static (int[] Homes, OutsidePlace[] Outside) Placed(PopulationGrid grid, int[] homes, MunicipalityLocator locator, Envelope window)
    {
        LocatedPoints located = locator.LocateAll(grid.Middles, window: window);
        int[] placeHomes =
        [
            .. located.Municipalities.Select((boundary, i) =>
                boundary >= 0 ? homes[boundary] : window.Contains(grid.Middles[i].Easting, grid.Middles[i].Northing) ? Nowhere : Elsewhere),
        ];
        foreach (OutsidePoint left in located.Outside.Where(o => !o.IsGiven && homes[o.Nearest] < 0)) placeHomes[left.Point] = Elsewhere;
        return (placeHomes, [.. located.Outside.Where(o => placeHomes[o.Point] != Elsewhere).Select(o => new OutsidePlace(
            grid.Ids[o.Point], grid.Middles[o.Point], grid.People[o.Point],
            locator.Boundaries[o.Nearest].Number, locator.Boundaries[o.Nearest].Name, o.Metres, o.IsGiven))]);
    }

    private static void Tell(CaseFolder input, SettledPeople settled)
    {
        string json = input.PathOf("case.json");
        double[] given = [.. settled.Outside.Where(o => o.IsGiven).Select(o => o.Metres)];
        if (given.Length > 0)
        {
            input.Findings.Note(json, null,
                new Phrase("case.grid-nearest", given.Length, Math.Round(given.Max() / 1000, 1)),
                new Phrase("case.grid-nearest.remedy"));
        }
        if (settled.Elsewhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-outside", settled.Elsewhere), new Phrase("case.grid-outside.remedy"));
        if (settled.Nowhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-nowhere", settled.Nowhere), new Phrase("case.grid-nowhere.remedy"));
    }

    private static SettledPeople AsTheyAre(PopulationGrid grid, int[] homes)
    {
        int[] kept = [.. Enumerable.Range(0, grid.Count).Where(i => homes[i] != Elsewhere && grid.People[i] > 0)];
        return new SettledPeople(
            [.. kept.Select(i => grid.Ids[i])], [.. kept.Select(i => grid.People[i])], [.. kept.Select(i => grid.Middles[i])], [.. kept.Select(i => homes[i])],
            grid.CellMetres);
    }

    private static SettledPeople Gathered(PopulationGrid grid, int[] homes, IReadOnlyList<Municipality> municipalities, int cellMetres)
    {
        var gathered = new SortedDictionary<(long North, long East, int Home), (long People, double East, double North)>();
        for (int i = 0; i < grid.Count; i++)
        {
            if (homes[i] == Elsewhere) continue;
            PlanePoint middle = grid.Middles[i];
            var key = ((long)Math.Floor(middle.Northing / cellMetres), (long)Math.Floor(middle.Easting / cellMetres), homes[i]);
            (long people, double east, double north) = gathered.GetValueOrDefault(key);
            gathered[key] = (people + grid.People[i], east + middle.Easting * grid.People[i], north + middle.Northing * grid.People[i]);
        }
        var inhabited = gathered.Where(g => g.Value.People > 0).ToArray();
        return new SettledPeople(
            [.. inhabited.Select(g => string.Create(CultureInfo.InvariantCulture,
                $"{2_000_000 + g.Key.East * cellMetres:0000000}{g.Key.North * cellMetres:0000000}-{NumberOf(g.Key.Home)}"))],
            [.. inhabited.Select(g => checked((int)g.Value.People))],
            [.. inhabited.Select(g => new PlanePoint(g.Value.East / g.Value.People, g.Value.North / g.Value.People))],
            [.. inhabited.Select(g => g.Key.Home)],
            cellMetres);

        string NumberOf(int home) => home == Nowhere ? "0000" : municipalities[home].Number;
    }

    private static PlanePoint PointOf(CaseFolder input, PlanePoint point) =>
        input.Settings.Epsg == CaseBoundaries.Projection.Epsg ? point : input.ToPlane(CaseBoundaries.Projection.ToGeo(point));
}

/// <summary>The people of a grid who live in the municipalities of a case, as parallel columns; points are EPSG:25833.</summary>
/// <param name="Ids">One a place.</param>
/// <param name="People">Persons.</param>
/// <param name="Points">Where.</param>
/// <param name="Homes">Index into the case's municipalities, -1 for none.</param>
/// <param name="CellMetres">Side of a square; 0 for points.</param>
internal sealed record SettledPeople(string[] Ids, int[] People, PlanePoint[] Points, int[] Homes, int CellMetres)
{
    /// <summary>Places outside all boundaries, nearest to a municipality of the case.</summary>
    public OutsidePlace[] Outside { get; init; } = [];

    /// <summary>How many live in municipalities that the case does not have.</summary>
    public long Elsewhere { get; init; }

    /// <summary>How many live in none, too far from all.</summary>
    public long Nowhere { get; init; }

    /// <summary>Keeps them, with what the reader of the file had to say; false where that cannot be kept.</summary>
    public bool Write(KeptWriter writer, IReadOnlyList<Finding> said)
    {
        if (!writer.Findings(said)) return false;
        writer.Each(Ids, writer.Text);
        writer.Column<int>(People);
        writer.Column<PlanePoint>(Points);
        writer.Column<int>(Homes);
        writer.Each(Outside, o =>
        {
            writer.Text(o.Id);
            writer.Column<PlanePoint>([o.Point]);
            writer.Whole(o.People);
            writer.Text(o.NearestNumber);
            writer.Text(o.NearestName);
            writer.Decimal(o.Metres);
            writer.Whole(o.IsGiven ? 1 : 0);
        });
        foreach (long number in (long[])[CellMetres, Elsewhere, Nowhere]) writer.Whole(number);
        return true;
    }

    /// <summary>Those that were kept; what was said is said again.</summary>
    public static SettledPeople From(KeptReader reader, Findings findings)
    {
        foreach (Finding said in reader.Findings()) findings.Add(said);
        var settled = new SettledPeople(reader.Each(reader.Word), reader.Column<int>(), reader.Column<PlanePoint>(), reader.Column<int>(), 0)
        {
            Outside = reader.Each(() => new OutsidePlace(
                reader.Word(), reader.Column<PlanePoint>()[0], (int)reader.Whole(), reader.Word(), reader.Word(), reader.Decimal(), reader.Whole() == 1)),
        };
        return settled with { CellMetres = (int)reader.Whole(), Elsewhere = reader.Whole(), Nowhere = reader.Whole() };
    }
}
