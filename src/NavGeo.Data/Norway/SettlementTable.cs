using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Roads;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Norway;

/// <summary>
/// The towns, villages, hamlets and valleys of Norway and where they are (<c>norway:settlements.csv</c>): the one answer to what
/// is called how, for every case on Norwegian ground. Made with the country, since names and people are matched with each other
/// all over it (<see cref="N1000Settlements"/>); a case has only its own people, and its border would move the names beyond.
/// </summary>
public static class SettlementTable
{
    /// <summary>Its name among the parts.</summary>
    public const string Name = "settlements.csv";

    private const char Joint = '|';
    private static readonly string[] Columns = ["name", "other_names", "kind", "easting", "northing"];
    private static readonly Lazy<IReadOnlyList<PlaceName>> Carried = new(() => Read(new InputFile(CarriedFile.Scheme + Name)));

    /// <summary>Those that come with NavGeo, large kinds first, then valleys; points in EPSG:25833.</summary>
    public static IReadOnlyList<PlaceName> Norway => Carried.Value;

    /// <summary>Makes the table.</summary>
    /// <param name="map">N1000.</param>
    /// <param name="people">A population grid of the whole country.</param>
    /// <param name="boundaries">Its municipalities.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    public static byte[] Make(InputFile map, InputFile people, InputFile boundaries, Findings findings)
    {
        IReadOnlyList<MunicipalityBoundary> municipalities = BoundaryReader.Read(boundaries, findings);
        PopulationGrid grid = PeopleFile.Read(people, findings);
        LocatedPoints located = new MunicipalityLocator(municipalities).LocateAll(grid.Middles);
        var demand = new Demand(grid.Ids, new string?[grid.Count], grid.People, grid.Middles, located.Municipalities, grid.CellMetres);
        string[] kinds = [.. N1000PlaceNames.Settlements, N1000PlaceNames.Valley];
        LetteredPlace[] places = [.. N1000PlaceNames.Lettered(map, kinds).OrderBy(p => Array.IndexOf(kinds, p.Name.Kind))];
        var table = new DelimitedWriter(TableDress.International, Columns);
        foreach (PlaceName place in new N1000Settlements(demand, [.. municipalities.Select(m => m.Name)], N1000PlaceNames.Stations(map)).Placed(places))
        {
            table.Text(place.Name).Text(string.Join(Joint, place.OtherNames)).Text(place.Kind)
                .Decimal(place.Point.Easting, 0).Decimal(place.Point.Northing, 0).EndRow();
        }
        return table.ToBytes();
    }

    private static PlaceName[] Read(InputFile file)
    {
        var findings = new Findings();
        DelimitedTable? table = DelimitedTable.Read(file, new TableColumns(Columns, []), findings);
        findings.ThrowIfErrors();
        return
        [
            .. table!.Rows.Select(row => new PlaceName(row.Text("name"), row.Text("kind"), new PlanePoint(row.Decimal("easting", -1e7, 1e7), row.Decimal("northing", -1e7, 1e7)))
            {
                OtherNames = row.OptionalText("other_names")?.Split(Joint) ?? [],
            }),
        ];
    }
}
