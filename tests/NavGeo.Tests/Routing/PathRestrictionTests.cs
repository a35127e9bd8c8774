using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>
/// Two carriageways, A–X–B eastward and B–Y–A westward, four sides of equal length, and X–Y between them, a kilometre and a
/// minute. Nobody turns from A–X over X–Y into Y–A.
/// </summary>
public sealed class PathRestrictionTests
{
    private static readonly PlanePoint A = new(0, 500), X = new(1000, 0), Y = new(1000, 1000), B = new(2000, 500), C = new(1000, 2000);

    // 0: A–X, 1: X–B, 2: B–Y, 3: Y–A, 4: X–Y, 5: Y–C.
    private static readonly (PlanePoint From, PlanePoint To, bool IsOneWay)[] Roads =
        [(A, X, true), (X, B, true), (B, Y, true), (Y, A, true), (X, Y, false), (Y, C, false)];

    private static readonly PathRestriction NoTurningRound =
        new([new TurnRestriction(0, X, 4, IsOnly: false), new TurnRestriction(4, Y, 3, IsOnly: false)]);

    private static readonly PathRestriction OnlyToC =
        new([new TurnRestriction(0, X, 4, IsOnly: false), new TurnRestriction(4, Y, 5, IsOnly: true)]);

    [Fact]
    public void Forbidden_path_is_driven_round()
    {
        Assert.Equal(Side + 1, Between(Town(), At(0), At(3)), 3);
        // Over B: two sides instead of the link between.
        Assert.Equal(3 * Side, Between(Town(NoTurningRound), At(0), At(3)), 3);
        Assert.Equal(3 * Side, Between(Town(OnlyToC), At(0), At(3)), 3);
    }

    [Fact]
    public void Parts_of_the_path_are_free()
    {
        foreach (PathRestriction restriction in (PathRestriction[])[NoTurningRound, OnlyToC])
        {
            RoadGraph town = Town(restriction);
            // To the link between, over it to C, and from the link itself, or from B, into the last.
            Assert.Equal(Side / 2 + 0.5, Between(town, At(0), At(4)), 3);
            Assert.Equal(Side / 2 + 1.5, Between(town, At(0), At(5)), 3);
            Assert.Equal(0.5 + Side / 2, Between(town, At(4), At(3)), 3);
            Assert.Equal(Side, Between(town, At(2), At(3)), 3);
            Assert.Equal(1.5 + Side / 2, Between(town, At(5), At(1)), 3);
        }
    }

    [Fact]
    public void Path_that_is_not_in_the_network_is_counted_and_left_out()
    {
        RoadGraph town = Town(new PathRestriction([new TurnRestriction(0, X, 4, IsOnly: false), new TurnRestriction(4, B, 3, IsOnly: false)]));
        Assert.Equal(1, town.Report.UnusedRestrictions);
        Assert.False(town.Walk.IsSplit);
    }

    /// <summary>The link between is closed, and then a new road ends on it: the one edge is closed on every path, both parts are forbidden.</summary>
    [Fact]
    public void Edits_reach_the_edge_on_the_path_too()
    {
        var closed = RoadScenario.Of(Town(OnlyToC), AsciiTown.Profile, [new ClosedPoint(At(4))]);
        Assert.Equal(2.5 * Side + 0.5, Between(closed.Metric, At(0), At(5)), 3);
        var built = RoadScenario.Of(Town(NoTurningRound), AsciiTown.Profile, [new BuiltLink(Link(At(4), new PlanePoint(1400, 4000), isOneWay: false))]);
        Assert.Equal(3 * Side, Between(built.Metric, At(0), At(3)), 3);
        Assert.Equal(Side / 2 + 0.5, Between(built.Metric, At(0), At(4)), 3);
    }

