using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;
using NavGeo.Routing.Hierarchy.Sweep;

namespace NavGeo.Tests.Routing.Hierarchy.Sweep;

public sealed class BatchedSweepTests
{
    [Fact]
    public void Random_networks_give_the_table_of_Dijkstra()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            var network = new RandomNetwork(seed);
            var random = new Random(seed);
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            int[] sources = Pick(random, network.Shape.NodeCount, random.Next(1, 70));
            int[] targets = Pick(random, network.Shape.NodeCount, random.Next(1, 70));
            var selection = new TargetSelection(graph, SweepPoints.AtNodes(targets));
            SweepDirection direction = random.Next(2) == 0 ? SweepDirection.FromSources : SweepDirection.ToSources;
            var table = new int[sources.Length * targets.Length];
            new BatchedSweep(times, 1, (VectorWidth)random.Next(3)).WriteTimes(SweepPoints.AtNodes(sources), selection, direction, table);
            int[] expected = Expected(network.Shape, network.Forward, network.Backward, sources, targets, direction);
            Assert.True(table.AsSpan().SequenceEqual(expected), $"seed {seed}");
        }
    }

    [Fact]
    public void Nearest_sources_are_what_the_table_says()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var network = new RandomNetwork(seed);
            var random = new Random(seed);
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            var sources = SweepPoints.AtNodes(Pick(random, network.Shape.NodeCount, random.Next(1, 150)));
            var targets = new TargetSelection(graph, SweepPoints.AtNodes(Pick(random, network.Shape.NodeCount, 30)));
            var sweep = new BatchedSweep(times, 1, (VectorWidth)random.Next(3));
            var table = new int[sources.Count * 30];
            sweep.WriteTimes(sources, targets, SweepDirection.ToSources, table);
            int kept = random.Next(1, 6);
            NearestSources nearest = sweep.Nearest(sources, targets, SweepDirection.ToSources, kept);
            for (int t = 0; t < 30; t++)
            {
                (int Time, int Source)[] best = [.. Enumerable.Range(0, sources.Count)
                    .Select(s => (Time: table[t * sources.Count + s], Source: s))
                    .Where(pair => pair.Time != int.MaxValue).Order().Take(kept)];
                for (int i = 0; i < kept; i++)
                {
                    Assert.Equal(i < best.Length ? best[i].Source : -1, nearest.Sources[t * kept + i]);
                    Assert.Equal(i < best.Length ? best[i].Time : int.MaxValue, nearest.Milliseconds[t * kept + i]);
                }
            }
        }
    }

    [Fact]
    public void Points_along_edges_go_by_either_end()
    {
        for (int seed = 0; seed < 800; seed++)
        {
            var network = new RandomNetwork(seed);
            if (network.Shape.EdgeCount == 0) continue;
            var random = new Random(seed);
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            SweepPoints sources = OnEdges(random, network.Shape, 20), targets = OnEdges(random, network.Shape, 40);
            var table = new int[20 * 40];
            SweepDirection direction = random.Next(2) == 0 ? SweepDirection.FromSources : SweepDirection.ToSources;
            new BatchedSweep(times, 1, (VectorWidth)random.Next(3))
                .WriteTimes(sources, new TargetSelection(graph, targets), direction, table);
            for (int s = 0; s < 20; s++)
            {
                for (int t = 0; t < 40; t++)
                {
                    long expected = direction == SweepDirection.FromSources
                        ? Between(network, sources, s, targets, t)
                        : Between(network, targets, t, sources, s);
                    Assert.True(table[t * 20 + s] == expected, $"seed {seed}: {s} to {t} is {expected}, not {table[t * 20 + s]}");
                }
            }
        }
    }

    [Fact]
    public void Any_width_and_any_number_of_threads_give_the_same_bytes()
    {
        (CustomisedTimes times, SweepPoints sources, TargetSelection targets) = Lattice(150, 140, 77, 900);
        foreach (SweepDirection direction in Enum.GetValues<SweepDirection>())
        {
            int[]? expected = null;
            NearestSources? expectedNearest = null;
            foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
            {
                for (int threads = 1; threads <= 3; threads++)
                {
                    var sweep = new BatchedSweep(times, threads, width);
                    var table = new int[sources.Count * targets.Count];
                    sweep.WriteTimes(sources, targets, direction, table);
                    NearestSources nearest = sweep.Nearest(sources, targets, direction, perTarget: 3);
                    if (expected is null) (expected, expectedNearest) = (table, nearest);
                    Assert.Equal(expected, table);
                    Assert.Equal(expectedNearest!.Sources, nearest.Sources);
                    Assert.Equal(expectedNearest.Milliseconds, nearest.Milliseconds);
                    NearestSources one = sweep.Nearest(sources, targets, direction);
                    Assert.Equal(one.Sources, nearest.Sources.Where((_, i) => i % 3 == 0));
                }
            }
        }
    }

    [Fact]
    public void No_sources_or_no_targets_is_an_empty_table()
    {
        (CustomisedTimes times, SweepPoints sources, TargetSelection targets) = Lattice(10, 10, 3, 5);
        var sweep = new BatchedSweep(times);
        sweep.WriteTimes(SweepPoints.AtNodes([]), targets, SweepDirection.FromSources, []);
        sweep.WriteTimes(sources, new TargetSelection(times.Graph, SweepPoints.AtNodes([])), SweepDirection.FromSources, []);
        Assert.Equal([-1, -1, -1, -1, -1], sweep.Nearest(SweepPoints.AtNodes([]), targets, SweepDirection.FromSources).Sources);
    }

    [Fact]
    public void Target_between_unconnected_nodes_is_refused()
    {
        var shape = new NetworkShape(3, [0], [1], null, null);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        Assert.Throws<ArgumentException>(() => new TargetSelection(graph, new SweepPoints([0, 2], [0, 2], [1, 1], [1, 1])));
    }

    private static (CustomisedTimes Times, SweepPoints Sources, TargetSelection Targets) Lattice(int columns, int rows, int sources, int targets)
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(columns, rows, 8);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        var random = new Random(3);
        return (new Customiser(graph).Customise(forward, backward),
            SweepPoints.AtNodes(Pick(random, shape.NodeCount, sources)),
            new TargetSelection(graph, SweepPoints.AtNodes(Pick(random, shape.NodeCount, targets))));
    }

    private static int[] Pick(Random random, int nodeCount, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(nodeCount))];

    private static int[] Expected(
        NetworkShape shape, int[] forward, int[] backward, int[] sources, int[] targets, SweepDirection direction)
    {
        var expected = new int[sources.Length * targets.Length];
        for (int s = 0; s < sources.Length; s++)
        {
            long[] times = DijkstraOracle.From(shape, forward, backward, sources[s], direction == SweepDirection.ToSources);
            for (int t = 0; t < targets.Length; t++)
                expected[t * sources.Length + s] = times[targets[t]] < 0 ? int.MaxValue : (int)times[targets[t]];
        }
        return expected;
    }

    private static SweepPoints OnEdges(Random random, NetworkShape shape, int count)
    {
        int[] first = [.. Enumerable.Range(0, count + 1).Select(i => 2 * i)];
        int[] nodes = new int[2 * count], leaving = new int[2 * count], arriving = new int[2 * count];
        for (int i = 0; i < count; i++)
        {
            int edge = random.Next(shape.EdgeCount);
            nodes[2 * i] = shape.Tails[edge];
            nodes[2 * i + 1] = shape.Heads[edge];
            for (int k = 2 * i; k < 2 * i + 2; k++)
            {
                leaving[k] = RandomNetwork.RandomTime(random, 50);
                arriving[k] = RandomNetwork.RandomTime(random, 50);
            }
        }
        return new SweepPoints(first, nodes, leaving, arriving);
    }

    private static long Between(RandomNetwork network, SweepPoints from, int a, SweepPoints to, int b)
    {
        long best = int.MaxValue;
        for (int i = 2 * a; i < 2 * a + 2; i++)
        {
            long[] times = DijkstraOracle.From(network.Shape, network.Forward, network.Backward, from.Nodes[i]);
            for (int j = 2 * b; j < 2 * b + 2; j++)
            {
                long middle = times[to.Nodes[j]];
                if (middle < 0) continue;
                long sum = from.LeavingMilliseconds[i] + middle + to.ArrivingMilliseconds[j];
                if (sum < CustomisedTimes.Infinity) best = Math.Min(best, sum);
            }
        }
        return best;
    }
}
