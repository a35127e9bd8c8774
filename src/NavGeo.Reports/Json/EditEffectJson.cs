using System.Text.Json.Nodes;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Json;

/// <summary>What tried changes of the roads do by themselves, as plain numbers for programs.</summary>
public static class EditEffectJson
{
    /// <summary>One object a structure: its indicators without and with the changes, and who gains and loses by them; null where none are tried.</summary>
    public static JsonObject? Of(Publication publication) => publication.Effect is not { } effect ? null : new()
    {
        ["edits"] = new JsonArray([.. effect.Edits.Select(e => (JsonNode)e.ToString())]),
        ["structures"] = new JsonArray([.. effect.Structures.Select(s => (JsonNode)Structure(s))]),
    };

    private static JsonObject Structure(StructureChange change) => new()
    {
        ["id"] = change.To.Structure.Id,
        ["access_without"] = ComparisonJson.Indicators(change.From.Total),
        ["access_with"] = ComparisonJson.Indicators(change.To.Total),
        ["change"] = ComparisonJson.Change(change.Total),
    };
}
