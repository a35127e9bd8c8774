using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NavGeo.Data;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Layers;

/// <summary>
/// Streams a GeoJSON FeatureCollection: WGS84 degrees with six decimals (a tenth of a metre) as RFC 7946 has it, or on
/// request metres of the case's projection with a <c>crs</c> member as the format of 2008 had it. Outer rings
/// counter-clockwise and holes clockwise, one feature a line, the same bytes for the same features.
/// </summary>
/// <remarks>A feature is <see cref="BeginFeature"/>, one geometry, <see cref="BeginProperties"/>, properties, <see cref="EndFeature"/>.</remarks>
internal sealed class FeatureWriter
{
    private const string Degrees = "WGS84 longitude, latitude in degrees (RFC 7946, OGC:CRS84); ETRS89 is taken as the same";

    private const int DecimalsOfDegrees = 6;
    private const int DecimalsOfMetres = 2;

    private static readonly GeometryFactory Factory = new();

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private readonly MapProjection projection;
    private readonly bool isPlane;

    private FeatureWriter(Stream stream, Utf8JsonWriter json, MapProjection projection, bool isPlane)
    {
        this.stream = stream;
        this.json = json;
        this.projection = projection;
        this.isPlane = isPlane;
    }

    /// <summary>How a layer states its coordinates.</summary>
    /// <param name="epsg">The case's projection.</param>
    /// <param name="settings">Whether the layer is in it.</param>
    public static string CrsOf(int epsg, LayerSettings settings) =>
        settings.IsPlane ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{epsg}, metres east and north") : Degrees;

    /// <summary>Writes a whole layer; <paramref name="features"/> is handed the writer and adds the features.</summary>
    public static void Write(
        string path, string layer, int epsg, LayerSettings settings, Provenance provenance, Action<FeatureWriter> features)
    {
        MapProjection projection = MapProjection.ForEpsg(epsg);
        AtomicFile.Write(path, stream =>
        {
            var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            using var json = new Utf8JsonWriter(stream, options);
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("name", layer);
            if (settings.IsPlane)
            {
                json.WriteStartObject("crs");
                json.WriteString("type", "name");
                json.WriteStartObject("properties");
                json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"urn:ogc:def:crs:EPSG::{epsg}"));
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WritePropertyName("navgeo");
            provenance.WriteTo(json);
            json.WriteStartArray("features");
            var writer = new FeatureWriter(stream, json, projection, settings.IsPlane);
            features(writer);
            writer.NewLine();
            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            stream.Write("\n"u8);
        });
    }

    public void BeginFeature()
    {
        NewLine();
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WritePropertyName("geometry");
    }

    public void BeginProperties() => json.WriteStartObject("properties");

    public void EndFeature()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Text(string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    public void Whole(string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    /// <summary>A number with at most so many decimals, or null.</summary>
    public void Number(string name, double? value, int decimals)
    {
        if (value is { } number) json.WriteNumber(name, Rounded(number, decimals));
        else json.WriteNull(name);
    }

    /// <summary>Minutes with two decimals; null where there is no way.</summary>
    public void Minutes(string name, TravelTime time) => Number(name, time.IsReachable ? time.Minutes : null, 2);

    public void Point(PlanePoint point) => Shape(Factory.CreatePoint(At(point)));

    public void MultiPoint(IEnumerable<PlanePoint> points) => Shape(Factory.CreateMultiPointFromCoords([.. points.Select(At)]));

    public void Line(ReadOnlySpan<PlanePoint> points)
    {
        var line = new Coordinate[points.Length];
        for (int i = 0; i < line.Length; i++) line[i] = At(points[i]);
        Shape(Factory.CreateLineString(line));
    }

    /// <summary>A square around its middle.</summary>
    public void Square(PlanePoint middle, double side)
    {
        var square = new Envelope(At(middle));
        square.ExpandBy(side / 2);
        Shape(Factory.ToGeometry(square));
    }

    /// <summary>The polygons of a geometry in the projection's metres.</summary>
    public void MultiPolygon(Geometry areas) => Shape(areas as MultiPolygon ?? Factory.CreateMultiPolygon([(Polygon)areas]));

    private void Shape(Geometry geometry) =>
        GeoJsonGeometry.Write(json, geometry, isPlane ? null : projection, isPlane ? DecimalsOfMetres : DecimalsOfDegrees);

    private static double Rounded(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) is var rounded and not 0 ? rounded : 0;

    private static Coordinate At(PlanePoint point) => new(point.Easting, point.Northing);

    /// <summary>
    /// Utf8JsonWriter puts no line breaks in unindented JSON; between two features one can be slipped into the stream
    /// when all before it has been flushed. The comma then stands first on the next line.
    /// </summary>
    private void NewLine()
    {
        json.Flush();
        stream.Write("\n"u8);
    }
}
