using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Norway;
using NavGeo.Data.Roads;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Web.Tiles;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace NavGeo.Web.Starting;

/// <summary>
/// The maps of the start page, as GeoJSON in degrees: municipalities to choose among, and a case to put sites on. A feature's
/// <c>kind</c> is <c>area</c> (with its <c>number</c>), <c>place</c>, or as <see cref="GroundFeatures"/> says; large places come first.
/// </summary>
internal static class DeskMap
{
    /// <summary>Of a map of the country: what is less cannot be pointed at.</summary>
    private const double CountryMetres = 900;

    /// <summary>Of the country, from west to east.</summary>
    private const double CountryWidthMetres = 1_100_000;

    /// <summary>Of a map of a case, as a share of its width.</summary>
    private const double ShareOfWidth = 1 / 3000.0;

    private const double AroundMetres = 15_000;
    private const int CountryDecimals = 3;
    private const int CaseDecimals = 5;

    /// <summary>All municipalities that are given.</summary>
    /// <param name="boundaries">Of the municipalities.</param>
    /// <param name="lakes">Metres in EPSG:25833.</param>
    /// <param name="settlements">Large ones first.</param>
    public static byte[] OfCountry(IReadOnlyList<MunicipalityBoundary> boundaries, IReadOnlyList<Geometry> lakes, IReadOnlyList<PlaceName> settlements) => Written(json =>
    {
        WriteAreas(json, boundaries, CountryMetres, CountryDecimals);
        GroundFeatures.WriteWater(json, lakes, CountryWidthMetres, CountryMetres / 2, CountryDecimals);
        GroundFeatures.WriteNames(json, boundaries, CountryDecimals);
        foreach (PlaceName place in settlements)
            MapFeature.Write(json, "place", place.Name, PointOf(place.Point), MapProjection.Norway, CountryDecimals);
    });

    /// <summary>The municipalities of a case, and the water and names in and around them.</summary>
    /// <param name="work">The case.</param>
    /// <param name="boundaries">Of its municipalities and their neighbours.</param>
    public static byte[] OfCase(Workspace work, IReadOnlyList<MunicipalityBoundary> boundaries)
    {
        PlanningCase planningCase = work.Case;
        HashSet<string> numbers = [.. planningCase.Municipalities.Select(m => m.Number)];
        MunicipalityBoundary[] own = [.. boundaries.Where(b => numbers.Contains(b.Number))];
        Envelope window = SitesOf(planningCase);
        foreach (MunicipalityBoundary boundary in own) window.ExpandToInclude(boundary.Extent);
        double width = window.Width;
        double tolerance = width * ShareOfWidth;
        window.ExpandBy(AroundMetres);
        return Written(json =>
        {
            WriteAreas(json, own, tolerance, CaseDecimals);
            GroundFeatures.WriteWater(json, work.GroundWithin(window).Lakes, width, tolerance, CaseDecimals);
            GroundFeatures.WriteNames(json, boundaries.Where(b => b.Extent.Intersects(window)), CaseDecimals);
            MapProjection plane = MapProjection.ForEpsg(planningCase.Epsg);
            foreach (Settlement place in planningCase.Settlements.Where(s => !s.IsValley).Concat(SpotReader.PlacesOf(planningCase))
                .Where(s => window.Contains(s.Point.Easting, s.Point.Northing)).DistinctBy(s => (s.Name, s.Municipality)))
                MapFeature.Write(json, "place", place.Name, PointOf(place.Point), plane, CaseDecimals);
        });
    }

    /// <summary>The municipalities on the background that a case of a year without boundaries brings; none where it brings none.</summary>
    public static IReadOnlyList<MunicipalityBoundary> Drawn(Workspace work)
    {
        MapBackground ground = work.GroundWithin(SitesOf(work.Case));
        return [.. ground.Municipalities, .. ground.Neighbours];
    }

    private static Envelope SitesOf(PlanningCase planningCase)
    {
        var window = new Envelope();
        foreach (PlanePoint point in planningCase.SitePoints) window.ExpandToInclude(point.Easting, point.Northing);
        return window;
    }

    private static void WriteAreas(Utf8JsonWriter json, IReadOnlyList<MunicipalityBoundary> boundaries, double tolerance, int decimals)
    {
        // Together, so that neighbours keep one border between them.
        Geometry[] simpler = CoverageSimplifier.Simplify([.. boundaries.Select(b => b.Area)], tolerance);
        for (int i = 0; i < simpler.Length; i++)
            MapFeature.Write(json, "area", boundaries[i].Name, simpler[i].IsEmpty ? boundaries[i].Area : simpler[i], MapProjection.Norway, decimals, boundaries[i].Number);
    }

    private static Point PointOf(PlanePoint point) => new(point.Easting, point.Northing);

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) MapFeature.WriteAll(json, write);
        return stream.ToArray();
    }
}

/// <summary>What the sites of a case are put on. For one thread.</summary>
internal sealed class DeskGround
{
    private readonly Lazy<byte[]> map;
    private readonly Lazy<RoadTiles> roads;

    /// <param name="key">The case's, on the desk.</param>
    /// <param name="work">The case.</param>
    public DeskGround(string key, Workspace work)
    {
        Key = key;
        IReadOnlyList<MunicipalityBoundary> boundaries = work.Boundaries;
        // A case may do without; the country's own have the same numbers.
        if (boundaries.Count == 0 && NorwayBase.Boundaries(work.Case.CodeYear) is { } carried) boundaries = BoundaryReader.Read(carried, new Findings());
        map = new(() => DeskMap.OfCase(work, boundaries.Count > 0 ? boundaries : DeskMap.Drawn(work)));
        roads = new(() => new RoadTiles(work.Case.Roads, new MapLattice(work.Case.Epsg)));
        Spots = new SpotReader(work.Case, boundaries);
    }

    /// <summary>The case's, on the desk.</summary>
    public string Key { get; }

    /// <summary>As GeoJSON.</summary>
    public byte[] Map => map.Value;

    /// <summary>Its roads.</summary>
    public RoadTiles Roads => roads.Value;

    /// <summary>Where a site may stand.</summary>
    public SpotReader Spots { get; }
}
