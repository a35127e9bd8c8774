using System.Text.Json.Nodes;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;

namespace NavGeo.Reports.Json;

/// <summary>Structures in other futures as plain numbers for programs, nothing rounded.</summary>
public static class RegretJson
{
    /// <summary>Futures, choices, and by criterion the values, regrets and greatest regrets.</summary>
    public static JsonObject Of(RegretResult result, UserLanguage language) => new()
    {
        ["futures"] = new JsonArray([.. result.Futures.Select((f, i) => (JsonNode)new JsonObject { ["id"] = f.Id, ["name"] = f.Name.In(language), ["people"] = result.People[i] })]),
        ["choices"] = new JsonArray([.. result.Choices.Select(c => (JsonNode)new JsonObject { ["structures"] = Texts(c.Structures.Select(s => s.Id)), ["sites"] = c.Sites })]),
        ["criteria"] = new JsonObject(result.Measures.Select(m => KeyValuePair.Create(RegretSentences.NameOf(m.Criterion), (JsonNode?)Measure(result, m)))),
        ["sentences"] = Texts(RegretSentences.Of(result, RegretCriterion.Mean, language).Select(s => s.In(language))),
    };

    private static JsonObject Measure(RegretResult result, RegretMeasure measure)
    {
        int[] choices = [.. Enumerable.Range(0, result.Choices.Count)];
        int[] futures = [.. Enumerable.Range(0, result.Futures.Count)];
        return new JsonObject
        {
            ["values"] = new JsonArray([.. futures.Select(f => (JsonNode)Numbers(choices.Select(c => measure.Values[f][c])))]),
            ["regrets"] = new JsonArray([.. futures.Select(f => (JsonNode)Numbers(choices.Select(c => measure.Regret(f, c))))]),
            ["greatest"] = Numbers(choices.Select(c => measure.Most(c).Regret)),
            ["least_regretted"] = new JsonArray([.. measure.Least().Select(c => (JsonNode)result.Choices[c].Name)]),
        };
    }

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(v => double.IsFinite(v) ? (JsonNode?)v : null)]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
