using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Folders;
using NavGeo.Data.Norway;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo demo [hallingdal|lillehammer|nordland|norge]</c>: the whole job on an embedded case.</summary>
internal static class DemoVerb
{
    private static readonly IReadOnlySet<string> Svg = new HashSet<string>(StringComparer.Ordinal) { "svg" };

    /// <summary>Name of the case of the whole country, which is made of what NavGeo carries.</summary>
    private const string Country = "norge";

    /// <summary>Whether a case of this name comes with the program.</summary>
    public static bool IsEmbedded(string name) => EmbeddedCases.Names.Contains(name);

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("CASE")
        {
            Description = "hallingdal, lillehammer, nordland or norge, which is all of Norway.",
            DefaultValueFactory = _ => EmbeddedCases.Names[0],
        };
        name.AcceptOnlyFromAmong([.. EmbeddedCases.Names, Country]);
        var folder = new Option<string?>("--output", "-o") { Description = "Folder for tables, layers and sheets; navgeo-CASE otherwise." };
        var roads = new RoadOptions();
        var asCase = new Option<string?>("--as-case") { Description = "Give the case itself to begin from, as a folder or a workbook (.xlsx), in place of its results." };
        var verb = new Command("demo", "The whole job on an embedded case: tables, map layers and sheets.") { name, folder, asCase };
        var least = new LeastPeopleOption(Audience.Public);
        roads.AddTo(verb);
        least.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string caseName = parsed.GetRequiredValue(name);
            if (parsed.GetValue(asCase) is { } given)
            {
                if (caseName == Country) GiveCountry(given, screen, cancellation);
                else CaseWorkbookVerb.Give(caseName, given, screen);
                return ExitCode.Ok;
            }
            string target = parsed.GetValue(folder) ?? "navgeo-" + caseName;
            Workspace work = RoadReading.Case(screen, caseName == Country ? CountryIn(target, screen, cancellation) : EmbeddedCases.Folder(caseName), cancellation);
            Publication publication = Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, null), least.In(parsed));
            var decision = Decision.Of(publication, null, wantsRobustness: false);
            decision.Save(Path.Combine(target, "tables"), screen.Language);
            string page = CasePageVerb.PageOf(publication, work, screen.Language);
            AtomicFile.WriteText(Path.Combine(target, caseName + ".md"), page);
            StructureLayers.Write(Path.Combine(target, "layers"), publication, publication.Comparison.Structures, new LayerSettings());
            var sheets = new SheetSettings { Language = screen.Language, MayTurn = true, Background = MapVerb.Background(work, publication) };
            SheetFiles.Save(publication, null, [], Path.Combine(target, "sheets"), sheets, Svg, SheetFiles.Kinds.ToHashSet());
            if (screen.IsJson) screen.Line(decision.ToJson(screen.Language).ToJsonString(JsonText.Options));
            else decision.Show(screen);
            screen.Progress("cli.written", Path.GetFullPath(target));
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    /// <summary>The case of the country in the folder of the results, where one goes on from; made where it is not there from an earlier time.</summary>
    private static string CountryIn(string target, Screen screen, CancellationToken cancellation)
    {
        string folder = Path.Combine(target, "case");
        if (!Workspace.Is(folder)) Make(folder, screen, cancellation);
        return folder;
    }

    private static void GiveCountry(string to, Screen screen, CancellationToken cancellation)
    {
        if (!CaseCarrier.IsWorkbook(to))
        {
            Make(to, screen, cancellation);
            CaseWorkbookVerb.Tell(to, screen);
            return;
        }
        DirectoryInfo made = Directory.CreateTempSubdirectory("navgeo-");
        try
        {
            string folder = Path.Combine(made.FullName, Country);
            Make(folder, screen, cancellation);
            var findings = new Findings();
            CaseCarrier.ToWorkbook(folder, to, screen.Language, findings);
            screen.Show(findings.All);
        }
        finally
        {
            made.Delete(recursive: true);
        }
        CaseWorkbookVerb.Tell(to, screen);
    }

    /// <summary>Every municipality with an office and a site in its centre, as <c>case new</c> makes them.</summary>
    private static void Make(string folder, Screen screen, CancellationToken cancellation)
    {
        screen.UseLanguageOf(UserLanguage.Bokmaal);
        screen.Progress("cli.case.making", folder);
        var starter = new CaseStarter(NorwayBase.CodeYear) { Name = screen.Texts.Say("cli.demo.country"), Language = screen.Language };
        RoadReading.Followed(screen, run => { starter.Write(folder, new Findings(), run); }, cancellation);
    }
}
