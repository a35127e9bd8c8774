using System.Text.Json;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace NavGeo.Data.Ground;

/// <summary>
/// A background as a file of a case folder: <c>background.geojson</c> (RFC 7946), one feature an area with a property
/// <c>kind</c> (<c>municipality</c>, <c>neighbour</c>, <c>abroad</c>, <c>lake</c>), four decimals (ten metres), and a
/// member <c>navgeo</c> with source, licence, date and whether what is no land is sea.
/// </summary>
public static class GroundFile
{
    /// <summary>What the file is called.</summary>
    public const string Name = "background.geojson";

    private const int Decimals = 4;

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, MapBackground background) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartObject("navgeo");
        json.WriteBoolean("sea", background.HasSea);
        json.WriteStartArray("sources");
        foreach (SourceReference source in background.Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            json.WriteString("licence", source.Licence);
            json.WriteString("date", source.Date);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("features");
        foreach (Geometry area in background.Abroad) Feature("abroad", null, area);
        foreach (MunicipalityBoundary each in background.Neighbours) Feature("neighbour", each, each.Area);
        foreach (MunicipalityBoundary each in background.Municipalities) Feature("municipality", each, each.Area);
        foreach (Geometry area in background.Lakes) Feature("lake", null, area);
        json.Flush();
        stream.Write("\n"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);

        void Feature(string kind, MunicipalityBoundary? named, Geometry area)
        {
            json.Flush();
            stream.Write("\n"u8);
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            json.WriteString("kind", kind);
            if (named is not null)
            {
                json.WriteString("kommunenummer", named.Number);
                json.WriteString("name", named.Name);
            }
            json.WriteEndObject();
            json.WritePropertyName("geometry");
            GeoJsonGeometry.Write(json, area as MultiPolygon ?? area.Factory.CreateMultiPolygon([.. PolygonExtracter.GetPolygons(area).Cast<Polygon>()]), MapProjection.Norway, Decimals);
            json.WriteEndObject();
        }
    });

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing or is no such file.</exception>
    public static MapBackground Read(InputFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Bytes);
            return Read(document.RootElement, file.Name, file.Sha256());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(file.Path, null, new Phrase("export.ground"), new Phrase("export.ground.remedy"));
        }
    }

    private static MapBackground Read(JsonElement root, string file, string hash)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 25833);
        var areas = new List<(string Kind, string? Number, string? Name, Geometry Area)>();
        foreach (JsonElement feature in root.GetProperty("features").EnumerateArray())
        {
            JsonElement properties = feature.GetProperty("properties");
            var area = (Geometry)(GeoJsonGeometry.Of<IPolygonal>(feature) ?? throw new FormatException("no area"));
            areas.Add((properties.GetProperty("kind").GetString()!, Text(properties, "kommunenummer"), Text(properties, "name"), Valid(GeoJsonGeometry.ToPlane(area, factory, MapProjection.Norway))));
        }
        JsonElement about = root.GetProperty("navgeo");
        return new MapBackground
        {
            Municipalities = [.. Named("municipality")],
            Neighbours = [.. Named("neighbour")],
            Abroad = [.. areas.Where(a => a.Kind == "abroad").Select(a => a.Area)],
            Lakes = [.. areas.Where(a => a.Kind == "lake").Select(a => a.Area)],
            HasSea = about.GetProperty("sea").GetBoolean(),
            Sources =
            [
                .. about.GetProperty("sources").EnumerateArray().Select(s => new SourceReference(
                    s.GetProperty("title").GetString()!, s.GetProperty("licence").GetString()!, s.GetProperty("date").GetString()!, file, hash)),
            ],
        };

        IEnumerable<MunicipalityBoundary> Named(string kind) =>
            areas.Where(a => a.Kind == kind).Select(a => new MunicipalityBoundary(a.Number ?? throw new FormatException("no number"), a.Name ?? "", a.Area));
    }

    /// <summary>Rounded to ten metres, a narrow place may have crossed itself.</summary>
    private static Geometry Valid(Geometry area) => area.IsValid ? area : GeometryFixer.Fix(area);

    private static string? Text(JsonElement properties, string name) => properties.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
