using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Data.Regions;
using NavGeo.Data.Survey;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo map DIR -o OUT</c>: the sheets of each structure, and one with all of them.</summary>
internal static class MapVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };
        var target = new Option<string>("--output", "-o") { Description = "The folder to write into.", Required = true };
        var format = new Option<string?>("--format") { Description = "svg, pdf, png, several with commas; svg otherwise." };
        var paper = new Option<string>("--paper") { Description = "A4 or A3.", DefaultValueFactory = _ => "A4" };
        paper.AcceptOnlyFromAmong("A4", "A3");
        var orientation = new Option<string?>("--orientation") { Description = "landscape or portrait; that which shows the case larger otherwise." };
        orientation.AcceptOnlyFromAmong("landscape", "portrait");
        var kinds = new Option<string?>("--kinds") { Description = "times, change, municipalities, catchments, all, regions, visits (with timetables), charts; several with commas; every kind otherwise." };
        var route = new Option<string[]>("--route")
        {
            Description = "The way from a municipality's centre or a place of the case (number, name or id) to its site, today and under each structure; alone unless --kinds is given.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var boundaries = new Option<string?>("--boundaries") { Description = "For a survey of offices (counties.csv): municipal boundaries of 2018 or before, of which its counties are made." };
        var regions = new CaseRegionOptions();
        var roads = new RoadOptions();
        var verb = new Command("map", "Draw map sheets of each structure, and one with all of them side by side.")
        {
            folder, structures, target, format, paper, orientation, kinds, route, boundaries,
        };
        var access = new AccessOption();
        var least = new LeastPeopleOption(Audience.Public);
        least.AddTo(verb);
        regions.AddTo(verb);
        roads.AddTo(verb, hasCase: true);
        roads.AddMode(verb, withTransit: true);
        access.AddTo(verb);
        var visits = new VisitOptions();
        visits.AddTo(verb, result => roads.Mode(result) == TravelModes.Transit);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            IReadOnlySet<string> formats = ChoiceList.Parse("--format", parsed.GetValue(format), SheetFile.Formats, "svg");
            string[] from = parsed.GetValue(route) ?? [];
            IReadOnlySet<string> wanted = from.Length > 0 && parsed.GetValue(kinds) is null
                ? new HashSet<string>(StringComparer.Ordinal)
                : ChoiceList.Parse("--kinds", parsed.GetValue(kinds), SheetFiles.Kinds);
            string caseFolder = parsed.GetRequiredValue(folder);
            if (SurveyFolder.Is(caseFolder)) return SurveyMap.Save(caseFolder, parsed.GetValue(boundaries), parsed.GetRequiredValue(target), formats, screen);
            Workspace work = RoadReading.Case(screen, caseFolder);
            Publication publication = visits.Publish(
                screen, parsed,
                transit => Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, parsed.GetValue(structures), access.Rule(parsed), transit: transit), least.In(parsed)));
            SheetPaper sheet = parsed.GetValue(paper) == "A3" ? SheetPaper.A3 : SheetPaper.A4;
            if (parsed.GetValue(orientation) == "portrait") sheet = sheet.Upright;
            var settings = new SheetSettings { Language = screen.Language, Paper = sheet, MayTurn = parsed.GetValue(orientation) is null, Background = Background(work, publication) };
            RouteStart[] starts = [.. from.Select(f => RouteStart.Find(publication.Case, f))];
            string to = parsed.GetRequiredValue(target);
            CaseDivision? divided = wanted.Contains("regions")
                ? regions.Divide(parsed, work, publication.Study, settings.Background.Municipalities, screen, out _)
                : null;
            IReadOnlyList<string> written = SheetFiles.Save(publication, divided, starts, to, settings, formats, wanted);
            OutputManifest.Replace(to, "navgeo-map.files", written);
            screen.Written(to, written);
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>What the case's folder gives its maps to lie on.</summary>
    public static MapBackground Background(Workspace work, Publication publication) => work.GroundWithin(MapWindow.Of(publication.Case, work.Boundaries).Extent);
}
