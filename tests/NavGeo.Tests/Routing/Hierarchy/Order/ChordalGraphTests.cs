using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy.Order;

public sealed class ChordalGraphTests
{
    [Fact]
    public void Random_networks_have_exactly_the_arcs_of_elimination()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            NetworkShape shape = new RandomNetwork(seed).Shape;
            var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
            var neighbours = new SortedSet<int>[shape.NodeCount];
            for (int rank = 0; rank < neighbours.Length; rank++) neighbours[rank] = [];
            for (int edge = 0; edge < shape.EdgeCount; edge++)
            {
                int a = graph.Ranks[shape.Tails[edge]], b = graph.Ranks[shape.Heads[edge]];
                if (a != b) neighbours[Math.Min(a, b)].Add(Math.Max(a, b));
            }
            for (int rank = 0; rank < neighbours.Length; rank++)
            {
                int[] up = [.. neighbours[rank]];
                for (int i = 1; i < up.Length; i++) neighbours[up[0]].Add(up[i]);
                Assert.Equal(up, graph.Heads[graph.First[rank]..graph.First[rank + 1]]);
            }
        }
    }

    [Fact]
    public void Ranks_are_a_postorder_of_the_tree()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            NetworkShape shape = new RandomNetwork(seed).Shape;
            var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
            var size = new int[shape.NodeCount];
            for (int rank = 0; rank < size.Length; rank++)
            {
                size[rank]++;
                int parent = graph.Parent(rank);
                if (parent < 0)
                {
                    Assert.Equal(0, graph.Depths[rank]);
                    continue;
                }
                Assert.Equal(graph.Depths[parent] + 1, graph.Depths[rank]);
                size[parent] += size[rank];
            }
            for (int rank = 0; rank < size.Length; rank++)
            {
                // A postorder: the subtree is the span that ends in its root.
                for (int below = rank - size[rank] + 1; below < rank; below++)
                    Assert.InRange(graph.Parent(below), below + 1, rank);
            }
        }
    }

    [Fact]
    public void Every_edge_is_found_under_its_arc()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            NetworkShape shape = new RandomNetwork(seed).Shape;
            var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
            int found = 0;
            for (int arc = 0; arc < graph.ArcCount; arc++)
            {
                int last = -1;
                for (int k = graph.FirstEdges[arc]; k < graph.FirstEdges[arc + 1]; k++)
                {
                    int edge = graph.Edges[k];
                    Assert.True(edge > last);
                    last = edge;
                    Assert.Equal(arc, graph.EdgeArcs[edge] >> 1);
                    bool turned = (graph.EdgeArcs[edge] & 1) != 0;
                    Assert.Equal(graph.Tails[arc], graph.Ranks[turned ? shape.Heads[edge] : shape.Tails[edge]]);
                    Assert.Equal(graph.Heads[arc], graph.Ranks[turned ? shape.Tails[edge] : shape.Heads[edge]]);
                    found++;
                }
            }
            Assert.Equal(Enumerable.Range(0, shape.EdgeCount).Count(e => shape.Tails[e] != shape.Heads[e]), found);
        }
    }

    [Fact]
    public void Order_of_another_network_is_refused()
    {
        var shape = new NetworkShape(2, [0], [1], null, null);
        Assert.Throws<ArgumentException>(() => new ChordalGraph(shape, new NodeOrder([0])));
    }
}
