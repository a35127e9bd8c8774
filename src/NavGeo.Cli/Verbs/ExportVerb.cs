using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Ground;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo export DIR -o OUT</c>: layers and tables for GIS and spreadsheets.</summary>
internal static class ExportVerb
{
    private static readonly string[] Formats = ["geojson", "gpkg", "csv", "xlsx"];

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };
        var target = new Option<string>("--output", "-o") { Description = "The folder to write into.", Required = true };
        var format = new Option<string?>("--format") { Description = "geojson, gpkg, csv, xlsx, several with commas; all otherwise." };
        var crs = new Option<string>("--crs") { Description = "GeoJSON in 4326 (degrees, RFC 7946) or 25833 (metres).", DefaultValueFactory = _ => "4326" };
        crs.AcceptOnlyFromAmong("4326", "25833");
        var least = new LeastPeopleOption(Audience.Public);
        var regions = new CaseRegionOptions();
        var roads = new RoadOptions();
        var verb = new Command("export", "Write the layers and tables of a case: GeoJSON, GeoPackage, CSV, XLSX.") { folder, structures, target, format, crs };
        var access = new AccessOption();
        regions.AddTo(verb);
        roads.AddTo(verb, hasCase: true);
        access.AddTo(verb);
        var visits = new VisitOptions();
        visits.AddTo(verb);
        least.AddTo(verb);
        verb.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            IReadOnlySet<string> wanted = ChoiceList.Parse("--format", parsed.GetValue(format), Formats);
            Workspace work = RoadReading.Case(screen, parsed.GetRequiredValue(folder));
            Publication publication = visits.With(
                Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, parsed.GetValue(structures), access.Rule(parsed)), least.In(parsed)), screen, parsed);
            MapBackground background = MapVerb.Background(work, publication);
            var settings = new LayerSettings
            {
                IsPlane = parsed.GetValue(crs) == "25833",
                Background = background,
                Regions = wanted.Contains("gpkg") ? regions.Divide(parsed, work, publication.Study, background.Municipalities, screen, out _) : null,
            };
            string to = parsed.GetRequiredValue(target);
            var written = new List<string>();
            if (wanted.Contains("geojson"))
                written.AddRange(StructureLayers.Write(to, publication, publication.Comparison.Structures, settings));
            if (wanted.Contains("gpkg"))
            {
                written.Add(Path.Combine(to, publication.Case.Id + ".gpkg"));
                CasePackage.Write(written[^1], publication, settings);
            }
            written.AddRange(TableFiles.Save(publication, to, screen.Language, wanted.Contains("csv"), wanted.Contains("xlsx")));
            OutputManifest.Replace(to, "navgeo-export.files", written);
            screen.Written(to, written);
            return ExitCode.Ok;
        });
        return verb;
    }
}
