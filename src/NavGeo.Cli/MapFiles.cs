using System.CommandLine;
using System.Globalization;
using NavGeo.Maps.Drawing;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Access;
using NavGeo.Planning.Language;

namespace NavGeo.Cli;

/// <summary>What the verbs that write maps share: reading a case, comparing it, and where the files go.</summary>
internal static class MapFiles
{
    /// <summary>So many structures stand beside the baseline on one sheet; more go on further sheets.</summary>
    private const int OthersOnSheet = 10;

    /// <summary>A verb that reads a case and writes files of its comparison into a folder.</summary>
    public static Command Verb(
        string name,
        string description,
        GlobalOptions common,
        TextWriter output,
        TextWriter error,
        Action<Comparison, string, UserLanguage> save)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder." };
        var structures = new Option<string?>("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };
        var target = new Option<string>("--output", "-o") { Description = "The folder to write into.", Required = true };
        var roads = new RoadOptions();
        var verb = new Command(name, description) { folder, structures, target };
        roads.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            Comparison comparison = Verbs.CompareVerb.Measure(
                parsed, screen, roads, parsed.GetRequiredValue(folder), parsed.GetValue(structures));
            save(comparison, parsed.GetRequiredValue(target), screen.Language);
            screen.Progress("cli.written", Path.GetFullPath(parsed.GetRequiredValue(target)));
            return ExitCode.Ok;
        });
        return verb;
    }

    /// <summary>The layers for GIS.</summary>
    public static void SaveLayers(Comparison comparison, string folder, UserLanguage language) =>
        StructureLayers.Write(folder, comparison.Study, [.. comparison.Structures.Select(s => s.Access)], new LayerSettings());

    /// <summary>A sheet a structure, and one with all of them.</summary>
    public static void SaveSheets(Comparison comparison, string folder, UserLanguage language)
    {
        var settings = new SheetSettings { Language = language };
        foreach (ComparedStructure compared in comparison.Structures)
        {
            SvgRenderer.Write(
                Path.Combine(folder, compared.Access.Structure.Id + ".svg"),
                StructureSheet.Draw(comparison.Study, compared.Access, settings));
        }
        StructureAccess baseline = comparison.Structures[0].Access;
        StructureAccess[][] pages = [.. comparison.Structures.Skip(1).Select(s => s.Access).Chunk(OthersOnSheet)];
        for (int page = 0; page < Math.Max(1, pages.Length); page++)
        {
            string name = page == 0 ? "all.svg" : string.Create(CultureInfo.InvariantCulture, $"all-{page + 1}.svg");
            StructureAccess[] shown = pages.Length == 0 ? [baseline] : [baseline, .. pages[page]];
            SvgRenderer.Write(Path.Combine(folder, name), ComparisonSheet.Draw(comparison.Study, shown, settings));
        }
    }
}
