using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>A cross of two roads, A–X–B and C–X–D, each arm a kilometre and a minute, with a way round from B to D.</summary>
public sealed class TurnRestrictionTests
{
    private static readonly PlanePoint A = new(0, 0), X = new(1000, 0), B = new(2000, 0), C = new(1000, 1000), D = new(1000, -1000);

    // 0: A–X, 1: X–B, 2: C–X, 3: X–D, 4: B–D.
    private static readonly (PlanePoint From, PlanePoint To)[] Cross = [(A, X), (X, B), (C, X), (X, D), (B, D)];

    [Fact]
    public void Forbidden_turn_is_driven_round()
    {
        Assert.Equal(2, Minutes(Town(), A, D), 3);
        RoadGraph town = Town(new TurnRestriction(0, X, 3, IsOnly: false));
        // Over B: two minutes, then the slanting way round of 1.414 km.
        Assert.Equal(2 + Math.Sqrt(2), Minutes(town, A, D), 3);
        Assert.Equal(2, Minutes(town, D, A), 3);
        Assert.Equal(2, Minutes(town, C, D), 3);
        Assert.Equal(2, Minutes(town, A, C), 3);
    }

    [Fact]
    public void Only_turn_leaves_no_other_from_there()
    {
        RoadGraph town = Town(new TurnRestriction(0, X, 1, IsOnly: true));
        Assert.Equal(2, Minutes(town, A, B), 3);
        // To C over B and D, or turning back at B: A–X–B, back to X, C.
        Assert.Equal(4, Minutes(town, A, C), 3);
        Assert.Equal(2 + Math.Sqrt(2), Minutes(town, A, D), 3);
        Assert.Equal(2, Minutes(town, D, C), 3);
    }

    [Fact]
    public void Turning_back_is_allowed_unless_a_restriction_forbids_it()
    {
        // The only way to D is to turn back at X or behind it.
        RoadGraph Towards(params TurnRestriction[] more) => Town(
            [new TurnRestriction(0, X, 3, IsOnly: false), new TurnRestriction(1, B, 4, IsOnly: false), .. more]);
        Assert.Equal(4, Minutes(Towards(), A, D), 3);
        RoadGraph withoutC = Towards(new TurnRestriction(2, C, 2, IsOnly: false));
        Assert.Equal(4, Minutes(withoutC, A, D), 3);
        RoadGraph withoutBoth = Towards(new TurnRestriction(2, C, 2, IsOnly: false), new TurnRestriction(1, B, 1, IsOnly: false));
        Assert.True(double.IsNaN(Minutes(withoutBoth, A, D)));
    }

    [Fact]
    public void Restriction_whose_links_do_not_meet_there_is_counted_and_left_out()
    {
        RoadGraph town = Town(new TurnRestriction(0, B, 3, IsOnly: false), new TurnRestriction(0, new PlanePoint(5, 5), 3, IsOnly: true));
        Assert.Equal(2, town.Report.UnusedRestrictions);
        Assert.False(town.Walk.IsSplit);
    }

    [Fact]
    public void Junction_with_a_restriction_is_no_bend()
    {
        RoadGraphBuilder Straight() => new RoadGraphBuilder(25833).Add(Link(A, X)).Add(Link(X, B));
        Assert.Equal(1, Straight().Build().EdgeCount);
        RoadGraph kept = Straight().Restrict(new TurnRestriction(0, X, 1, IsOnly: false)).Build();
        Assert.Equal(2, kept.EdgeCount);
        Assert.Equal(0, kept.Report.UnusedRestrictions);
        Assert.True(double.IsNaN(Minutes(kept, A, B)));
        Assert.Equal(2, Minutes(kept, B, A), 3);
    }

    [Fact]
    public void Restriction_holds_where_contraction_and_a_cut_changed_the_links()
    {
        PlanePoint bend = new(500, 0);
        RoadGraph town = new RoadGraphBuilder(25833)
            .Add(Link(A, bend)).Add(Link(X, bend)).Add(Link(X, B)).Add(Link(X, D)).Add(Link(B, D)).Add(Link(new PlanePoint(1500, 0), C))
            .Restrict(new TurnRestriction(1, X, 3, IsOnly: false))
            .Restrict(new TurnRestriction(2, X, 3, IsOnly: false))
            .Build();
        Assert.Equal(0, town.Report.UnusedRestrictions);
        Assert.Equal(2 + Math.Sqrt(2), Minutes(town, A, D), 3);
        Assert.Equal(0.5 + Math.Sqrt(2), Minutes(town, new PlanePoint(1500, 0), D), 3);
        Assert.Equal(2, Minutes(town, D, A), 3);
    }

    [Fact]
    public void Closing_a_link_at_a_split_junction_closes_it_both_ways()
    {
        RoadGraph town = Town(new TurnRestriction(0, X, 3, IsOnly: false));
        var closed = RoadScenario.Of(town, AsciiTown.Profile, [new ClosedPoint(new PlanePoint(1500, 0))]);
        // Up to C, turning back there.
        Assert.Equal(4, Minutes(closed.Metric, A, D), 3);
        Assert.Equal(1 + Math.Sqrt(2), Minutes(closed.Metric, X, B), 3);
        Assert.Equal(1 + Math.Sqrt(2), Minutes(closed.Metric, B, X), 3);
        var without = RoadScenario.Of(town, AsciiTown.Profile, []);
        Assert.Equal(RoadMetric.Of(town, AsciiTown.Profile).StepBackward.ToArray(), without.Metric.StepBackward.ToArray());
    }

