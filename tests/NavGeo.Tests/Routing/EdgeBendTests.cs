using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.NavNet;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

public sealed class EdgeBendTests
{
    private static readonly PlanePoint A = new(0, 0), B = new(1000, 0), C = new(2000, 0);

    [Fact]
    public void Place_where_two_paces_meet_has_the_times_its_links_were_given()
    {
        RoadGraph graph = Road();
        Assert.Equal(1, graph.EdgeCount);
        Assert.Equal((10_000, 1_000_000L), Trip(graph, A, B));
        Assert.Equal((30_000, 4_000_000L), Trip(graph, B, C));
        Assert.Equal((40_000, 5_000_000L), Trip(graph, A, C));
        Assert.Equal((60_000, 4_000_000L), Trip(graph, C, B));
        Assert.Equal((7_500 + 5_000, 1_500_000L), Trip(graph, new(500, 0), new(1250, 0)));
    }

    [Fact]
    public void Reach_ends_where_the_given_time_is_up()
    {
        RoadGraph graph = Road();
        RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
        var reached = new ReachedRoads(metric, metric, water: null);
        reached.Run(Snapped(graph, A));
        ReachedPart part = Assert.Single(reached.Within(25_000));
        Assert.Equal(0.75, Math.Max(part.From, part.To), 6);
        reached.Run(Snapped(graph, C));
        part = Assert.Single(reached.Within(30_000));
        Assert.Equal(0.75, Math.Min(part.From, part.To), 6);
        reached.Run(Snapped(graph, new(1250, 0)));
        part = Assert.Single(reached.Within(15_000));
        Assert.Equal(0.5, part.From, 6);
        Assert.Equal(0.875, part.To, 6);
    }

    [Fact]
    public void Joined_chain_gives_the_times_and_lengths_of_its_links_wherever_one_is()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            RoadLink[] links = Chain(random, random.Next(2, 12));
            RoadGraph joined = Built(links, contracts: true), apart = Built(links, contracts: false);
            Assert.Equal(1, joined.EdgeCount);
            PlanePoint[] points = [.. Enumerable.Range(0, 6).Select(_ => new PlanePoint(random.NextDouble() * 1000 * links.Length, 0))];
            foreach (PlanePoint from in points)
            {
                foreach (PlanePoint to in points)
                {
                    (int time, long length) = Trip(joined, from, to);
                    (int expected, long expectedLength) = Trip(apart, from, to);
                    // A millisecond and a metre at each joint may be given up, and whole milliseconds are rounded.
                    Assert.InRange(time - expected, -2 * links.Length, 2 * links.Length);
                    Assert.InRange(length - expectedLength, -1001L * links.Length, 1001L * links.Length);
                }
            }
        }
    }

    [Fact]
    public void Network_file_keeps_them()
    {
        RoadGraph graph = Built(Chain(new Random(4), 9), contracts: true);
        Assert.NotEqual(0, graph.Bends(0).Length);
        using var stream = new MemoryStream();
        NavNetFile.Write(stream, new NavNetContent(RoadHierarchy.Of(graph), null, ""));
        stream.Position = 0;
        Assert.Equal(graph.Bends(0).ToArray(), NavNetFile.Read(stream).Hierarchy.Roads.Bends(0).ToArray());
    }

    [Fact]
    public void Road_cut_by_an_added_link_keeps_its_paces()
    {
        RoadGraph graph = RoadScenario.Of(Road(), AsciiTown.Profile, [new BuiltLink(new RoadLink { Shape = [new(1500, 10), new(1500, 4000)] })]).Graph;
        Assert.Equal(3, graph.EdgeCount);
        Assert.Equal((10_000, 1_000_000L), Trip(graph, A, B));
        Assert.Equal((40_000, 5_000_000L), Trip(graph, A, C));
        Assert.Equal((15_000, 2_000_000L), Trip(graph, B, new(1500, 0)));
        Assert.Equal((30_000, 2_000_000L), Trip(graph, C, new(1500, 0)));
    }

    /// <summary>A kilometre in ten seconds, then four kilometres of road, drawn as one, in thirty, and twice that coming back.</summary>
    private static RoadGraph Road() => Built(
        [
            new RoadLink { Shape = [A, B], LengthMillimetres = 1_000_000, ForwardMilliseconds = 10_000, BackwardMilliseconds = 20_000 },
            new RoadLink { Shape = [C, B], LengthMillimetres = 4_000_000, ForwardMilliseconds = 60_000, BackwardMilliseconds = 30_000 },
        ], contracts: true);

    /// <summary>Links in a row along the x-axis, drawn either way and given in any order.</summary>
    private static RoadLink[] Chain(Random random, int count)
    {
        RoadLink[] links =
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                PlanePoint from = new(i * 1000, 0), to = new((i + 1) * 1000, 0);
                bool isTurned = random.Next(2) == 0;
                return new RoadLink
                {
                    Shape = isTurned ? [to, new((from.Easting + to.Easting) / 2, 0), from] : [from, to],
                    LengthMillimetres = random.Next(1, 5) * 1_000_000,
                    ForwardMilliseconds = random.Next(10_000, 200_000),
                    BackwardMilliseconds = random.Next(10_000, 200_000),
                };
            }),
        ];
        random.Shuffle(links);
        return links;
    }

    private static RoadGraph Built(RoadLink[] links, bool contracts) =>
        new RoadGraphBuilder(25833) { ContractsChains = contracts }.AddRange(links).Build();

    private static SnappedPlace Snapped(RoadGraph graph, PlanePoint point) =>
        new RoadSnapper(graph, AsciiTown.Profile, water: null).SnapAll([point])[0];

    private static (int Milliseconds, long Millimetres) Trip(RoadGraph graph, PlanePoint from, PlanePoint to)
    {
        RoadMetric metric = RoadMetric.Of(graph, AsciiTown.Profile);
        var search = new DijkstraSearch(metric);
        search.Run(Snapped(graph, from).Snap, SearchDirection.FromStart);
        (TravelTime time, long length) = search.At(Snapped(graph, to).Snap);
        return (time.Milliseconds, length);
    }
}
