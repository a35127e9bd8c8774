using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
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
    /// average: a square that a fjord or a border parts does not put people on the wrong side.
    /// </summary>
    public static Demand? Of(CaseFolder input, PopulationGrid grid, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
    {
        int[] homes = HomesOf(input, municipalities, locator);
        int cellMetres = input.Settings.DemandCellMetres == 0 ? grid.CellMetres : input.Settings.DemandCellMetres;
        if (grid.CellMetres > 0 && cellMetres % grid.CellMetres != 0)
        {
            input.Findings.Error(input.PathOf("case.json"), null, new Phrase("case.bad-cell", cellMetres, grid.CellMetres), new Phrase("case.cell.remedy"));
            return null;
        }
        var own = municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal);
        int[] placeHomes = Placed(input, grid, homes, locator, locator.Around(own.Contains, FarMetres));
        return cellMetres == 0 ? AsTheyAre(input, grid, placeHomes) : Gathered(input, grid, placeHomes, municipalities, cellMetres);
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

    /// <summary>The case's municipality of each place, -1 for nowhere, -2 for elsewhere; tells what fell outside.</summary>
    private static int[] Placed(CaseFolder input, PopulationGrid grid, int[] homes, MunicipalityLocator locator, Envelope window)
    {
        string json = input.PathOf("case.json");
        LocatedPoints located = locator.LocateAll(grid.Middles, window: window);
        int[] placeHomes =
        [
            .. located.Municipalities.Select((boundary, i) =>
                boundary >= 0 ? homes[boundary] : window.Contains(grid.Middles[i].Easting, grid.Middles[i].Northing) ? Nowhere : Elsewhere),
        ];
        foreach (OutsidePoint left in located.Outside.Where(o => !o.IsGiven && homes[o.Nearest] < 0)) placeHomes[left.Point] = Elsewhere;
        double[] given = [.. located.Outside.Where(o => o.IsGiven && homes[o.Nearest] >= 0).Select(o => o.Metres)];
        if (given.Length > 0)
        {
            input.Findings.Note(json, null,
                new Phrase("case.grid-nearest", given.Length, Math.Round(given.Max() / 1000, 1)),
                new Phrase("case.grid-nearest.remedy"));
        }
        input.People.Outside = [.. located.Outside.Where(o => placeHomes[o.Point] != Elsewhere).Select(o => new OutsidePlace(
            grid.Ids[o.Point], grid.Middles[o.Point], grid.People[o.Point],
            locator.Boundaries[o.Nearest].Number, locator.Boundaries[o.Nearest].Name, o.Metres, o.IsGiven))];
        long elsewhere = PeopleWith(Elsewhere);
        long nowhere = PeopleWith(Nowhere);
        if (elsewhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-outside", elsewhere), new Phrase("case.grid-outside.remedy"));
        if (nowhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-nowhere", nowhere), new Phrase("case.grid-nowhere.remedy"));
        return placeHomes;

        long PeopleWith(int home) => placeHomes.Index().Where(p => p.Item == home).Sum(p => (long)grid.People[p.Index]);
    }

    private static Demand AsTheyAre(CaseFolder input, PopulationGrid grid, int[] homes)
    {
        int[] kept = [.. Enumerable.Range(0, grid.Count).Where(i => homes[i] != Elsewhere && grid.People[i] > 0)];
        return new Demand(
            [.. kept.Select(i => grid.Ids[i])],
            new string?[kept.Length],
            [.. kept.Select(i => grid.People[i])],
            [.. kept.Select(i => PointOf(input, grid.Middles[i]))],
            [.. kept.Select(i => homes[i])],
            grid.CellMetres);
    }

    private static Demand Gathered(CaseFolder input, PopulationGrid grid, int[] homes, IReadOnlyList<Municipality> municipalities, int cellMetres)
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
        return new Demand(
            [.. inhabited.Select(g => string.Create(CultureInfo.InvariantCulture,
                $"{2_000_000 + g.Key.East * cellMetres:0000000}{g.Key.North * cellMetres:0000000}-{NumberOf(g.Key.Home)}"))],
            [.. inhabited.Select(_ => (string?)null)],
            [.. inhabited.Select(g => checked((int)g.Value.People))],
            [.. inhabited.Select(g => PointOf(input, new PlanePoint(g.Value.East / g.Value.People, g.Value.North / g.Value.People)))],
            [.. inhabited.Select(g => g.Key.Home)],
            cellMetres);

        string NumberOf(int home) => home == Nowhere ? "0000" : municipalities[home].Number;
    }

    private static PlanePoint PointOf(CaseFolder input, PlanePoint point) =>
        input.Settings.Epsg == CaseBoundaries.Projection.Epsg ? point : input.ToPlane(CaseBoundaries.Projection.ToGeo(point));
}
