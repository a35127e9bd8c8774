using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy.Customise;

public sealed class PartialCustomiserTests
{
    [Fact]
    public void Edits_and_undos_leave_the_bytes_of_a_fresh_customisation()
    {
        for (int seed = 0; seed < 1500; seed++)
        {
            var network = new RandomNetwork(seed);
            if (network.Shape.EdgeCount == 0) continue;
            Wander(network.Shape, network.Forward, network.Backward, network.LongestTime, seed, 12);
        }
    }

    [Fact]
    public void Edits_on_a_lattice_leave_the_bytes_of_a_fresh_customisation()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(70, 60, 11);
        Wander(shape, forward, backward, 60_000, 11, 60);
    }

    [Fact]
    public void Edited_network_gives_the_times_of_Dijkstra()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var network = new RandomNetwork(seed);
            if (network.Shape.EdgeCount == 0) continue;
            var graph = new ChordalGraph(network.Shape, NodeOrder.Compute(network.Shape));
            CustomisedTimes times = new Customiser(graph).Customise(network.Forward, network.Backward);
            var random = new Random(seed);
            int edge = random.Next(network.Shape.EdgeCount);
            network.Forward[edge] = RandomNetwork.RandomTime(random, network.LongestTime);
            network.Backward[edge] = RandomNetwork.RandomTime(random, network.LongestTime);
            new PartialCustomiser(times).Apply([edge], [network.Forward[edge]], [network.Backward[edge]]);
            AncestorQuery.AssertAllPairs(times, network.Forward, network.Backward, $"seed {seed}");
        }
    }

    [Fact]
    public void Edits_and_undos_allocate_nothing_once_warm()
    {
        (NetworkShape shape, int[] forward, int[] backward) = RandomNetwork.Lattice(40, 40, 7);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise(forward, backward);
        var partial = new PartialCustomiser(times);
        int[] edges = [.. Enumerable.Range(0, 50).Select(i => i * 31)], never = new int[edges.Length];
        Array.Fill(never, int.MaxValue);
        CloseAndOpen();
        long before = GC.GetAllocatedBytesForCurrentThread();
        CloseAndOpen();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void CloseAndOpen()
        {
            Assert.True(partial.Apply(edges, never, never) > 0);
            partial.Undo();
        }
    }

    [Fact]
    public void Wrong_edit_changes_nothing()
    {
        var shape = new NetworkShape(2, [0], [1], null, null);
        CustomisedTimes times = new Customiser(new ChordalGraph(shape, NodeOrder.Compute(shape))).Customise([7], [8]);
        int[] before = times.Milliseconds.ToArray();
        var partial = new PartialCustomiser(times);
        Assert.Throws<ArgumentException>(() => partial.Apply([0, 1], [1, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => partial.Apply([0], [-1], [1]));
        Assert.Throws<InvalidOperationException>(partial.Undo);
        Assert.Equal(before, times.Milliseconds.ToArray());
    }

    private static void Wander(NetworkShape shape, int[] forward, int[] backward, int longest, int seed, int steps)
    {
        var random = new Random(seed);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        var customiser = new Customiser(graph);
        CustomisedTimes times = customiser.Customise(forward, backward);
        var partial = new PartialCustomiser(times);
        var history = new Stack<(int[] Forward, int[] Backward)>();
        for (int step = 0; step < steps; step++)
        {
            if (history.Count > 0 && random.Next(3) == 0)
            {
                (forward, backward) = history.Pop();
                partial.Undo();
            }
            else
            {
                history.Push(((int[])forward.Clone(), (int[])backward.Clone()));
                int[] edges = new int[random.Next(1, 6)];
                int[] there = new int[edges.Length], back = new int[edges.Length];
                for (int i = 0; i < edges.Length; i++)
                {
                    edges[i] = random.Next(shape.EdgeCount);
                    there[i] = RandomNetwork.RandomTime(random, longest);
                    back[i] = RandomNetwork.RandomTime(random, longest);
                    forward[edges[i]] = there[i];
                    backward[edges[i]] = back[i];
                }
                partial.Apply(edges, there, back);
            }
            Assert.Equal(history.Count, partial.StepCount);
            int[] expected = customiser.Customise(forward, backward).Milliseconds.ToArray();
            Assert.True(times.Milliseconds.SequenceEqual(expected), $"seed {seed}, step {step}");
        }
    }
}
