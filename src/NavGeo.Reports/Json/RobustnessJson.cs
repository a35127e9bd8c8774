using System.Text.Json.Nodes;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Robustness;

namespace NavGeo.Reports.Json;

/// <summary>What closures do to a structure, as plain numbers for programs.</summary>
public static class RobustnessJson
{
    /// <summary>One structure; titles in a language, positions in the case's projection.</summary>
    public static JsonObject Of(PlanningCase planningCase, string structure, RobustnessRanking ranking, UserLanguage language) => new()
    {
        ["structure"] = structure,
        ["delay_minutes"] = RobustnessStudy.DelayMinutes,
        ["untried_links"] = ranking.Untried,
        ["untried_hit_at_most"] = ranking.MostUntried,
        ["closures"] = new JsonArray([.. ranking.Effects.Select(e => (JsonNode)Effect(planningCase, e, language))]),
    };

    /// <summary>How files write a <see cref="ClosureKind"/>.</summary>
    public static string NameOf(ClosureKind kind) => kind switch
    {
        ClosureKind.Ferry => "ferry",
        ClosureKind.NamedRoad => "named_road",
        ClosureKind.CutRoad => "only_road",
        _ => "road",
    };

    private static JsonObject Effect(PlanningCase planningCase, ClosureEffect effect, UserLanguage language) => new()
    {
        ["kind"] = NameOf(effect.Closure.Kind),
        ["title"] = effect.Title.In(language),
        ["name"] = effect.Closure.Name,
        ["road"] = effect.Closure.Road.ToString(),
        ["easting"] = Math.Round(effect.Position.Easting),
        ["northing"] = Math.Round(effect.Position.Northing),
        ["cut_off"] = effect.CutOff,
        ["delayed"] = effect.Delayed,
        ["longer"] = effect.Longer,
        ["person_milliseconds"] = effect.PersonMilliseconds,
        ["hit_by_municipality"] = new JsonObject(planningCase.Municipalities.Index().Where(m => effect.HitByMunicipality[m.Index] > 0)
            .Select(m => KeyValuePair.Create(m.Item.Number, (JsonNode?)effect.HitByMunicipality[m.Index]))),
    };
}
