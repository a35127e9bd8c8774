using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

public sealed class DijkstraSearchTests
{
    [Fact]
    public void Times_on_random_networks_equal_FloydWarshall_in_both_directions()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 3 + seed % 20);
            RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
            long[,] expected = FloydWarshall.Times(metric);
            var search = new DijkstraSearch(metric);
            for (int node = 0; node < graph.NodeCount; node++)
            {
                search.Run(node, SearchDirection.FromStart);
                for (int other = 0; other < graph.NodeCount; other++)
                    Assert.True(expected[node, other] == search.Milliseconds[other], $"seed {seed}: {node} -> {other}");
                search.Run(node, SearchDirection.ToStart);
                for (int other = 0; other < graph.NodeCount; other++)
                    Assert.True(expected[other, node] == search.Milliseconds[other], $"seed {seed}: {other} -> {node}");
            }
        }
    }

    [Fact]
    public void Closing_an_edge_never_shortens_a_trip()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 15);
            RoadMetric open = RoadMetric.Of(graph, AsciiTown.Profile);
            var isClosed = new bool[graph.EdgeCount];
            isClosed[seed % graph.EdgeCount] = true;
            var before = new DijkstraSearch(open);
            var after = new DijkstraSearch(open.Without(isClosed));
            before.Run(0, SearchDirection.FromStart);
            after.Run(0, SearchDirection.FromStart);
            for (int node = 0; node < graph.NodeCount; node++)
                Assert.True(after.Milliseconds[node] >= before.Milliseconds[node], $"seed {seed}, node {node}");
        }
    }

    [Fact]
    public void Path_adds_up_to_the_time()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 20);
            RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
            var search = new DijkstraSearch(metric);
            search.Run(0, SearchDirection.FromStart);
            var arcs = new List<int>();
            for (int node = 0; node < graph.NodeCount; node++)
            {
                if (search.Milliseconds[node] == TravelTime.UnreachableMilliseconds) continue;
                search.PathTo(node, arcs);
                Assert.Equal(search.Milliseconds[node], arcs.Sum(a => (a & 1) == 0 ? metric.Forward[a >> 1] : metric.Backward[a >> 1]));
                Assert.Equal(search.Millimetres[node], arcs.Sum(a => (long)graph.EdgeLengths[a >> 1]));
            }
        }
    }

    [Fact]
    public void Two_places_on_one_edge_do_not_drive_round_by_its_ends()
    {
        RoadGraph graph = AsciiTown.Parse("A---------B").Graph;
        RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
        var search = new DijkstraSearch(metric);
        search.Run(new RoadSnap(SnapState.OnRoad, 0, 0.2, 0, default), SearchDirection.FromStart);
        (TravelTime time, long length) = search.At(new RoadSnap(SnapState.OnRoad, 0, 0.5, 0, default));
        Assert.Equal(3.0, time.Minutes, 4);
        Assert.Equal(3_000_000, length);
    }

    [Fact]
    public void Against_a_one_way_edge_two_places_on_it_go_round_the_block()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A->--B
            |    |
            C----D
            """);
        RoadMetric metric = RoadMetric.Of(town.Graph, AsciiTown.Profile);
        int oneWay = Enumerable.Range(0, town.Graph.EdgeCount).Single(e => town.Graph.EdgeDirections[e] == LinkDirections.Forward);
        var search = new DijkstraSearch(metric);
        search.Run(new RoadSnap(SnapState.OnRoad, oneWay, 0.8, 0, default), SearchDirection.FromStart);
        TravelTime back = search.At(new RoadSnap(SnapState.OnRoad, oneWay, 0.2, 0, default)).Time;
        Assert.Equal(1 + 2 + 5 + 2 + 1, back.Minutes, 4);
    }

    [Fact]
    public void Second_run_allocates_nothing()
    {
        RoadGraph graph = RandomNetwork.Of(7, nodes: 400);
        var search = new DijkstraSearch(RoadMetric.Of(graph, AsciiTown.Profile));
        for (int node = 0; node < 100; node++) search.Run(node, SearchDirection.FromStart);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int node = 0; node < 100; node++) search.Run(node, SearchDirection.FromStart);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
