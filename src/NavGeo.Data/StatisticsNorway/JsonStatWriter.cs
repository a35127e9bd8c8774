using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>Writes json-stat2: sparse where that is shorter, the same table always as the same bytes.</summary>
internal static class JsonStatWriter
{
    private static readonly JsonWriterOptions Dress = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a table.</summary>
    public static void Write(JsonStatTable table, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Dress);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", table.Label);
        json.WriteString("source", table.Source);
        json.WriteString("updated", table.Updated);
        json.WriteStartArray("id");
        foreach (JsonStatDimension dimension in table.Dimensions) json.WriteStringValue(dimension.Id);
        json.WriteEndArray();
        json.WriteStartArray("size");
        foreach (JsonStatDimension dimension in table.Dimensions) json.WriteNumberValue(dimension.Size);
        json.WriteEndArray();
        json.WriteStartObject("dimension");
        foreach (JsonStatDimension dimension in table.Dimensions) WriteDimension(json, dimension);
        json.WriteEndObject();
        WriteValues(json, table.Values);
        if (table.Statuses.Count > 0)
        {
            json.WriteStartObject("status");
            foreach ((int position, string status) in table.Statuses) json.WriteString(Plain(position), status);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteDimension(Utf8JsonWriter json, JsonStatDimension dimension)
    {
        json.WriteStartObject(dimension.Id);
        json.WriteString("label", dimension.Label);
        json.WriteStartObject("category");
        json.WriteStartObject("index");
        for (int i = 0; i < dimension.Size; i++) json.WriteNumber(dimension.Codes[i], i);
        json.WriteEndObject();
        json.WriteStartObject("label");
        for (int i = 0; i < dimension.Size; i++) json.WriteString(dimension.Codes[i], dimension.Labels[i]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ReadOnlySpan<double> values)
    {
        int figures = 0;
        foreach (double value in values) figures += double.IsNaN(value) ? 0 : 1;
        if (figures * 3L < values.Length)
        {
            json.WriteStartObject("value");
            for (int i = 0; i < values.Length; i++)
            {
                if (!double.IsNaN(values[i])) json.WriteNumber(Plain(i), values[i]);
            }
            json.WriteEndObject();
            return;
        }
        json.WriteStartArray("value");
        foreach (double value in values)
        {
            if (double.IsNaN(value)) json.WriteNullValue();
            else json.WriteNumberValue(value);
        }
        json.WriteEndArray();
    }

    private static string Plain(int position) => position.ToString(CultureInfo.InvariantCulture);
}
