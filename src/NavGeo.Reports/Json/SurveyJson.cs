using System.Text.Json.Nodes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Reports.Json;

/// <summary>A survey or a national frame as plain numbers for programs.</summary>
public static class SurveyJson
{
    /// <summary>A survey; contradictions in <paramref name="language"/>.</summary>
    public static JsonObject Of(OfficeSurvey survey, UserLanguage language) => new()
    {
        ["counties"] = Each(survey.Counties, c => new JsonObject
        {
            ["county"] = c.County,
            ["municipalities"] = c.Municipalities,
            ["offices"] = c.Offices,
            ["state_leader"] = c.StateLeaders,
            ["municipal_leader"] = c.MunicipalLeaders,
            ["joint_leader"] = c.JointLeaders,
            ["split_leadership"] = c.SplitLeaders,
            ["guarantee_offices"] = c.GuaranteeOffices,
        }),
        ["not_answered"] = new JsonArray([.. survey.NotAnswered.Select(c => (JsonNode)c)]),
        ["sums"] = new JsonArray([.. survey.Sums.Select(s => (JsonNode)s)]),
        ["printed_sums"] = survey.PrintedSums is { } printed ? new JsonArray([.. printed.Select(s => (JsonNode)s)]) : null,
        ["contradictions"] = new JsonArray([.. survey.Contradictions().Select(c => (JsonNode)c.In(language))]),
        ["cooperations"] = Each(survey.Cooperations, c => new JsonObject
        {
            ["county"] = c.County,
            ["members"] = new JsonArray([.. c.Members.Select(m => (JsonNode)m)]),
            ["host"] = c.Host,
            ["form"] = c.Form switch
            {
                CooperationForm.Host => "host",
                CooperationForm.JointLeader => "joint_leader",
                CooperationForm.JointOffice => "joint_office",
                CooperationForm.Merged => "merged",
                CooperationForm.Branch => "branch",
                _ => "discussed",
            },
        }),
    };

    /// <summary>A frame; names in <paramref name="language"/>.</summary>
    public static JsonObject Of(IReadOnlyList<FrameFigure> frame, UserLanguage language) => new()
    {
        ["figures"] = Each(frame, f => new JsonObject
        {
            ["figure"] = f.Id,
            ["name"] = f.Name.In(language),
            ["year"] = f.Year,
            ["cases"] = f.Cases,
            ["municipalities"] = f.Municipalities,
            ["source"] = f.Source.In(language),
        }),
    };

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(i => (JsonNode)write(i))]);
}
