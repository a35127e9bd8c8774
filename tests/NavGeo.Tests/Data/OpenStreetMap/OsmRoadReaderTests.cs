using NavGeo.Data.Networks;
using NavGeo.Data.Roads;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>What a car may do in small towns whose answers can be read off the drawing.</summary>
public class OsmRoadReaderTests
{
    /// <summary>A block: the short way A-B along the top is two steps, the long way round over C and D is three sides, six steps.</summary>
    private const string Block = """
        A-B
        | |
        C-D
        """;

    [Theory]
    [InlineData("highway=residential", 2, 2)]
    [InlineData("highway=residential,oneway=yes", 2, 6)]
    [InlineData("highway=residential,oneway=-1", 6, 2)]
    [InlineData("highway=residential,oneway=yes,oneway:motor_vehicle=no", 2, 2)]
    [InlineData("highway=residential,junction=roundabout", 2, 6)]
    [InlineData("highway=motorway", 2, 6)]
    [InlineData("highway=motorway_link", 2, 6)]
    [InlineData("highway=motorway,oneway=no", 2, 2)]
    [InlineData("highway=footway", 6, 6)]
    [InlineData("highway=residential,access=no", 6, 6)]
    [InlineData("highway=residential,access=no,motor_vehicle=destination", 2, 2)]
    [InlineData("highway=residential,motorcar=no", 6, 6)]
    [InlineData("highway=residential,oneway=reversible", 6, 6)]
    [InlineData("highway=residential,winter_road=yes", 6, 6)]
    [InlineData("highway=residential,ice_road=yes", 6, 6)]
    [InlineData("highway=residential,seasonal=summer", 2, 2)]
    [InlineData("highway=residential,junction=circular", 2, 6)]
    [InlineData("highway=residential,junction=roundabout,oneway=no", 2, 2)]
    [InlineData("highway=residential,oneway=alternating", 2, 2)]
    [InlineData("highway=residential,oneway=no,oneway:bicycle=yes", 2, 2)]
    [InlineData("highway=residential,access=no,motor_vehicle=yes", 2, 2)]
    [InlineData("highway=residential,access=yes,motor_vehicle=no", 6, 6)]
    [InlineData("highway=residential,vehicle=no,motorcar=yes", 2, 2)]
    [InlineData("highway=residential,access=destination", 2, 2)]
    [InlineData("highway=residential,access=delivery", 2, 2)]
    [InlineData("highway=residential,motor_vehicle=agricultural", 6, 6)]
    [InlineData("highway=residential,motor_vehicle=permissive", 2, 2)]
    [InlineData("highway=residential,bicycle=no,foot=no", 2, 2)]
    [InlineData("highway=residential,motor_vehicle:conditional=no @ (Mo-Fr 07:00-09:00)", 2, 2)]
    [InlineData("highway=residential,motor_vehicle:backward=no,bus:backward=yes", 2, 6)]
    [InlineData("highway=residential,vehicle:forward=no", 6, 2)]
    [InlineData("highway=residential,access:backward=no", 2, 6)]
    [InlineData("highway=residential,access=no,motorcar:forward=yes", 2, 6)]
    [InlineData("highway=residential,motor_vehicle:backward=no,motorcar=yes", 2, 2)]
    [InlineData("highway=residential,motorcar:forward=no,motorcar:backward=no", 6, 6)]
    [InlineData("highway=residential,oneway=yes,motor_vehicle:forward=no", 6, 6)]
    [InlineData("highway=residential,oneway:motor_vehicle=yes", 2, 6)]
    [InlineData("highway=residential,hgv:backward=no", 2, 2)]
    [InlineData("highway=residential,motor_vehicle=agricultural;forestry", 6, 6)]
    [InlineData("highway=residential,motor_vehicle=agricultural;destination", 2, 2)]
    [InlineData("highway=residential,access=hgv", 6, 6)]
    [InlineData("highway=residential,motor_vehicle:conditional=no @ (weight>7.5)", 2, 2)]
    [InlineData("highway=residential,motor_vehicle=no,motor_vehicle:conditional=yes @ (Jun-Sep)", 2, 2)]
    [InlineData("highway=residential,motor_vehicle=no,motor_vehicle:conditional=yes @ (Dec-Mar)", 6, 6)]
    [InlineData("highway=residential,motor_vehicle=no,bus:conditional=yes @ (Jun-Sep)", 6, 6)]
    [InlineData("highway=service,service=emergency_access", 6, 6)]
    [InlineData("highway=construction,construction=residential", 6, 6)]
    [InlineData("highway=proposed,proposed=residential", 6, 6)]
    [InlineData("highway=pedestrian", 6, 6)]
    [InlineData("highway=track,tracktype=grade5", 6, 6)]
    public void Short_way_is_taken_where_it_may_be(string tags, int there, int back)
    {
        using var town = new OsmTown(Block);
        town.Way("AB", tags).Way("AC", "highway=primary").Way("CD", "highway=primary").Way("DB", "highway=primary").Open();
        Assert.Equal(there, town.Steps('A', 'B'));
        Assert.Equal(back, town.Steps('B', 'A'));
    }

