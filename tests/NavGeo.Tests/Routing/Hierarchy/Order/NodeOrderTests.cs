using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy.Order;

public sealed class NodeOrderTests
{
    [Fact]
    public void Random_networks_get_every_node_once()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            NetworkShape shape = new RandomNetwork(seed).Shape;
            NodeOrder order = NodeOrder.Compute(shape);
            Assert.Equal(Enumerable.Range(0, shape.NodeCount), order.Nodes.Order());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_order(int threads)
    {
        (NetworkShape shape, _, _) = RandomNetwork.Lattice(230, 200, 5);
        Assert.Equal(NodeOrder.Compute(shape).Nodes, NodeOrder.Compute(shape, threads).Nodes);
    }

    [Fact]
    public void Lattice_has_few_triangles_with_and_without_coordinates()
    {
        (NetworkShape shape, _, _) = RandomNetwork.Lattice(60, 60, 1);
        long withCoordinates = new ChordalGraph(shape, NodeOrder.Compute(shape)).TriangleCount;
        var blind = new NetworkShape(shape.NodeCount, shape.Tails, shape.Heads, null, null);
        long without = new ChordalGraph(blind, NodeOrder.Compute(blind)).TriangleCount;
        var unordered = new NodeOrder([.. Enumerable.Range(0, shape.NodeCount)]);
        long natural = new ChordalGraph(shape, unordered).TriangleCount;
        Assert.InRange(withCoordinates, 1, 90_000);
        Assert.InRange(without, 1, 110_000);
        Assert.True(natural > 4 * withCoordinates, $"natural {natural}, dissected {withCoordinates}");
    }

    [Fact]
    public void Chain_makes_a_shallow_tree()
    {
        const int Nodes = 100_000;
        int[] tails = [.. Enumerable.Range(0, Nodes - 1)], heads = [.. Enumerable.Range(1, Nodes - 1)];
        var shape = new NetworkShape(Nodes, tails, heads, null, null);
        var graph = new ChordalGraph(shape, NodeOrder.Compute(shape));
        Assert.InRange(graph.Height, 17, 40);
    }

    [Fact]
    public void All_nodes_in_one_place_are_ordered()
    {
        (NetworkShape shape, _, _) = RandomNetwork.Lattice(40, 40, 3);
        var heap = new NetworkShape(shape.NodeCount, shape.Tails, shape.Heads, new double[1600], new double[1600]);
        Assert.Equal(1600, NodeOrder.Compute(heap).Nodes.Length);
    }

    [Fact]
    public void Complete_graph_is_ordered()
    {
        List<int> tails = [], heads = [];
        for (int a = 0; a < 90; a++)
        {
            for (int b = 0; b < a; b++)
            {
                tails.Add(a);
                heads.Add(b);
            }
        }
        var shape = new NetworkShape(90, [.. tails], [.. heads], null, null);
        Assert.Equal(90L * 89 * 88 / 6, new ChordalGraph(shape, NodeOrder.Compute(shape)).TriangleCount);
    }

    [Fact]
    public void Order_that_is_no_permutation_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new NodeOrder([0, 0]));
        Assert.Throws<ArgumentException>(() => new NodeOrder([0, 2]));
    }
}
