using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// What a report file carries of itself as JSON: the command line that made it, the version, and every sentence and table
/// cell, so that a report made anew can be held against it cell by cell.
/// </summary>
public sealed record ReportRecord
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The version of NavGeo that wrote the report.</summary>
    public required string Version { get; init; }

    /// <summary>The words after <c>navgeo</c>.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Every heading, sentence and cell with where it stands, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Values { get; init; }

    /// <summary>The record of a report.</summary>
    public static ReportRecord Of(CaseReport report) => new()
    {
        Version = Provenance.Version,
        Order = report.Order,
        Values = [.. ValuesOf(report.Document)],
    };

    /// <summary>Reads it back.</summary>
    /// <returns>Null where the text is no such record.</returns>
    public static ReportRecord? Parse(string json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject root || (string?)root["navgeo"] is not { } version) return null;
            return new ReportRecord
            {
                Version = version,
                Order = [.. root["order"]!.AsArray().Select(n => (string)n!)],
                Values = [.. root["values"]!.AsArray().Select(n => KeyValuePair.Create((string)n![0]!, (string)n[1]!))],
            };
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>As JSON on one line; <c>&lt;</c> is escaped, so that it may stand in HTML.</summary>
    public string ToJson()
    {
        var root = new JsonObject
        {
            ["navgeo"] = Version,
            ["order"] = new JsonArray([.. Order.Select(w => (JsonNode)w)]),
            ["values"] = new JsonArray([.. Values.Select(v => (JsonNode)new JsonArray(v.Key, v.Value))]),
        };
        return root.ToJsonString(Options).Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    /// <summary>What differs between this record and a newer one: where, what was and what is; empty where nothing does.</summary>
    public IReadOnlyList<(string Where, string? Was, string? Is)> Differences(ReportRecord newer)
    {
        Dictionary<string, string> was = ByPlace(Values);
        Dictionary<string, string> now = ByPlace(newer.Values);
        return
        [
            .. was.Keys.Union(now.Keys).Where(k => was.GetValueOrDefault(k) != now.GetValueOrDefault(k))
                .Select(k => (k, was.GetValueOrDefault(k), now.GetValueOrDefault(k))),
        ];
    }

    private static Dictionary<string, string> ByPlace(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string place, string value) in values) places.TryAdd(place, value);
        return places;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(PageDocument document)
    {
        string section = "";
        int block = 0;
        foreach (PageBlock each in document.Blocks)
        {
            block++;
            switch (each)
            {
                case HeadingBlock heading:
                    if (heading.Level > 1) section = heading.Text;
                    block = 0;
                    break;
                case ParagraphBlock paragraph:
                    yield return new($"{section} ¶{block}", paragraph.Text);
                    break;
                case PointsBlock points:
                    for (int i = 0; i < points.Points.Count; i++) yield return new($"{section} ¶{block}.{i + 1}", points.Points[i]);
                    break;
                case TableBlock table:
                    for (int row = 0; row < table.Rows.Count; row++)
                    {
                        for (int column = 0; column < table.Header.Count; column++)
                            yield return new($"{section} ¶{block} [{row + 1}, {table.Header[column]}]", table.Rows[row][column]);
                    }
                    break;
            }
        }
    }
}