    [Theory]
    [InlineData("barrier=bollard", null)]
    [InlineData("barrier=block", null)]
    [InlineData("barrier=gate,access=no", null)]
    [InlineData("barrier=gate", 4)]
    [InlineData("barrier=gate,access=private", 4)]
    [InlineData("barrier=bollard,motor_vehicle=yes", 4)]
    [InlineData("barrier=toll_booth", 4)]
    [InlineData("barrier=lift_gate", 4)]
    [InlineData("barrier=cattle_grid", 4)]
    [InlineData("barrier=bollard,bollard=rising", 4)]
    [InlineData("barrier=bollard,bicycle=yes", null)]
    [InlineData("barrier=gate,motor_vehicle=no", null)]
    [InlineData("barrier=lift_gate,access=no,motor_vehicle=destination", 4)]
    [InlineData("barrier=gate,locked=yes", null)]
    [InlineData("barrier=swing_gate,locked=yes,access=private", null)]
    [InlineData("barrier=gate,locked=yes,motor_vehicle=yes", 4)]
    [InlineData("barrier=lift_gate,locked=no", 4)]
    [InlineData("barrier=gate,access=forestry;agricultural", null)]
    [InlineData("highway=traffic_signals", 4)]
    public void Barrier_on_the_road_stops_a_car_but_for_those_it_opens_for(string tags, int? steps)
    {
        using var town = new OsmTown("A-B-C");
        town.Way("ABC").Node('B', tags).Open();
        Assert.Equal(steps, town.Steps('A', 'C'));
    }

    [Fact]
    public void Both_sides_of_a_barrier_stay_reachable_from_their_own_side()
    {
        using var town = new OsmTown("A-B-C");
        town.Way("ABC").Node('B', "barrier=bollard").Open();
        Assert.Equal(2, town.Network!.Graph.EdgeCount);
        Assert.Equal(4, town.Network.Graph.NodeCount);
        Assert.Equal(2, town.Network.Graph.Report.RoadParts);
    }

    /// <summary>Whoever lives on such a road gets home, but nobody drives through it to save a step.</summary>
    [Theory]
    [InlineData("highway=residential,access=private")]
    [InlineData("highway=service,service=driveway,motor_vehicle=private")]
    public void Private_road_is_reached_but_not_driven_through(string tags)
    {
        using var town = new OsmTown("""
            A-B-C
            | | |
            D-E-F
            """);
        town.Way("AB", "highway=primary,maxspeed=80").Way("BC", tags).Way("AD", "highway=primary,maxspeed=80").Way("DEF", "highway=primary,maxspeed=80").Way("FC", "highway=primary,maxspeed=80").Open();
        Assert.Equal(6, town.Steps('B', 'C') + town.Steps('A', 'B') + 2);
        Assert.True(town.Metres('A', 'C') > 7 * 500);
    }

