using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;

namespace NavGeo.Web.Tiles;

/// <summary>A feature of the pages' own maps: what kind of thing it is, what it is called, and where it lies.</summary>
internal static class MapFeature
{
    /// <summary>Writes a collection.</summary>
    public static void WriteAll(Utf8JsonWriter json, Action<Utf8JsonWriter> writeFeatures)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        writeFeatures(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one.</summary>
    /// <param name="json">The collection.</param>
    /// <param name="kind">What the style tells it by.</param>
    /// <param name="name">As users see it.</param>
    /// <param name="geometry">In metres of the projection.</param>
    /// <param name="projection">It is written in degrees.</param>
    /// <param name="decimals">Of a degree.</param>
    /// <param name="number">Kommunenummer of a municipality that can be chosen.</param>
    public static void Write(Utf8JsonWriter json, string kind, string name, Geometry geometry, MapProjection projection, int decimals, string? number = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("kind", kind);
        json.WriteString("name", name);
        if (number is not null) json.WriteString("number", number);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        GeoJsonGeometry.Write(json, geometry, projection, decimals);
        json.WriteEndObject();
    }
}
