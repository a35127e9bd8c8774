using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Routing;

public sealed class RoadGraphBuilderTests
{
    [Fact]
    public void Road_that_ends_on_another_roads_line_makes_a_junction()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0)))
            .Add(Road((400, 1.2), (400, 800)))
            .Build();
        Assert.Equal(1, graph.Report.SplitJunctions);
        Assert.Equal(3, graph.EdgeCount);
        Assert.Single(graph.Report.Parts);
        Assert.Equal(1_000_000, graph.EdgeLengths.ToArray().Sum() - 798_800);
    }

    [Fact]
    public void Cut_shares_given_time_and_length_and_loses_nothing()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0)) with { LengthMillimetres = 1_500_001, ForwardMilliseconds = 60_001, BackwardMilliseconds = 30_000 })
            .Add(Road((250, 0), (250, 800)))
            .Build();
        int[] onRoad = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeForwardGiven[e] != RoadGraph.NotGiven)];
        Assert.Equal(2, onRoad.Length);
        Assert.Equal(1_500_001, onRoad.Sum(e => graph.EdgeLengths[e]));
        Assert.InRange(onRoad.Sum(e => graph.EdgeForwardGiven[e]), 60_000, 60_002);
    }

    [Fact]
    public void Ferry_that_ends_short_of_the_road_gets_a_quay_link_and_says_so()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (0, 5000)))
            .Add(Ferry((300, 2500), (9000, 2500)))
            .Build();
        QuayGap laid = Assert.Single(graph.Report.QuayLinks);
        Assert.Equal(300, laid.Metres, 6);
        QuayGap open = Assert.Single(graph.Report.OpenQuays);
        Assert.Equal(new PlanePoint(9000, 2500), open.Quay);
        Assert.Contains(LinkKind.QuayLink, graph.EdgeKinds.ToArray());
        Assert.Single(graph.Report.Parts);
    }

    [Fact]
    public void Two_ferries_to_the_same_road_both_land_although_the_first_cut_it()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (0, 6000)))
            .Add(Ferry((200, 2000), (9000, 2000)))
            .Add(Ferry((200, 4000), (9000, 4000)))
            .Build();
        Assert.Equal(2, graph.Report.QuayLinks.Count);
        Assert.Single(graph.Report.Parts);
        Assert.Equal(3, graph.EdgeKinds.ToArray().Count(k => k == LinkKind.Road));
    }

    [Fact]
    public void Ends_a_hair_apart_across_a_cell_border_are_one_junction()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (999.6, 0)))
            .Add(Road((1000.3, 0), (2000, 0)))
            .Build();
        Assert.Equal(2, graph.NodeCount);
        Assert.Equal(1_999_300, graph.EdgeLengths[0]);
    }

    [Fact]
    public void Bends_of_one_road_are_one_edge_whichever_way_they_are_drawn()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0)) with { ForwardMilliseconds = 10, BackwardMilliseconds = 1 })
            .Add(Road((2000, 500), (1000, 0)) with { ForwardMilliseconds = 2, BackwardMilliseconds = 20 })
            .Add(Road((2000, 500), (3000, 0)) with { ForwardMilliseconds = 30, BackwardMilliseconds = 3 })
            .Build();
        Assert.Equal(1, graph.EdgeCount);
        Assert.Equal([6, 60], (int[])[.. new[] { graph.EdgeForwardGiven[0], graph.EdgeBackwardGiven[0] }.Order()]);
        Assert.Equal(4, graph.Shape(0).Length);
    }

    [Fact]
    public void Road_that_changes_its_number_or_meets_another_keeps_its_node()
    {
        RoadGraph change = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0)) with { Road = new RoadNumber(RoadCategory.County, 1) })
            .Add(Road((1000, 0), (2000, 0)) with { Road = new RoadNumber(RoadCategory.County, 2) })
            .Build();
        Assert.Equal(2, change.EdgeCount);
        RoadGraph junction = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0))).Add(Road((1000, 0), (2000, 0))).Add(Road((1000, 0), (1000, 900))).Build();
        Assert.Equal(3, junction.EdgeCount);
    }

    [Fact]
    public void Ring_road_without_junction_stays_two_edges_at_least()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(Road((0, 0), (1000, 0))).Add(Road((1000, 0), (1000, 1000))).Add(Road((1000, 1000), (0, 0))).Build();
        Assert.Equal(2, graph.EdgeCount);
        Assert.Equal(2, graph.NodeCount);
    }

    [Fact]
    public void Link_without_length_is_dropped_and_counted()
    {
        RoadGraph graph = new RoadGraphBuilder(25833).Add(Road((5, 5), (5, 5))).Add(Road((0, 0), (9, 0))).Build();
        Assert.Equal(1, graph.Report.DroppedLinks);
        Assert.Equal(1, graph.EdgeCount);
    }

    [Fact]
    public void Nothing_makes_an_empty_graph()
    {
        RoadGraph graph = new RoadGraphBuilder(25833).Build();
        Assert.Equal(0, graph.NodeCount);
        Assert.Empty(graph.Report.Parts);
    }

    [Fact]
    public void Point_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => new RoadGraphBuilder(25833).Add(Road((0, 0), (double.NaN, 0))));

    private static RoadLink Road((double, double) from, (double, double) to) => new()
    {
        Shape = [new PlanePoint(from.Item1, from.Item2), new PlanePoint(to.Item1, to.Item2)],
        Category = RoadCategory.County,
    };

    private static RoadLink Ferry((double, double) from, (double, double) to) => Road(from, to) with { Kind = LinkKind.CarFerry };
}
