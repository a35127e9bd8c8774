using System.Globalization;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Population;
using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Cases;

/// <summary>Makes the demand of a case out of a population grid and the boundaries.</summary>
internal static class GridDemand
{
    /// <summary>In none of the boundaries, but nearest to a municipality of the case: kept, and reported as outside.</summary>
    private const int Nowhere = -1;

    /// <summary>In a municipality that the case does not have: left out and counted.</summary>
    private const int Elsewhere = -2;

    /// <summary>
    /// The squares in the case's municipalities. With <see cref="CaseSettings.DemandCellMetres"/> they are gathered into
    /// squares of that side, one for each municipality that has people in it, standing where those people are on
    /// average: a square that a fjord or a border parts does not put people on the wrong side.
    /// </summary>
    public static Demand? Of(CaseInput input, PopulationGrid grid, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
    {
        string json = input.PathOf("case.json");
        int[] homes = HomesOf(input, municipalities, locator);
        int cellMetres = input.Settings.DemandCellMetres == 0 ? grid.CellMetres : input.Settings.DemandCellMetres;
        if (cellMetres % grid.CellMetres != 0)
        {
            input.Findings.Error(json, null, new Phrase("case.bad-cell", cellMetres, grid.CellMetres), new Phrase("case.cell.remedy"));
            return null;
        }
        LocatedPoints located = locator.LocateAll(grid.Middles);
        if (located.NearestCount > 0)
        {
            input.Findings.Note(json, null,
                new Phrase("case.grid-nearest", located.NearestCount, Math.Round(located.FarthestNearestMetres / 1000, 1)),
                new Phrase("case.grid-nearest.remedy"));
        }
        var gathered = new SortedDictionary<(long North, long East, int Home), (long People, double East, double North)>();
        long elsewhere = 0;
        long nowhere = 0;
        for (int i = 0; i < grid.Count; i++)
        {
            PlanePoint middle = grid.Middles[i];
            int boundary = located.Municipalities[i];
            int home = boundary < 0 ? Nowhere : homes[boundary];
            if (home == Nowhere && boundary < 0 && homes[locator.NearestWithin(middle, double.MaxValue).Index] < 0) home = Elsewhere;
            if (home == Elsewhere)
            {
                elsewhere += grid.People[i];
                continue;
            }
            if (home == Nowhere) nowhere += grid.People[i];
            var key = ((long)Math.Floor(middle.Northing / cellMetres), (long)Math.Floor(middle.Easting / cellMetres), home);
            (long people, double east, double north) = gathered.GetValueOrDefault(key);
            gathered[key] = (people + grid.People[i], east + middle.Easting * grid.People[i], north + middle.Northing * grid.People[i]);
        }
        if (elsewhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-outside", elsewhere), new Phrase("case.grid-outside.remedy"));
        if (nowhere > 0) input.Findings.Note(json, null, new Phrase("case.grid-nowhere", nowhere), new Phrase("case.grid-nowhere.remedy"));
        return Columns(input, municipalities, gathered, cellMetres);
    }

    /// <summary>The case's municipality behind each boundary, -1 for none; warns of municipalities without boundary.</summary>
    private static int[] HomesOf(CaseInput input, IReadOnlyList<Municipality> municipalities, MunicipalityLocator locator)
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

    private static Demand Columns(
        CaseInput input,
        IReadOnlyList<Municipality> municipalities,
        SortedDictionary<(long North, long East, int Home), (long People, double East, double North)> gathered,
        int cellMetres)
    {
        var inhabited = gathered.Where(g => g.Value.People > 0).ToArray();
        return new Demand(
            [.. inhabited.Select(g => string.Create(CultureInfo.InvariantCulture,
                $"{2_000_000 + g.Key.East * cellMetres:0000000}{g.Key.North * cellMetres:0000000}-{NumberOf(g.Key.Home)}"))],
            [.. inhabited.Select(_ => (string?)null)],
            [.. inhabited.Select(g => checked((int)g.Value.People))],
            [.. inhabited.Select(g => PointOf(input, g.Value))],
            [.. inhabited.Select(g => g.Key.Home)],
            cellMetres);

        string NumberOf(int home) => home == Nowhere ? "0000" : municipalities[home].Number;
    }

    private static PlanePoint PointOf(CaseInput input, (long People, double East, double North) sum)
    {
        var point = new PlanePoint(sum.East / sum.People, sum.North / sum.People);
        return input.Settings.Epsg == CaseBoundaries.Projection.Epsg ? point : input.ToPlane(CaseBoundaries.Projection.ToGeo(point));
    }
}
