using System.Text.Json;
using System.Text.Json.Serialization;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace NavGeo.Data.Formats.GeoJson;

/// <summary>
/// Geometries of GeoJSON (RFC 7946), read and written by NetTopologySuite: outer rings counter-clockwise and holes clockwise.
/// Around it stay which feature is wrong, and how many decimals are written.
/// </summary>
public static class GeoJsonGeometry
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new GeoJsonConverterFactory(new GeometryFactory(), false, "id", RingOrientationOption.EnforceRfc9746) },
    };

    private static readonly JsonConverter<Geometry> Converter = (JsonConverter<Geometry>)Options.GetConverter(typeof(Geometry));

    /// <summary>The geometry of a feature, in the numbers of the file; null where it has none, another kind, an empty one or a damaged one.</summary>
    public static T? Of<T>(JsonElement feature)
        where T : class
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out JsonElement found) || found.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return found.Deserialize<Geometry>(Options) is { IsEmpty: false } geometry and T wanted
                && Array.TrueForAll(geometry.Coordinates, at => double.IsFinite(at.X) && double.IsFinite(at.Y)) ? wanted : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The position of a point feature in degrees; null where it is none.</summary>
    public static GeoPoint? PositionOf(JsonElement feature) => Of<Point>(feature) is { } point ? new GeoPoint(point.X, point.Y) : null;

    /// <summary>A geometry of degrees in the plane.</summary>
    public static Geometry ToPlane(Geometry degrees, GeometryFactory factory, MapProjection projection) => Moved(degrees, factory, (x, y) =>
    {
        PlanePoint point = projection.ToPlane(new GeoPoint(x, y));
        return (point.Easting, point.Northing);
    });

    /// <summary>Writes a geometry of the plane as rounded degrees, or rounded as it stands where <paramref name="projection"/> is null.</summary>
    public static void Write(Utf8JsonWriter json, Geometry geometry, MapProjection? projection, int decimals) =>
        Converter.Write(json, Moved(geometry, geometry.Factory, (x, y) =>
        {
            if (projection is null) return (Rounded(x, decimals), Rounded(y, decimals));
            GeoPoint degrees = projection.ToGeo(new PlanePoint(x, y));
            return (Rounded(degrees.Longitude, decimals), Rounded(degrees.Latitude, decimals));
        }), Options);

    /// <summary>Never -0.</summary>
    private static double Rounded(double value, int decimals) => Math.Round(value, decimals) is var rounded and not 0 ? rounded : 0;

    private static Geometry Moved(Geometry geometry, GeometryFactory factory, Func<double, double, (double X, double Y)> to)
    {
        Geometry copy = factory.CreateGeometry(geometry);
        copy.Apply(new Move(to));
        return copy;
    }

    private sealed class Move(Func<double, double, (double X, double Y)> to) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence places)
        {
            for (int i = 0; i < places.Count; i++)
            {
                (double x, double y) = to(places.GetX(i), places.GetY(i));
                places.SetX(i, x);
                places.SetY(i, y);
            }
        }
    }
}
