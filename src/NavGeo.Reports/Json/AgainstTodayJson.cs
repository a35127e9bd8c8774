using System.Text.Json.Nodes;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Json;

/// <summary>Each structure with all that is changed, held against today, as plain numbers for programs.</summary>
public static class AgainstTodayJson
{
    /// <summary>One object a structure: who gains and who loses, as a meeting shows it; null where the comparison itself is against today.</summary>
    public static JsonArray? Of(Publication publication) => publication.Comparison is { Yardstick.IsToday: false } comparison
        ? new JsonArray([.. comparison.Structures.Select(s => (JsonNode)Structure(comparison.AgainstToday(s)))]) : null;

    private static JsonObject Structure(ComparedStructure shown) => new()
    {
        ["id"] = shown.Structure.Id,
        ["change"] = ComparisonJson.Group(IndicatorCatalogue.Change, IndicatorSubject.Of(shown)),
        ["same_people"] = ComparisonJson.Group(IndicatorCatalogue.SamePeople, IndicatorSubject.Of(shown)),
    };
}
