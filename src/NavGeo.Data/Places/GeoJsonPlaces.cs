using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Places;

/// <summary>
/// Reads places from GeoJSON points (RFC 7946, WGS84). A place's id is the property <c>id</c>, else <c>site</c>, else the
/// feature's own id, else the property <c>name</c> where no two have the same, else its number in the file, from 1.
/// </summary>
internal static class GeoJsonPlaces
{
    private static readonly string[] IdProperties = ["id", "site"];

    /// <exception cref="InputException">The file cannot be used; every finding names its feature.</exception>
    public static IReadOnlyList<NamedPlace> Read(InputFile file, Findings findings)
    {
        string path = file.Path;
        return JsonInput.Read(file.Bytes, path, root =>
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
                throw new InputException(path, null, new Phrase("places.json.not-points"), new Phrase("places.json.not-points.remedy"));
            return Read(features, path, findings);
        });
    }

    private static List<NamedPlace> Read(JsonElement features, string path, Findings findings)
    {
        var places = new List<NamedPlace>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        Dictionary<int, string> names = NamesOf(features);
        int number = 0;
        foreach (JsonElement feature in features.EnumerateArray())
        {
            number++;
            string at = string.Create(CultureInfo.InvariantCulture, $"feature {number}");
            if (GeoJsonGeometry.PositionOf(feature) is not { } position || !PositionLimits.World.Contains(position))
            {
                findings.Error(path, at, new Phrase("places.json.not-point", number), new Phrase("places.json.not-point.remedy"));
                continue;
            }
            string id = IdOf(feature) ?? names.GetValueOrDefault(number) ?? number.ToString(CultureInfo.InvariantCulture);
            if (!known.Add(id)) findings.Error(path, at, new Phrase("places.json.twice", id), new Phrase("places.duplicate.remedy"));
            places.Add(new NamedPlace(id, position));
        }
        findings.ThrowIfErrors();
        if (places.Count == 0) throw new InputException(path, null, new Phrase("places.json.none"), new Phrase("places.json.not-points.remedy"));
        PlaceFile.CheckSwapped(places, path, findings);
        return places;
    }

    /// <summary>The names of the features that have no id, by feature; none where one of them is missing or stands twice.</summary>
    private static Dictionary<int, string> NamesOf(JsonElement features)
    {
        var names = new Dictionary<int, string>();
        int number = 0;
        foreach (JsonElement feature in features.EnumerateArray())
        {
            number++;
            if (feature.ValueKind != JsonValueKind.Object || IdOf(feature) is not null) continue;
            if (Property(feature, "name") is not { } name || names.ContainsValue(name)) return [];
            names.Add(number, name);
        }
        return names;
    }

    private static string? IdOf(JsonElement feature)
    {
        foreach (string name in IdProperties)
        {
            if (Property(feature, name) is { } text) return text;
        }
        return feature.TryGetProperty("id", out JsonElement own) ? Text(own) : null;
    }

    private static string? Property(JsonElement feature, string name) =>
        feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