    /// <summary>A crossing X with four arms; W and E are also joined by the long way over N.</summary>
    private static OsmTown Crossing() => new OsmTown("""
          N
        W-X-E
          S
        """).Way("WX").Way("XE").Way("NX").Way("XS").Way("WN").Way("NE");

    [Theory]
    [InlineData("no_straight_on", null, "", false)]
    [InlineData("no_straight_on", null, ",except=motorcar", true)]
    [InlineData("no_straight_on", null, ",except=psv", false)]
    [InlineData("only_straight_on", 2, "", true)]
    [InlineData("only_right_turn", 4, "", false)]
    public void Forbidden_turn_is_not_taken(string kind, int? to, string more, bool isStraight)
    {
        using OsmTown town = Crossing();
        town.Turn(kind, 1, 'X', to ?? 2, more).Open();
        Assert.Equal(more.Contains("motorcar", StringComparison.Ordinal) ? 0 : 1, town.Network!.Import!.Turns.Count);
        double straight = 4 * 557;
        Assert.Equal(isStraight, town.Metres('W', 'E') < straight + 60);
        Assert.True(town.Metres('W', 'E') is not null);
        // The other way has no sign.
        Assert.True(town.Metres('E', 'W') < straight + 60);
    }

    [Fact]
    public void Only_turn_leaves_the_one_way_out()
    {
        using OsmTown town = Crossing();
        town.Turn("only_right_turn", 1, 'X', 4).Open();
        // From W one reaches S at once, and E only round over N.
        Assert.Equal(3, town.Steps('W', 'S'));
        Assert.True(town.Metres('W', 'E') > 4 * 557 + 100);
    }

    /// <summary>Two carriageways, W–S–X–G–E one way and E–Y–D–W the other, joined by X–Z–Y; Y–V is a side road.</summary>
    [Theory]
    [InlineData("XZY", "", "no_u_turn", true)]
    [InlineData("XZ", "ZY", "no_u_turn", true)]
    [InlineData("ZY", "XZ", "no_left_turn", true)]
    [InlineData("XZY", "", "only_right_turn", true)]
    [InlineData("XZ", "ZY", "only_right_turn", true)]
    [InlineData("XZY", "", "no_u_turn,except=motorcar", false)]
    public void Restriction_over_ways_binds(string via, string more, string kind, bool isRound)
    {
        using var town = new OsmTown("""
            V
            Y---E
            D Z |
            W   |
            S   |
            X---G
            """);
        town.Way("WSX", "highway=primary,oneway=yes").Way("XGE", "highway=primary,oneway=yes").Way("EY", "highway=primary,oneway=yes")
            .Way("YDW", "highway=primary,oneway=yes").Way("YV", "highway=primary").Way(via, "highway=primary");
        if (more.Length > 0) town.Way(more, "highway=primary");
        bool isOnly = kind.StartsWith("only", StringComparison.Ordinal);
        (int, long, string)[] vias = more.Length > 0 ? [(1, 6, "via"), (1, 7, "via")] : [(1, 6, "via")];
        town.Relation("type=restriction,restriction=" + kind, [(1, 1, "from"), .. vias, (1, isOnly ? 5 : 4, "to")]).Open();
        // Who is barred goes on to V and turns back there.
        Assert.Equal(isRound ? 10 : 8, town.Steps('S', 'D'));
        Assert.Equal(3, town.Steps('Z', 'D'));
        Assert.Equal(8, town.Steps('S', 'V'));
        Assert.Equal(isRound ? 1 : 0, town.Network!.Import!.Restrictions.FirstOrDefault(r => r.Fate == RestrictionFate.Used)?.Count ?? 0);
        Assert.Equal(0, town.Network.Graph.Report.UnusedRestrictions);
    }

