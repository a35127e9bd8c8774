using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo compare DIR</c>: the structures of a case side by side.</summary>
internal static class CompareVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to show beside the baseline, e.g. A,E; all otherwise." };
        var outFolder = new Option<string?>("--output", "-o") { Description = "Folder for the tables as CSV." };
        var all = new Option<bool>("--all") { Description = "Every indicator on the screen; else those one asks for first. Tables and JSON have all." };
        var roads = new RoadOptions();
        var verb = new Command("compare", "Compare the structures of a case with its baseline.") { folder, structures, outFolder, all };
        var decisions = new DecisionOptions();
        roads.AddTo(verb, hasCase: true);
        roads.AddMode(verb, withTransit: true);
        var visits = new VisitOptions();
        visits.AddTo(verb, result => roads.Mode(result) == TravelModes.Transit);
        decisions.AddTo(verb);
        var least = new LeastPeopleOption(Audience.Internal);
        least.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            if (roads.Mode(parsed) == TravelModes.Transit)
            {
                Workspace work = RoadReading.Case(screen, parsed.GetRequiredValue(folder), cancellation);
                string[] asked = Asked(work.Case, parsed.GetValue(structures));
                Structure[] shown = [.. work.Case.Structures.Where(s => s.Id == work.Case.Baseline || asked.Length == 0 || asked.Contains(s.Id)).OrderByDescending(s => s.Id == work.Case.Baseline)];
                return TransitCompare.Run(visits, screen, parsed, work, shown, least.In(parsed), cancellation);
            }
            Publication publication = Publication.Of(
                Measure(
                    parsed, screen, roads, RoadReading.Case(screen, parsed.GetRequiredValue(folder)), parsed.GetValue(structures), decisions.Rule(parsed),
                    decisions.Contacts(parsed)),
                least.In(parsed));
            var decision = Decision.Of(publication, decisions.Staff(parsed), decisions.WantsRobustness(parsed));
            if (parsed.GetValue(outFolder) is { } tables) decision.Save(tables, screen.Language);
            if (screen.IsJson) screen.Line(decision.ToJson(screen.Language).ToJsonString(JsonText.Options));
            else decision.Show(screen, parsed.GetValue(all));
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    /// <summary>Measures a case under the what-if options and compares its structures.</summary>
    public static Comparison Measure(
        ParseResult parsed, Screen screen, RoadOptions roads, Workspace work, string? structureList, AccessRule? rule = null,
        ContactRate? contacts = null)
    {
        EditDraft draft = roads.Draft(parsed, work.Case, screen, new GroundGuard(work.Case, () => work.GroundWithin(MapWindow.Of(work.Case).Extent)).Check);
        PlanningCase planningCase = work.Case;
        string[] ids = Asked(planningCase, structureList);
        screen.Progress("cli.measuring", planningCase.Demand.Count, planningCase.Sites.Count);
        Comparison comparison = Comparison.Of(draft.Measure(), ids, rule, contacts);
        screen.Progress("cli.measured");
        return comparison;
    }

    /// <summary>The ids of a list.</summary>
    /// <exception cref="InputException">The case has no structure of one of them.</exception>
    private static string[] Asked(PlanningCase planningCase, string? structureList)
    {
        string[] ids = (structureList ?? "").Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        foreach (string id in ids)
        {
            if (planningCase.Structures.Any(s => s.Id == id)) continue;
            throw new InputException(
                "--structures",
                null,
                new Phrase("cli.no-structure", id),
                new Phrase("cli.no-structure.remedy", string.Join(", ", planningCase.Structures.Select(s => s.Id))));
        }
        return ids;
    }
}
