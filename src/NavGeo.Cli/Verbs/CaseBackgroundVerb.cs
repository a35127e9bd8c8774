using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Boundaries;
using NavGeo.Data.Folders;
using NavGeo.Data.Ground;
using NavGeo.Data.Input;
using NavGeo.Data.Kartverket;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo case background DIR</c>: a small background for the maps of a case that names no N1000 of its own.</summary>
internal static class CaseBackgroundVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var n1000 = new Option<string>("--n1000") { Description = "Kartverket's N1000 (.gpkg).", Required = true };
        var boundaries = new Option<string>("--boundaries") { Description = "Municipal boundaries of the case's code year (.geojson).", Required = true };
        var verb = new Command("background", "Make background.geojson: municipal borders, coast, lakes and neighbours for the maps.") { folder, n1000, boundaries };
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            CaseCarrier.RefuseToAdd(parsed.GetRequiredValue(folder));
            PlanningCase planningCase = RoadReading.Case(screen, parsed.GetRequiredValue(folder)).Case;
            InputFile source = screen.Files.At(parsed.GetRequiredValue(n1000));
            MapWindow window = MapWindow.Of(planningCase);
            MapBackground made = GroundMaker.Make(
                source, BoundaryReader.Read(screen.Files.At(parsed.GetRequiredValue(boundaries)), findings),
                planningCase.Municipalities.Select(m => m.Number).ToHashSet(StringComparer.Ordinal), window.Extent, window.ToleranceMetres, findings)
                with
            {
                Sources =
                [
                    new SourceReference("Kartverket, N1000", "CC BY 4.0", N1000RoadReader.Read(source, new Findings()).Source.Date),
                    new SourceReference("Kartverket, kommunegrenser", "CC BY 4.0", planningCase.CodeYear.ToString(CultureInfo.InvariantCulture)),
                ],
            };
            string path = Path.Combine(parsed.GetRequiredValue(folder), GroundFile.Name);
            GroundFile.Write(path, made);
            if (screen.IsJson) screen.Written(parsed.GetRequiredValue(folder), [path]);
            else screen.Line(screen.Texts.Say("export.ground.made", path, made.Municipalities.Count, made.Neighbours.Count, new FileInfo(path).Length / 1000));
            return ExitCode.Ok;
        });
        return verb;
    }
}
