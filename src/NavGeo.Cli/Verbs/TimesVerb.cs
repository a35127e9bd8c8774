using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using NavGeo.Cli.Help;
using NavGeo.Cli.Options;
using NavGeo.Cli.Views;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Networks;
using NavGeo.Data.Places;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Planning.Trips;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Cli.Verbs;

/// <summary><c>navgeo times</c>: a table of travel times and kilometres between places.</summary>
internal static class TimesVerb
{
    public static Command Create(GlobalOptions common, TextWriter output, TextWriter error)
    {
        var roads = new RoadOptions();
        roads.Roads.Required = false;
        var transit = new TransitTimes();
        var from = new Option<string>("--from") { Description = "Places to start from: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites.", Required = true };
        var to = new Option<string>("--to") { Description = "Places to go to: CSV with id,lon,lat, GeoJSON points, or a case folder for its sites.", Required = true };
        var file = new Option<string?>("--output", "-o") { Description = "The CSV file to write; the screen otherwise." };
        var ferries = new Option<bool>("--ferries") { Description = "Add a last column: the minutes of each trip on ferries and waiting for them." };
        var explain = new Option<bool>("--explain") { Description = "A row for each leg of each trip instead: road, km, minutes, speed limit and what it rests on, ferry and wait." };
        var verb = new Command("times", "Travel times and kilometres from places to places.") { roads.Roads, from, to, file, ferries, explain };
        roads.AddTo(verb);
        roads.AddMode(verb, withTransit: true);
        transit.AddTo(verb);
        verb.Validators.Add(result =>
        {
            string? missing = roads.Mode(result) == TravelModes.Transit ? transit.Missing(result) : result.GetResult(roads.Roads) is null ? roads.Roads.Name : null;
            if (missing is not null) result.AddError(UsageText.Mistake("usage.needed", missing));
        });
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
        {
            Screen screen = Screen.Of(common, parsed, output, error);
            if (roads.Mode(parsed) == TravelModes.Transit)
                return transit.Run(screen, parsed, parsed.GetValue(roads.Roads), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(file), output, cancellation);
            var findings = new Findings();
            RoadNetwork network = roads.Open(screen, parsed, findings, cancellation);
            IReadOnlyList<NamedPlace> origins = PlaceFile.Read(screen.Files.At(parsed.GetRequiredValue(from)), findings);
            IReadOnlyList<NamedPlace> destinations = PlaceFile.Read(screen.Files.At(parsed.GetRequiredValue(to)), findings);
            screen.Show(findings.All);
            RoadScenario scenario = roads.Draft(parsed, network.Graph, screen).ToRoads();
            screen.Progress("cli.measuring", origins.Count, destinations.Count);
            bool isExplained = parsed.GetValue(explain);
            (IReadOnlyList<PlaceTrip> trips, IReadOnlyList<OffRoadPlace> offRoad) = Measure(scenario, network.Water, origins, destinations, isExplained);
            foreach (OffRoadPlace place in offRoad) screen.Notice(place.IsAcrossWater ? "cli.times.across-water" : "cli.times.too-far", place.Id, place.Metres / 1000);
            DelimitedWriter table = isExplained ? LegTable.Of(trips) : Table(trips, parsed.GetValue(ferries));
            if (parsed.GetValue(file) is { } path) table.Save(path);
            else if (!screen.IsJson) output.Write(Encoding.UTF8.GetString(table.ToBytes()));
            if (screen.IsJson) screen.Line(Json(trips, offRoad).ToJsonString(JsonText.Options));
            return ExitCode.Ok;
        },
            cancellation));
        return verb;
    }

    /// <summary>A place that no road is within reach of.</summary>
    private sealed record OffRoadPlace(string Id, double Metres, bool IsAcrossWater);

    private static (List<PlaceTrip> Trips, IReadOnlyList<OffRoadPlace> OffRoad) Measure(
        RoadScenario scenario, WaterMask? water, IReadOnlyList<NamedPlace> origins, IReadOnlyList<NamedPlace> destinations, bool isExplained)
    {
        TravelProfile profile = scenario.Metric.Profile;
        MapProjection projection = MapProjection.ForEpsg(scenario.Graph.Epsg);
        var snapper = new RoadSnapper(scenario.Graph, profile, water);
        SnappedPlace[] starts = snapper.SnapAll([.. origins.Select(p => projection.ToPlane(p.Position))]);
        SnappedPlace[] ends = snapper.SnapAll([.. destinations.Select(p => projection.ToPlane(p.Position))]);
        TripTable table = new RoadTimes(RoadHierarchy.Of(scenario.Graph), profile, water, starts, ends).MeasureWays(scenario.Metric, scenario.Open);
        var trips = new List<PlaceTrip>();
        for (int i = 0; i < starts.Length; i++)
        {
            for (int j = 0; j < ends.Length; j++)
            {
                IReadOnlyList<TripLeg> legs = isExplained ? TripFinder.Of(scenario, starts[i], ends[j], table[i, j].Time)?.Legs ?? [] : [];
                trips.Add(new PlaceTrip(origins[i].Id, destinations[j].Id, table[i, j], Status(starts[i].Snap, ends[j].Snap, table[i, j].Time), legs));
            }
        }
        OffRoadPlace[] offRoad =
        [
            .. origins.Zip(starts).Concat(destinations.Zip(ends)).Where(p => p.Second.Snap.State != SnapState.OnRoad)
                .Select(p => new OffRoadPlace(p.First.Id, RoadDistance.MetresOf(p.Second, scenario.Graph), p.Second.Snap.State == SnapState.AcrossWater))
                .Distinct(),
        ];
        return (trips, offRoad);
    }

    private static string Status(RoadSnap start, RoadSnap end, TravelTime time) => (start.State, end.State) switch
    {
        _ when time.IsReachable => "ok",
        (SnapState.TooFar, _) => "from_too_far_from_road",
        (_, SnapState.TooFar) => "to_too_far_from_road",
        (SnapState.AcrossWater, _) => "from_across_water",
        (_, SnapState.AcrossWater) => "to_across_water",
        _ => "no_connection",
    };

    private static DelimitedWriter Table(IReadOnlyList<PlaceTrip> trips, bool withFerries)
    {
        var table = new DelimitedWriter(
            TableDress.International, ["from", "to", "minutes", "km", "status", .. withFerries ? ["ferry_minutes"] : Array.Empty<string>()]);
        foreach (PlaceTrip trip in trips)
        {
            table.Text(trip.From).Text(trip.To)
                .Decimal(trip.Time.IsReachable ? trip.Time.Minutes : null, 2)
                .Decimal(trip.Time.IsReachable ? trip.Millimetres / 1e6 : null, 3)
                .Text(trip.Status);
            if (withFerries) table.Decimal(trip.Time.IsReachable ? trip.Measure.FerryMilliseconds / 60_000.0 : null, 2);
            table.EndRow();
        }
        return table;
    }

    private static JsonObject Json(IReadOnlyList<PlaceTrip> trips, IReadOnlyList<OffRoadPlace> offRoad) => new()
    {
        ["off_road"] = new JsonArray([.. offRoad.Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id,
            ["metres"] = double.IsFinite(p.Metres) ? Math.Round(p.Metres, 1) : null,
            ["across_water"] = p.IsAcrossWater,
        })]),
        ["pairs"] = trips.Count,
        ["reachable"] = trips.Count(t => t.Time.IsReachable),
        ["sum_milliseconds"] = trips.Where(t => t.Time.IsReachable).Sum(t => (long)t.Time.Milliseconds),
        ["times"] = new JsonArray([.. trips.Select(t => (JsonNode)new JsonObject
        {
            ["from"] = t.From,
            ["to"] = t.To,
            ["milliseconds"] = t.Time.IsReachable ? t.Time.Milliseconds : null,
            ["millimetres"] = t.Time.IsReachable ? t.Millimetres : null,
            ["ferry_milliseconds"] = t.Time.IsReachable ? t.Measure.FerryMilliseconds : null,
            ["status"] = t.Status,
            ["legs"] = t.Legs.Count == 0 ? null : LegTable.Json(t.Legs),
        })]),
    };
}
