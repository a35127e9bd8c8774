using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing.Edits;

public sealed class RoadScenarioTests
{
    private static readonly RoadNumber Rv7 = new(RoadCategory.National, 7);

    [Fact]
    public void Closed_stretch_is_the_road_between_the_points_and_no_more()
    {
        RoadGraph graph = Valley();
        var edit = new ClosedStretch(Rv7, new PlanePoint(1500, 10), new PlanePoint(2600, -10));
        RoadScenario scenario = RoadScenario.Of(graph, AsciiTown.Profile, [edit]);
        double[] middles = [.. scenario.ChangedEdges.Select(e => (graph.Shape(e)[0].Easting + graph.Shape(e)[^1].Easting) / 2).Order()];
        Assert.Equal([1500, 2500], middles);
    }

    [Fact]
    public void Closed_road_number_leaves_other_roads_and_its_ferries_open()
    {
        RoadGraph graph = Valley();
        RoadScenario scenario = RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedRoad(Rv7)]);
        Assert.Equal(4, scenario.ChangedEdges.Count);
        Assert.All(scenario.ChangedEdges, e => Assert.Equal(Rv7, graph.EdgeRoads[e]));
    }

    [Theory]
    [InlineData("road")]
    [InlineData("stretch")]
    [InlineData("area")]
    public void Who_lives_along_a_closed_road_comes_out_unless_it_is_closed_to_all(string kind)
    {
        RoadGraph graph = Valley();
        Assert.True(Leaves(isToAll: false));
        Assert.False(Leaves(isToAll: true));

        bool Leaves(bool isToAll)
        {
            RoadEdit edit = kind switch
            {
                "road" => new ClosedRoad(Rv7, isToAll),
                "stretch" => new ClosedStretch(Rv7, new PlanePoint(0, 0), new PlanePoint(3000, 0), isToAll),
                _ => new ClosedArea([new(200, -100), new(800, -100), new(500, 100)], isToAll),
            };
            RoadScenario scenario = RoadScenario.Of(graph, AsciiTown.Profile, [edit]);
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            TravelTimeMatrix times = new RoadTimes(
                RoadHierarchy.Of(graph), AsciiTown.Profile, null, snapper.SnapAll([new PlanePoint(500, 10)]), snapper.SnapAll([new PlanePoint(2000, 3000)]))
                .Measure(scenario.Metric, scenario.Open);
            return times[0, 0].IsReachable;
        }
    }

    [Fact]
    public void Closed_area_takes_what_touches_it()
    {
        RoadGraph graph = Valley();
        PlanePoint[] flood = [new(2200, -100), new(2800, -100), new(2500, 100)];
        RoadScenario scenario = RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedArea(flood)]);
        Assert.Single(scenario.ChangedEdges);
    }

    [Fact]
    public void New_bridge_joins_the_roads_its_ends_are_drawn_near()
    {
        RoadGraph graph = AsciiTown.Parse(
            """
            A-----B
            |
            |
            |
            C-----D
            """).Graph;
        Assert.Equal(16.0, Minutes(graph, new PlanePoint(6000, 0), new PlanePoint(6000, -4000), []));
        var bridge = new BuiltLink(new RoadLink { Shape = [new(5000, -200), new(5000, -3900)], Category = RoadCategory.County });
        Assert.Equal(6.0, Minutes(graph, new PlanePoint(6000, 0), new PlanePoint(6000, -4000), [bridge])!.Value, 3);
    }

    [Fact]
    public void Speed_headway_and_ferry_edits_do_what_they_say()
    {
        RoadGraph graph = AsciiTown.Parse("A-B~~C-D").Graph;
        TravelProfile half = AsciiTown.Profile with { FerryWait = FerryWait.HalfHeadway, CountyHeadwayMinutes = 60 };
        PlanePoint from = new(0, 0);
        PlanePoint to = new(7000, 0);
        double before = Minutes(graph, from, to, [], half)!.Value;
        var ferry = FerryOf(graph);
        Assert.Equal(before - 20, Minutes(graph, from, to, [new FerryHeadway(ferry, 20)], half)!.Value, 3);
        Assert.Null(Minutes(graph, from, to, [new RemovedFerry(ferry)], half));
    }

    [Fact]
    public void Later_edit_of_the_same_road_goes_before_the_earlier()
    {
        RoadGraph graph = Valley();
        RoadScenario once = RoadScenario.Of(graph, AsciiTown.Profile, [new RoadSpeed(Rv7, 30)]);
        RoadScenario twice = RoadScenario.Of(graph, AsciiTown.Profile, [new RoadSpeed(Rv7, 90), new RoadSpeed(Rv7, 30)]);
        Assert.Equal(once.Metric.Forward.ToArray(), twice.Metric.Forward.ToArray());
    }

    [Fact]
    public void Edit_that_finds_nothing_says_so()
    {
        RoadGraph graph = Valley();
        Assert.Throws<UnknownEditTargetException>(() => RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedRoad(new RoadNumber(RoadCategory.European, 6))]));
        Assert.Throws<UnknownEditTargetException>(() => RoadScenario.Of(graph, AsciiTown.Profile, [new RemovedFerry("Bastø")]));
        Assert.Throws<UnknownEditTargetException>(() => RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedPoint(new PlanePoint(0, 99_000))]));
    }

    [Fact]
    public void Random_edits_and_their_undoing_leave_the_times_as_they_were()
    {
        for (int seed = 0; seed < 80; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 14);
            var random = new Random(seed);
            RoadEdit[] edits = [.. Enumerable.Range(0, 4).Select(_ => (RoadEdit)new ClosedPoint(graph.Shape(random.Next(graph.EdgeCount))[0]))];
            int[] before = RoadScenario.Of(graph, AsciiTown.Profile, []).Metric.Forward.ToArray();
            try
            {
                RoadScenario edited = RoadScenario.Of(graph, AsciiTown.Profile, edits);
                Assert.All(edited.ChangedEdges, e => Assert.Equal(RoadMetric.Closed, edited.Metric.Forward[e]));
            }
            catch (UnknownEditTargetException)
            {
                // A point at sea has no road to close.
            }
            Assert.Equal(before, RoadScenario.Of(graph, AsciiTown.Profile, []).Metric.Forward.ToArray());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closed_road_serves_the_same_people_however_finely_it_is_drawn(bool hasBends)
    {
        // Rv 7 between two county roads that meet again in the north; people in its middle come out at both ends.
        var builder = new RoadGraphBuilder(25833);
        PlanePoint[] course = hasBends ? [new(0, 0), new(2000, 0), new(5000, 0), new(8000, 0), new(10_000, 0)] : [new(0, 0), new(10_000, 0)];
        for (int i = 0; i + 1 < course.Length; i++)
            builder.Add(new RoadLink { Shape = [course[i], course[i + 1]], Category = RoadCategory.National, Road = Rv7 });
        builder.Add(new RoadLink { Shape = [new(0, 0), new(0, 20_000), new(10_000, 20_000), new(10_000, 0)], Category = RoadCategory.County });
        builder.Add(new RoadLink { Shape = [new(0, 0), new(-5000, 0)], Category = RoadCategory.County });
        builder.Add(new RoadLink { Shape = [new(10_000, 0), new(15_000, 0)], Category = RoadCategory.County });
        RoadScenario scenario = RoadScenario.Of(builder.Build(), AsciiTown.Profile, [new ClosedRoad(Rv7)]);
        Assert.Equal(4 + 5, Between(scenario, new(4000, 0), new(-5000, 0))!.Value, 3);
        Assert.Equal(50 + 10, Between(scenario, new(-5000, 0), new(15_000, 0))!.Value, 3);
    }

    [Fact]
    public void Road_closed_at_a_point_lets_each_side_out_on_its_own_side_only()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(new RoadLink { Shape = [new(0, 0), new(10_000, 0)], Category = RoadCategory.County })
            .Build();
        RoadScenario scenario = RoadScenario.Of(graph, AsciiTown.Profile, [new ClosedPoint(new PlanePoint(5000, 0))]);
        Assert.Null(Between(scenario, new(2000, 0), new(8000, 0)));
        Assert.Null(Between(scenario, new(8000, 0), new(0, 0)));
        Assert.Equal(2.0, Between(scenario, new(2000, 0), new(4000, 0))!.Value, 3);
        Assert.Equal(2.0, Between(scenario, new(2000, 0), new(0, 0))!.Value, 3);
        Assert.Equal(2.0, Between(scenario, new(8000, 0), new(10_000, 0))!.Value, 3);
    }

    private static double? Between(RoadScenario scenario, PlanePoint from, PlanePoint to)
    {
        var snapper = new RoadSnapper(scenario.Graph, AsciiTown.Profile, water: null);
        var search = new DijkstraSearch(scenario.Metric, scenario.Open);
        search.Run(snapper.NewSession().Snap(from), SearchDirection.FromStart);
        TravelTime time = search.At(snapper.NewSession().Snap(to)).Time;
        return time.IsReachable ? time.Minutes : null;
    }

    private static string FerryOf(RoadGraph graph)
    {
        int ferry = Enumerable.Range(0, graph.EdgeCount).First(e => graph.EdgeKinds[e].IsFerry());
        return graph.NameOf(ferry)!;
    }

    /// <summary>Rv 7 from 0 to 4 km in four links, a county road beside it, a ferry on Rv 7 at its end.</summary>
    private static RoadGraph Valley()
    {
        var builder = new RoadGraphBuilder(25833) { ContractsChains = false };
        for (int km = 0; km < 4; km++)
            builder.Add(new RoadLink { Shape = [new(km * 1000, 0), new(km * 1000 + 1000, 0)], Category = RoadCategory.National, Road = Rv7 });
        builder.Add(new RoadLink { Shape = [new(0, 0), new(2000, 3000), new(4000, 0)], Category = RoadCategory.County });
        builder.Add(new RoadLink { Shape = [new(4000, 0), new(9000, 0)], Kind = LinkKind.CarFerry, Category = RoadCategory.National, Road = Rv7 });
        return builder.Build();
    }

    private static double? Minutes(RoadGraph graph, PlanePoint from, PlanePoint to, RoadEdit[] edits, TravelProfile? profile = null)
    {
        RoadScenario scenario = RoadScenario.Of(graph, profile ?? AsciiTown.Profile, edits);
        var search = new DijkstraSearch(scenario.Metric, scenario.Open);
        search.Run(NodeAt(from), SearchDirection.FromStart);
        TravelTime time = TravelTime.FromMilliseconds(search.Milliseconds[NodeAt(to)]);
        return time.IsReachable ? time.Minutes : null;

        int NodeAt(PlanePoint point) => Enumerable.Range(0, scenario.Graph.NodeCount).First(n => scenario.Graph.NodePoints[n] == point);
    }
}
