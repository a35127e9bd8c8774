using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing.Edits;

public sealed class AddedLinkTests
{
    private static readonly RoadNumber Fv17 = new(RoadCategory.County, 17);

    [Fact]
    public void Nodes_and_roads_keep_their_numbers_and_places_meet_the_road_as_if_snapped_anew()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 4 + seed % 15, restrictions: seed % 4);
            RoadGraph with = Extended(graph, RandomLinks(random));
            Assert.Equal(graph.NodePoints.ToArray(), with.NodePoints[..graph.NodeCount].ToArray());
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                Assert.Equal((graph.EdgeKinds[edge], graph.EdgeFrom[edge], graph.NameOf(edge)), (with.EdgeKinds[edge], with.EdgeFrom[edge], with.NameOf(edge)));
                if (graph.EdgeTo[edge] != with.EdgeTo[edge]) continue;
                Assert.Equal(graph.Shape(edge).ToArray(), with.Shape(edge).ToArray());
                Assert.Equal(graph.EdgeLengths[edge], with.EdgeLengths[edge]);
            }
            PlanePoint[] points = [.. Enumerable.Range(0, 40).Select(_ => Anywhere(random))];
            AssertSnappedAsAnew(with, AsciiTown.Profile, null, points);
        }
    }

    [Fact]
    public void Times_in_the_kept_order_equal_plain_searches()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            RoadGraph graph = Extended(RandomNetwork.Of(seed, nodes: 4 + seed % 20, restrictions: seed % 5), RandomLinks(random));
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 15).Select(_ => Anywhere(random))]);
            SnappedPlace[] sites = snapper.SnapAll([.. Enumerable.Range(0, 5).Select(_ => Anywhere(random))]);
            RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
            TravelTimeMatrix times = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites).Measure(metric, metric);
            var search = new DijkstraSearch(metric);
            for (int site = 0; site < sites.Length; site++)
            {
                search.Run(sites[site].Snap, SearchDirection.ToStart);
                for (int place = 0; place < places.Length; place++)
                {
                    int straight = DirectAccess.Milliseconds(AsciiTown.Profile, null, places[place], sites[site]);
                    Assert.Equal(Math.Min(search.WithOffRoad(places[place].Snap).Time.ToRaw(), straight), times[place, site].ToRaw());
                }
            }
        }
    }

    [Fact]
    public void Link_between_junctions_gives_the_times_of_a_network_built_with_it()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            PlanePoint[] points = [.. Enumerable.Range(0, 12).Select(_ => new PlanePoint(random.Next(9) * 5000, random.Next(9) * 5000))];
            RoadLink[] roads = [.. Enumerable.Range(1, 11).Select(i => new RoadLink { Shape = [points[random.Next(i)], points[i]], Category = RoadCategory.County })];
            var added = new RoadLink
            {
                Shape = [points[random.Next(12)], new PlanePoint(-7000, seed), points[random.Next(12)]],
                Kind = seed % 3 == 0 ? LinkKind.CarFerry : LinkKind.Road,
                Directions = seed % 5 == 0 ? LinkDirections.Forward : LinkDirections.Both,
                HeadwayMinutes = 40,
            };
            RoadGraph with = Extended(Built(roads), [added]);
            RoadGraph built = Built([.. roads, added]);
            foreach (PlanePoint from in points)
            {
                Assert.Equal(MillisecondsFrom(built, from, points), MillisecondsFrom(with, from, points));
            }
        }
    }

    [Fact]
    public void Road_cut_in_the_middle_keeps_the_turns_forbidden_at_both_its_ends()
    {
        // A cross in the west and one in the east; who comes along the road may not turn north at either.
        PlanePoint west = new(0, 0), east = new(10_000, 0), north = new(0, 5000), northEast = new(10_000, 5000);
        RoadGraphBuilder builder = new RoadGraphBuilder(25833)
            .Add(new RoadLink { Shape = [west, east] })
            .Add(new RoadLink { Shape = [west, north] })
            .Add(new RoadLink { Shape = [east, northEast] })
            .Add(new RoadLink { Shape = [west, new PlanePoint(-5000, 0)] })
            .Add(new RoadLink { Shape = [east, new PlanePoint(15_000, 0)] })
            .Restrict(new TurnRestriction(0, west, 1, IsOnly: false))
            .Restrict(new TurnRestriction(0, east, 2, IsOnly: false));
        PlanePoint middle = new(5000, -3000);
        RoadGraph with = Extended(builder.Build(), [new RoadLink { Shape = [middle, new PlanePoint(5000, -100)] }]);
        // Straight on, turning back at the far end of the cross, and only then north.
        Assert.Equal(3 + 5 + 5 + 5 + 5, Minutes(with, middle, north)!.Value, 3);
        Assert.Equal(3 + 5 + 5 + 5 + 5, Minutes(with, middle, northEast)!.Value, 3);
    }

    [Fact]
    public void Road_to_where_a_ferry_line_turns_makes_a_quay_and_costs_passing_travellers_nothing()
    {
        PlanePoint west = new(0, 0), turn = new(10_000, 0), east = new(20_000, 0), island = new(10_000, 5000);
        RoadGraph graph = new RoadGraphBuilder(25833) { ContractsChains = false, WaysideQuayReachMetres = 0 }
            .Add(new RoadLink { Shape = [new(-1000, 0), west] })
            .Add(new RoadLink { Shape = [east, new(21_000, 0)] })
            .Add(new RoadLink { Shape = [west, turn], Kind = LinkKind.CarFerry, Name = "Vest–Øst", HeadwayMinutes = 60, SpeedKmh = 60 })
            .Add(new RoadLink { Shape = [turn, east], Kind = LinkKind.CarFerry, Name = "Vest–Øst", HeadwayMinutes = 60, SpeedKmh = 60 })
            .Build();
        double before = Minutes(graph, west, east)!.Value;
        RoadGraph with = Extended(graph, [new RoadLink { Shape = [turn, island] }]);
        Assert.Equal(before, Minutes(with, west, east)!.Value, 6);
        Assert.Equal(AsciiTown.WaitMinutes + 20, before, 3);
        Assert.Equal(AsciiTown.WaitMinutes + 10 + 5, Minutes(with, west, island)!.Value, 3);
        Assert.Equal(5 + AsciiTown.WaitMinutes + 10, Minutes(with, island, east)!.Value, 3);
    }

    [Fact]
    public void New_line_of_a_numbered_road_belongs_to_its_service_at_the_quay()
    {
        PlanePoint west = new(0, 0), middle = new(10_000, 0), east = new(20_000, 0);
        RoadGraph graph = new RoadGraphBuilder(25833) { ContractsChains = false }
            .Add(new RoadLink { Shape = [new(-1000, 0), west] })
            .Add(new RoadLink { Shape = [middle, new(10_000, 1000)] })
            .Add(new RoadLink { Shape = [east, new(21_000, 0)] })
            .Add(new RoadLink { Shape = [west, middle], Kind = LinkKind.CarFerry, Category = RoadCategory.County, Road = Fv17, HeadwayMinutes = 60, SpeedKmh = 60 })
            .Build();
        RoadLink on = new() { Shape = [middle, east], Kind = LinkKind.CarFerry, Category = RoadCategory.County, Road = Fv17, HeadwayMinutes = 60, SpeedKmh = 60 };
        Assert.Equal(AsciiTown.WaitMinutes + 20, Minutes(Extended(graph, [on]), west, east)!.Value, 3);
        Assert.Equal(2 * (AsciiTown.WaitMinutes + 10), Minutes(Extended(graph, [on with { Road = default }]), west, east)!.Value, 3);
    }

    [Fact]
    public void End_drawn_at_a_junction_stays_there_whatever_other_road_is_near()
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(new RoadLink { Shape = [new(0, 0), new(10_000, 0)] })
            .Add(new RoadLink { Shape = [new(0, 100), new(10_000, 100)] })
            .Build();
        RoadGraph with = Extended(graph, [new RoadLink { Shape = [new(10_000, 0), new(14_000, 0)] }]);
        Assert.Equal(14.0, Minutes(with, new(0, 0), new(14_000, 0))!.Value, 3);
        Assert.Null(Minutes(with, new(0, 100), new(14_000, 0)));
    }

    [Fact]
    public void Links_added_one_after_the_other_may_cut_each_other_and_one_road_many_times()
    {
        RoadGraph graph = new RoadGraphBuilder(25833).Add(new RoadLink { Shape = [new(0, 0), new(12_000, 0)], ForwardMilliseconds = 720_001 }).Build();
        RoadLink[] rungs =
        [
            .. new[] { 3000, 9000, 6000 }.Select(x => new RoadLink { Shape = [new(x, 50), new(x, 5000)] }),
            new RoadLink { Shape = [new(2900, 4000), new(9100, 4000)] },
        ];
        RoadGraph with = Extended(graph, rungs);
        Assert.Equal(2 + 3 + 3 + 2, with.NodeCount);
        Assert.Equal(4 + 3 + 2 + 1, with.EdgeCount);
        Assert.Equal(720_001 / 60_000.0, Minutes(with, new(0, 0), new(12_000, 0))!.Value, 9);
        Assert.Equal(1 + 6.4 + 1, Minutes(with, new(3000, 5000), new(9000, 5000))!.Value, 3);
    }

    [Fact]
    public void Bridge_over_a_real_fjord_leaves_everybody_else_where_they_are()
    {
        RoadNetwork roads = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        RoadGraph graph = roads.Graph;
        // Bognes–Skarberget on E6, as the ferry goes.
        int ferry = Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeKinds[e] == LinkKind.CarFerry).MaxBy(e => graph.EdgeLengths[e]);
        RoadGraph with = Extended(graph, [new RoadLink { Shape = graph.Shape(ferry).ToArray(), SpeedKmh = 80, Kind = LinkKind.Road }]);
        PlanePoint[] points = [.. Enumerable.Range(0, 3000).Select(i => graph.Shape(i * 4)[0]).Select(p => new PlanePoint(p.Easting + 300, p.Northing - 200))];
        AssertSnappedAsAnew(with, TravelProfile.Car, roads.Water, points);
        Assert.Equal(RoadHierarchy.Of(graph).Chordal.NodeCount + with.NodeCount - graph.NodeCount, RoadHierarchy.Of(with).Chordal.NodeCount);
    }

    /// <summary>Each place for itself, without what is known of the network before; of coinciding roads either will do.</summary>
    private static void AssertSnappedAsAnew(RoadGraph graph, TravelProfile profile, WaterMask? water, PlanePoint[] points)
    {
        var snapper = new RoadSnapper(graph, profile, water);
        RoadSnapper.Session session = snapper.NewSession();
        SnappedPlace[] all = snapper.SnapAll(points);
        for (int i = 0; i < points.Length; i++)
        {
            RoadSnap anew = session.Snap(points[i]);
            Assert.Equal(anew.State, all[i].Snap.State);
            Assert.Equal(anew.GapMetres, all[i].Snap.GapMetres, 6);
            Assert.Equal(0, anew.Point.DistanceTo(all[i].Snap.Point), 6);
        }
    }

    private static RoadGraph Extended(RoadGraph graph, RoadLink[] links) =>
        RoadScenario.Of(graph, AsciiTown.Profile, [.. links.Select(l => new BuiltLink(l))]).Graph;

    private static RoadGraph Built(RoadLink[] links) =>
        new RoadGraphBuilder(25833) { SplitToleranceMetres = 0, QuayReachMetres = 0, WaysideQuayReachMetres = 0, ContractsChains = false }.AddRange(links).Build();

    private static RoadLink[] RandomLinks(Random random) =>
    [
        .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new RoadLink
        {
            Shape = [Anywhere(random), Anywhere(random)],
            Kind = random.Next(5) switch { 0 => LinkKind.CarFerry, 1 => LinkKind.QuayLink, _ => LinkKind.Road },
            Name = random.Next(2) == 0 ? "Ny" : null,
        }),
    ];

    /// <summary>Where the random networks lie, mostly near a road or a junction.</summary>
    private static PlanePoint Anywhere(Random random) => new(random.Next(40) * 500 + random.Next(3), random.Next(40) * 500 + 7_000_000);

    private static int[] MillisecondsFrom(RoadGraph graph, PlanePoint from, PlanePoint[] to)
    {
        var search = new DijkstraSearch(RoadMetric.Of(graph, AsciiTown.Profile));
        search.Run(NodeAt(graph, from), SearchDirection.FromStart);
        return [.. to.Select(p => search.Milliseconds[NodeAt(graph, p)])];
    }

    private static double? Minutes(RoadGraph graph, PlanePoint from, PlanePoint to)
    {
        var search = new DijkstraSearch(RoadMetric.Of(graph, AsciiTown.Profile));
        search.Run(NodeAt(graph, from), SearchDirection.FromStart);
        TravelTime time = TravelTime.FromMilliseconds(NodesAt(graph, to).Min(n => search.Milliseconds[n]));
        return time.IsReachable ? time.Minutes : null;
    }

    /// <summary>The node on land, where a ferry lies at the quay too.</summary>
    private static int NodeAt(RoadGraph graph, PlanePoint point) => NodesAt(graph, point)
        .First(n => Enumerable.Range(0, graph.EdgeCount).Any(e => graph.EdgeKinds[e].IsRoad() && (graph.EdgeFrom[e] == n || graph.EdgeTo[e] == n)));

    private static IEnumerable<int> NodesAt(RoadGraph graph, PlanePoint point) =>
        Enumerable.Range(0, graph.NodeCount).Where(n => graph.NodePoints[n].DistanceTo(point) < 0.001)
            .Concat(graph.Walk.NodeCount > graph.NodeCount
                ? Enumerable.Range(graph.NodeCount, graph.Walk.NodeCount - graph.NodeCount).Where(n => graph.NodePoints[graph.Walk.GraphNodeOf(n)] == point)
                : []);
}
