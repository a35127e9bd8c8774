using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Projection;
using NavGeo.Planning;
using NavGeo.Routing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace NavGeo.Web.Tiles;

/// <summary>
/// Outlines of the case's municipalities as GeoJSON in degrees, simplified to what a screen shows; made when first asked
/// for and kept. Lines, not areas, and for each municipality the point its name stands at.
/// </summary>
internal sealed class BoundaryLines
{
    /// <summary>Details below this share of the case's width are left out.</summary>
    private const double ShareOfWidth = 1 / 6000.0;

    private const double LeastMetres = 20;
    private const int Decimals = 5;

    private readonly Lazy<byte[]> geoJson;

    /// <param name="planningCase">Whose municipalities.</param>
    /// <param name="boundaries">In EPSG:25833.</param>
    public BoundaryLines(PlanningCase planningCase, IReadOnlyList<MunicipalityBoundary> boundaries) => geoJson = new(() =>
    {
        HashSet<string> numbers = [.. planningCase.Municipalities.Select(m => m.Number)];
        return Write([.. boundaries.Where(b => numbers.Contains(b.Number))]);
    });

    /// <summary>The outlines; an empty collection where none are known.</summary>
    public byte[] GeoJson => geoJson.Value;

    private static byte[] Write(MunicipalityBoundary[] boundaries)
    {
        var around = new Envelope();
        foreach (MunicipalityBoundary boundary in boundaries) around.ExpandToInclude(boundary.Area.EnvelopeInternal);
        double tolerance = Math.Max(LeastMetres, around.Width * ShareOfWidth);
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (MunicipalityBoundary boundary in boundaries)
            {
                Begin(json, boundary, "MultiLineString");
                json.WriteStartArray();
                foreach (LineString ring in RingsOf(boundary.Area)) Line(json, DouglasPeuckerSimplifier.Simplify(ring, tolerance).Coordinates);
                json.WriteEndArray();
                End(json);
                Begin(json, boundary, "Point");
                Position(json, boundary.Area.InteriorPoint.Coordinate);
                End(json);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static IEnumerable<LineString> RingsOf(Geometry area)
    {
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon polygon) continue;
            yield return polygon.ExteriorRing;
            foreach (LineString hole in polygon.InteriorRings) yield return hole;
        }
    }

    private static void Begin(Utf8JsonWriter json, MunicipalityBoundary boundary, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kommunenummer", boundary.Number);
        json.WriteString("name", boundary.Name);
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