    [Fact]
    public void Fate_of_every_restriction_is_counted()
    {
        using OsmTown town = Crossing();
        town.Way("SW", "highway=residential,oneway=yes")
            .Turn("no_left_turn", 1, 'X', 2).Turn("no_left_turn", 99, 'X', 2).Turn("no_left_turn", 1, 'X', 2, ",except=motorcar;psv")
            .Relation("type=restriction,restriction:conditional=no_left_turn @ (07:00-09:00)", (1, 1, "from"), (0, 'X', "via"), (1, 2, "to"))
            .Relation("type=restriction,restriction=no_u_turn", (1, 1, "from"), (1, 3, "via"), (1, 2, "to"))
            .Relation("type=restriction,restriction=no_u_turn", (1, 1, "from"), (1, 2, "to"))
            .Turn("no_left_turn", 4, 'S', 7).Turn("no_left_turn", 7, 'S', 4)
            .Open();
        Dictionary<RestrictionFate, int> counts = town.Network!.Import!.Restrictions.ToDictionary(r => r.Fate, r => r.Count);
        Assert.Equal(2, counts[RestrictionFate.Used]);
        Assert.Equal(1, counts[RestrictionFate.NotInNetwork]);
        Assert.Equal(1, counts[RestrictionFate.CarsExcepted]);
        Assert.Equal(1, counts[RestrictionFate.Conditional]);
        Assert.Equal(2, counts[RestrictionFate.Incomplete]);
        Assert.Equal(1, counts[RestrictionFate.ClosedAnyway]);
    }

    [Fact]
    public void Traits_of_a_road_come_through()
    {
        using var town = new OsmTown("A-B C-D E-F G-H");
        town.Way("AB", "highway=trunk,ref=E 6;Ring 3,maxspeed=80").Way("CD", "highway=secondary,ref=50,maxspeed:forward=60,maxspeed:backward=40")
            .Way("EF", "highway=track,motor_vehicle:conditional=no @ (Nov 15-May 20)").Way("GH", "highway=motorway,int_ref=E 18").Open();
        RoadGraph graph = town.Network!.Graph;
        int First(string road) => Enumerable.Range(0, graph.EdgeCount).Single(e => graph.EdgeRoads[e].ToString() == road);
        Assert.Equal(80, graph.EdgeSpeeds[First("E 6")], 3);
        Assert.Equal(72, graph.Column(EdgeTable.Driven)[First("E 6")], 3);
        Assert.True(graph.EdgeForwardGiven[First("Fv 50")] < graph.EdgeBackwardGiven[First("Fv 50")]);
        Assert.Equal(LinkKind.Motorway, graph.EdgeKinds[First("E 18")]);
        Assert.Equal(LinkMarks.AssumedSpeed, graph.EdgeFlags[First("E 18")]);
        Assert.True(graph.EdgeClosedInWinter[First("")]);
        Assert.Equal("ODbL 1.0", town.Network.Source.Licence);
    }

    [Theory]
    [InlineData("highway=primary,tunnel=yes", LinkMarks.Underground)]
    [InlineData("highway=primary,tunnel=no", LinkMarks.None)]
    [InlineData("highway=primary,tunnel=building_passage", LinkMarks.None)]
    [InlineData("highway=motorway_link", LinkMarks.Ramp)]
    public void Tunnels_and_ramps_are_marked_so_that_nobody_enters_them(string tags, LinkMarks expected)
    {
        using var town = new OsmTown("A-B");
        town.Way("AB", tags).Open();
        Assert.Equal(expected, town.Network!.Graph.EdgeFlags[0] & ~LinkMarks.AssumedSpeed);
    }

    [Fact]
    public void What_is_left_out_is_counted_and_every_way_is_accounted_for()
    {
        using var town = new OsmTown("A-B-C-D");
        town.Way("AB").Way("BC", "highway=footway").Way("CD", "highway=construction").Way("CD", "highway=service,access=no")
            .Way("AZ", "highway=residential").Way("BB", "highway=residential").Way("AB", "waterway=river").Open();
        RoadImport import = town.Network!.Import!;
        Assert.Equal(6, import.RowCount);
        Assert.Equal(5, import.Dropped.Sum(d => d.Count));
        Assert.Equal(
            [DropReason.NotForCars, DropReason.NotYetOpen, DropReason.ZeroLength, DropReason.ClosedToCars, DropReason.MissingPlaces],
            import.Dropped.Select(d => d.Reason));
    }

