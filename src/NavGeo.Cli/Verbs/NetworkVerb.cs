using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo network info FILE</c>: what is in a road file, and what does not hang together.</summary>
internal static class NetworkVerb
{
    private const int PartsShown = 12;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The road file." };
        var info = new Command("info", "Count links, ferries and disconnected parts of a road file.") { file };
        info.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            screen.Progress("cli.reading-roads", parsed.GetRequiredValue(file));
            RoadNetwork network = RoadFile.Open(parsed.GetRequiredValue(file), findings);
            screen.Show(findings.All);
            if (screen.IsJson) screen.Line(Json(network).ToJsonString(JsonText.Options));
            else Show(screen, network);
            return ExitCode.Ok;
        });
        return new Command("network", "Road networks.") { info, Build(common, output, error) };
    }

    /// <summary><c>navgeo network build ROADS -o FILE.navnet</c>: import once, reuse.</summary>
    private static Command Build(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("ROADS") { Description = "The road file." };
        var target = new Option<string>("--output", "-o") { Description = "The .navnet file to write.", Required = true };
        var build = new Command("build", "Import a road file once, put its nodes in order and keep both.") { file, target };
        build.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            string path = parsed.GetRequiredValue(target);
            if (!path.EndsWith(BuiltNetwork.Extension, StringComparison.OrdinalIgnoreCase)) path += BuiltNetwork.Extension;
            screen.Progress("cli.reading-roads", parsed.GetRequiredValue(file));
            RoadNetwork network = RoadFile.Open(parsed.GetRequiredValue(file), findings);
            screen.Show(findings.All);
            BuiltNetwork.Write(path, network);
            double megabytes = new FileInfo(path).Length / 1e6;
            if (screen.IsJson) screen.Line(Json(network).ToJsonString(JsonText.Options));
            else screen.Line(screen.Texts.Say("cli.network.built", path, network.Graph.NodeCount, network.Graph.EdgeCount, megabytes));
            return ExitCode.Ok;
        });
        return build;
    }

    private static void Show(Screen screen, RoadNetwork network)
    {
        Phrasebook texts = screen.Texts;
        RoadGraph graph = network.Graph;
        screen.Line(texts.Say("cli.network.counts", graph.NodeCount, graph.EdgeCount, Kilometres(graph, _ => true)));
        var kinds = new Table().AddColumns(
            texts.Say("cli.network.kind"), texts.Say("cli.network.links"), texts.Say("cli.network.km"));
        foreach (LinkKind kind in Enum.GetValues<LinkKind>())
        {
            int count = graph.EdgeKinds.ToArray().Count(k => k == kind);
            if (count > 0) kinds.AddRow(texts.Say("cli.kind." + kind), texts.Whole(count), texts.Decimals(Kilometres(graph, k => k == kind), 1));
        }
        screen.Table(kinds);
        RoadGraphReport report = graph.Report;
        screen.Line(texts.Say("cli.network.mended", report.SplitJunctions, report.QuayLinks.Count, report.OpenQuays.Count));
        screen.Line(texts.Say("cli.network.parts", report.Parts.Count, report.RoadParts));
        var parts = new Table().AddColumns(
            texts.Say("cli.network.nodes"), texts.Say("cli.network.km"), texts.Say("cli.network.ferry"), texts.Say("cli.network.where"));
        MapProjection projection = MapProjection.ForEpsg(graph.Epsg);
        foreach (NetworkPart part in report.Parts.Take(PartsShown))
        {
            GeoPoint place = projection.ToGeo(part.Somewhere);
            parts.AddRow(
                texts.Whole(part.Nodes),
                texts.Decimals(part.Kilometres, 1),
                texts.Say(part.HasFerry ? "cli.yes" : "cli.no"),
                string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:0.0000},{place.Latitude:0.0000}"));
        }
        screen.Table(parts);
        if (report.Parts.Count > PartsShown) screen.Line(texts.Say("cli.network.more-parts", report.Parts.Count - PartsShown));
    }

    private static JsonObject Json(RoadNetwork network)
    {
        RoadGraph graph = network.Graph;
        MapProjection projection = MapProjection.ForEpsg(graph.Epsg);
        return new JsonObject
        {
            ["nodes"] = graph.NodeCount,
            ["edges"] = graph.EdgeCount,
            ["rows"] = network.Import?.RowCount,
            ["kilometres"] = Math.Round(Kilometres(graph, _ => true), 3),
            ["split_junctions"] = graph.Report.SplitJunctions,
            ["quay_links"] = graph.Report.QuayLinks.Count,
            ["open_quays"] = Places(graph.Report.OpenQuays.Select(q => q.Quay)),
            ["road_parts"] = graph.Report.RoadParts,
            ["parts"] = new JsonArray([.. graph.Report.Parts.Select(p => (JsonNode)new JsonObject
            {
                ["nodes"] = p.Nodes,
                ["kilometres"] = Math.Round(p.Kilometres, 3),
                ["ferry"] = p.HasFerry,
                ["somewhere"] = Place(p.Somewhere),
            })]),
        };

        JsonArray Places(IEnumerable<PlanePoint> points) => new([.. points.Select(p => (JsonNode)Place(p))]);

        JsonArray Place(PlanePoint point)
        {
            GeoPoint place = projection.ToGeo(point);
            return new JsonArray(Math.Round(place.Longitude, 6), Math.Round(place.Latitude, 6));
        }
    }

    private static double Kilometres(RoadGraph graph, Func<LinkKind, bool> isMeant)
    {
        double kilometres = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (isMeant(graph.EdgeKinds[edge])) kilometres += graph.EdgeLengths[edge] / 1e6;
        }
        return kilometres;
    }
}
