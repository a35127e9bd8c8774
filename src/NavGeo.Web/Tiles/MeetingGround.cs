using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Ground;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;

namespace NavGeo.Web.Tiles;

/// <summary>
/// What the travel times lie on: outlines of the case's municipalities and regions, and water, as GeoJSON in degrees,
/// simplified to what a screen shows. <c>kind</c> is <c>municipality</c>, <c>region</c>, <c>name</c> or <c>water</c>. Read and
/// made when first asked for, and kept. Any number of threads.
/// </summary>
internal sealed class MeetingGround
{
    /// <summary>Details below this share of the case's width are left out.</summary>
    private const double ShareOfWidth = 1 / 6000.0;

    /// <summary>Lakes narrower than this share of the case's width are left out.</summary>
    private const double LakeShareOfWidth = 1 / 250.0;

    private const double LeastMetres = 20;
    private const int Decimals = 5;

    private readonly Lazy<MapBackground> background;
    private readonly Lazy<byte[]> geoJson;

    /// <param name="planningCase">Whose municipalities.</param>
    /// <param name="read">Reads the background, EPSG:25833.</param>
    /// <param name="regions">Region by kommunenummer; empty for none.</param>
    public MeetingGround(PlanningCase planningCase, Func<MapBackground> read, IReadOnlyDictionary<string, string> regions)
    {
        background = new(read);
        HashSet<string> numbers = [.. planningCase.Municipalities.Select(m => m.Number)];
        geoJson = new(() => Write([.. background.Value.Municipalities.Where(b => numbers.Contains(b.Number))], [.. background.Value.Sea, .. background.Value.Lakes], regions));
    }

    /// <summary>For sheets and reports.</summary>
    public MapBackground Background => background.Value;

    /// <summary>For the map; an empty collection where nothing is known.</summary>
    public byte[] GeoJson => geoJson.Value;

    /// <summary>Reads and makes it before anybody asks; a mistake in a file is told to who asks first.</summary>
    public void Prepare()
    {
        try
        {
            _ = geoJson.Value;
        }
        catch (InputException)
        {
            // Kept by the lazy value and thrown again to the first request.
        }
    }

    private static byte[] Write(MunicipalityBoundary[] boundaries, IReadOnlyList<Geometry> water, IReadOnlyDictionary<string, string> regions)
    {
        var around = new Envelope();
        foreach (MunicipalityBoundary boundary in boundaries) around.ExpandToInclude(boundary.Area.EnvelopeInternal);
        double tolerance = Math.Max(LeastMetres, around.Width * ShareOfWidth);
        double leastLake = around.Width * LakeShareOfWidth;
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (Geometry body in water)
            {
                if (Math.Max(body.EnvelopeInternal.Width, body.EnvelopeInternal.Height) < leastLake) continue;
                foreach (Polygon polygon in PolygonsOf(body)) Water(json, polygon, tolerance);
            }
            foreach (MunicipalityBoundary boundary in boundaries)
            {
                Lines(json, "municipality", boundary.Name, boundary.Area, tolerance);
                Begin(json, "name", boundary.Name, "Point");
                Position(json, boundary.Area.InteriorPoint.Coordinate);
                End(json);
            }
            foreach (IGrouping<string, MunicipalityBoundary> region in boundaries.Where(b => regions.ContainsKey(b.Number)).GroupBy(b => regions[b.Number]))
                Lines(json, "region", region.Key, UnaryUnionOp.Union(region.Select(b => b.Area)), tolerance);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Lines(Utf8JsonWriter json, string kind, string name, Geometry area, double tolerance)
    {
        Begin(json, kind, name, "MultiLineString");
        json.WriteStartArray();
        foreach (LineString ring in PolygonsOf(area).SelectMany(RingsOf)) Line(json, Simpler(ring, tolerance));
        json.WriteEndArray();
        End(json);
    }

    private static void Water(Utf8JsonWriter json, Polygon polygon, double tolerance)
    {
        Begin(json, "water", "", "Polygon");
        json.WriteStartArray();
        foreach (LineString ring in RingsOf(polygon))
        {
            Coordinate[] points = Simpler(ring, tolerance);
            if (points.Length > 3) Line(json, points);
            else if (ring == polygon.ExteriorRing) Line(json, ring.Coordinates);
        }
        json.WriteEndArray();
        End(json);
    }

    private static Coordinate[] Simpler(LineString ring, double tolerance) => DouglasPeuckerSimplifier.Simplify(ring, tolerance).Coordinates;

    private static IEnumerable<Polygon> PolygonsOf(Geometry area) =>
        Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>();

    private static IEnumerable<LineString> RingsOf(Polygon polygon) => [polygon.ExteriorRing, .. polygon.InteriorRings];

    private static void Begin(Utf8JsonWriter json, string kind, string name, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kind", kind);
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, Coordinate[] points)
    {
        json.WriteStartArray();
        foreach (Coordinate point in points) Position(json, point);
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate point)
    {
        GeoPoint at = MapProjection.Norway.ToGeo(new PlanePoint(point.X, point.Y));
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(at.Longitude, Decimals));
        json.WriteNumberValue(Math.Round(at.Latitude, Decimals));
        json.WriteEndArray();
    }
}
