using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Networks;
using NavGeo.Data.Places;
using NavGeo.Maps.Layers;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Reach;
using NavGeo.Routing.Edits;
using Spectre.Console;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo reach</c>: how far one comes from places in so many minutes, as areas.</summary>
internal static class ReachVerb
{
    private const int MostMinutes = 1440;

    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var roads = new RoadOptions();
        var from = new Option<string>("--from") { Description = "Places to start from: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites.", Required = true };
        var minutes = new Option<string>("--minutes") { Description = "The limits, for example 15,30,45,60; each is included.", Required = true };
        var square = new Option<double>("--square") { Description = "Side in metres of the squares the areas are made of.", DefaultValueFactory = _ => ReachStudy.UsualSquareMetres };
        var file = new Option<string?>("--output", "-o") { Description = "The GeoJSON file to write." };
        var verb = new Command("reach", "How far one comes from places in so many minutes, as areas.") { roads.Roads, from, minutes, square, file };
        roads.AddTo(verb);
        roads.AddMode(verb);
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            int[] limits = LimitsOf(parsed.GetRequiredValue(minutes));
            double side = parsed.GetValue(square);
            if (!(side is >= 10 and <= 100_000)) throw Wrong("--square", side.ToString(CultureInfo.InvariantCulture), "cli.square.remedy");
            var findings = new Findings();
            RoadNetwork network = roads.Open(screen, parsed, findings, cancellation);
            IReadOnlyList<NamedPlace> origins = PlaceFile.Read(screen.Files.At(parsed.GetRequiredValue(from)), findings);
            screen.Show(findings.All);
            RoadScenario scenario = roads.Draft(parsed, network.Graph, screen).ToRoads();
            screen.Progress("cli.measuring-reach", origins.Count, limits.Length);
            MapProjection projection = MapProjection.ForEpsg(network.Graph.Epsg);
            var study = new ReachStudy(scenario, network.Water, side);
            (string Id, IReadOnlyList<ReachArea> Areas)[] reaches =
                [.. origins.TakeWhile(_ => !cancellation.IsCancellationRequested).Select(place => (place.Id, study.From(projection.ToPlane(place.Position), limits)))];
            cancellation.ThrowIfCancellationRequested();
            if (parsed.GetValue(file) is { } path)
            {
                ReachLayer.Write(path, scenario, [network.Source], reaches);
                screen.Progress("cli.wrote-file", path);
            }
            if (screen.IsJson) screen.Line(Json(reaches).ToJsonString(JsonText.Options));
            else Show(screen, reaches);
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    /// <summary>The limits in rising order, each once.</summary>
    private static int[] LimitsOf(string text)
    {
        var limits = new SortedSet<int>();
        foreach (string part in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) || limit is < 1 or > MostMinutes)
                throw Wrong("--minutes", part, "cli.minutes.remedy");
            limits.Add(limit);
        }
        return limits.Count > 0 ? [.. limits] : throw Wrong("--minutes", text, "cli.minutes.remedy");
    }

    private static InputException Wrong(string option, string text, string remedy) =>
        new(option, null, new Phrase("cli.bad-value", text), new Phrase(remedy));

    private static void Show(Screen screen, IReadOnlyList<(string Id, IReadOnlyList<ReachArea> Areas)> reaches)
    {
        Phrasebook texts = screen.Texts;
        var table = new Table();
        foreach (string head in (string[])["cli.reach.place", "cli.reach.minutes", "cli.reach.area", "cli.reach.road"])
            table.AddColumn(new TableColumn(texts.Say(head)) { Alignment = head == "cli.reach.place" ? Justify.Left : Justify.Right });
        foreach ((string id, IReadOnlyList<ReachArea> areas) in reaches)
        {
            foreach (ReachArea area in areas)
            {
                table.AddRow(
                    Markup.Escape(id), area.Minutes.ToString(CultureInfo.InvariantCulture),
                    texts.Say("cli.reach.number", area.SquareKilometres), texts.Say("cli.reach.number", area.RoadKilometres));
            }
        }
        screen.Table(table);
    }

    private static JsonObject Json((string Id, IReadOnlyList<ReachArea> Areas)[] reaches) => new()
    {
        ["places"] = reaches.Length,
        ["areas"] = new JsonArray([.. reaches.SelectMany(r => r.Areas, (reach, area) => (JsonNode)new JsonObject
        {
            ["id"] = reach.Id,
            ["minutes"] = area.Minutes,
            ["area_km2"] = Math.Round(area.SquareKilometres, 4),
            ["road_km"] = Math.Round(area.RoadKilometres, 3),
            ["squares"] = area.Squares,
            ["square_metres"] = area.SquareMetres,
            ["polygons"] = area.Area.NumGeometries,
        })]),
    };
}
