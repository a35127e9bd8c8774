using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads people at points: a CSV with <c>lon,lat</c> and a weight, or GeoJSON points (RFC 7946, WGS84) with a weight
/// among their properties. Weights may be decimals, as models give them; they are made whole by the largest remainder,
/// so that the sum is the sum of the file to the nearest person.
/// </summary>
internal static class PeoplePointReader
{
    private const double MostPeople = 20_000_000;
    private static readonly string[] Weights = ["weight", "people", "pop_tot", "population", "personer", "innbyggere", "vekt", "pop"];
    private static readonly string[] Ids = ["id", "point", "punkt", "grunnkrets"];

    /// <summary>Reads the bytes of a CSV that findings call <paramref name="file"/>.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static PopulationGrid ParseTable(byte[] bytes, string file, Findings findings)
    {
        DelimitedTable? table = DelimitedTable.Parse(bytes, file, new TableColumns(["lon", "lat"], "id"), findings);
        findings.ThrowIfErrors();
        string? weight = Weights.FirstOrDefault(table!.Has);
        string? id = Ids.FirstOrDefault(table.Has);
        if (weight is null)
            throw new InputException(file, "1", new Phrase("people.no-weight"), new Phrase("people.no-weight.remedy", string.Join(", ", table.Columns)));
        var points = new Points(file, findings);
        foreach (DelimitedRow row in table.Rows)
        {
            double people = row.Decimal(weight, 0, MostPeople, new Phrase("people.weight.remedy"));
            GeoPoint position = row.Position("lon", "lat", PositionLimits.Norway);
            if (!row.IsFaulty) points.Add(row.Line.ToString(CultureInfo.InvariantCulture), id is null ? null : row.OptionalText(id), position, people);
        }
        return points.Finish();
    }

    /// <summary>Reads the bytes of a GeoJSON file that findings call <paramref name="file"/>.</summary>
    /// <exception cref="InputException">The bytes have errors.</exception>
    public static PopulationGrid ParseGeoJson(ReadOnlyMemory<byte> json, string file, Findings findings) =>
        JsonInput.Read(json, file, root => ReadFeatures(root, file, findings));

    private static PopulationGrid ReadFeatures(JsonElement root, string file, Findings findings)
    {
        if (!root.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
            throw new InputException(file, null, new Phrase("geo.json.not-collection"), new Phrase("people.points.remedy"));
        var points = new Points(file, findings);
        foreach ((int i, JsonElement feature) in features.EnumerateArray().Index())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"feature {i + 1}");
            if (GeoJsonGeometry.PositionOf(feature) is not { } position)
            {
                findings.Error(file, place, new Phrase("people.not-a-point"), new Phrase("people.points.remedy"));
                continue;
            }
            if (!PositionLimits.Norway.Contains(position))
            {
                findings.Error(file, place, new Phrase("people.point-outside", position.Longitude, position.Latitude), new Phrase("people.points.remedy"));
                continue;
            }
            if (WeightOf(feature) is not { } people)
            {
                findings.Error(file, place, new Phrase("people.no-weight"), new Phrase("people.no-weight.remedy", Properties(feature)));
                continue;
            }
            points.Add(place, IdOf(feature), position, people);
        }
        return points.Finish();
    }

    private static double? WeightOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object) return null;
        foreach (string name in Weights)
        {
            foreach (JsonProperty property in properties.EnumerateObject().Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDouble(out double people) && people is >= 0 and <= MostPeople)
                    return people;
            }
        }
        return null;
    }

    private static string? IdOf(JsonElement feature)
    {
        if (feature.TryGetProperty("id", out JsonElement own)) return Plain(own);
        if (!feature.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object) return null;
        return Ids.Select(id => properties.TryGetProperty(id, out JsonElement value) ? Plain(value) : null).FirstOrDefault(id => id is not null);
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Properties(JsonElement feature) =>
        feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object
            ? string.Join(", ", properties.EnumerateObject().Select(p => p.Name))
            : "–";

    /// <summary>Gathers the points and makes their weights whole.</summary>
    private sealed class Points(string file, Findings findings)
    {
        private readonly List<string> ids = [];
        private readonly List<double> weights = [];
        private readonly List<PlanePoint> middles = [];
        private readonly Dictionary<string, string> placeOf = new(StringComparer.Ordinal);

        public void Add(string place, string? id, GeoPoint position, double people)
        {
            string name = id ?? (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (!placeOf.TryAdd(name, place))
            {
                findings.Error(file, place, new Phrase("people.point-twice", name, placeOf[name]), new Phrase("people.point-twice.remedy"));
                return;
            }
            ids.Add(name);
            weights.Add(people);
            middles.Add(MapProjection.Norway.ToPlane(position));
        }

        public PopulationGrid Finish()
        {
            findings.ThrowIfErrors();
            if (ids.Count == 0) throw new InputException(file, null, new Phrase("people.no-points"), new Phrase("people.points.remedy"));
            ImmutableArray<int> people = [.. LargestRemainder.Round(weights).Select(p => (int)p)];
            if (weights.Exists(w => w != Math.Floor(w)))
                findings.Note(file, null, new Phrase("people.rounded", weights.Sum(), people.Sum(p => (long)p)), new Phrase("geo.nothing-to-do"));
            return new PopulationGrid(0, [.. ids], people, [.. middles]);
        }
    }
}
