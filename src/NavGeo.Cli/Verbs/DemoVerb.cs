using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo demo [hallingdal|lillehammer|nordland]</c>: the whole job on an embedded case.</summary>
internal static class DemoVerb
{
    private static readonly IReadOnlySet<string> Svg = new HashSet<string>(StringComparer.Ordinal) { "svg" };

    /// <summary>Whether a case of this name comes with the program.</summary>
    public static bool IsEmbedded(string name) => EmbeddedCases.Names.Contains(name);

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("CASE")
        {
            Description = "hallingdal, lillehammer or nordland.",
            DefaultValueFactory = _ => EmbeddedCases.Names[0],
        };
        name.AcceptOnlyFromAmong([.. EmbeddedCases.Names]);
        var folder = new Option<string?>("--output", "-o") { Description = "Folder for tables, layers and sheets; navgeo-CASE otherwise." };
        var roads = new RoadOptions();
        var asCase = new Option<string?>("--as-case") { Description = "Give the case itself to begin from, as a folder or a workbook (.xlsx), in place of its results." };
        var verb = new Command("demo", "The whole job on an embedded case: tables, map layers and sheets.") { name, folder, asCase };
        var least = new LeastPeopleOption(Audience.Public);
        roads.AddTo(verb);
        least.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            string caseName = parsed.GetRequiredValue(name);
            if (parsed.GetValue(asCase) is { } given)
            {
                CaseWorkbookVerb.Give(caseName, given, screen);
                return ExitCode.Ok;
            }
            string target = parsed.GetValue(folder) ?? "navgeo-" + caseName;
            Workspace work = RoadReading.Case(screen, EmbeddedCases.Folder(caseName));
            Publication publication = Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, null), least.In(parsed));
            var decision = Decision.Of(publication, null, wantsRobustness: false);
            decision.Save(Path.Combine(target, "tables"), screen.Language);
            string page = CasePageVerb.PageOf(publication, work, screen.Language);
            AtomicFile.WriteText(Path.Combine(target, caseName + ".md"), page);
            StructureLayers.Write(Path.Combine(target, "layers"), publication, publication.Comparison.Structures, new LayerSettings());
            var sheets = new SheetSettings { Language = screen.Language, Background = MapVerb.Background(work, publication) };
            SheetFiles.Save(publication, null, [], Path.Combine(target, "sheets"), sheets, Svg, SheetFiles.Kinds.ToHashSet());
            if (screen.IsJson) screen.Line(decision.ToJson(screen.Language).ToJsonString(JsonText.Options));
            else decision.Show(screen);
            screen.Progress("cli.written", Path.GetFullPath(target));
            return ExitCode.Ok;
        });
        return verb;
    }
}
