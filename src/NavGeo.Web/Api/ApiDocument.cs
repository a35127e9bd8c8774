using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NavGeo.Planning.Access;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Reports.Json;
using NavGeo.Routing;

namespace NavGeo.Web.Api;

/// <summary>
/// How the API writes JSON, and how it tells so at <c>/openapi.json</c>. The page's types are made from that document
/// (<c>client/openapi.json</c> is its copy, <c>client/start.openapi.json</c> that of the start page; tests hold them to it), so what it leaves open the page cannot rely on.
/// </summary>
internal static class ApiDocument
{
    private const string Indicators = "Indicators";

    /// <summary>Sets both up.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Write(json.SerializerOptions));
        services.AddOpenApi(document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            document.AddSchemaTransformer(NameWords);
            document.AddOperationTransformer(AskForLanguage);
            document.AddDocumentTransformer(Complete);
        });
    }

    private static void Write(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = Edit.JsonOptions.UnmappedMemberHandling;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowOutOfOrderMetadataProperties = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new LanguageAsCode());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static OpenApiSchema Languages() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. Enum.GetValues<UserLanguage>().Select(l => (JsonNode)LanguageCode.Of(l))],
    };

    private static Task NameWords(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type.IsEnum) schema.Type = JsonSchemaType.String;
        if (context.JsonTypeInfo.Type == typeof(UserLanguage)) schema.Enum = Languages().Enum;
        if (context.ParameterDescription?.ParameterDescriptor?.ParameterType == typeof(ChangeSince?)) schema.Enum = [.. ChangeSince.Words.Select(w => (JsonNode)w)];
        return Task.CompletedTask;
    }

    /// <summary>Whatever has words in it, and that is also every refusal, is in the language of <see cref="Problems.LanguageOf"/>.</summary>
    private static Task AskForLanguage(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "lang",
            In = ParameterLocation.Query,
            Description = "Of the answer; bokmål where it is missing.",
            Schema = Languages(),
        });
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "NavGeo", Version = typeof(ApiDocument).Assembly.GetName().Version!.ToString(3) };
        // The addresses are relative to wherever the document was fetched.
        document.Servers = null;
        IDictionary<string, IOpenApiSchema> schemas = document.Components!.Schemas!;
        // The start page edits no case by words: its document has none of what follows.
        if (!schemas.TryGetValue(nameof(StructureLine), out IOpenApiSchema? structure)) return Task.CompletedTask;
        // The generator writes the second list of its kind as a reference to nowhere.
        ((OpenApiSchema)schemas["EditAddLink"].Properties!["points"]).Items = schemas["EditCloseArea"].Properties!["points"].Items;
        foreach (IOpenApiSchema union in schemas.Values.Where(s => s.Discriminator is not null).ToList()) RequireKind(union, schemas);
        schemas[Indicators] = WrittenAs(Example(isServed: true), Example(isServed: false));
        structure.Properties!["access"] = new OpenApiSchemaReference(Indicators, document);
        return Task.CompletedTask;
    }

    /// <summary>What tells the members of a union apart stands in each of them.</summary>
    private static void RequireKind(IOpenApiSchema union, IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (OpenApiSchemaReference member in union.Discriminator!.Mapping!.Values)
            ((OpenApiSchema)schemas[member.Reference.Id!]).Required!.Add(union.Discriminator.PropertyName!);
    }

    private static JsonObject Example(bool isServed)
    {
        TravelTime? time = isServed ? TravelTime.FromMilliseconds(1) : null;
        return ComparisonJson.Indicators(new AccessIndicators
        {
            People = 1,
            Served = isServed ? 1 : 0,
            PeopleWithin = [.. AccessIndicators.Thresholds.Select(_ => 1L)],
            PersonMilliseconds = 0,
            Median = time,
            P90 = time,
            P95 = time,
            Longest = time,
            Gini = isServed ? 0.5 : null,
            WorstTenthMinutes = isServed ? 0.5 : null,
        });
    }

    /// <summary>The form of JSON that no type describes, from an example with everything and one where all that can is missing.</summary>
    private static OpenApiSchema WrittenAs(JsonNode full, JsonNode? bare)
    {
        OpenApiSchema schema = full switch
        {
            JsonObject members => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = members.Select(m => m.Key).ToHashSet(),
                Properties = members.ToDictionary(m => m.Key, IOpenApiSchema (m) => WrittenAs(m.Value!, bare?[m.Key])),
            },
            JsonArray items => new OpenApiSchema { Type = JsonSchemaType.Array, Items = WrittenAs(items[0]!, items[0]) },
            JsonValue value when value.TryGetValue<double>(out _) && !value.TryGetValue<long>(out _) => new OpenApiSchema { Type = JsonSchemaType.Number },
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => new OpenApiSchema { Type = JsonSchemaType.Integer },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };
        if (bare is null) schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    /// <summary>A language as <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    private sealed class LanguageAsCode : JsonConverter<UserLanguage>
    {
        public override UserLanguage Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            LanguageCode.TryParse(reader.GetString(), out UserLanguage language) ? language : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, UserLanguage value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LanguageCode.Of(value));
    }
}
