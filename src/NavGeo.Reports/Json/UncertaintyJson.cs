using System.Text.Json.Nodes;
using NavGeo.Planning.Uncertainty;

namespace NavGeo.Reports.Json;

/// <summary>The doubt of a comparison as plain numbers for programs, nothing rounded.</summary>
public static class UncertaintyJson
{
    /// <summary>Bands, rankings, what turns them and what was drawn.</summary>
    public static JsonObject Of(UncertaintyResult result, IReadOnlyList<ClaimSwitches> switches) => new()
    {
        ["draws"] = result.Draws,
        ["seed"] = result.Seed,
        ["deviations"] = new JsonObject(result.Model.Sources.Select(s => KeyValuePair.Create(s.Name, (JsonNode?)s.Deviation))),
        ["structures"] = new JsonArray([.. result.Structures.Select(s => (JsonNode)Structure(s))]),
        ["ranking"] = new JsonArray([.. result.Claims.Select(c => (JsonNode)Claim(result, c))]),
        ["switches"] = new JsonArray([.. switches.SelectMany(s => s.Values.Select(v => (JsonNode)Switch(result, s.Claim, v)))]),
    };

    /// <summary>How files write what turns a claim.</summary>
    public static string NameOf(SwitchKind kind) => kind switch
    {
        SwitchKind.FerryWait => "ferry_wait_factor",
        SwitchKind.RoadTime => "road_time_factor",
        _ => "inhabitants",
    };

    private static JsonObject Switch(UncertaintyResult result, RankingClaim claim, SwitchValue value) => new()
    {
        ["better"] = UncertaintySentences.NameOf(result, claim.Better),
        ["worse"] = UncertaintySentences.NameOf(result, claim.Worse),
        ["unknown"] = NameOf(value.Kind),
        ["of"] = value.Subject,
        ["now"] = value.Now,
        ["turns"] = value.Turns,
        ["deviations"] = value.Deviations,
        ["worth_measuring"] = value.IsWorthMeasuring,
    };

    private static JsonObject Structure(StructureUncertainty structure)
    {
        var json = new JsonObject { ["id"] = structure.Structure.Id };
        foreach (HeadlineDraws number in structure.Numbers)
        {
            Band band = number.Band;
            json[number.Headline.NameOf()] = new JsonObject { ["stated"] = Finite(number.Stated), ["low"] = Finite(band.Low), ["high"] = Finite(band.High) };
        }
        return json;
    }

    private static JsonObject Claim(UncertaintyResult result, RankingClaim claim) => new()
    {
        ["by"] = claim.Headline.NameOf(),
        ["better"] = UncertaintySentences.NameOf(result, claim.Better),
        ["worse"] = UncertaintySentences.NameOf(result, claim.Worse),
        ["difference"] = Finite(claim.Stated),
        ["low"] = Finite(claim.Band.Low),
        ["high"] = Finite(claim.Band.High),
        ["holds"] = claim.Holds,
        ["decided"] = claim.IsDecided,
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
