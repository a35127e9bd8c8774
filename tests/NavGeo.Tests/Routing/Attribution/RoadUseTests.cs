using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Routing.Attribution;

public class RoadUseTests
{
    [Fact]
    public void Ferry_trip_is_driving_waiting_and_sailing()
    {
        AsciiTown town = AsciiTown.Parse("A-B~~C-D");
        RoadUse use = Use(town, ('A', 'D', 7));
        Dictionary<RoadUseKind, double> minutes = use.ByRoad().ToDictionary(r => r.Kind, r => r.Milliseconds / 60_000.0);
        Assert.Equal(7 * 4, minutes[RoadUseKind.Road], 6);
        Assert.Equal(7 * AsciiTown.WaitMinutes, minutes[RoadUseKind.FerryWait], 6);
        Assert.Equal(7 * 9, minutes[RoadUseKind.Ferry], 3);
        Assert.Equal(7 * 7_000_000, use.TotalMillimetres);
    }

    [Fact]
    public void Trips_that_share_a_road_are_added_up_on_it()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A-E--B--F-C
                 |
                 D
            """);
        RoadUse use = Use(town, ('A', 'C', 2), ('D', 'C', 3));
        Assert.Equal(5, use.Passing.ToArray().Max());
        Assert.Equal((2 * 10 + 3 * 7) * 60_000L, use.TotalMilliseconds);
    }

    [Fact]
    public void Trip_without_way_is_only_counted()
    {
        AsciiTown town = AsciiTown.Parse("A-B  C-D");
        RoadUse use = Use(town, ('A', 'D', 4));
        Assert.Equal((4, 0), (use.UnreachableWeight, use.TotalMilliseconds));
    }

    [Fact]
    public void Parts_add_up_to_the_trips_own_times_on_random_networks()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, 12);
            var metric = RoadMetric.Of(graph, TravelProfile.Car);
            var random = new Random(seed);
            var snapper = new RoadSnapper(graph, TravelProfile.Car, null);
            PlanePoint[] points = [.. Enumerable.Range(0, 12).Select(_ => Between(graph, random))];
            SnappedPlace[] places = snapper.SnapAll(points);
            WeightedTrip[] trips = [.. places.SelectMany(f => places.Select(t => new WeightedTrip(f, t, random.Next(5))))];
            TravelTimeMatrix times = new RoadTimes(RoadHierarchy.Of(graph), TravelProfile.Car, null, places, places).Measure(metric, metric);
            long expected = 0;
            long unreachable = 0;
            for (int i = 0; i < trips.Length; i++)
            {
                TravelTime time = times[i / places.Length, i % places.Length];
                if (time.IsReachable) expected += trips[i].Weight * time.Milliseconds;
                else unreachable += trips[i].Weight;
            }
            var use = RoadUse.Of(metric, null, null, trips);
            Assert.True(expected == use.TotalMilliseconds && unreachable == use.UnreachableWeight, $"seed {seed}");
            Assert.All(use.Trips.ToArray().Index(), t => Assert.Equal(times[t.Index / places.Length, t.Index % places.Length], t.Item.Time));
            Assert.Equal(use.TotalMillimetres, use.Trips.ToArray().Index().Sum(t => t.Item.Millimetres * trips[t.Index].Weight));
            Assert.Equal(use.TotalMilliseconds, use.ByRoad().Sum(r => r.Milliseconds));
        }
    }

    [Fact]
    public void Every_edge_carries_what_single_searches_lay_on_it()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, 12);
            var random = new Random(seed);
            // Times that hardly ever add up to the same: of several fastest ways any is right.
            int[] there = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => random.Next(8) == 0 ? RoadMetric.Closed : random.Next(1, 10_000_000))];
            int[] back = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => random.Next(8) == 0 ? RoadMetric.Closed : random.Next(1, 10_000_000))];
            var open = RoadMetric.Of(graph, TravelProfile.Car);
            RoadMetric metric = open.With(there, back);
            var snapper = new RoadSnapper(graph, TravelProfile.Car, null);
            SnappedPlace[] places = snapper.SnapAll([.. Enumerable.Range(0, 12).Select(_ => Between(graph, random))]);
            WeightedTrip[] trips = [.. places.SelectMany(f => places.Select(t => new WeightedTrip(f, t, random.Next(5))))];
            var use = RoadUse.Of(metric, open, null, trips);
            var passing = new long[graph.EdgeCount];
            var search = new DijkstraSearch(metric, open);
            var path = new List<int>();
            for (int i = 0; i < trips.Length; i++)
            {
                search.Run(trips[i].To.Snap, SearchDirection.ToStart);
                (TravelTime time, long millimetres) = search.WithOffRoad(trips[i].From.Snap);
                TripMeasure measure = use.Trips[i];
                if (measure.GapMillimetres == 0 && measure.Time.CompareTo(time) < 0) continue;
                Assert.True(time == measure.Time, $"seed {seed}, trip {i}: {time} {measure.Time}");
                if (!time.IsReachable) continue;
                Assert.True(millimetres == measure.Millimetres - measure.GapMillimetres, $"seed {seed}, trip {i}: length");
                int leaves = LeavesBy(search, graph, open, trips[i].From);
                if (leaves < 0) continue;
                search.PathTo(leaves, path);
                foreach (int arc in path) passing[arc >> 1] += trips[i].Weight;
            }
            Assert.True(passing.AsSpan().SequenceEqual(use.Passing), $"seed {seed}");
        }
    }

    [Fact]
    public void Of_equally_fast_ways_the_shortest_is_taken()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, 12);
            var random = new Random(seed);
            int[] there = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => 60_000 * random.Next(3))];
            int[] back = [.. Enumerable.Range(0, graph.EdgeCount).Select(_ => 60_000 * random.Next(3))];
            RoadMetric metric = RoadMetric.Of(graph, TravelProfile.Car).With(there, back);
            SnappedPlace[] places = new RoadSnapper(graph, TravelProfile.Car, null)
                .SnapAll([.. Enumerable.Range(0, 12).Select(_ => Between(graph, random))]);
            TripTable table = new RoadTimes(RoadHierarchy.Of(graph), TravelProfile.Car, null, places, places).MeasureWays(metric, metric);
            var search = new DijkstraSearch(metric);
            for (int to = 0; to < places.Length; to++)
            {
                search.Run(places[to].Snap, SearchDirection.ToStart);
                for (int from = 0; from < places.Length; from++)
                {
                    (TravelTime time, long millimetres) = search.WithOffRoad(places[from].Snap);
                    TripMeasure measure = table[from, to];
                    if (measure.GapMillimetres == 0 && measure.Time.CompareTo(time) < 0) continue;
                    Assert.True(
                        (time, millimetres) == (measure.Time, measure.Millimetres - measure.GapMillimetres), $"seed {seed}, {from} to {to}");
                }
            }
        }
    }

    [Fact]
    public void Trip_over_a_fjord_tells_its_time_on_the_ferry()
    {
        AsciiTown town = AsciiTown.Parse("A-B~~C-D");
        TripMeasure trip = Use(town, ('A', 'D', 1)).Trips[0];
        Assert.Equal(9 + AsciiTown.WaitMinutes, trip.FerryMilliseconds / 60_000.0, 3);
        Assert.Equal(0, Use(town, ('A', 'B', 1)).Trips[0].FerryMilliseconds);
    }

    [Fact]
    public void Cut_edges_are_those_whose_closing_parts_the_network()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RoadGraph graph = RandomNetwork.Of(seed, 12);
            bool[] both = [.. Enumerable.Range(0, graph.EdgeCount).Select(e => graph.EdgeDirections[e] != LinkDirections.None)];
            bool[] isCut = CutEdges.Of(RoadMetric.Of(graph, TravelProfile.Car));
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                bool parts = both[edge] && !IsJoined(graph, both, edge);
                Assert.True(parts == isCut[edge], $"seed {seed}, edge {edge}");
            }
        }
    }

    /// <summary>The node by which the fastest way leaves a place's edge; −1 where it stays on it.</summary>
    private static int LeavesBy(DijkstraSearch search, RoadGraph graph, RoadMetric open, SnappedPlace from)
    {
        (int first, int second) = graph.Walk.EndsOf(from.Snap.Edge, true);
        (int toFirst, int toSecond) = SnapTimes.ToEnds(open, from.Snap, true);
        int time = search.At(from.Snap).Time.Milliseconds;
        if (Through(first, toFirst) == time) return first;
        return Through(second, toSecond) == time ? second : -1;

        long Through(int node, int rest) =>
            rest == RoadMetric.Closed || search.Milliseconds[node] == RoadMetric.Closed ? long.MaxValue : (long)search.Milliseconds[node] + rest;
    }

    /// <summary>Whether the ends of an edge still hang together without it, whatever the directions: the slow way.</summary>
    private static bool IsJoined(RoadGraph graph, bool[] isOpen, int without)
    {
        var seen = new HashSet<int> { graph.EdgeFrom[without] };
        bool grows = true;
        while (grows)
        {
            grows = false;
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                if (edge == without || !isOpen[edge] || seen.Contains(graph.EdgeFrom[edge]) == seen.Contains(graph.EdgeTo[edge])) continue;
                seen.Add(graph.EdgeFrom[edge]);
                seen.Add(graph.EdgeTo[edge]);
                grows = true;
            }
        }
        return seen.Contains(graph.EdgeTo[without]);
    }

    private static PlanePoint Between(RoadGraph graph, Random random)
    {
        PlanePoint a = graph.NodePoints[random.Next(graph.NodeCount)];
        PlanePoint b = graph.NodePoints[random.Next(graph.NodeCount)];
        return new PlanePoint((a.Easting + b.Easting) / 2, (a.Northing + b.Northing) / 2);
    }

    private static RoadUse Use(AsciiTown town, params (char From, char To, int Weight)[] trips)
    {
        var snapper = new RoadSnapper(town.Graph, AsciiTown.Profile, null);
        RoadSnapper.Session session = snapper.NewSession();
        return RoadUse.Of(
            RoadMetric.Of(town.Graph, AsciiTown.Profile), null, null,
            [.. trips.Select(t => new WeightedTrip(At(t.From), At(t.To), t.Weight))]);

        SnappedPlace At(char place) => new(town.Place(place), session.Snap(town.Place(place)));
    }
}