    [Fact]
    public void Times_and_use_equal_the_oracle_that_remembers_the_way()
    {
        int bound = 0;
        for (int seed = 0; seed < 250; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 4 + seed % 9, restrictions: seed % 4, paths: 1 + seed % 6);
            bound += graph.PathCount > 0 ? 1 : 0;
            var random = new Random(seed);
            var snapper = new RoadSnapper(graph, AsciiTown.Profile, water: null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 6).Select(_ => On(graph, random))]);
            SnappedPlace[] sites = snapper.SnapAll([.. Enumerable.Range(0, 3).Select(_ => On(graph, random))]);
            RoadMetric open = RoadMetric.Of(graph, AsciiTown.Profile);
            bool[] isClosed = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => seed % 2 == 1 && random.Next(8) == 0)];
            RoadMetric metric = open.Without(isClosed);
            TravelTimeMatrix times = new RoadTimes(RoadHierarchy.Of(graph), AsciiTown.Profile, water: null, places, sites).Measure(metric, open);
            for (int place = 0; place < places.Length; place++)
            {
                for (int site = 0; site < sites.Length; site++)
                {
                    int expected = Math.Min(
                        ArcWalk.MillisecondsByPaths(metric, open, places[place].Snap, sites[site].Snap),
                        DirectAccess.Milliseconds(AsciiTown.Profile, null, places[place], sites[site]));
                    Assert.True(expected == times.Row(place)[site], $"seed {seed}: place {place}, site {site}: {expected}, but {times.Row(place)[site]}");
                }
            }
            WeightedTrip[] trips = [.. places.Select((p, i) => new WeightedTrip(p, sites[i % sites.Length], i + 1))];
            var use = RoadUse.Of(metric, open, null, trips);
            for (int i = 0; i < trips.Length; i++) Assert.Equal(times.Row(i)[i % sites.Length], use.Trips[i].Time.ToRaw());
        }
        Assert.True(bound > 100, $"{bound} networks with forbidden paths");
    }

    [Fact]
    public void Built_file_keeps_the_paths()
    {
        RoadGraph town = Town(NoTurningRound, OnlyToC);
        using var stream = new MemoryStream();
        NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(town), null, ""));
        stream.Position = 0;
        RoadGraph read = NavNetFile.Read(stream).Hierarchy.Roads;
        Assert.True(read.PathCount > 1);
        for (int path = 0; path < town.PathCount; path++) Assert.Equal(town.ForbiddenPath(path).ToArray(), read.ForbiddenPath(path).ToArray());
        Assert.Equal(town.Walk.StepTails.ToArray(), read.Walk.StepTails.ToArray());
    }

    /// <summary>Minutes on a side.</summary>
    private static readonly double Side = A.DistanceTo(X) / 1000;

    private static RoadGraph Town(params PathRestriction[] restrictions)
    {
        var builder = new RoadGraphBuilder(25833).AddRange([.. Roads.Select(r => Link(r.From, r.To, r.IsOneWay))]);
        foreach (PathRestriction restriction in restrictions) builder.Restrict(restriction);
        return builder.Build();
    }

    private static RoadLink Link(PlanePoint from, PlanePoint to, bool isOneWay) => new()
    {
        Shape = [from, to],
        Category = RoadCategory.County,
        Directions = isOneWay ? LinkDirections.Forward : LinkDirections.Both,
    };

    private static PlanePoint At(int road) => Roads[road].From.Towards(Roads[road].To, 0.5);

    private static PlanePoint On(RoadGraph graph, Random random)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(random.Next(graph.EdgeCount));
        return shape[0].Towards(shape[^1], random.NextDouble());
    }

    private static double Between(RoadGraph graph, PlanePoint from, PlanePoint to) => Between(RoadMetric.Of(graph, AsciiTown.Profile), from, to);

    private static double Between(RoadMetric metric, PlanePoint from, PlanePoint to)
    {
        var snapper = new RoadSnapper(metric.Graph, metric.Profile, water: null);
        var search = new DijkstraSearch(metric);
        search.Run(snapper.NewSession().Snap(from), SearchDirection.FromStart);
        return search.At(snapper.NewSession().Snap(to)).Time.Minutes;
    }
}
