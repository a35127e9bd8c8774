using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>The hierarchy bound to roads, against plain Dijkstra: equal to the millisecond, also after edits and their undoing.</summary>
public sealed class RoadTimesTests
{
    [Fact]
    public void Times_equal_Dijkstra_on_random_networks_before_during_and_after_edits()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 4 + seed % 25);
            var random = new Random(seed);
            SnappedPlace[] places = Places(graph, random, 25);
            SnappedPlace[] sites = Places(graph, random, 5);
            var engine = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites);
            int[] before = AssertEqual(engine, RoadScenario.Of(graph, AsciiTown.Profile, []), places, sites, seed);
            // More than an engine keeps at hand, and one of them twice.
            RoadScenario[] closures = [.. Enumerable.Range(0, 4).Select(_ => RandomClosure(graph, random))];
            foreach (RoadScenario closure in (RoadScenario[])[.. closures, closures[0], closures[3]]) AssertEqual(engine, closure, places, sites, seed);
            int[] after = AssertEqual(engine, RoadScenario.Of(graph, AsciiTown.Profile, []), places, sites, seed);
            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void Times_equal_Dijkstra_on_all_of_Norway()
    {
        RoadNetwork network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        var random = new Random(3);
        var snapper = new RoadSnapper(network.Graph, TravelProfile.Car, network.Water);
        PlanePoint[] around = [.. Enumerable.Range(0, 2000).Select(_ => Near(network.Graph, random, 4000))];
        SnappedPlace[] places = snapper.SnapAll(around);
        SnappedPlace[] sites = snapper.SnapAll(around.AsSpan(0, 20));
        var engine = new RoadTimes(RoadHierarchy.Of(network.Graph), TravelProfile.Car, network.Water, places, sites);
        foreach (RoadEdit[] edits in (RoadEdit[][])[[], [new ClosedRoad(new RoadNumber(RoadCategory.European, 6))], [new RoadSpeed(new RoadNumber(RoadCategory.National, 7), 20)]])
            AssertEqual(engine, RoadScenario.Of(network.Graph, TravelProfile.Car, edits), places, sites, seed: 3, network.Water, TravelProfile.Car);
    }

    private static RoadScenario RandomClosure(RoadGraph graph, Random random)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                return RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedPoint(graph.Shape(random.Next(graph.EdgeCount))[0])]);
            }
            catch (UnknownEditTargetException)
            {
                // At sea; try another place.
            }
        }
        return RoadScenario.Of(graph, AsciiTown.Profile, []);
    }

    private static int[] AssertEqual(
        RoadTimes engine, RoadScenario scenario, SnappedPlace[] places, SnappedPlace[] sites, int seed, WaterMask? water = null, TravelProfile? profile = null)
    {
        TravelTimeMatrix matrix = engine.Measure(scenario.Metric, scenario.Open);
        var search = new DijkstraSearch(scenario.Metric, scenario.Open);
        var all = new int[places.Length * sites.Length];
        for (int site = 0; site < sites.Length; site++)
        {
            search.Run(sites[site].Snap, SearchDirection.ToStart);
            for (int place = 0; place < places.Length; place++)
            {
                int expected = Math.Min(
                    search.WithOffRoad(places[place].Snap).Time.ToRaw(),
                    DirectAccess.Milliseconds(profile ?? AsciiTown.Profile, water, places[place], sites[site]));
                all[place * sites.Length + site] = expected;
                Assert.True(expected == matrix.Row(place)[site], $"seed {seed}: place {place}, site {site}: {expected} but {matrix.Row(place)[site]}");
            }
        }
        return all;
    }

    private static SnappedPlace[] Places(RoadGraph graph, Random random, int count)
    {
        var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
        return snapper.SnapAll([.. Enumerable.Range(0, count).Select(_ => Near(graph, random, 20_000))]);
    }

    private static PlanePoint Near(RoadGraph graph, Random random, double metres)
    {
        PlanePoint node = graph.NodePoints[random.Next(graph.NodeCount)];
        return new PlanePoint(node.Easting + (random.NextDouble() - 0.5) * metres, node.Northing + (random.NextDouble() - 0.5) * metres);
    }
}
