using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Cases;
using NavGeo.Data.Norway;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Web.Tiles;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace NavGeo.Web.Starting;

/// <summary>
/// The maps of the start page, as GeoJSON in degrees: municipalities to choose among, and a case to put sites on. A feature's
/// <c>kind</c> is <c>area</c> (with its <c>number</c>), <c>road</c> or <c>place</c>.
/// </summary>
internal static class DeskMap
{
    /// <summary>Of a map of the country: what is less cannot be pointed at.</summary>
    private const double CountryMetres = 900;

    /// <summary>Of a map of a case, as a share of its width.</summary>
    private const double ShareOfWidth = 1 / 3000.0;

    private const double AroundMetres = 15_000;
    private const int CountryDecimals = 3;
    private const int CaseDecimals = 5;

    /// <summary>All municipalities that are given.</summary>
    public static byte[] OfCountry(IReadOnlyList<MunicipalityBoundary> boundaries) =>
        Written(json => WriteAreas(json, boundaries, CountryMetres, CountryDecimals));

    /// <summary>The municipalities of a case, its public roads and its named places.</summary>
    public static byte[] OfCase(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary> boundaries)
    {
        HashSet<string> numbers = [.. planningCase.Municipalities.Select(m => m.Number)];
        MunicipalityBoundary[] own = [.. boundaries.Where(b => numbers.Contains(b.Number))];
        var window = new Envelope();
        foreach (MunicipalityBoundary boundary in own) window.ExpandToInclude(boundary.Extent);
        if (own.Length == 0) Array.ForEach([.. planningCase.SitePoints], p => window.ExpandToInclude(p.Easting, p.Northing));
        double tolerance = window.Width * ShareOfWidth;
        window.ExpandBy(AroundMetres);
        return Written(json =>
        {
            WriteAreas(json, own, tolerance, CaseDecimals);
            WriteRoads(json, planningCase, window, tolerance);
            MapProjection plane = MapProjection.ForEpsg(planningCase.Epsg);
            foreach (Settlement place in SpotReader.PlacesOf(planningCase))
                MapFeature.Write(json, "place", place.Name, PointOf(place.Point), plane, CaseDecimals);
        });
    }

    private static void WriteAreas(Utf8JsonWriter json, IReadOnlyList<MunicipalityBoundary> boundaries, double tolerance, int decimals)
    {
        // Together, so that neighbours keep one border between them.
        Geometry[] simpler = CoverageSimplifier.Simplify([.. boundaries.Select(b => b.Area)], tolerance);
        for (int i = 0; i < simpler.Length; i++)
            MapFeature.Write(json, "area", boundaries[i].Name, simpler[i].IsEmpty ? boundaries[i].Area : simpler[i], MapProjection.Norway, decimals, boundaries[i].Number);
    }

    private static void WriteRoads(Utf8JsonWriter json, PlanningCase planningCase, Envelope window, double tolerance)
    {
        RoadGraph roads = planningCase.Roads;
        MapProjection plane = MapProjection.ForEpsg(planningCase.Epsg);
        for (int edge = 0; edge < roads.EdgeCount; edge++)
        {
            if (roads.EdgeCategories[edge] is not (RoadCategory.European or RoadCategory.National or RoadCategory.County)) continue;
            Coordinate[] shape = [.. roads.Shape(edge).ToArray().Select(p => new Coordinate(p.Easting, p.Northing))];
            if (!shape.Any(window.Contains)) continue;
            MapFeature.Write(json, "road", "", DouglasPeuckerSimplifier.Simplify(new LineString(shape), tolerance), plane, CaseDecimals);
        }
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

    /// <param name="key">The case's, on the desk.</param>
    /// <param name="work">The case.</param>
    public DeskGround(string key, Workspace work)
    {
        Key = key;
        IReadOnlyList<MunicipalityBoundary> boundaries = work.Boundaries;
        // A case may do without; the country's own have the same numbers.
        if (boundaries.Count == 0 && NorwayBase.Boundaries(work.Case.CodeYear) is { } carried) boundaries = BoundaryReader.Read(carried, new Findings());
        map = new(() => DeskMap.OfCase(work.Case, boundaries));
        Spots = new SpotReader(work.Case, boundaries);
    }

    /// <summary>The case's, on the desk.</summary>
    public string Key { get; }

    /// <summary>As GeoJSON.</summary>
    public byte[] Map => map.Value;

    /// <summary>Where a site may stand.</summary>
    public SpotReader Spots { get; }
}
