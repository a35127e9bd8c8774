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
using NavGeo.Transit.Search;

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
                return TransitCompare.Run(visits, screen, parsed, transit => Edited(Drafted(parsed, screen, roads, work, transit)), asked, least.In(parsed), cancellation);
            }
            Workspace read = RoadReading.Case(screen, parsed.GetRequiredValue(folder));
            Publication publication = Publication.Of(
                Measure(
                    parsed, screen, roads, read, parsed.GetValue(structures), decisions.Rule(parsed), decisions.Contacts(parsed),
                    visits.Find(screen, parsed, cancellation)?.Network),
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
        ContactRate? contacts = null, TransitNetwork? transit = null)
    {
        EditDraft draft = Drafted(parsed, screen, roads, work, transit);
        PlanningCase planningCase = work.Case;
        string[] ids = Asked(planningCase, structureList);
        screen.Progress("cli.measuring", planningCase.Demand.Count, planningCase.Sites.Count);
        Comparison comparison = Comparison.Of(draft.Measure(), ids, rule, contacts);
        screen.Progress("cli.measured");
        return comparison;
    }

    /// <summary>A case with the edits of the command line, also those of its timetables, where there are any.</summary>
    private static EditDraft Drafted(ParseResult parsed, Screen screen, RoadOptions roads, Workspace work, TransitNetwork? transit) => roads.Draft(
        parsed, transit is null ? work.Case : work.Case with { Transit = transit }, screen, new GroundGuard(work.Case, () => work.GroundWithin(MapWindow.Of(work.Case).Extent)).Check);

    /// <summary>The case of a draft whose edits of roads find what they are to change, though nobody drives.</summary>
    private static PlanningCase Edited(EditDraft draft)
    {
        draft.ToRoads();
        return draft.ToCase();
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
