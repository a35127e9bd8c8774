using System.CommandLine;
using NavGeo.Cli.Help;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data;
using NavGeo.Data.Cases;
using NavGeo.Data.Formats.Columnar;
using NavGeo.Data.Ground;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Publishing;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo export DIR -o OUT</c>: layers and tables for GIS and spreadsheets.</summary>
internal static class ExportVerb
{
    private static readonly string[] Formats = ["geojson", "gpkg", "csv", "xlsx", "parquet"];

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "The case folder, workbook or package." };
        var structures = new Option<string?>("--structures") { Description = "Ids to take beside the baseline, e.g. A,E; all otherwise." };
        var target = new Option<string?>("--output", "-o") { Description = "The folder to write into." };
        var format = new Option<string?>("--format") { Description = "geojson, gpkg, csv, xlsx, parquet, several with commas; all but parquet otherwise." };
        var crs = new Option<string>("--crs") { Description = "GeoJSON in 4326 (degrees, RFC 7946) or 25833 (metres).", DefaultValueFactory = _ => "4326" };
        crs.AcceptOnlyFromAmong("4326", "25833");
        var postgis = new PostgisOptions();
        var least = new LeastPeopleOption(Audience.Public);
        var regions = new CaseRegionOptions();
        var roads = new RoadOptions();
        var verb = new Command("export", "Write the layers and tables of a case: GeoJSON, GeoPackage, GeoParquet, CSV, XLSX, or into PostGIS.") { folder, structures, target, format, crs };
        var access = new AccessOption();
        postgis.AddTo(verb);
        regions.AddTo(verb);
        roads.AddTo(verb, hasCase: true);
        roads.AddMode(verb, withTransit: true);
        access.AddTo(verb);
        var visits = new VisitOptions();
        visits.AddTo(verb, result => roads.Mode(result) == TravelModes.Transit);
        least.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (!postgis.IsAsked(result) && result.GetValue(target) is null) result.AddError(UsageText.Mistake("usage.needed", target.Name));
        });
        verb.SetAction(async (parsed, cancellation) =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            IReadOnlySet<string> wanted = ChoiceList.Parse("--format", parsed.GetValue(format), Formats, "geojson", "gpkg", "csv", "xlsx");
            Workspace work = RoadReading.Case(screen, parsed.GetRequiredValue(folder), cancellation);
            Publication publication = visits.Publish(
                screen, parsed,
                transit => Publication.Of(CompareVerb.Measure(parsed, screen, roads, work, parsed.GetValue(structures), access.Rule(parsed), transit: transit), least.In(parsed)),
                cancellation);
            MapBackground background = MapVerb.Background(work, publication);
            var settings = new LayerSettings
            {
                IsPlane = parsed.GetValue(crs) == "25833",
                Background = background,
                Regions = wanted.Overlaps(["gpkg", "parquet"]) || postgis.IsAsked(parsed) ? regions.Divide(parsed, work, publication.Study, background.Municipalities, screen, out _) : null,
            };
            if (postgis.IsAsked(parsed)) postgis.Write(parsed, CasePackage.Of(publication, settings), publication.Case.Id, screen);
            if (parsed.GetValue(target) is not { } to) return ExitCode.Ok;
            var written = new List<string>();
            if (wanted.Contains("geojson"))
                written.AddRange(StructureLayers.Write(to, publication, publication.Comparison.Structures, settings));
            if (wanted.Contains("gpkg"))
            {
                written.Add(Path.Combine(to, publication.Case.Id + ".gpkg"));
                CasePackage.Write(written[^1], publication, settings);
            }
            if (wanted.Contains("parquet")) written.AddRange(await GeoParquetFile.WriteAsync(to, CasePackage.Of(publication, settings)));
            written.AddRange(TableFiles.Save(publication, to, screen.Language, wanted.Contains("csv"), wanted.Contains("xlsx")));
            OutputManifest.Replace(to, "navgeo-export.files", written);
            screen.Written(to, written);
            return ExitCode.Ok;
        });
        return verb;
    }
}