    [Fact]
    public void Ways_that_meet_only_on_the_map_do_not_meet()
    {
        // A bridge: B and C lie at the same place but are two nodes.
        byte[] file = Benchmarks.Osm.PbfWriter.File(
            [(1, 10, 60, ""), (2, 10.01, 60, ""), (3, 10.01, 60, ""), (4, 10.02, 60, "")],
            [(1, [1, 2], "highway=primary"), (2, [3, 4], "highway=primary")]);
        using var town = new OsmTown("");
        town.Open(file, "bridge.osm.pbf");
        Assert.Equal(2, town.Network!.Graph.Report.RoadParts);
    }

    [Theory]
    [InlineData("no @ (weight>7.5 AND Nov-Mar)", false)]
    [InlineData("no @ (Nov-Mar)", true)]
    [InlineData("no @ (hgv AND Nov-Mar)", false)]
    public void Winter_closes_a_road_to_cars_only_where_the_condition_is_for_cars(string conditional, bool isClosed)
    {
        foreach (string key in (string[])["motorcar", "motor_vehicle", "vehicle", "access", "hgv"])
        {
            using var town = new OsmTown("A-B");
            town.Way("AB", $"highway=residential,{key}:conditional={conditional}").Open();
            Assert.Equal(isClosed && key is not "hgv", town.Network!.Graph.EdgeClosedInWinter[0]);
        }
    }

    [Fact]
    public void Road_that_a_condition_opens_in_summer_is_closed_in_winter()
    {
        using var town = new OsmTown("A-B");
        town.Way("AB", "highway=residential,access=no,access:conditional=yes @ (Jun-Sep)").Open();
        Assert.True(town.Network!.Graph.EdgeClosedInWinter[0]);
    }

    /// <summary>From C there is no way back: a sign is wrong, or the extract ends.</summary>
    [Theory]
    [InlineData("highway=residential,oneway=yes", 1, false)]
    [InlineData("highway=residential,oneway=-1", 1, false)]
    [InlineData("highway=residential", 0, true)]
    public void Road_that_cannot_be_left_or_reached_is_suspicious(string tags, int traps, bool isWhole)
    {
        using var town = new OsmTown("""
            A-B-C-D
             \|   |
              E   F
            """);
        town.Way("AB").Way("BE").Way("EA").Way("BC", tags).Way("CD").Way("DF").Open();
        NetworkReview review = NetworkReview.Of(town.Network!.Graph);
        Assert.Equal(traps, review.Places.Count(p => p.Kind == SuspicionKind.OneWayTrap));
        Assert.Equal(isWhole, review.CoreShare > 0.999);
        Assert.InRange(review.CoreShare, 0.3, 1);
    }

    [Fact]
    public void Road_over_ice_opens_in_winter()
    {
        using var town = new OsmTown(Block);
        town.Way("AB", "highway=residential,winter_road=yes").Way("AC", "highway=primary").Way("CD", "highway=primary").Way("DB", "highway=primary").Open();
        RoadGraph graph = town.Network!.Graph;
        Assert.True(graph.HasSeasons);
        int ice = Enumerable.Range(0, graph.EdgeCount).Single(e => (graph.EdgeFlags[e] & LinkMarks.OnlyInWinter) != 0);
        RoadScenario winter = RoadScenario.Of(graph, TravelProfile.Car, [new WinterSeason()]);
        Assert.Equal(RoadMetric.Closed, RoadMetric.Of(graph, TravelProfile.Car).Forward[ice]);
        Assert.NotEqual(RoadMetric.Closed, winter.Metric.Forward[ice]);
    }
}
