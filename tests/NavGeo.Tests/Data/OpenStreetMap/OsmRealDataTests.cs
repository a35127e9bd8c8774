using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>The extracts in the shared data: everything is read, counted, and routes on it are such as one would drive.</summary>
public class OsmRealDataTests
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<(RoadNetwork Network, Findings Findings)>> Opened = new();

    [Theory]
    [InlineData("monaco.osm.pbf", 0.95)]
    [InlineData("malta-latest.osm.pbf", 0.98)]
    [InlineData("oslo-east-filtered.osm.pbf", 0.98)]
    [InlineData("porto_portugal.osm.pbf", 0.99)]
    public void Every_extract_is_accounted_for_and_hangs_together(string file, double leastShare)
    {
        RoadNetwork network = Open(file, out Findings findings);
        RoadImport import = network.Import!;
        Assert.Equal(0, findings.ErrorCount);
        Assert.True(import.Dropped.Sum(d => d.Count) < import.RowCount);
        Assert.DoesNotContain(import.Dropped, d => d.Reason is DropReason.TooFar or DropReason.UnknownKind);
        NetworkReview review = NetworkReview.Of(network.Graph);
        Assert.InRange(review.LargestShare, leastShare, 1);
        // What can be reached and left again is hardly less: one-way streets are read the right way round.
        Assert.InRange(review.CoreShare, leastShare - 0.08, review.LargestShare);
        Assert.True(import.Restrictions.Single(r => r.Fate == RestrictionFate.Used).Count > 20);
    }

    [Fact]
    public void Fiji_is_drawn_across_the_antimeridian()
    {
        RoadNetwork network = Open("fiji-ferry.pbf", out _);
        Assert.Equal(32760, network.Graph.Epsg);
        MapProjection projection = MapProjection.ForEpsg(network.Graph.Epsg);
        double[] longitudes = [.. network.Graph.NodePoints.ToArray().Select(p => projection.ToGeo(p).Longitude)];
        Assert.Contains(longitudes, l => l < -179);
        Assert.Contains(longitudes, l => l is > 178 and <= 180);
        // The extract has terminals but no ferry lines: the islands stay apart, and that is told.
        Assert.DoesNotContain(network.Graph.EdgeKinds.ToArray(), kind => kind.IsFerry());
        Assert.Equal(2, NetworkReview.Of(network.Graph).Places.Count(p => p.Kind == SuspicionKind.CutOffPart));
        Assert.True(network.Graph.NodePoints.ToArray().Max(p => p.Easting) - network.Graph.NodePoints.ToArray().Min(p => p.Easting) < 300_000);
    }

    /// <summary>
    /// Distances from maps; minutes are wide, since the data says nothing of queues. The ferry Ċirkewwa–Mġarr is the only
    /// way between Malta and Gozo.
    /// </summary>
    [Theory]
    [InlineData("malta-latest.osm.pbf", 14.5135, 35.8985, 14.4030, 35.8860, 11, 15, 12, 30, false)] // Valletta – Mdina
    [InlineData("malta-latest.osm.pbf", 14.5135, 35.8985, 14.3620, 35.9570, 20, 26, 19, 45, false)] // Valletta – Mellieħa
    [InlineData("malta-latest.osm.pbf", 14.5430, 35.8260, 14.4300, 35.8470, 11, 18, 12, 35, false)] // Marsaxlokk – Żurrieq
    [InlineData("malta-latest.osm.pbf", 14.2397, 36.0443, 14.3620, 35.9570, 15, 22, 25, 60, true)] // Victoria – Mellieħa
    [InlineData("malta-latest.osm.pbf", 14.2397, 36.0443, 14.2560, 36.0720, 3, 6, 4, 14, false)] // Victoria – Marsalforn
    [InlineData("oslo-east-filtered.osm.pbf", 10.7560, 59.8760, 10.7960, 59.9330, 7, 12, 9, 22, false)] // Bekkelaget – Økern
    [InlineData("oslo-east-filtered.osm.pbf", 10.8140, 59.9085, 10.7620, 59.9125, 3, 7, 4, 15, false)] // Bryn – Grønland
    [InlineData("porto_portugal.osm.pbf", -8.6108, 41.1496, -8.6700, 41.2370, 10, 19, 11, 30, false)] // Porto – the airport
    [InlineData("porto_portugal.osm.pbf", -8.6108, 41.1496, -8.6220, 41.0070, 16, 26, 15, 35, false)] // Porto – Espinho
    [InlineData("monaco.osm.pbf", 7.4160, 43.7310, 7.4400, 43.7510, 2.5, 6, 4, 16, false)] // Fontvieille – Larvotto
    public void Route_is_such_as_one_would_drive(
        string file, double fromEast, double fromNorth, double toEast, double toNorth, double leastKm, double mostKm, double leastMinutes, double mostMinutes, bool usesFerry)
    {
        RoadGraph graph = Open(file, out _).Graph;
        TravelProfile profile = TravelProfile.Car with { FerryWait = FerryWait.None };
        MapProjection projection = MapProjection.ForEpsg(graph.Epsg);
        SnappedPlace[] places = new RoadSnapper(graph, profile, null).SnapAll(
            [projection.ToPlane(new GeoPoint(fromEast, fromNorth)), projection.ToPlane(new GeoPoint(toEast, toNorth))]);
        var search = new DijkstraSearch(RoadMetric.Of(graph, profile));
        search.Run(places[0].Snap, SearchDirection.FromStart);
        (TravelTime time, long millimetres) = search.WithOffRoad(places[1].Snap);
        Assert.True(time.IsReachable);
        Assert.InRange(millimetres / 1e6, leastKm, mostKm);
        Assert.InRange(time.Minutes, leastMinutes, mostMinutes);

        // The ferry is in use where the way is gone without it.
        int[] forward = RoadMetric.Of(graph, profile).Forward.ToArray();
        int[] backward = RoadMetric.Of(graph, profile).Backward.ToArray();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge].IsFerry()) forward[edge] = backward[edge] = RoadMetric.Closed;
        }
        var dry = new DijkstraSearch(RoadMetric.Of(graph, profile).With(forward, backward));
        dry.Run(places[0].Snap, SearchDirection.FromStart);
        Assert.Equal(usesFerry, !dry.WithOffRoad(places[1].Snap).Time.IsReachable);
    }

    [Theory]
    [InlineData("monaco.osm.pbf")]
    [InlineData("oslo-east-filtered.osm.pbf")]
    public void Every_forbidden_turn_of_a_real_junction_is_not_taken(string file)
    {
        RoadGraph graph = Open(file, out _).Graph;
        RoadMetric metric = RoadMetric.Of(graph, TravelProfile.Car);
        var search = new DijkstraSearch(metric);
        var arcs = new List<int>();
        var forbidden = new HashSet<(int, int)>();
        for (int turn = 0; turn < graph.TurnFrom.Length; turn++)
        {
            if (!graph.TurnIsOnly[turn]) forbidden.Add((graph.TurnFrom[turn], graph.TurnTo[turn]));
        }
        Assert.NotEmpty(forbidden);
        int tried = 0;
        foreach ((int come, int go) in forbidden)
        {
            int start = (come & 1) == 0 ? graph.EdgeFrom[come >> 1] : graph.EdgeTo[come >> 1];
            int end = (go & 1) == 0 ? graph.EdgeTo[go >> 1] : graph.EdgeFrom[go >> 1];
            search.Run(start, SearchDirection.FromStart);
            if (search.MillisecondsAt(end) == RoadMetric.Closed) continue;
            arcs.Clear();
            search.PathTo(end, arcs);
            for (int i = 1; i < arcs.Count; i++) Assert.DoesNotContain((arcs[i - 1], arcs[i]), forbidden);
            tried++;
        }
        Assert.True(tried > 0);
    }

    [Fact]
    public void One_thread_and_four_give_the_same_graph()
    {
        string path = RealData.Path("osm/oslo-east-filtered.osm.pbf");
        RoadGraph one = RoadFile.Open(path, new Findings(), new ReadingRun { Threads = 1 }).Graph;
        RoadGraph four = RoadFile.Open(path, new Findings(), new ReadingRun { Threads = 4 }).Graph;
        Assert.Equal(one.NodePoints.ToArray(), four.NodePoints.ToArray());
        Assert.Equal(one.EdgeLengths.ToArray(), four.EdgeLengths.ToArray());
        Assert.Equal(one.TurnFrom.ToArray(), four.TurnFrom.ToArray());
    }

    private static RoadNetwork Open(string file, out Findings findings)
    {
        // Many tests ask the same extract; what they ask changes nothing in it.
        string path = RealData.Path("osm/" + file);
        (RoadNetwork network, findings) = Opened.GetOrAdd(path, p => new Lazy<(RoadNetwork, Findings)>(() =>
        {
            var said = new Findings();
            return (RoadFile.Open(p, said), said);
        })).Value;
        return network;
    }
}
