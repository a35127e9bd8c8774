using System.Text.Json;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Formats.GeoJson;

/// <summary>
/// The polygons of one GeoJSON feature, still in the file's own coordinates: the reader looks at their extent before
/// it believes what the file says about them.
/// </summary>
internal sealed class GeoJsonArea
{
    private readonly List<Coordinate[][]> polygons;

    private GeoJsonArea(List<Coordinate[][]> polygons)
    {
        this.polygons = polygons;
        foreach (Coordinate[][] rings in polygons)
        {
            foreach (Coordinate point in rings[0]) Extent.ExpandToInclude(point);
        }
    }

    /// <summary>Of the outer rings.</summary>
    public Envelope Extent { get; } = new();

    /// <summary>True where the numbers can be degrees.</summary>
    public bool FitsDegrees => Extent.MinX >= -180 && Extent.MaxX <= 180 && Extent.MinY >= -90 && Extent.MaxY <= 90;

    /// <summary>True where Norway's latitudes stand first and its longitudes second.</summary>
    public bool IsSwapped => Extent.MinX >= 57 && Extent.MaxX <= 72 && Extent.MinY >= 4 && Extent.MaxY <= 32;

    /// <summary>The polygons of a Polygon or MultiPolygon; null where the element is anything else or is damaged.</summary>
    public static GeoJsonArea? Find(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates", out JsonElement coordinates)) return null;
        var found = new List<Coordinate[][]>();
        switch (type.GetString())
        {
            case "Polygon":
                if (!TryAdd(coordinates, found)) return null;
                break;
            case "MultiPolygon" when coordinates.ValueKind == JsonValueKind.Array:
                foreach (JsonElement polygon in coordinates.EnumerateArray())
                {
                    if (!TryAdd(polygon, found)) return null;
                }
                break;
            default:
                return null;
        }
        return found.Count == 0 ? null : new GeoJsonArea(found);
    }

    /// <summary>The polygons as one geometry, through <paramref name="projection"/> where the numbers are degrees.</summary>
    public Geometry ToGeometry(GeometryFactory factory, MapProjection? projection)
    {
        Polygon[] parts = [.. polygons.Select(rings =>
        {
            LinearRing[] drawn = [.. rings.Select(ring => factory.CreateLinearRing(
                projection is null ? ring : Array.ConvertAll(ring, point => Projected(point, projection))))];
            return factory.CreatePolygon(drawn[0], drawn[1..]);
        })];
        return parts.Length == 1 ? parts[0] : factory.CreateMultiPolygon(parts);
    }

    private static Coordinate Projected(Coordinate degrees, MapProjection projection)
    {
        PlanePoint point = projection.ToPlane(new GeoPoint(degrees.X, degrees.Y));
        return new Coordinate(point.Easting, point.Northing);
    }

    private static bool TryAdd(JsonElement polygon, List<Coordinate[][]> found)
    {
        if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() == 0) return false;
        var rings = new Coordinate[polygon.GetArrayLength()][];
        int filled = 0;
        foreach (JsonElement ring in polygon.EnumerateArray())
        {
            if (ReadRing(ring) is not { } points) return false;
            rings[filled++] = points;
        }
        found.Add(rings);
        return true;
    }

    private static Coordinate[]? ReadRing(JsonElement ring)
    {
        if (ring.ValueKind != JsonValueKind.Array) return null;
        var points = new Coordinate[ring.GetArrayLength()];
        int filled = 0;
        foreach (JsonElement position in ring.EnumerateArray())
        {
            if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2) return null;
            JsonElement x = position[0], y = position[1];
            if (x.ValueKind != JsonValueKind.Number || y.ValueKind != JsonValueKind.Number) return null;
            var point = new Coordinate(x.GetDouble(), y.GetDouble());
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y)) return null;
            points[filled++] = point;
        }
        return points.Length >= 4 && points[0].Equals2D(points[^1]) ? points : null;
    }
}
