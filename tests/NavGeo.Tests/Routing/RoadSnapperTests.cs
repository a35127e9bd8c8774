using NavGeo.Data.Networks;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing;

public sealed class RoadSnapperTests
{
    [Fact]
    public void Place_beside_a_road_snaps_to_the_nearest_point_on_it_and_not_to_its_end()
    {
        RoadGraph graph = AsciiTown.Parse("A---------B").Graph;
        RoadSnap snap = Snap(graph, new PlanePoint(3000, 400), water: null);
        Assert.Equal(SnapState.OnRoad, snap.State);
        Assert.Equal(400, snap.GapMetres, 6);
        Assert.Equal(new PlanePoint(3000, 0), snap.Point);
        Assert.Equal(0.3, Math.Min(snap.Share, 1 - snap.Share), 6);
    }

    [Fact]
    public void Nearest_edge_equals_a_look_at_all_of_them()
    {
        var random = new Random(1);
        for (int seed = 0; seed < 40; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, nodes: 12);
            for (int i = 0; i < 30; i++)
            {
                var place = new PlanePoint(random.Next(-3000, 23_000), random.Next(6_997_000, 7_023_000));
                RoadSnap snap = Snap(graph, place, water: null);
                bool[] isDead = DeadPieces.Of(graph);
                double nearest = Nearest(_ => true), alive = Nearest(e => !isDead[e]);
                double expected = alive <= nearest + DeadPieces.WorthMetres ? alive : nearest;
                Assert.True(Math.Abs(expected - snap.GapMetres) < 1e-6, $"seed {seed}, place {place}: {expected} but {snap}");

                double Nearest(Func<int, bool> counts) => Enumerable.Range(0, graph.EdgeCount)
                    .Where(e => graph.EdgeKinds[e] == LinkKind.Road && counts(e)).Min(e => MetresTo(graph.Shape(e), place));
            }
        }
    }

    [Theory]
    [InlineData(LinkMarks.Underground, LinkKind.Road)]
    [InlineData(LinkMarks.OnBridge, LinkKind.Road)]
    [InlineData(LinkMarks.Ramp, LinkKind.Road)]
    [InlineData(LinkMarks.None, LinkKind.Motorway)]
    public void Nobody_enters_a_tunnel_a_bridge_a_ramp_or_a_motorway(LinkMarks marks, LinkKind kind)
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(new RoadLink { Shape = [new PlanePoint(0, 0), new PlanePoint(1000, 0)], Flags = marks, Kind = kind })
            .Add(new RoadLink { Shape = [new PlanePoint(1000, 0), new PlanePoint(1000, 900), new PlanePoint(0, 900)] })
            .Build();
        Assert.Equal(900, Snap(graph, new PlanePoint(100, 10), water: null).Point.Northing, 6);
    }

    [Theory]
    [InlineData(1500, 1500)]
    [InlineData(2500, 0)]
    public void Piece_that_joins_nothing_is_passed_over_for_a_road_about_as_near(double northing, double expected)
    {
        RoadGraph graph = new RoadGraphBuilder(25833)
            .Add(new RoadLink { Shape = [new PlanePoint(0, 0), new PlanePoint(1000, 0)] })
            .Add(new RoadLink { Shape = [new PlanePoint(-20_000, northing), new PlanePoint(20_000, northing)] })
            .Build();
        Assert.Equal(expected, Snap(graph, new PlanePoint(100, 10), water: null).Point.Northing, 6);
    }

    /// <summary>A coast road, 10 km of fjord, and an island of 3 km where the drawing has a quay and no road.</summary>
    private static RoadGraphBuilder Island(params PlanePoint[][] ferries)
    {
        var builder = new RoadGraphBuilder(25833);
        builder.Add(new RoadLink { Shape = [new PlanePoint(-20_000, 0), new PlanePoint(20_000, 0)] });
        foreach (PlanePoint[] line in ferries) builder.Add(new RoadLink { Shape = line, Kind = LinkKind.CarFerry });
        return builder;
    }

    private static readonly PlanePoint Mainland = new(0, 0), Quay = new(0, 10_000), Turn = new(3000, 5000);

    /// <summary>Sea from 1 km off the coast to 10 km, and from 13 km on.</summary>
    private static readonly WaterMask Fjord = new(new PlanePoint(-20_000, 1000), 100, 400, 160, (_, row) => row < 90 || row >= 120);

    [Theory]
    [InlineData(0, 12_000, 2000)]
    [InlineData(4000, 12_000, 4472)]
    [InlineData(0, 9950, 50)]
    [InlineData(0, 13_050, 3050)]
    [InlineData(0, 9700, 300)]
    [InlineData(0, 13_300, 3300)]
    [InlineData(0, 9500, -1)]
    [InlineData(0, 13_500, -1)]
    [InlineData(5000, 11_000, -1)]
    public void Who_has_no_road_is_reached_from_the_quay_of_the_same_island(double easting, double northing, double metres)
    {
        RoadGraph graph = Island([Mainland, Quay]).Build();
        RoadSnap snap = Snap(graph, new PlanePoint(easting, northing), Fjord);
        Assert.Equal(metres < 0 ? SnapState.AcrossWater : SnapState.OnRoad, snap.State);
        if (metres > 0) Assert.Equal((Quay, metres), (snap.Point, Math.Round(snap.GapMetres)));
        // Where nothing is known of the sea, nobody knows which island the quay is of.
        Assert.NotEqual(Quay, Snap(graph, new PlanePoint(easting, northing), water: null).Point);
    }

    [Fact]
    public void Skrova_is_reached_from_its_quay_and_Oslo_is_not()
    {
        RoadNetwork network = RoadFile.Open(RealData.Path("roads/n1000.gpkg"), new Findings());
        RoadSnap skrova = Snap(network.Graph, new PlanePoint(485_875, 7_561_625), network.Water);
        Assert.Equal((SnapState.OnRoad, LinkKind.Boarding), (skrova.State, network.Graph.EdgeKinds[skrova.Edge]));
        Assert.InRange(skrova.GapMetres, 1, 500);
        // Every settled cell of the island's islets, which bridges join that are not drawn.
        PopulationGrid grid = PopulationGridReader.Parse(File.ReadAllBytes(RealData.Path("population/ru250m_2015.csv")), "ru250m_2015.csv", new Findings());
        PlanePoint[] islets = [.. grid.Middles.Where(m => m.DistanceTo(new PlanePoint(485_875, 7_561_625)) < 3000)];
        Assert.Equal(10, islets.Length);
        Assert.All(islets, islet => Assert.Equal(SnapState.OnRoad, Snap(network.Graph, islet, network.Water).State));
        Assert.Equal(SnapState.AcrossWater, Snap(network.Graph, new PlanePoint(263_375, 6_644_375), network.Water).State);
    }

    [Fact]
    public void Journey_from_a_quay_without_a_road_waits_and_sails_and_there_it_only_sails()
    {
        RoadGraph graph = Island([Mainland, Quay]).Build();
        SnappedPlace[] places = new RoadSnapper(graph, TravelProfile.Car, Fjord).SnapAll([new PlanePoint(0, 11_000), new PlanePoint(0, -100), new PlanePoint(500, 10_000)]);
        var metric = RoadMetric.Of(graph, TravelProfile.Car);
        TravelTimeMatrix all = new RoadTimes(RoadHierarchy.Of(graph), TravelProfile.Car, Fjord, places, places).Measure(metric, metric);
        double sailing = 10 / (TravelProfile.Car.FerryKnots * TravelProfile.KilometresPerNauticalMile) * 60;
        Assert.Equal(2 + 10 + sailing + 0.2, all[0, 1].Minutes, 2);
        Assert.Equal(0.2 + 10 + sailing + 2, all[1, 0].Minutes, 2);
        // On the island itself one goes straight.
        Assert.Equal(Math.Sqrt(1.25) * 2, all[0, 2].Minutes, 2);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Boat_that_calls_and_sails_on_lands_there_and_one_that_turns_at_sea_does_not(int lines, bool isQuay)
    {
        PlanePoint[][] ferries = [[Mainland, Turn], [Turn, new PlanePoint(9000, 0)], [Turn, Quay]];
        RoadGraph graph = Island(ferries[..lines]).Build();
        var land = new WaterMask(new PlanePoint(-20_000, 1000), 100, 400, 160, (_, row) => row is < 35 or >= 45);
        RoadSnap snap = Snap(graph, new PlanePoint(3000, 5100), land);
        Assert.Equal(isQuay ? Turn : default, snap.Point);
        // Who sails past does not wait once more.
        int boardings = graph.EdgeKinds.ToArray().Count(k => k == LinkKind.Boarding);
        Assert.Equal(3, boardings);
    }

    [Fact]
    public void Road_over_land_goes_before_a_nearer_quay_and_a_quay_before_a_road_that_joins_nothing()
    {
        PlanePoint place = new(0, 10_500);
        RoadGraph withRoad = Island([Mainland, Quay], [new PlanePoint(15_000, 0), new PlanePoint(0, 12_500)])
            .Add(new RoadLink { Shape = [new PlanePoint(-3000, 12_500), new PlanePoint(3000, 12_500)] }).Build();
        Assert.Equal(12_500, Snap(withRoad, place, Fjord).Point.Northing, 6);
        RoadGraph withPiece = Island([Mainland, Quay])
            .Add(new RoadLink { Shape = [new PlanePoint(-3000, 12_500), new PlanePoint(3000, 12_500)] }).Build();
        Assert.Equal(Quay, Snap(withPiece, place, Fjord).Point);
    }

    [Fact]
    public void Ferry_is_not_snapped_to()
    {
        RoadGraph graph = AsciiTown.Parse("A-B~~~~~~~~C-D").Graph;
        RoadSnap snap = Snap(graph, new PlanePoint(6000, 10), water: null);
        Assert.True(snap.GapMetres > 3000);
    }

    [Fact]
    public void Road_across_the_fjord_is_passed_over_for_the_farther_one_on_land()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A-----B


            C-----D
            """);
        // Sea from 500 m to 1800 m south of the northern road; the place lies just south of it.
        var water = new WaterMask(new PlanePoint(-5000, -1800), 100, 200, 13, (_, _) => true);
        RoadSnap snap = Snap(town.Graph, new PlanePoint(3000, -1850), water);
        Assert.Equal(SnapState.OnRoad, snap.State);
        Assert.Equal(-3000, snap.Point.Northing, 6);
        RoadSnap north = Snap(town.Graph, new PlanePoint(3000, -1400), water: null);
        Assert.Equal(0, north.Point.Northing, 6);
    }

    [Fact]
    public void Island_with_roads_only_across_the_sea_is_said_to_lie_there()
    {
        RoadGraph graph = AsciiTown.Parse("A-----B").Graph;
        var water = new WaterMask(new PlanePoint(-50_000, -6000), 100, 1000, 50, (_, _) => true);
        RoadSnap snap = Snap(graph, new PlanePoint(3000, -7000), water);
        Assert.Equal(SnapState.AcrossWater, snap.State);
        Assert.Equal(7000, snap.GapMetres, 6);
        Assert.Equal(-1, snap.Edge);
    }

    [Fact]
    public void Place_beyond_reach_is_reported_with_its_distance()
    {
        RoadGraph graph = AsciiTown.Parse("A-----B").Graph;
        RoadSnap snap = Snap(graph, new PlanePoint(3000, 40_000), water: null);
        Assert.Equal(SnapState.TooFar, snap.State);
        Assert.Equal(40_000, snap.GapMetres, 6);
    }

    private static RoadSnap Snap(RoadGraph graph, PlanePoint place, WaterMask? water) =>
        new RoadSnapper(graph, AsciiTown.Profile, water).NewSession().Snap(place);

    private static double MetresTo(ReadOnlySpan<PlanePoint> shape, PlanePoint place)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            // Ternary search along the piece: slow, obvious, and not the code under test.
            (double low, double high) = (0, 1);
            for (int step = 0; step < 100; step++)
            {
                double a = low + (high - low) / 3;
                double b = high - (high - low) / 3;
                if (shape[i].Towards(shape[i + 1], a).DistanceTo(place) < shape[i].Towards(shape[i + 1], b).DistanceTo(place)) high = b;
                else low = a;
            }
            best = Math.Min(best, shape[i].Towards(shape[i + 1], low).DistanceTo(place));
        }
        return best;
    }
}