    [Fact]
    public void Added_link_keeps_the_restrictions()
    {
        RoadGraph town = Town(new TurnRestriction(0, X, 1, IsOnly: true), new TurnRestriction(2, X, 1, IsOnly: false));
        var scenario = RoadScenario.Of(town, AsciiTown.Profile, [new BuiltLink(Link(A, new PlanePoint(0, 3000)))]);
        Assert.Equal(town.TurnFrom.Length, scenario.Graph.TurnFrom.Length);
        Assert.Equal(Minutes(town, A, C), Minutes(scenario.Metric, A, C), 3);
    }

    [Fact]
    public void Times_and_use_equal_the_oracle_that_walks_from_arc_to_arc()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 4 + seed % 20, restrictions: 1 + seed % 9);
            var random = new Random(seed);
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 12).Select(_ => On(graph, random))]);
            SnappedPlace[] sites = snapper.SnapAll([.. Enumerable.Range(0, 4).Select(_ => On(graph, random))]);
            var engine = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites);
            RoadMetric open = RoadMetric.Of(graph, AsciiTown.Profile);
            bool[] isClosed = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => seed % 2 == 1 && random.Next(8) == 0)];
            RoadMetric metric = open.Without(isClosed);
            TravelTimeMatrix times = engine.Measure(metric, open);
            int[] nearest = engine.Nearest(metric, open).Milliseconds;
            for (int place = 0; place < places.Length; place++)
            {
                for (int site = 0; site < sites.Length; site++)
                {
                    int expected = Math.Min(
                        ArcWalk.Milliseconds(metric, open, places[place].Snap, sites[site].Snap),
                        DirectAccess.Milliseconds(AsciiTown.Profile, null, places[place], sites[site]));
                    Assert.True(expected == times.Row(place)[site], $"seed {seed}: place {place}, site {site}: {expected}, but {times.Row(place)[site]}");
                }
                Assert.Equal(times.Row(place).ToArray().Min(), nearest[place]);
            }
            WeightedTrip[] trips = [.. places.Select((p, i) => new WeightedTrip(p, sites[i % sites.Length], i + 1))];
            var use = RoadUse.Of(metric, open, null, trips);
            for (int i = 0; i < trips.Length; i++) Assert.Equal(times.Row(i)[i % sites.Length], use.Trips[i].Time.ToRaw());
            Assert.Equal(trips.Select((t, i) => use.Trips[i].Time.IsReachable ? t.Weight * use.Trips[i].Time.Milliseconds : 0).Sum(), use.TotalMilliseconds);
        }
    }

    [Fact]
    public void Built_file_keeps_restrictions_and_winter()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 20, restrictions: 8);
            using var stream = new MemoryStream();
            NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(graph), null, ""));
            stream.Position = 0;
            NavNetContent read = NavNetFile.Read(stream);
            Assert.Equal(graph.TurnFrom.ToArray(), read.Hierarchy.Roads.TurnFrom.ToArray());
            Assert.Equal(graph.TurnIsOnly.ToArray(), read.Hierarchy.Roads.TurnIsOnly.ToArray());
            Assert.Equal(graph.EdgeClosedInWinter.ToArray(), read.Hierarchy.Roads.EdgeClosedInWinter.ToArray());
            Assert.Equal(graph.Walk.StepTails.ToArray(), read.Hierarchy.Roads.Walk.StepTails.ToArray());
        }
    }

    private static RoadGraph Town(params TurnRestriction[] restrictions)
    {
        var builder = new RoadGraphBuilder(25833) { ContractsChains = false }.AddRange([.. Cross.Select(l => Link(l.From, l.To))]);
        foreach (TurnRestriction restriction in restrictions) builder.Restrict(restriction);
        return builder.Build();
    }

    private static RoadLink Link(PlanePoint from, PlanePoint to) => new() { Shape = [from, to], Category = RoadCategory.County };

    private static PlanePoint On(RoadGraph graph, Random random)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(random.Next(graph.EdgeCount));
        return shape[0].Towards(shape[^1], random.NextDouble());
    }

    private static double Minutes(RoadGraph graph, PlanePoint from, PlanePoint to) => Minutes(RoadMetric.Of(graph, AsciiTown.Profile), from, to);

    /// <summary>NaN where there is no way.</summary>
    private static double Minutes(RoadMetric metric, PlanePoint from, PlanePoint to)
    {
        int[] nodes = Array.ConvertAll<PlanePoint, int>([from, to], p => metric.Graph.NodePoints.IndexOf(p));
        var search = new DijkstraSearch(metric);
        if (nodes[0] >= 0 && nodes[1] >= 0)
        {
            search.Run(nodes[0], SearchDirection.FromStart);
            TravelTime time = TravelTime.FromMilliseconds(search.MillisecondsAt(nodes[1]));
            return time.IsReachable ? time.Minutes : double.NaN;
        }
        var snapper = new RoadSnapper(metric.Graph, metric.Profile, water: null);
        search.Run(snapper.NewSession().Snap(from), SearchDirection.FromStart);
        (TravelTime way, _) = search.At(snapper.NewSession().Snap(to));
        return way.IsReachable ? way.Minutes : double.NaN;
    }
}
