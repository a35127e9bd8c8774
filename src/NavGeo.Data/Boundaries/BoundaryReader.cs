using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Input;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Boundaries;

/// <summary>
/// Reads municipal boundaries from GeoJSON (RFC 7946, WGS84; EPSG:25833 where a <c>crs</c> member says so) into
/// EPSG:25833; also as Kartverket publishes them, each collection of the file under the name of its layer, which is that
/// of the municipalities, and names in several languages. A municipality that stands in several features is joined; a ring that crosses itself is repaired, and
/// both are noted.
/// </summary>
public static class BoundaryReader
{
    private static readonly Envelope World = new(-180, 180, -90, 90);

    /// <summary>Norway with latitudes first and longitudes second.</summary>
    private static readonly Envelope NorwaySwapped = new(57, 72, 4, 32);

    private static readonly string[] NumberProperties = ["kommunenummer", "kommunenr", "NR", "komm", "id"];
    private static readonly string[] NameProperties = ["kommunenavn", "NAVN", "name"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">Takes what is wrong, and what was mended.</param>
    /// <param name="choose">Out of all there are, by number, the municipalities of which it is told what was mended; all where null.</param>
    /// <returns>Sorted by number; every number once.</returns>
    /// <exception cref="InputException">The file has errors.</exception>
    public static IReadOnlyList<MunicipalityBoundary> Read(InputFile file, Findings findings, Func<IReadOnlyList<MunicipalityName>, IReadOnlySet<string>>? choose = null)
    {
        return KeptBoundaries.Read(file, findings, () =>
        {
            file.RequireText();
            return Joined(file.Bytes, file.Path, findings);
        }).Told(file.Path, findings, choose);
    }

    /// <summary>Reads the bytes of a file; <paramref name="file"/> is what findings call it.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static IReadOnlyList<MunicipalityBoundary> Parse(ReadOnlyMemory<byte> json, string file, Findings findings, Func<IReadOnlyList<MunicipalityName>, IReadOnlySet<string>>? choose = null) =>
        Joined(json, file, findings).Told(file, findings, choose);

    private static JoinedBoundaries Joined(ReadOnlyMemory<byte> json, string file, Findings findings) =>
        BoundaryPart.JoinAll(JsonInput.Read(json, file, root => ReadCollection(root, file, findings)), file, findings);

    private static List<BoundaryPart> ReadCollection(JsonElement root, string file, Findings findings)
    {
        root = LayerOf(root);
        if (Text(root, "type") != "FeatureCollection"
            || !root.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
            throw new InputException(file, null, new Phrase("geo.json.not-collection"), new Phrase("geo.json.not-collection.remedy"));
        return ReadParts(features, ReadCrs(root, file), file, findings);
    }

    /// <summary>The collection of municipalities: the file itself, or one of those that stand in it by name.</summary>
    private static JsonElement LayerOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.TryGetProperty("type", out _)) return root;
        foreach (JsonProperty layer in root.EnumerateObject())
        {
            // "Kommune", "administrative_enheter.kommune"; beside it lie the borders as lines.
            if (layer.Name[(layer.Name.LastIndexOf('.') + 1)..].Equals("kommune", StringComparison.OrdinalIgnoreCase)) return layer.Value;
        }
        return root;
    }

