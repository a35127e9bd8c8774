using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Cases;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Times;

namespace NavGeo.Benchmarks.Streets;

/// <summary>
/// <c>street-country [--nodes N] [--seed S] [--hardness PERCENT] [--code-year 2018|2020|2024] [--json] -o DIR</c>: writes a
/// case of all Norway with made-up streets, which any verb opens: the municipalities, sites and squares of the country that
/// comes with NavGeo, its roads and ferries, and streets around every inhabited square.
/// </summary>
internal static class StreetCountryCommand
{
    private const string RoadsName = "streets" + BuiltNetwork.Extension;

    private static readonly JsonSerializerOptions Dress = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(Arguments arguments)
    {
        string folder = arguments.Required("-o");
        int nodes = arguments.Whole("--nodes", 1_500_000);
        int seed = arguments.Whole("--seed", 1);
        var report = new Report(arguments.Has("--json"));
        new CaseStarter(arguments.Whole("--code-year", 2018)) { Name = "Gatenett som ikke finnes" }.Write(folder, new Findings());
        PlanningCase country = Workspace.Open(folder, new Findings()).Case;

        long start = Stopwatch.GetTimestamp();
        List<RoadLink> links = StreetCountry.Links(country, nodes, (ulong)seed, arguments.Whole("--hardness", 100));
        report.Add("links", links.Count);
        report.Add("plan_s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        start = Stopwatch.GetTimestamp();
        RoadGraph graph = new RoadGraphBuilder(country.Epsg).AddRange(links).Build();
        report.Add("build_s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        report.Add("nodes", graph.NodeCount);
        report.Add("edges", graph.EdgeCount);
        start = Stopwatch.GetTimestamp();
        var hierarchy = RoadHierarchy.Of(graph);
        report.Add("order_s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        report.Add("upward_arcs", hierarchy.Chordal.ArcCount);
        report.Add("triangles", hierarchy.Chordal.TriangleCount);
        report.Add("height", hierarchy.Chordal.Height);
        var source = new SourceReference($"Made-up streets along Kartverket N1000 (NavGeo.Benchmarks street-country, seed {seed}); no map", "CC BY 4.0; NLOD", "2024-10-15");
        BuiltNetwork.Write(Path.Combine(folder, RoadsName), new RoadNetwork(graph, country.Water, source) { Hierarchy = hierarchy });
        Name(Path.Combine(folder, Workspace.SettingsName));
        report.Add("navnet_mb", new FileInfo(Path.Combine(folder, RoadsName)).Length / 1e6);
        report.Print();
        return 0;
    }

    /// <summary>Lets the case have the streets for its roads.</summary>
    private static void Name(string settings)
    {
        var file = new InputFile(settings);
        JsonNode root = JsonNode.Parse(file.Bytes)!;
        root["files"]!["roads"] = new JsonObject { ["path"] = RoadsName };
        File.WriteAllText(settings, root.ToJsonString(Dress));
    }
}
