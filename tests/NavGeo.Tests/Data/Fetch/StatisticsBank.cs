using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NavGeo.Tests.Data.Fetch;

/// <summary>
/// A statistics bank with one table in the form of PxWebApi v2: metadata, and data for a selection, no more cells than it
/// allows. The figure of a cell tells which one it is.
/// </summary>
internal sealed class StatisticsBank(int mostCells)
{
    private readonly (string Id, string[] Codes, bool IsOptional)[] dimensions =
    [
        ("Region", [.. Enumerable.Range(0, 40).Select(i => $"{1800 + i}"), "18", "0"], true),
        ("Kjonn", ["1", "2"], true),
        ("ContentsCode", ["Personer1"], false),
        ("Tid", ["2018", "2019", "2020"], false),
    ];

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/metadata", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync(Dataset(dimensions.Select(d => (d.Id, d.Codes)), isData: false).ToJsonString());
            return;
        }
        JsonElement body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var taken = body.GetProperty("selection").EnumerateArray().Select(s => (
            Id: s.GetProperty("variableCode").GetString()!,
            Codes: s.GetProperty("valueCodes").EnumerateArray().Select(c => c.GetString()!).ToArray())).ToArray();
        if (taken.Aggregate(1L, (n, d) => n * d.Codes.Length) > mostCells)
        {
            context.Response.StatusCode = 403;
            return;
        }
        await context.Response.WriteAsync(Dataset(taken, isData: true).ToJsonString());
    }

    public static int Figure(string region, string year) => int.Parse(region, null) * 10 + int.Parse(year, null) % 10;

    private JsonObject Dataset(IEnumerable<(string Id, string[] Codes)> taken, bool isData)
    {
        (string Id, string[] Codes)[] all = [.. taken];
        var dimension = new JsonObject();
        foreach ((string id, string[] codes) in all)
        {
            dimension[id] = new JsonObject
            {
                ["label"] = id,
                ["category"] = new JsonObject
                {
                    ["index"] = new JsonObject(codes.Select((c, i) => KeyValuePair.Create(c, (JsonNode?)i))),
                    ["label"] = new JsonObject(codes.Select(c => KeyValuePair.Create(c, (JsonNode?)$"{c} navn"))),
                },
                ["extension"] = new JsonObject { ["elimination"] = dimensions.Single(d => d.Id == id).IsOptional },
            };
        }
        var values = new JsonArray();
        if (isData)
        {
            string[] years = all.Single(d => d.Id == "Tid").Codes;
            foreach (string region in all.Single(d => d.Id == "Region").Codes)
                foreach (string year in years) values.Add(Figure(region, year));
        }
        return new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = "07459: Befolkning",
            ["updated"] = "2026-01-01T07:00:00Z",
            ["id"] = new JsonArray([.. all.Select(d => (JsonNode)d.Id)]),
            ["size"] = new JsonArray([.. all.Select(d => (JsonNode)d.Codes.Length)]),
            ["dimension"] = dimension,
            ["value"] = values,
        };
    }
}
