using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Survey;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;
using NavGeo.Planning.Survey;
using NavGeo.Reports.Json;
using NavGeo.Reports.Pages;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case page NAME|DIR -o FILE</c>: a case, a survey or the national frame as a page of text and tables.</summary>
internal static class CasePageVerb
{
    private static readonly string[] Cases = ["hallingdal", "lillehammer", "nordland"];

    private static readonly (string Name, string Folder)[] Embedded =
        [.. Cases.Select(c => (c, c)), ("national", "national"), ("survey", "survey2012")];

    /// <summary>The page about where sites should be, from all three cases.</summary>
    private const string Siting = "siting";

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("NAME|DIR")
        {
            Description = "hallingdal, lillehammer, nordland, national, survey or siting; or a folder of one's own.",
        };
        var target = new Option<string?>("--output", "-o") { Description = "The file to write (.md); the screen otherwise." };
        var verb = new Command("page", "Write what was printed, what is computed and the difference as a page.") { name, target };
        var least = new LeastPeopleOption(Audience.Public);
        least.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string asked = parsed.GetRequiredValue(name);
            Audience audience = least.In(parsed);
            string text = asked == Siting ? SitingPage.Write(c => EmbeddedCase(c, audience), screen.Language) : Page(FolderOf(asked), audience, screen);
            if (parsed.GetValue(target) is { } file)
            {
                AtomicFile.WriteText(file, text);
                screen.Progress("cli.written", Path.GetFullPath(file));
            }
            else
            {
                screen.Line(text.TrimEnd('\n'));
            }
            return ExitCode.Ok;
        });
        return verb;
    }

    private static string Page(string folder, Audience audience, Screen screen)
    {
        var findings = new Findings();
        string text;
        if (SurveyFolder.Is(folder)) text = Survey(SurveyFolder.Read(folder, findings), screen);
        else if (FrameFolder.Is(folder)) text = Frame(FrameFolder.Read(folder, findings), audience, screen);
        else if (Workspace.Is(folder)) text = Case(RoadReading.Case(screen, folder), audience, screen);
        else throw NoPage(folder);
        screen.Show(findings.All.Where(f => f.Severity != Severity.Note));
        return text;
    }

    private static string Survey(OfficeSurvey survey, Screen screen) => screen.IsJson
        ? SurveyJson.Of(survey, screen.Language).ToJsonString(JsonText.Options)
        : SurveyPage.Write(survey, screen.Language);

    private static string Frame(IReadOnlyList<FrameFigure> frame, Audience audience, Screen screen) => screen.IsJson
        ? SurveyJson.Of(frame, screen.Language).ToJsonString(JsonText.Options)
        : NationalPage.Write(frame, [.. Cases.Select(c => EmbeddedCase(c, audience))], screen.Language);

    private static string Case(Workspace work, Audience audience, Screen screen)
    {
        Publication publication = Publication.Of(Comparison.Of(AccessStudy.Of(work.Case), []), audience);
        if (screen.IsJson) return FiguresJson.Of(publication, RiskInputs.Of(publication.Comparison), screen.Language).ToJsonString(JsonText.Options);
        return PageOf(publication, work, screen.Language);
    }

    /// <summary>The page of a measured case.</summary>
    /// <param name="publication">The case.</param>
    /// <param name="work">Where it was read from: planned roads are read from there too.</param>
    /// <param name="language">The language of the page.</param>
    public static string PageOf(Publication publication, Workspace work, UserLanguage language) =>
        CasePage.Write(publication, Planned(publication, work), null, language);

    /// <summary>The case with its planned roads open; null where it has none, or its roads are edited.</summary>
    public static PlanningCase? Planned(Publication publication, Workspace work) =>
        publication.Study.Scenario.Edits.Count == 0 && work.Planned is { } planned ? Publication.CaseFor(planned, publication.Audience) : null;

    private static PlanningCase EmbeddedCase(string name, Audience audience) =>
        Publication.CaseFor(Workspace.Open(Path.Combine(AppContext.BaseDirectory, "data", name), new Findings()).Case, audience);

    private static string FolderOf(string name)
    {
        if (Directory.Exists(name) || Workspace.Is(name)) return name;
        string? embedded = Embedded.FirstOrDefault(e => e.Name == name || e.Folder == name).Folder;
        return embedded is null ? throw NoPage(name) : Path.Combine(AppContext.BaseDirectory, "data", embedded);
    }

    private static InputException NoPage(string name) => new(
        name, null, new Phrase("page.no-page", name), new Phrase("page.no-page.remedy", string.Join(", ", Embedded.Select(e => e.Name).Append(Siting))));
}