    /// <returns>True for degrees, false for metres in EPSG:25833.</returns>
    private static bool ReadCrs(JsonElement root, string file)
    {
        if (!root.TryGetProperty("crs", out JsonElement crs) || crs.ValueKind == JsonValueKind.Null) return true;
        string name = crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out JsonElement properties)
            ? Text(properties, "name") ?? crs.GetRawText()
            : crs.GetRawText();
        // "urn:ogc:def:crs:EPSG::25833", "EPSG:25833", "urn:ogc:def:crs:OGC:1.3:CRS84"
        string code = name[(name.LastIndexOf(':') + 1)..].Trim();
        return code.ToUpperInvariant() switch
        {
            "CRS84" or "4326" or "4258" => true,
            "25833" or "32633" => false,
            _ => throw new InputException(file, null, new Phrase("geo.json.crs", name), new Phrase("geo.json.crs.remedy")),
        };
    }

    private static List<BoundaryPart> ReadParts(JsonElement features, bool isDegrees, string file, Findings findings)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 25833);
        var parts = new List<BoundaryPart>();
        int feature = 0;
        foreach (JsonElement element in features.EnumerateArray())
        {
            feature++;
            string place = string.Create(CultureInfo.InvariantCulture, $"feature {feature}");
            JsonElement properties = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("properties", out JsonElement found) ? found : default;
            if (ReadNumber(properties, place, file, findings) is not { } number) continue;
            if (First(properties, NameProperties) is not { Length: > 0 } name)
            {
                findings.Error(file, place, new Phrase("geo.json.no-name", number), new Phrase("geo.json.no-name.remedy"));
                continue;
            }
            if (GeoJsonGeometry.Of<IPolygonal>(element) is not Geometry area)
            {
                findings.Error(file, place, new Phrase("geo.json.no-polygon", name), new Phrase("geo.json.no-polygon.remedy"));
                continue;
            }
            CheckExtent(area.EnvelopeInternal, isDegrees, place, file);
            parts.Add(new BoundaryPart(number, NorwegianNames.OfMunicipality(name), place, isDegrees ? GeoJsonGeometry.ToPlane(area, factory, MapProjection.Norway) : factory.CreateGeometry(area)));
        }
        return parts;
    }

    private static string? ReadNumber(JsonElement properties, string place, string file, Findings findings)
    {
        string? written = First(properties, NumberProperties);
        if (written is null)
        {
            findings.Error(file, place, new Phrase("geo.json.no-number"), new Phrase("geo.json.number.remedy"));
            return null;
        }
        if (BoundaryPart.NumberFrom(written) is { } number) return number;
        findings.Error(file, place, new Phrase("geo.json.bad-number", written), new Phrase("geo.json.number.remedy"));
        return null;
    }

    // These faults are the whole file's: one is enough to say.
    private static void CheckExtent(Envelope extent, bool isDegrees, string place, string file)
    {
        bool fitsDegrees = World.Covers(extent);
        if (isDegrees && !fitsDegrees)
            throw new InputException(file, place, new Phrase("geo.json.looks-projected"), new Phrase("geo.json.crs.remedy"));
        if (!isDegrees && fitsDegrees)
            throw new InputException(file, place, new Phrase("geo.json.looks-degrees"), new Phrase("geo.json.crs.remedy"));
        if (isDegrees && NorwaySwapped.Covers(extent))
            throw new InputException(file, place, new Phrase("geo.json.swapped"), new Phrase("geo.json.swapped.remedy"));
    }

    private static string? First(JsonElement properties, string[] names)
    {
        if (properties.ValueKind != JsonValueKind.Object) return null;
        foreach (string name in names)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                if (!property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
                if (property.Value.ValueKind == JsonValueKind.String) return property.Value.GetString()!.Trim();
                if (property.Value.ValueKind == JsonValueKind.Number) return property.Value.GetRawText();
                if (property.Value.ValueKind == JsonValueKind.Array && NameIn(property.Value) is { } official) return official;
            }
        }
        return null;
    }

    /// <summary>Of names in several languages (<c>[{"navn":"Hamarøy","sprak":"nor","rekkefolge":"1"}, …]</c>) the Norwegian one, else the first.</summary>
    private static string? NameIn(JsonElement names)
    {
        string? first = null;
        foreach (JsonElement each in names.EnumerateArray())
        {
            if (Text(each, "navn") is not { } name) continue;
            if (Text(each, "sprak") is "nor") return name.Trim();
            first ??= name.Trim();
        }
        return first;
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
