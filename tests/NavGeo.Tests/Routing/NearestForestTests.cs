using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>Repairing the forest of nearest ways, against measuring the whole network anew: equal to the millisecond.</summary>
public sealed class NearestForestTests
{
    [Fact]
    public void Repaired_times_are_those_of_the_network_without_what_is_closed()
    {
        int unused = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 4 + seed % 25, restrictions: seed % 3 == 0 ? 6 : 0, paths: seed % 5 == 0 ? 3 : 0);
            var random = new Random(seed);
            SnappedPlace[] places = Places(graph, random, 30);
            SnappedPlace[] sites = Places(graph, random, 6);
            var engine = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites);
            RoadScenario scenario = seed % 4 == 0 ? Closed(graph, random) : RoadScenario.Of(graph, AsciiTown.Profile, []);
            bool[] counts = [.. sites.Select(_ => random.Next(4) > 0)];
            NearestForest forest = engine.Forest(scenario.Metric, scenario.Open, counts);
            Assert.Equal(engine.Nearest(scenario.Metric, scenario.Open, 1, counts).Milliseconds, forest.Milliseconds.ToArray());
            var repair = new ForestRepair(forest);
            for (int attempt = 0; attempt < 8; attempt++)
            {
                int[] edges = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(graph.EdgeCount))];
                int[] without = [.. Enumerable.Range(0, sites.Length).Where(s => counts[s] && random.Next(4) == 0)];
                AssertEqual(engine, scenario, forest, repair, counts, edges, without, $"seed {seed}, attempt {attempt}");
            }
            // What no way passes changes nothing, and is not tried: here it is.
            foreach (int edge in Enumerable.Range(0, graph.EdgeCount).Where(e => !forest.IsUsed(e)))
            {
                unused++;
                Assert.Empty(repair.Without([edge], []));
                Assert.Equal(forest.Milliseconds.ToArray(), engine.Nearest(Without(scenario.Metric, [edge]), scenario.Open, 1, counts).Milliseconds);
            }
        }
        Assert.True(unused > 300);
    }

    private static void AssertEqual(
        RoadTimes engine, RoadScenario scenario, NearestForest forest, ForestRepair repair, bool[] counts, int[] edges, int[] without, string which)
    {
        bool[] left = [.. counts.Select((c, s) => c && !without.Contains(s))];
        int[] expected = engine.Nearest(Without(scenario.Metric, edges), scenario.Open, 1, left).Milliseconds;
        int[] times = forest.Milliseconds.ToArray();
        IReadOnlyList<ChangedPlace> changed = repair.Without(edges, without);
        foreach (ChangedPlace change in changed)
        {
            Assert.Equal(times[change.Place], change.Before);
            Assert.NotEqual(change.Before, change.After);
            times[change.Place] = change.After;
        }
        Assert.Equal(changed.Count, changed.DistinctBy(c => c.Place).Count());
        Assert.True(expected.AsSpan().SequenceEqual(times), which);
    }

    private static RoadMetric Without(RoadMetric metric, int[] edges)
    {
        var closed = new bool[metric.Graph.EdgeCount];
        foreach (int edge in edges) closed[edge] = true;
        return metric.Without(closed);
    }

    private static RoadScenario Closed(RoadGraph graph, Random random)
    {
        int edge = Enumerable.Range(0, graph.EdgeCount).OrderBy(_ => random.Next()).First(e => graph.EdgeKinds[e].IsRoad());
        return RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedPoint(graph.Shape(edge)[0])]);
    }

    private static SnappedPlace[] Places(RoadGraph graph, Random random, int count) => new RoadSnapper(graph, AsciiTown.Profile, water: null).SnapAll(
    [
        .. Enumerable.Range(0, count).Select(_ => graph.NodePoints[random.Next(graph.NodeCount)])
            .Select(n => new PlanePoint(n.Easting + (random.NextDouble() - 0.5) * 20_000, n.Northing + (random.NextDouble() - 0.5) * 20_000)),
    ]);
}
