using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>Ferries by their ways, relations and sailing times.</summary>
public class OsmFerryTests
{
    /// <summary>C–D is drawn as a bare line; that it is a ferry, what it is called and how long it takes stands on the route.</summary>
    [Theory]
    [InlineData("", LinkKind.CarFerry)]
    [InlineData(",motor_vehicle=no", LinkKind.PassengerBoat)]
    [InlineData(",foot=yes", LinkKind.PassengerBoat)]
    public void Ferry_by_its_relation_alone_is_read(string who, LinkKind kind)
    {
        using var town = new OsmTown("A-B-C-D-E");
        town.Way("AB").Way("DE").Way("BC", "route=ferry").Way("CD", "source=survey")
            .Relation("type=route,route=ferry,name=Nes–Sund,duration=00:40" + who, (1, 3, ""), (1, 4, "")).Open();
        RoadGraph graph = town.Network!.Graph;
        int[] lines = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeKinds[e].IsFerry())];
        Assert.Equal([kind, kind], lines.Select(e => graph.EdgeKinds[e]));
        Assert.All(lines, e => Assert.Equal("Nes–Sund", graph.NameOf(e)));
        Assert.Equal([20 * 60_000, 20 * 60_000], lines.Select(e => graph.EdgeForwardGiven[e]));
        Assert.Equal(4, town.Network.Import!.RowCount);
        Assert.Empty(town.Network.Import.Dropped);
        Assert.Equal(kind == LinkKind.CarFerry ? 8 : null, town.Steps('A', 'E'));
    }

    /// <summary>What is on the route but no ferry: the pier it calls at, a shore, a street; and a way the file lacks.</summary>
    [Theory]
    [InlineData("man_made=pier", "")]
    [InlineData("natural=coastline", "")]
    [InlineData("highway=footway", "")]
    [InlineData("route=ferry,ferry=tourist", "")]
    [InlineData("source=survey", "platform")]
    public void Member_of_a_ferry_route_that_is_no_ferry_is_left_out(string tags, string role)
    {
        using var town = new OsmTown("A-B-C-D-E");
        town.Way("AB").Way("DE").Way("BC", "route=ferry").Way("CD", tags)
            .Relation("type=route,route=ferry,name=Nes–Sund", (1, 3, ""), (1, 4, role), (1, 99, "")).Open();
        Assert.Single(town.Network!.Graph.EdgeKinds.ToArray(), kind => kind.IsFerry());
        Assert.Null(town.Steps('A', 'E'));
    }

    [Fact]
    public void Ferry_that_says_who_may_come_on_board_is_believed_before_its_route()
    {
        using var town = new OsmTown("A-B-C-D");
        town.Way("AB").Way("CD").Way("BC", "route=ferry,motor_vehicle=yes,name=Sundferja")
            .Relation("type=route,route=ferry,name=Nes–Sund,motor_vehicle=no", (1, 3, "")).Open();
        RoadGraph graph = town.Network!.Graph;
        int line = Enumerable.Range(0, graph.EdgeCount).Single(e => graph.EdgeKinds[e] == LinkKind.CarFerry);
        Assert.Equal("Sundferja", graph.NameOf(line));
    }

    /// <summary>The same by the other format, whose ways come in no blocks.</summary>
    [Fact]
    public void Ferry_by_its_relation_alone_is_read_from_xml_too()
    {
        const string Xml = """
            <osm version="0.6">
             <node id="1" lat="60" lon="10"/><node id="2" lat="60" lon="10.01"/><node id="3" lat="60" lon="10.03"/><node id="4" lat="60" lon="10.04"/>
             <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
             <way id="2"><nd ref="2"/><nd ref="3"/></way>
             <way id="3"><nd ref="3"/><nd ref="4"/><tag k="highway" v="residential"/></way>
             <relation id="1"><member type="way" ref="2" role=""/><tag k="type" v="route"/><tag k="route" v="ferry"/></relation>
            </osm>
            """;
        using var town = new OsmTown("");
        town.Open(System.Text.Encoding.UTF8.GetBytes(Xml), "town.osm");
        Assert.Single(town.Network!.Graph.EdgeKinds.ToArray(), kind => kind == LinkKind.CarFerry);
        Assert.Single(town.Network.Graph.Report.Parts);
    }

    [Fact]
    public void Ferry_sails_as_long_as_it_says_and_shares_a_route_s_time_by_length()
    {
        using var town = new OsmTown("A-B---C---D-E   F");
        town.Way("AB").Way("DE").Way("BC", "route=ferry,name=Nes–Sund").Way("CD", "route=ferry,name=Nes–Sund")
            .Way("EF", "route=ferry,duration=PT1H,foot=yes,motor_vehicle=no")
            .Relation("type=route,route=ferry,duration=00:40", (1, 3, ""), (1, 4, "")).Open();
        RoadGraph graph = town.Network!.Graph;
        int[] sailing = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeKinds[e] == LinkKind.CarFerry).Select(e => graph.EdgeForwardGiven[e])];
        Assert.Equal(2, sailing.Length);
        Assert.All(sailing, time => Assert.InRange(time, 1_199_000, 1_201_000));
        int boat = Enumerable.Range(0, graph.EdgeCount).Single(e => graph.EdgeKinds[e] == LinkKind.PassengerBoat);
        Assert.Equal(3_600_000, graph.EdgeForwardGiven[boat]);
    }

    /// <summary>The boat from A calls at C, where a road comes down, and goes on to E: who stays on board waits once.</summary>
    [Theory]
    [InlineData("one way", 1)]
    [InlineData("one name", 1)]
    [InlineData("one route", 1)]
    [InlineData("two boats", 2)]
    public void Sailing_that_calls_midway_is_one_service(string how, int services)
    {
        using var town = new OsmTown("""
            X-A---C---E-Y
                  D
            """);
        town.Way("XA").Way("EY").Way("CD");
        string name = how is "one name" ? ",name=Nes–Sund–Vik" : "";
        if (how is "one way") town.Way("ACE", "route=ferry");
        else town.Way("AC", "route=ferry" + name).Way("CE", "route=ferry" + name);
        if (how is "one route") town.Relation("type=route,route=ferry", (1, 4, ""), (1, 5, ""));
        RoadGraph graph = town.Open().Network!.Graph;
        Assert.Equal(services + 2, graph.EdgeKinds.ToArray().Count(k => k == LinkKind.Boarding));
    }

    [Fact]
    public void Sailing_time_that_is_not_understood_is_told()
    {
        using var town = new OsmTown("A-B-C");
        town.Way("AB").Way("BC", "route=ferry,duration=see timetable").Open();
        Finding told = Assert.Single(town.Findings.All, f => f.Problem.Key == "osm.unread-durations");
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("see timetable", told.Problem.ToString(), StringComparison.Ordinal);
    }
}
