using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Routing;
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
    /// <exception cref="InputException">The file cannot be used; every finding names its feature.</exception>
    public static IReadOnlyList<AddLink> Read(InputFile file, Findings findings) =>
        JsonInput.Read(file.Bytes, file.Path, root => Read(root, file.Path, findings));

    private static List<AddLink> Read(JsonElement root, string path, Findings findings)
    {
        if (root.ValueKind != JsonValueKind.Object) throw NoLines(path);
        JsonElement[] features = root.TryGetProperty("features", out JsonElement all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : [root];
        var links = new List<AddLink>();
        for (int i = 0; i < features.Length; i++)
        {
            if (LinkOf(features[i], path, i + 1, findings) is { } link) links.Add(link);
        }
        findings.ThrowIfErrors();
        return links.Count > 0 ? links : throw NoLines(path);
    }

    private static InputException NoLines(string path) => new(path, null, new Phrase("links.json.none"), new Phrase("links.json.none.remedy"));

    private static AddLink? LinkOf(JsonElement feature, string path, int number, Findings findings)
    {
        string at = string.Create(CultureInfo.InvariantCulture, $"feature {number}");
        if (LineOf(feature) is not { } line)
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
        bool isOneWay = properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("oneway", out JsonElement oneway) && oneway.ValueKind == JsonValueKind.True;
        var link = new AddLink(line, isFerry, kmh, minutes, Text(properties, "name"), Text(properties, "road"), headway, isOneWay);
        if (!link.HasTime)
        {
            findings.Error(path, at, new Phrase("links.json.time", number), new Phrase("links.json.time.remedy", AddLink.LeastKmh, AddLink.MostKmh, AddLink.MostMinutes));
            return null;
        }
        if (link.Road is { } road && !RoadNumber.TryParse(road, out _))
        {
            findings.Error(path, at, new Phrase("edits.wrong.road", road), new Phrase("edits.wrong.road.remedy"));
            return null;
        }
        return link;
    }

    private static double[][]? LineOf(JsonElement feature)
    {
        if (GeoJsonGeometry.Of<LineString>(feature) is not { } drawn) return null;
        double[][] line = Array.ConvertAll(drawn.Coordinates, at => new[] { at.X, at.Y });
        if (!Array.TrueForAll(line, p => PositionLimits.World.Contains(new GeoPoint(p[0], p[1])))) return null;
        return Array.Exists(line, p => !p.AsSpan().SequenceEqual(line[0])) ? line : null;
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
