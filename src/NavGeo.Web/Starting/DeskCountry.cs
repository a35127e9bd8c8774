using NavGeo.Data.Boundaries;
using NavGeo.Data.Kartverket;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Data.Roads;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Starting;

/// <summary>The country that municipalities are chosen from, as it comes with the program. Any number of threads.</summary>
internal sealed class DeskCountry
{
    private readonly Lazy<IReadOnlyList<MunicipalityBoundary>> boundaries = new(() => BoundaryReader.Read(NorwayBase.Boundaries(NorwayBase.CodeYear)!, new Findings()));
    private readonly Lazy<byte[]> map;
    private readonly Lazy<RoadTiles> roads = new(() =>
    {
        var graph = RoadFile.Open(NorwayBase.Roads, new Findings()).Graph;
        return new RoadTiles(graph, new MapLattice(graph.Epsg));
    });

    /// <summary>Nothing of it is read yet.</summary>
    public DeskCountry() => map = new(() => DeskMap.OfCountry(
        boundaries.Value, N1000Ground.Lakes(NorwayBase.Ground), Settlements(boundaries.Value)));

    /// <summary>What can be written for municipalities: districts and counties, then municipalities.</summary>
    public IReadOnlyList<DeskName> Names
    {
        get
        {
            var choice = new MunicipalityChoice([.. boundaries.Value.Select(b => new MunicipalityName(b.Number, b.Name))], NorwayBase.CodeYear);
            return [.. choice.Meant.Select(d => new DeskName(d.Name, d.Numbers)), .. boundaries.Value.Select(b => new DeskName(b.Name, [b.Number]))];
        }
    }

    /// <summary>As GeoJSON.</summary>
    public byte[] Map => map.Value;

    /// <summary>Its roads.</summary>
    public RoadTiles Roads => roads.Value;

    /// <summary>The largest kinds of settlements, those in municipalities with most people first.</summary>
    private static IReadOnlyList<PlaceName> Settlements(IReadOnlyList<MunicipalityBoundary> boundaries)
    {
        string[] kinds = [.. N1000PlaceNames.Settlements.Take(2)];
        var locator = new MunicipalityLocator(boundaries);
        Dictionary<string, int> people = MunicipalityPeopleReader.Read(NorwayBase.Population(NorwayBase.CodeYear)!, NorwayBase.CodeYear, new Findings()).Rows
            .ToDictionary(r => r.Number, r => r.People, StringComparer.Ordinal);
        return [.. SettlementTable.Norway.Where(p => kinds.Contains(p.Kind)).OrderBy(p => Array.IndexOf(kinds, p.Kind)).ThenByDescending(PeopleAround).DistinctBy(p => p.Name)];

        int PeopleAround(PlaceName place) => At(place.Point) is >= 0 and var at ? people.GetValueOrDefault(boundaries[at].Number) : 0;

        // The letters of a town at the sea begin on the water.
        int At(PlanePoint point) => locator.Locate(point) is >= 0 and var inside ? inside : locator.NearestWithin(point, MunicipalityLocator.DefaultToleranceMetres).Index;
    }
}
