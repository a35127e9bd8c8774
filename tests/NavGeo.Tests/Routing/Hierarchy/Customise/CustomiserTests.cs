using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy.Customise;

public sealed class CustomiserTests
{
    [Fact]
    public void Random_networks_give_the_times_of_Dijkstra()
    {
        for (int seed = 0; seed < 3000; seed++)
        {
            var network = new RandomNetwork(seed);
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            AncestorQuery.AssertAllPairs(times, network.Forward, network.Backward, $"seed {seed}");
        }
    }

    [Fact]
    public void Poor_orders_give_the_same_times()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var network = new RandomNetwork(seed);
            int[] nodes = [.. Enumerable.Range(0, network.Shape.NodeCount)];
            new Random(seed).Shuffle(nodes);
            var graph = new ChordalGraph(network.Shape, new NodeOrder(nodes));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            AncestorQuery.AssertAllPairs(times, network.Forward, network.Backward, $"seed {seed}");
        }
    }

    [Fact]
    public void Lattice_gives_the_times_of_Dijkstra()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(22, 21, 9);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise(forward, backward);
        AncestorQuery.AssertAllPairs(times, forward, backward, "lattice");
    }

    [Fact]
    public void Any_width_and_any_number_of_threads_give_the_same_bytes()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(90, 80, 2);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        int[] expected = new Customiser(graph, 1, VectorWidth.Scalar).Customise(forward, backward).Milliseconds.ToArray();
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            for (int threads = 1; threads <= 3; threads++)
                Assert.Equal(expected, new Customiser(graph, threads, width).Customise(forward, backward).Milliseconds.ToArray());
        }
    }

    [Fact]
    public void Second_customisation_forgets_the_first()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(30, 30, 4);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        var customiser = new Customiser(graph);
        CustomisedTimes times = customiser.Customise(backward, forward);
        customiser.Customise(forward, backward, times);
        Assert.Equal(customiser.Customise(forward, backward).Milliseconds.ToArray(), times.Milliseconds.ToArray());
    }

    [Fact]
    public void Repeated_customisation_allocates_nothing()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(30, 30, 4);
        var customiser = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape)));
        CustomisedTimes times = customiser.Customise(forward, backward);
        long before = GC.GetAllocatedBytesForCurrentThread();
        customiser.Customise(forward, backward, times);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Slower_roads_never_shorten_a_trip()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var network = new RandomNetwork(seed);
            if (network.Shape.EdgeCount == 0) continue;
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            var customiser = new Customiser(graph);
            int[] before = customiser.Customise(network.Forward, network.Backward).Milliseconds.ToArray();
            int slowed = new Random(seed).Next(network.Shape.EdgeCount);
            network.Forward[slowed] = int.MaxValue;
            int[] after = customiser.Customise(network.Forward, network.Backward).Milliseconds.ToArray();
            for (int i = 0; i < before.Length; i++) Assert.True(after[i] >= before[i], $"seed {seed}");
        }
    }

    [Fact]
    public void Negative_time_is_refused()
    {
        var shape = new NetworkShape(2, [0], [1], null, null);
        var customiser = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape)));
        Assert.Throws<ArgumentException>(() => customiser.Customise([-1], [0]));
        Assert.Throws<ArgumentException>(() => customiser.Customise([], []));
    }
}
