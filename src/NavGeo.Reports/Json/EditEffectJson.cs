using System.Text.Json.Nodes;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Json;

/// <summary>What tried changes of the roads do by themselves, as plain numbers for programs.</summary>
public static class EditEffectJson
{
    /// <summary>One object a structure: its indicators without and with the changes, and who gains and loses by them; null where none are tried.</summary>
    public static JsonObject? Of(Publication publication) => publication.Effect is not { } effect ? null : new()
    {
        ["edits"] = new JsonArray([.. effect.Edits.Select(e => (JsonNode)e.ToString())]),
        ["structures"] = new JsonArray([.. effect.Compared.Select(s => (JsonNode)Structure(s))]),
    };

    private static JsonObject Structure(ComparedStructure compared) => new()
    {
        ["id"] = compared.Structure.Id,
        ["access_without"] = ComparisonJson.Indicators(compared.Change.From.Total),
        ["access_with"] = ComparisonJson.Indicators(compared.Change.To.Total),
        ["change"] = ComparisonJson.Group(IndicatorCatalogue.Change, IndicatorSubject.Of(compared)),
        ["same_people"] = ComparisonJson.Group(IndicatorCatalogue.SamePeople, IndicatorSubject.Of(compared)),
    };
}
