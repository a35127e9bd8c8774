using System.Text.Json.Nodes;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Robustness;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Json;
using NavGeo.Reports.Tables;

namespace NavGeo.Cli.Views;

/// <summary>A comparison with everything the user asked for beside it, as screen, JSON or tables.</summary>
/// <param name="Publication">The structures side by side.</param>
/// <param name="Staff">What the staff drives; empty where not asked for.</param>
/// <param name="Robustness">What closures do; empty where not asked for.</param>
internal sealed record Decision(
    Publication Publication,
    IReadOnlyList<StructureStaffTravel> Staff,
    IReadOnlyList<KeyValuePair<ComparedStructure, RobustnessRanking>> Robustness)
{
    /// <summary>Computes what was asked for.</summary>
    /// <param name="publication">The structures.</param>
    /// <param name="staff">Rates of staff travel; null where it was not asked for.</param>
    /// <param name="wantsRobustness">Whether closures were asked for.</param>
    public static Decision Of(Publication publication, StaffSettings? staff, bool wantsRobustness)
    {
        Comparison comparison = publication.Comparison;
        var travel = staff is null ? null : StaffTravelStudy.Of(comparison.Study, staff);
        var robustness = wantsRobustness ? RobustnessStudy.Of(comparison.Study) : null;
        return new Decision(
            publication,
            travel is null ? [] : [.. comparison.Structures.Select(s => travel.Travel(s.Access.Structure))],
            robustness is null ? [] : [.. comparison.Structures.Select(s => KeyValuePair.Create(s, robustness.Rank(s.Access.Structure)))]);
    }

    /// <summary>Shows it.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="isAll">Whether with every indicator.</param>
    public void Show(Screen screen, bool isAll = false)
    {
        ComparisonView.Show(Publication, screen, isAll);
        if (Staff.Count > 0) StaffTravelView.Show(Staff, screen);
        if (Publication.Case.Figures.StaffHomes.Count > 0) CommuteView.Show(Publication, CommuteStudy.ByCar(Publication.Study), "commutes.by-car", screen);
        if (Robustness.Count > 0) RobustnessView.Show(Robustness, screen);
    }

    /// <summary>The comparison as JSON, with <c>edit_effect</c> where roads are changed, <c>against_today</c> where anything is, <c>staff_travel</c> and <c>robustness</c> where asked for.</summary>
    public JsonObject ToJson(UserLanguage language)
    {
        JsonObject json = ComparisonJson.Of(Publication, language);
        if (EditEffectJson.Of(Publication) is { } effect) json["edit_effect"] = effect;
        if (AgainstTodayJson.Of(Publication) is { } today) json["against_today"] = today;
        if (Staff.Count > 0) json["staff_travel"] = new JsonArray([.. Staff.Select(t => (JsonNode)StaffTravelJson.Of(t, language))]);
        if (Robustness.Count > 0)
        {
            json["robustness"] = new JsonArray(
            [
                .. Robustness.Select(r => (JsonNode)RobustnessJson.Of(Publication.Case, r.Key.Access.Structure.Id, r.Value, language)),
            ]);
        }
        return json;
    }

    /// <summary>Writes the tables.</summary>
    public void Save(string folder, UserLanguage language)
    {
        TableFiles.Save(Publication, folder, language);
        if (Staff.Count > 0) StaffTravelTables.Save(Staff, folder, language);
        if (Publication.Case.Figures.StaffHomes.Count > 0) CommuteTable.Save(Publication, [new("car", CommuteStudy.ByCar(Publication.Study))], folder, language);
        if (Robustness.Count > 0)
        {
            RobustnessTable.Save(
                Robustness.Select(r => KeyValuePair.Create(r.Key.Access.Structure.Id, r.Value)), folder, language);
        }
    }
}
