using NavGeo.Data.Dimacs;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;
using NavGeo.Routing.Hierarchy.Sweep;

namespace NavGeo.Tests.Routing.Hierarchy;

/// <summary>The benchmark network of the literature: 264 346 nodes. A few seconds.</summary>
public sealed class NewYorkTests
{
    [Fact]
    public void New_York_gives_the_times_of_Dijkstra_with_few_triangles()
    {
        DimacsGraph file = DimacsReader.ReadGraph(RealData.Path("dimacs/USA-road-t.NY.gr.gz"));
        (int[] longitudes, int[] latitudes) = DimacsReader.ReadCoordinates(RealData.Path("dimacs/USA-road-d.NY.co.gz"), file.NodeCount);
        Assert.Equal(264_346, file.NodeCount);
        Assert.Equal(733_846, file.ArcCount);
        int[] closed = new int[file.ArcCount];
        Array.Fill(closed, int.MaxValue);
        var shape = new NetworkShape(file.NodeCount, file.Tails, file.Heads,
            [.. longitudes.Select(v => v * 0.76)], [.. latitudes.Select(v => (double)v)]);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape, 2));
        Assert.InRange(graph.TriangleCount, 1, 6_800_000);

        CustomisedTimes times = new Customiser(graph, 2).Customise(file.Weights, closed);
        int[] sources = [0, 77_777, 150_000, 264_345];
        var all = new TargetSelection(graph, SweepPoints.AtNodes([.. Enumerable.Range(0, file.NodeCount)]));
        var table = new int[4 * file.NodeCount];
        new BatchedSweep(times, 2).WriteTimes(SweepPoints.AtNodes(sources), all, SweepDirection.FromSources, table);
        for (int s = 0; s < sources.Length; s++)
        {
            long[] expected = DijkstraOracle.From(shape, file.Weights, closed, sources[s]);
            for (int node = 0; node < file.NodeCount; node++) Assert.Equal(expected[node], table[node * 4 + s]);
        }

        // Edits anywhere, trunk roads among them, leave what customising from nothing gives; undone, what was before.
        int[] before = times.Milliseconds.ToArray();
        var partial = new PartialCustomiser(times);
        var random = new Random(1);
        int[] edges = [.. Enumerable.Range(0, 200).Select(_ => random.Next(file.ArcCount))];
        int[] never = new int[edges.Length];
        Array.Fill(never, int.MaxValue);
        partial.Apply(edges, never, never);
        int[] edited = (int[])file.Weights.Clone();
        foreach (int edge in edges) edited[edge] = int.MaxValue;
        Assert.True(times.Milliseconds.SequenceEqual(new Customiser(graph).Customise(edited, closed).Milliseconds));
        partial.Undo();
        Assert.True(times.Milliseconds.SequenceEqual(before));
    }
}
