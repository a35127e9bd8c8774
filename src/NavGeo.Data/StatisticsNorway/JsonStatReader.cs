using System.Globalization;
using System.Text;
using System.Text.Json;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads json-stat2 (json-stat.org, version 2.0) as Statistics Norway's PxWebApi v2 returns it: a dataset with its
/// dimensions, values as an array or, where most are missing, as an object by position, and signs for missing ones.
/// </summary>
internal static class JsonStatReader
{
    private static readonly Phrase FetchAgain = new("people.stat.fetch-again");

    /// <summary>Whether the bytes begin like a JSON object; a table of text does not.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    /// <summary>Reads the bytes of a file that findings call <paramref name="file"/>.</summary>
    /// <exception cref="InputException">They are no json-stat2 dataset, or one that contradicts itself.</exception>
    public static JsonStatTable Parse(ReadOnlyMemory<byte> json, string file) => JsonInput.Read(json, file, root => Read(root, file));

    private static JsonStatTable Read(JsonElement root, string file)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "class") != "dataset" || !root.TryGetProperty("id", out JsonElement ids)
            || !root.TryGetProperty("dimension", out JsonElement dimensions) || !root.TryGetProperty("size", out JsonElement sizes)
            || ids.ValueKind != JsonValueKind.Array || sizes.ValueKind != JsonValueKind.Array || dimensions.ValueKind != JsonValueKind.Object)
            throw Bad(file, new Phrase("people.stat.not-dataset"));
        var read = new List<JsonStatDimension>();
        int[] written = [.. sizes.EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Number && s.TryGetInt32(out int size) ? size : -1)];
        foreach (JsonElement id in ids.EnumerateArray())
        {
            string name = id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
            if (!dimensions.TryGetProperty(name, out JsonElement dimension) || ReadDimension(name, dimension) is not { } found)
                throw Bad(file, new Phrase("people.stat.bad-dimension", name));
            if (read.Count >= written.Length || written[read.Count] != found.Size)
                throw Bad(file, new Phrase("people.stat.bad-size", name, found.Size));
            read.Add(found);
        }
        long cells = 1;
        foreach (JsonStatDimension dimension in read)
        {
            // Stops before the product can overflow.
            cells *= dimension.Size;
            if (cells > JsonStatTable.MostCells) throw Bad(file, new Phrase("people.stat.too-large", JsonStatTable.MostCells));
        }
        var values = new double[cells];
        Array.Fill(values, double.NaN);
        if (!root.TryGetProperty("value", out JsonElement value) || !ReadValues(value, values))
            throw Bad(file, new Phrase("people.stat.bad-values", cells));
        var statuses = new Dictionary<int, string>();
        if (root.TryGetProperty("status", out JsonElement status)) ReadStatuses(status, values.Length, statuses);
        return new JsonStatTable(Text(root, "label") ?? "", Text(root, "source") ?? "", Text(root, "updated") ?? "", read, values, statuses);
    }

    /// <summary>Null where the categories are not listed soundly.</summary>
    private static JsonStatDimension? ReadDimension(string id, JsonElement dimension)
    {
        if (dimension.ValueKind != JsonValueKind.Object || !dimension.TryGetProperty("category", out JsonElement category)
            || category.ValueKind != JsonValueKind.Object) return null;
        JsonElement labels = category.TryGetProperty("label", out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : default;
        string[]? codes = category.TryGetProperty("index", out JsonElement index) ? Codes(index)
            // A dimension of one category need not say in which order it stands.
            : labels.ValueKind == JsonValueKind.Object ? [.. labels.EnumerateObject().Select(l => l.Name)] : null;
        // Nothing can be said of a dimension without categories.
        if (codes is not { Length: > 0 } || codes.Distinct(StringComparer.Ordinal).Count() != codes.Length) return null;
        return new JsonStatDimension(
            id, Text(dimension, "label") ?? id, [.. codes],
            [.. codes.Select(c => labels.ValueKind == JsonValueKind.Object ? Text(labels, c) ?? c : c)]);
    }

    private static string[]? Codes(JsonElement index)
    {
        if (index.ValueKind == JsonValueKind.Array)
            return index.EnumerateArray().All(c => c.ValueKind == JsonValueKind.String) ? [.. index.EnumerateArray().Select(c => c.GetString()!)] : null;
        if (index.ValueKind != JsonValueKind.Object) return null;
        var codes = new SortedDictionary<int, string>();
        foreach (JsonProperty code in index.EnumerateObject())
        {
            if (code.Value.ValueKind != JsonValueKind.Number || !code.Value.TryGetInt32(out int place) || !codes.TryAdd(place, code.Name)) return null;
        }
        return codes.Keys.Select((place, i) => place == i).All(isNext => isNext) ? [.. codes.Values] : null;
    }

    private static bool ReadValues(JsonElement value, double[] values)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (value.GetArrayLength() != values.Length) return false;
            int position = 0;
            foreach (JsonElement cell in value.EnumerateArray())
            {
                if (!TryCell(cell, out values[position++])) return false;
            }
            return true;
        }
        if (value.ValueKind != JsonValueKind.Object) return false;
        foreach (JsonProperty cell in value.EnumerateObject())
        {
            if (!int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int position) || position >= values.Length) return false;
            if (!TryCell(cell.Value, out values[position])) return false;
        }
        return true;
    }

    private static bool TryCell(JsonElement cell, out double number)
    {
        number = double.NaN;
        return cell.ValueKind == JsonValueKind.Null
            || (cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out number) && double.IsFinite(number));
    }

    private static void ReadStatuses(JsonElement status, int cells, Dictionary<int, string> statuses)
    {
        if (status.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty cell in status.EnumerateObject())
            {
                if (cell.Value.ValueKind == JsonValueKind.String
                    && int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int position) && position < cells)
                    statuses[position] = cell.Value.GetString()!;
            }
        }
        else if (status.ValueKind == JsonValueKind.Array)
        {
            foreach ((int position, JsonElement cell) in status.EnumerateArray().Index())
            {
                if (position < cells && cell.ValueKind == JsonValueKind.String) statuses[position] = cell.GetString()!;
            }
        }
    }

    private static InputException Bad(string file, Phrase problem) => new(file, null, problem, FetchAgain);

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
