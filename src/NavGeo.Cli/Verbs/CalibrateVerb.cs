using System.CommandLine;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Calibration;
using NavGeo.Data.Input;
using NavGeo.Data.Norway;
using NavGeo.Maps.Layers;
using NavGeo.Planning.Language;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo calibrate</c>: the network held against times somebody knows.</summary>
internal static class CalibrateVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var roads = new RoadOptions();
        roads.Roads.Required = false;
        var times = new Option<string>("--times") { Description = "Known times: CSV with from,to,minutes; an end is lon,lat, a place of --places, or a municipality number.", Required = true };
        var places = new Option<string?>("--places") { Description = "The places that known times name: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites." };
        var municipalities = new Option<string?>("--municipalities") { Description = "Boundaries of the municipalities; those that come with NavGeo otherwise." };
        var population = new Option<string>("--population") { Description = "Population grid; the one that comes with NavGeo otherwise.", DefaultValueFactory = _ => NorwayBase.People };
        var byCounty = new Option<bool>("--by-county") { Description = "Hold each county against factors fitted on all the others." };
        var file = new Option<string?>("--output", "-o") { Description = "GeoJSON file to write the known times to, with their errors." };
        var verb = new Command("calibrate", "Hold the network against times you know: errors, and factors with their uncertainty.")
        {
            times, roads.Roads, places, municipalities, population, byCounty, file,
        };
        roads.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            var files = new CalibrationFiles
            {
                Times = screen.Files.At(parsed.GetRequiredValue(times)),
                Roads = screen.Files.At(parsed.GetValue(roads.Roads) ?? NorwayBase.Roads),
                Places = At(parsed.GetValue(places)),
                Municipalities = At(parsed.GetValue(municipalities)),
                Population = screen.Files.At(parsed.GetRequiredValue(population)),
                IsByCounty = parsed.GetValue(byCounty),
                Edits = (graph, usual) => roads.Draft(parsed, graph, screen, usual),
            };
            screen.Progress("cli.reading-roads", files.Roads.Path);
            LoadedCalibration loaded = RoadReading.Followed(screen, run => files.Read(findings, run), cancellation);
            screen.Show(findings.All);
            if (parsed.GetValue(file) is { } path)
            {
                CalibrationLayer.Write(path, loaded);
                screen.Progress("cli.wrote-file", path);
            }
            CalibrationView.Show(screen, loaded.Calibration);
            return ExitCode.Ok;

            InputFile? At(string? path) => path is null ? null : screen.Files.At(path);
        },
            cancellation));
        return verb;
    }
}
