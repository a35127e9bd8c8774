using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Planning.Edits;

namespace NavGeo.Tests.Web;

/// <summary>What the server says of itself, which the page's types are made from.</summary>
public sealed class ApiDocumentTests
{
    private const string Copy = "src/NavGeo.Web/client/openapi.json";

    [Fact]
    public async Task Page_is_built_from_the_document_the_server_gives()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient stranger = meeting.Stranger();
        Golden.AssertFile(Copy, (await stranger.GetStringAsync(new Uri("openapi.json", UriKind.Relative))).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>Every answer the page reads has just the members the document names, and null only where it allows it.</summary>
    [Theory]
    [InlineData("answer")]
    [InlineData("case")]
    [InlineData("me")]
    [InlineData("structures/E1", "structures/{structure}")]
    [InlineData("trips/0", "trips/{place}")]
    [InlineData("log")]
    [InlineData("ledger")]
    [InlineData("sentences")]
    [InlineData("scenarios")]
    [InlineData("scenario.json")]
    [InlineData("visits")]
    [InlineData("phrases/nn", "phrases/{language}")]
    public async Task Answer_is_as_the_document_says(string path, string? route = null)
    {
        await using MeetingRun meeting = await MeetingVisitTests.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        await MeetingRun.Make(kari, new ChooseStructure("E1"), new CloseRoad("rv 7"), new SetWinter(true), new SetSiteDays("E1", "gol", 0));
        await MeetingRun.Post(kari, "api/scenarios", new { name = "Vinter" });
        await MeetingRun.Post(kari, "api/objections", new { structure = "E1", text = "Nei" });
        await MeetingRun.Try(kari, new CloseRoad("rv 52"), "api/proposals");
        JsonNode document = JsonNode.Parse(await kari.GetStringAsync(new Uri("openapi.json", UriKind.Relative)))!;
        JsonNode schema = document["paths"]![$"/api/{route ?? path}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        Fits(JsonNode.Parse(await kari.GetStringAsync(new Uri("api/" + path, UriKind.Relative))), schema, document, path);
    }

    [Fact]
    public async Task Every_word_that_an_address_may_have_is_taken()
    {
        await using MeetingRun meeting = await MeetingVisitTests.Start(EmbeddedCase.Hallingdal);
        using HttpClient kari = await meeting.Join();
        int asked = 0;
        foreach ((string path, JsonNode? methods) in JsonNode.Parse(await kari.GetStringAsync(new Uri("openapi.json", UriKind.Relative)))!["paths"]!.AsObject())
        {
            if (path.Contains('{', StringComparison.Ordinal) || methods!["get"]?["parameters"] is not JsonArray parameters) continue;
            foreach (JsonNode? parameter in parameters.Where(p => (string)p!["name"]! != "lang" && (string)p["in"]! == "query" && p["schema"]?["enum"] is not null))
            {
                foreach (JsonNode? word in parameter!["schema"]!["enum"]!.AsArray())
                {
                    using HttpResponseMessage answer = await kari.GetAsync(new Uri($"{path.TrimStart('/')}?{parameter["name"]}={word}", UriKind.Relative));
                    Assert.True(answer.IsSuccessStatusCode, $"{path} {word}: {answer.StatusCode}");
                    asked++;
                }
            }
        }
        Assert.True(asked >= 4);
    }

    [Fact]
    public async Task Union_of_edits_is_closed_and_tells_them_apart()
    {
        await using MeetingRun meeting = await MeetingRun.Start(EmbeddedCase.Hallingdal);
        using HttpClient stranger = meeting.Stranger();
        JsonNode schemas = (await MeetingRun.Get(stranger, "openapi.json"))["components"]!["schemas"]!;
        IEnumerable<string> kinds = JsonSerializer.Deserialize<JsonElement>(schemas["Edit"]!["discriminator"]!["mapping"]!).EnumerateObject().Select(m => m.Name);
        Assert.Equal(KindsOfEdit(), kinds);
        foreach (JsonNode? member in schemas["Edit"]!["anyOf"]!.AsArray())
        {
            JsonNode edit = Named(member!, schemas);
            Assert.Contains("kind", edit["required"]!.AsArray().Select(r => (string)r!));
            Assert.Single(edit["properties"]!["kind"]!["enum"]!.AsArray());
            Assert.False((bool)edit["additionalProperties"]!);
        }
    }

    private static IEnumerable<string> KindsOfEdit() => typeof(Edit)
        .GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), inherit: false)
        .Select(a => (string)((System.Text.Json.Serialization.JsonDerivedTypeAttribute)a).TypeDiscriminator!);

    private static JsonNode Named(JsonNode schema, JsonNode schemas) =>
        schema["$ref"] is { } reference ? schemas[((string)reference!).Split('/')[^1]]! : schema;

    private static void Fits(JsonNode? value, JsonNode given, JsonNode document, string where)
    {
        // What may be null is written as null or the thing itself.
        if (given["oneOf"] is JsonArray choice)
        {
            if (value is null) return;
            given = choice.Single(c => c!["$ref"] is not null)!;
        }
        JsonNode schema = Named(given, document["components"]!["schemas"]!);
        if (schema["anyOf"] is JsonArray members)
        {
            string mark = (string)schema["discriminator"]!["propertyName"]!;
            string name = (string)value![mark]!;
            schema = Named(members.Single(m => (string)Named(m!, document["components"]!["schemas"]!)["properties"]![mark]!["enum"]![0]! == name)!, document["components"]!["schemas"]!);
        }
        if (value is null)
        {
            Assert.True((bool?)schema["nullable"] ?? (bool?)given["nullable"] ?? false, where + " is null");
            return;
        }
        switch (value)
        {
            case JsonObject members2 when schema["properties"] is JsonObject named:
                foreach ((string name, JsonNode? member) in members2)
                {
                    Assert.True(named.ContainsKey(name), $"{where}.{name} is not in the document");
                    Fits(member, named[name]!, document, $"{where}.{name}");
                }
                foreach (JsonNode? required in schema["required"]?.AsArray() ?? []) Assert.True(members2.ContainsKey((string)required!), $"{where}.{required} is missing");
                break;
            case JsonObject texts:
                foreach ((string name, JsonNode? member) in texts) Fits(member, schema["additionalProperties"]!, document, $"{where}.{name}");
                break;
            case JsonArray items:
                Assert.InRange(items.Count, (int?)schema["minItems"] ?? 0, (int?)schema["maxItems"] ?? int.MaxValue);
                foreach (JsonNode? item in items) Fits(item, schema["items"]!, document, where + "[]");
                break;
            default:
                string kind = value.GetValueKind() switch { JsonValueKind.String => "string", JsonValueKind.Number => "number", _ => "boolean" };
                string type = (string)schema["type"]!;
                Assert.Equal(kind, type == "integer" ? "number" : type);
                if (type == "integer") _ = (long)value;
                if (schema["enum"] is JsonArray words) Assert.Contains((string)value!, words.Select(w => (string)w!));
                break;
        }
    }
}
