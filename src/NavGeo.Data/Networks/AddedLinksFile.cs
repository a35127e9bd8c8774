using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Networks;

/// <summary>
/// Roads, bridges and ferries that somebody would build: GeoJSON lines (RFC 7946, WGS84), each with <c>kmh</c> or
/// <c>minutes</c>, and if known <c>kind</c> (road or ferry), <c>road</c> (Rv 7), <c>name</c>, <c>headway</c> (minutes between
/// departures) and <c>oneway</c> (true: only as drawn).
/// </summary>
public static class AddedLinksFile
{
    private const double LeastKmh = 1;
    private const double MostKmh = 130;
    private const double MostMinutes = 1440;

    /// <exception cref="InputException">The file cannot be used; every finding names its feature.</exception>
    public static IReadOnlyList<AddLink> Read(InputFile file, int epsg, Findings findings) =>
        JsonInput.Read(file.Bytes, file.Path, root => Read(root, file.Path, epsg, findings));

    private static List<AddLink> Read(JsonElement root, string path, int epsg, Findings findings)
    {
        if (root.ValueKind != JsonValueKind.Object) throw NoLines(path);
        JsonElement[] features = root.TryGetProperty("features", out JsonElement all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : [root];
        var links = new List<AddLink>();
        for (int i = 0; i < features.Length; i++)
        {
            if (LinkOf(features[i], epsg, path, i + 1, findings) is { } link) links.Add(new AddLink(link));
        }
        findings.ThrowIfErrors();
        return links.Count > 0 ? links : throw NoLines(path);
    }

    private static InputException NoLines(string path) => new(path, null, new Phrase("links.json.none"), new Phrase("links.json.none.remedy"));

    private static RoadLink? LinkOf(JsonElement feature, int epsg, string path, int number, Findings findings)
    {
        string at = string.Create(CultureInfo.InvariantCulture, $"feature {number}");
        if (LineOf(feature, epsg) is not { } line)
        {
            findings.Error(path, at, new Phrase("links.json.not-line", number), new Phrase("links.json.not-line.remedy"));
            return null;
        }
        JsonElement properties = feature.TryGetProperty("properties", out JsonElement given) && given.ValueKind == JsonValueKind.Object ? given : default;
        string kind = Text(properties, "kind") ?? "road";
        double? kmh = Number(properties, "kmh"), minutes = Number(properties, "minutes"), headway = Number(properties, "headway");
        bool isFerry = kind is "ferry" or "ferje" or "ferge";
        if (!isFerry && kind is not ("road" or "veg" or "vei"))
        {
            findings.Error(path, at, new Phrase("links.json.kind", kind), new Phrase("links.json.kind.remedy"));
            return null;
        }
        bool hasTime = kmh is null != minutes is null && kmh is null or (>= LeastKmh and <= MostKmh) && minutes is null or (> 0 and <= MostMinutes);
        if (!hasTime || headway is <= 0 or > MostMinutes)
        {
            findings.Error(path, at, new Phrase("links.json.time", number), new Phrase("links.json.time.remedy", LeastKmh, MostKmh, MostMinutes));
            return null;
        }
        RoadNumber road = default;
        if (Text(properties, "road") is { } text && !RoadNumber.TryParse(text, out road))
        {
            findings.Error(path, at, new Phrase("cli.close.not-a-road", text), new Phrase("cli.close.remedy"));
            return null;
        }
        return DrawnLink.Of(line, isFerry, kmh, minutes) with
        {
            Name = Text(properties, "name"),
            Road = road,
            Category = road.Category,
            HeadwayMinutes = headway,
            Directions = properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("oneway", out JsonElement oneway) && oneway.ValueKind == JsonValueKind.True
                ? LinkDirections.Forward
                : LinkDirections.Both,
        };
    }

    private static PlanePoint[]? LineOf(JsonElement feature, int epsg)
    {
        if (GeoJsonGeometry.Of<LineString>(feature) is not { } drawn) return null;
        GeoPoint[] places = Array.ConvertAll(drawn.Coordinates, at => new GeoPoint(at.X, at.Y));
        if (!Array.TrueForAll(places, PositionLimits.World.Contains)) return null;
        PlanePoint[] line = Array.ConvertAll(places, MapProjection.ForEpsg(epsg).ToPlane);
        return Array.Exists(line, p => p != line[0]) ? line : null;
    }

    private static string? Text(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Number(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : null;
}
