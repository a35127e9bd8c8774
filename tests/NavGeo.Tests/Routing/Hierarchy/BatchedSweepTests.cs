using NavGeo.Routing.Hierarchy;

namespace NavGeo.Tests.Routing.Hierarchy;

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
            var width = (VectorWidth)random.Next(3);
            var table = new int[sources.Length * targets.Length];
            new BatchedSweep(times, 1, width).WriteTimes(SweepPoints.AtNodes(sources), selection, direction, table);
            int[] expected = Expected(network.Shape, network.Forward, network.Backward, sources, targets, direction);
            Assert.True(table.AsSpan().SequenceEqual(expected), $"seed {seed}");
            Array.Clear(table);
            new BatchedSweep(new PrunedTimes(times), 1, width).WriteTimes(SweepPoints.AtNodes(sources), selection, direction, table);
            Assert.True(table.AsSpan().SequenceEqual(expected), $"seed {seed}, pruned");
        }
    }

    [Fact]
    public void Pruning_leaves_fewer_arcs_and_the_same_table()
    {
        (CustomisedTimes times, SweepPoints sources, TargetSelection targets) = Lattice(60, 50, 30, 500);
        int[] whole = new int[sources.Count * targets.Count], few = new int[whole.Length];
        var pruned = new PrunedTimes(times);
        new BatchedSweep(times).WriteTimes(sources, targets, SweepDirection.FromSources, whole);
        new BatchedSweep(pruned).WriteTimes(sources, targets, SweepDirection.FromSources, few);
        Assert.Equal(whole, few);
        Assert.InRange(pruned.ArcCount, 1, times.Graph.ArcCount * 9 / 10);
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
        int[]? expected = null;
        ushort[]? expectedShort = null;
        SweepSummary? expectedSummary = null;
        int[] weights = [.. Enumerable.Range(0, targets.Count).Select(i => i % 5)];
        foreach (SweepDirection direction in Enum.GetValues<SweepDirection>())
        {
            expected = null;
            foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
            {
                for (int threads = 1; threads <= 3; threads++)
                {
                    var sweep = new BatchedSweep(times, threads, width);
                    var table = new int[sources.Count * targets.Count];
                    var small = new ushort[table.Length];
                    sweep.WriteTimes(sources, targets, direction, table);
                    sweep.WriteShortTimes(sources, targets, direction, 1000, small);
                    SweepSummary summary = sweep.Summarise(sources, targets, direction, [60_000, 600_000], weights);
                    if (expected is null) (expected, expectedShort, expectedSummary) = (table, small, summary);
                    Assert.Equal(expected, table);
                    Assert.Equal(expectedShort!, small);
                    Assert.Equal(expectedSummary!.Nearest.Sources, summary.Nearest.Sources);
                    Assert.Equal(expectedSummary.Nearest.Milliseconds, summary.Nearest.Milliseconds);
                    Assert.Equal(expectedSummary.WeightWithin, summary.WeightWithin);
                    Assert.Equal(expectedSummary.WeightReached, summary.WeightReached);
                    Assert.Equal(expectedSummary.WeightedMilliseconds, summary.WeightedMilliseconds);
                }
            }
        }
    }

    [Fact]
    public void Summary_is_what_the_table_says()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            var network = new RandomNetwork(seed);
            var random = new Random(seed);
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            var sources = SweepPoints.AtNodes(Pick(random, network.Shape.NodeCount, random.Next(1, 100)));
            var targets = new TargetSelection(graph, SweepPoints.AtNodes(Pick(random, network.Shape.NodeCount, 50)));
            int[] weights = [.. Enumerable.Range(0, 50).Select(_ => random.Next(4))];
            int[] limits = [network.LongestTime, network.LongestTime * 2];
            var sweep = new BatchedSweep(times, 1, (VectorWidth)random.Next(3));
            var table = new int[sources.Count * 50];
            sweep.WriteTimes(sources, targets, SweepDirection.ToSources, table);
            SweepSummary summary = sweep.Summarise(sources, targets, SweepDirection.ToSources, limits, weights);
            for (int t = 0; t < 50; t++)
            {
                int best = -1;
                for (int s = 0; s < sources.Count; s++)
                {
                    int time = table[t * sources.Count + s];
                    if (time != int.MaxValue && (best < 0 || time < table[t * sources.Count + best])) best = s;
                }
                Assert.Equal(best, summary.Nearest.Sources[t]);
                Assert.Equal(best < 0 ? int.MaxValue : table[t * sources.Count + best], summary.Nearest.Milliseconds[t]);
            }
            for (int s = 0; s < sources.Count; s++)
            {
                long reached = 0, sum = 0;
                var within = new long[2];
                for (int t = 0; t < 50; t++)
                {
                    int time = table[t * sources.Count + s];
                    if (time == int.MaxValue) continue;
                    reached += weights[t];
                    sum += (long)weights[t] * time;
                    for (int band = 0; band < 2; band++)
                    {
                        if (time <= limits[band]) within[band] += weights[t];
                    }
                }
                Assert.Equal(reached, summary.WeightReached[s]);
                Assert.Equal(sum, summary.WeightedMilliseconds[s]);
                Assert.Equal(within[0], summary.WeightWithin[s * 2]);
                Assert.Equal(within[1], summary.WeightWithin[s * 2 + 1]);
            }
        }
    }

    [Theory]
    [InlineData(VectorWidth.Scalar)]
    [InlineData(VectorWidth.Bits256)]
    [InlineData(VectorWidth.Bits512)]
    public void Short_times_round_up_exactly(VectorWidth width)
    {
        var random = new Random(1);
        foreach (int unit in new[] { 1, 3, 7, 100, 1000, 16_000 })
        {
            // A star: every time is an edge's own.
            int[] wanted = new int[4000];
            for (int i = 0; i < wanted.Length; i++)
            {
                int multiple = random.Next(0, 65_600);
                wanted[i] = (int)Math.Clamp((long)multiple * unit + random.Next(-1, 2), 0, CustomisedTimes.Infinity - 1);
            }
            int[] tails = new int[wanted.Length], heads = [.. Enumerable.Range(1, wanted.Length)];
            var shape = new NetworkShape(wanted.Length + 2, tails, heads, null, null);
            var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
            CustomisedTimes times = new Customiser(graph).Customise(wanted, wanted);
            TargetSelection targets = TargetSelection.AllNodes(graph);
            var table = new ushort[targets.Count];
            long tooLong = new BatchedSweep(times, 1, width)
                .WriteShortTimes(SweepPoints.AtNodes([0]), targets, SweepDirection.FromSources, unit, table);
            long expectedTooLong = 0;
            for (int i = 0; i < wanted.Length; i++)
            {
                long units = ((long)wanted[i] + unit - 1) / unit;
                if (units > 65_534) expectedTooLong++;
                Assert.Equal(Math.Min(units, 65_534), table[i + 1]);
            }
            Assert.Equal(65_535, table[^1]);
            Assert.Equal(expectedTooLong, tooLong);
        }
    }

    [Fact]
    public void No_sources_or_no_targets_is_an_empty_table()
    {
        (CustomisedTimes times, SweepPoints sources, TargetSelection targets) = Lattice(10, 10, 3, 5);
        var sweep = new BatchedSweep(times);
        sweep.WriteTimes(SweepPoints.AtNodes([]), targets, SweepDirection.FromSources, []);
        sweep.WriteTimes(sources, new TargetSelection(times.Graph, SweepPoints.AtNodes([])), SweepDirection.FromSources, []);
        Assert.Equal([-1, -1, -1, -1, -1], sweep.Summarise(SweepPoints.AtNodes([]), targets, SweepDirection.FromSources, []).Nearest.Sources);
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
                if (middle < 0 || from.LeavingMilliseconds[i] == int.MaxValue || to.ArrivingMilliseconds[j] == int.MaxValue) continue;
                best = Math.Min(best, from.LeavingMilliseconds[i] + middle + to.ArrivingMilliseconds[j]);
            }
        }
        return best;
    }
}
