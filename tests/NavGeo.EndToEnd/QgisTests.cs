using System.Diagnostics;

namespace NavGeo.EndToEnd;

/// <summary>The plugin of QGIS as QGIS runs it, without a screen.</summary>
public sealed class QgisTests
{
    /// <summary>QGIS takes a gigabyte to install, so it is asked for only where this is set.</summary>
    private const string Switch = "NAVGEO_QGIS";

    [Fact]
    public async Task Every_algorithm_that_needs_a_case_gives_a_layer_and_wrong_input_its_reason()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Switch) != "1", $"QGIS is run only where {Switch}=1");
        using var folder = new WorkFolder();
        string hallingdal = DemoTests.EmbeddedCase("hallingdal");
        await File.WriteAllTextAsync(folder.Of("points.geojson"), """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"geilo"},"geometry":{"type":"Point","coordinates":[8.2,60.53]}},
            {"type":"Feature","properties":{"id":"gol"},"geometry":{"type":"Point","coordinates":[8.94,60.7]}}]}
            """, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandRun.Of("network", "build", hallingdal, "-o", folder.Of("roads.navnet"), "--quiet")).ExitCode);
        await Run(folder, "plugins", "enable", "navgeo_processing");
        (string Algorithm, string[] Words, string Output)[] runs =
        [
            ("compare", [$"CASE={hallingdal}", "STRUCTURES=E"], "compare.gpkg"),
            ("sweep", [$"CASE={hallingdal}", "OVER=0", "STRUCTURES=E", "TOP=5"], "sweep.gpkg"),
            ("times", [$"ROADS={folder.Of("roads.navnet")}", $"FROM={folder.Of("points.geojson")}", $"TO={folder.Of("points.geojson")}"], "times.csv"),
            ("reach", [$"ROADS={folder.Of("roads.navnet")}", $"FROM={folder.Of("points.geojson")}", "MINUTES=15,30"], "reach.geojson"),
            ("site", [$"CASE={hallingdal}", "MODEL=0", "SITES=2"], "site"),
        ];
        foreach ((string algorithm, string[] words, string output) in runs)
        {
            (int code, string said) = await Run(folder, ["run", "navgeo:" + algorithm, "--", .. words, "OUTPUT=" + folder.Of(output)]);
            Assert.True(code == 0, said);
            Assert.True(File.Exists(folder.Of(output)) || Directory.GetFiles(folder.Of(output)).Length > 0, algorithm);
        }
        (int failed, string told) = await Run(folder, "run", "navgeo:compare", "--", $"CASE={hallingdal}", "STRUCTURES=Q", "OUTPUT=" + folder.Of("no.gpkg"));
        Assert.NotEqual(0, failed);
        Assert.Contains("'Q'", told, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("no.gpkg")));
    }

    private static async Task<(int Code, string Said)> Run(WorkFolder folder, params string[] words)
    {
        string program = File.Exists("/usr/bin/qgis_process.bin") ? "/usr/bin/qgis_process.bin" : "qgis_process";
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["QT_QPA_PLATFORM"] = "offscreen";
        start.Environment["QGIS_PLUGINPATH"] = Path.Combine(Checkout.Root, "deploy", "qgis");
        start.Environment["QGIS_CUSTOM_CONFIG_PATH"] = folder.Of("profile");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["NAVGEO"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "navgeo.dll")}";
        using Process run = Process.Start(start)!;
        Task<string> errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run.ExitCode, said);
    }
}
