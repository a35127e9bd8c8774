using System.CommandLine;
using System.Globalization;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Norway;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Reports.Json;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo network info FILE</c>: what is in a road file, and what does not hang together.</summary>
internal static class NetworkVerb
{
    private const int PartsShown = 12;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The road file." };
        var places = new Option<string?>("--places") { Description = "GeoJSON file to write the suspicious places to." };
        var ferries = new Option<bool>("--ferries") { Description = "Show all ferries, not the longest ten only." };
        var demand = new Option<string?>("--demand") { Description = "People who are counted behind suspicious places; those that come with NavGeo where --places is given." };
        var info = new Command("info", "Count links, ferries and disconnected parts of a road file, and find what is suspicious.") { file, places, demand, ferries };
        info.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            RoadNetwork network = RoadReading.Open(screen, parsed.GetRequiredValue(file), findings, cancellation);
            string? people = parsed.GetValue(demand) ?? (parsed.GetValue(places) is null ? null : NorwayBase.People);
            IReadOnlyList<SuspiciousPlace> behind = people is null ? [] : Behind(network, screen.Files.At(people), findings);
            screen.Show(findings.All);
            NetworkReview review = NetworkReview.Of(network.Graph, behind);
            if (parsed.GetValue(places) is { } path)
                SuspiciousPlacesFile.Write(path, review.Places, network.Graph.Epsg, network.Source, screen.Language);
            if (screen.IsJson) screen.Line(NetworkJson.Of(network, review).ToJsonString(JsonText.Options));
            else Show(screen, network, review, parsed.GetValue(ferries));
            return ExitCode.Ok;
        },
            cancellation));
        return new Command("network", "Road networks.") { info, Build(common, output, error), Limits(common, output, error) };
    }

    private static IReadOnlyList<SuspiciousPlace> Behind(RoadNetwork network, InputFile people, Findings findings)
    {
        PopulationGrid grid = PeopleFile.Read(people, findings);
        MapProjection projection = MapProjection.ForEpsg(network.Graph.Epsg);
        PlanePoint[] points = [.. grid.Middles.Select(p => projection == MapProjection.Norway ? p : projection.ToPlane(MapProjection.Norway.ToGeo(p)))];
        return PeopleBehind.Of(network, points, grid.People);
    }

    /// <summary><c>navgeo network build ROADS… -o FILE.navnet</c>: import once, reuse.</summary>
    private static Command Build(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string[]>("ROADS") { Description = "The road file; several of neighbouring areas become one network.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--output", "-o") { Description = "The .navnet file to write.", Required = true };
        var build = new Command("build", "Import a road file once, put its nodes in order and keep both.") { file, target };
        build.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            string path = parsed.GetRequiredValue(target);
            if (!path.EndsWith(BuiltNetwork.Extension, StringComparison.OrdinalIgnoreCase)) path += BuiltNetwork.Extension;
            RoadNetwork network = RoadReading.Open(screen, parsed.GetRequiredValue(file), findings, cancellation);
            screen.Show(findings.All);
            RoadReading.Followed(screen, run => BuiltNetwork.Write(path, network, run), cancellation);
            double megabytes = new FileInfo(path).Length / 1e6;
            if (screen.IsJson) screen.Line(NetworkJson.Of(network, NetworkReview.Of(network.Graph)).ToJsonString(JsonText.Options));
            else screen.Line(screen.Texts.Say("cli.network.built", path, network.Graph.NodeCount, network.Graph.EdgeCount, megabytes));
            return ExitCode.Ok;
        },
            cancellation));
        return build;
    }

    /// <summary><c>navgeo network limits LINKS -o FILE.csv</c>: how <c>data/speeds/limits.csv</c> is made.</summary>
    private static Command Limits(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("LINKS") { Description = "Statens vegvesen's directed traffic links (.csv, .csv.gz)." };
        var target = new Option<string>("--output", "-o") { Description = "The CSV file to write.", Required = true };
        var limits = new Command("limits", "Make the table of speed limits that Kartverket's roads are joined with.") { file, target };
        limits.SetAction(parsed =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            var findings = new Findings();
            string path = parsed.GetRequiredValue(target);
            (DelimitedWriter table, double kilometres) = SpeedLimitTable.Make(parsed.GetRequiredValue(file), findings);
            screen.Show(findings.All);
            table.Save(path);
            screen.Line(screen.Texts.Say("cli.limits.made", path, kilometres));
            return ExitCode.Ok;
        });
        return limits;
    }

    private static void Show(Screen screen, RoadNetwork network, NetworkReview review, bool allFerries)
    {
        Phrasebook texts = screen.Texts;
        RoadGraph graph = network.Graph;
        screen.Line(texts.Say("cli.network.counts", graph.NodeCount, graph.EdgeCount, NetworkJson.Kilometres(graph, _ => true)));
        var kinds = new Table().AddColumns(
            texts.Say("cli.network.kind"), texts.Say("cli.network.links"), texts.Say("cli.network.km"));
        foreach (LinkKind kind in Enum.GetValues<LinkKind>())
        {
            int count = NetworkJson.Count(graph, kind);
            if (count > 0) kinds.AddRow(texts.Say("cli.kind." + kind), texts.Whole(count), texts.Decimals(NetworkJson.Kilometres(graph, k => k == kind), 1));
        }
        screen.Table(kinds);
        ShowCategories(screen, review);
        FerriesView.Show(screen, graph, allFerries);
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
        foreach (IGrouping<SuspicionKind, SuspiciousPlace> kind in review.Places.GroupBy(p => p.Kind))
        {
            string people = kind.Any(p => p.People is not null) ? texts.Say("osm.place-people", kind.Sum(p => p.People ?? 0)) : "";
            screen.Line($"  {texts.Whole(kind.Count())} × {texts.Say("osm.place." + SuspiciousPlacesFile.NameOf(kind.Key))}{people}");
        }
        string source = network.Source.Date.Length > 0 ? "osm.source" : "osm.source-undated";
        screen.Line(texts.Say(source, network.Source.Title, network.Source.Licence, network.Source.Date));
    }

    private static void ShowCategories(Screen screen, NetworkReview review)
    {
        Phrasebook texts = screen.Texts;
        var categories = new Table().AddColumns(texts.Say("osm.category"), texts.Say("cli.network.links"), texts.Say("cli.network.km"));
        foreach ((RoadCategory category, (int links, double kilometres)) in review.ByCategory)
            categories.AddRow(texts.Say("osm.category." + category), texts.Whole(links), texts.Decimals(kilometres, 1));
        screen.Table(categories);
        screen.Line(texts.Say("osm.review", review.Speeds.Given, review.Speeds.Assumed, review.OneWay, review.ClosedInWinter));
        screen.Line(texts.Say("cli.network.limits", review.Limits.Own, review.Limits.OfRoad, review.Limits.OfClass, review.Limits.Guessed));
        screen.Line(texts.Say("osm.largest", review.LargestShare * 100, review.CoreShare * 100));
    }
}
