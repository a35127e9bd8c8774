using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

/// <summary>
/// Three quays on one road: a boat from A by B to C whose lines have names of their own, and one from A by a turn at sea to D
/// that has none.
/// </summary>
public sealed class FerryServiceTests
{
    private static readonly RoadNumber Rv80 = new(RoadCategory.National, 80);
    private static readonly PlanePoint A = new(0, 0), B = new(20_000, 0), C = new(45_000, 0), D = new(0, 30_000), Turn = new(2_000, 15_000);

    [Fact]
    public void Lines_of_one_name_that_hang_together_are_one_ferry()
    {
        IReadOnlyList<FerryService> ferries = FerryService.In(Town());
        Assert.Equal(["Aa–Be", "Be–Ce", null], ferries.Select(f => f.Name).OrderBy(n => n is null).ThenBy(n => n, StringComparer.Ordinal));
        FerryService nameless = ferries.Single(f => f.Name is null);
        Assert.Equal(2, nameless.Lines.Count);
        Assert.Equal([A, D], nameless.Quays.Order(Comparer<PlanePoint>.Create((a, b) => a.Northing.CompareTo(b.Northing))));
        Assert.Equal(A.DistanceTo(Turn) + Turn.DistanceTo(D), nameless.Metres, 2);
        Assert.Equal(2, ferries.Single(f => f.Name == "Be–Ce").Boardings.Count);
    }

    [Fact]
    public void Figures_say_whether_the_source_gave_them()
    {
        RoadGraph town = Town();
        FerryService given = FerryService.In(town).Single(f => f.Name == "Aa–Be");
        Assert.Equal(50, given.SailingMinutes(town, TravelProfile.Car), 3);
        Assert.True(given.IsSailingGiven(town));
        FerryService assumed = FerryService.In(town).Single(f => f.Name is null);
        Assert.False(assumed.IsSailingGiven(town));
        Assert.False(assumed.IsHeadwayGiven(town));
        Assert.Equal(TravelProfile.Car.OtherHeadwayMinutes, assumed.HeadwayMinutes(town, TravelProfile.Car));
        Assert.Equal(assumed.Metres / 1000 / (TravelProfile.Car.FerryKnots * TravelProfile.KilometresPerNauticalMile) * 60, assumed.SailingMinutes(town, TravelProfile.Car), 2);
    }

    [Theory]
    [InlineData("Aa–Be", false, false, true)]
    [InlineData("Ce - Be", true, false, true)]
    [InlineData("rv 80", false, false, true)]
    [InlineData("Aa–De", true, true, false)]
    public void Taking_one_out_leaves_the_others_that_call_at_the_same_quay(string name, bool reachesB, bool reachesC, bool reachesD)
    {
        RoadGraph town = Town(_ => ["Aa–De"]);
        RoadScenario without = RoadScenario.Of(town, TravelProfile.Car, [new RemovedFerry(name)]);
        var search = new DijkstraSearch(without.Metric);
        search.Run(NodeAt(town, A), SearchDirection.FromStart);
        Assert.Equal(reachesB, search.MillisecondsAt(NodeAt(town, B)) != RoadMetric.Closed);
        Assert.Equal(name == "Aa–De" || reachesC, search.MillisecondsAt(NodeAt(town, C)) != RoadMetric.Closed);
        Assert.Equal(reachesD, search.MillisecondsAt(NodeAt(town, D)) != RoadMetric.Closed);
    }

    [Fact]
    public void Ferry_without_a_name_is_given_one_that_is_marked()
    {
        RoadGraph town = Town(nameless =>
        {
            Assert.Equal([A, D], Assert.Single(nameless).Quays.OrderBy(q => q.Northing));
            return ["Aa–De"];
        });
        FerryService named = FerryService.In(town).Single(f => f.Name == "Aa–De");
        Assert.True(named.IsNameAssumed);
        Assert.All(FerryService.In(town).Where(f => f.Name != "Aa–De"), f => Assert.False(f.IsNameAssumed));
    }

    [Fact]
    public void Headway_of_a_line_is_that_of_the_boat_at_its_quays()
    {
        RoadGraph town = Town();
        RoadScenario often = RoadScenario.Of(town, TravelProfile.Car, [new FerryHeadway("Aa–Be", 10)]);
        var search = new DijkstraSearch(often.Metric);
        search.Run(NodeAt(town, A), SearchDirection.FromStart);
        Assert.Equal(5 + 50, search.MillisecondsAt(NodeAt(town, B)) / 60_000.0, 3);
    }

    private static RoadGraph Town(Func<IReadOnlyList<FerryService>, IReadOnlyList<string>>? namer = null) =>
        new RoadGraphBuilder(25833) { FerryNamer = namer }.AddRange(
        [
            Road(A), Road(B), Road(C), Road(D),
            Ferry("Aa–Be", A, B) with { Road = Rv80, Category = RoadCategory.National, ForwardMilliseconds = 3_000_000, BackwardMilliseconds = 3_000_000 },
            Ferry("Be–Ce", B, C) with { Road = Rv80, Category = RoadCategory.National },
            Ferry(null, A, Turn), Ferry(null, Turn, D),
        ]).Build();

    private static RoadLink Road(PlanePoint quay) => new() { Shape = [quay, new PlanePoint(quay.Easting - 3_000, quay.Northing - 5_000)] };

    private static RoadLink Ferry(string? name, PlanePoint from, PlanePoint to) => new() { Kind = LinkKind.CarFerry, Name = name, Shape = [from, to] };

    /// <summary>The node on land.</summary>
    private static int NodeAt(RoadGraph graph, PlanePoint point) => Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeKinds[e] == LinkKind.Road)
        .SelectMany(e => (int[])[graph.EdgeFrom[e], graph.EdgeTo[e]]).First(n => graph.NodePoints[n] == point);
}
