using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>Who walks takes the paths that cars do not, and keeps off what is closed to people.</summary>
public sealed class FootRulesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("highway=footway", true)]
    [InlineData("highway=steps", true)]
    [InlineData("highway=residential,motor_vehicle=no", true)]
    [InlineData("highway=footway,access=private", false)]
    [InlineData("highway=path,foot=no", false)]
    [InlineData("highway=service,access=no,foot=yes", true)]
    [InlineData("highway=proposed", false)]
    [InlineData("waterway=river", false)]
    public void Way_is_walked_where_people_may(string tags, bool isWalked)
    {
        RoadGraph graph = Town(tags, isOnFoot: true);
        // The street of one kilometre, and the way of half of it.
        Assert.Equal(isWalked ? 1.67 : 1.11, Kilometres(graph), 2);
        Assert.All(Enumerable.Range(0, graph.EdgeCount), e => Assert.Equal(LinkDirections.Both, graph.EdgeDirections[e]));
    }

    [Fact]
    public void Cars_keep_to_the_street_and_its_direction_and_stop_at_the_bollard()
    {
        RoadGraph graph = Town("highway=footway", isOnFoot: false);
        Assert.Equal(1.11, Kilometres(graph), 2);
        Assert.All(Enumerable.Range(0, graph.EdgeCount), e => Assert.NotEqual(LinkDirections.Both, graph.EdgeDirections[e]));
        Assert.True(graph.NodeCount > Town("highway=proposed", isOnFoot: true).NodeCount);
    }

    [Fact]
    public void Real_city_has_more_ways_on_foot()
    {
        InputFile file = RealData.Path("transit/porto_alegre/poa_osm.pbf");
        RoadGraph walk = RoadFile.Open(file, new Findings(), new ReadingRun { IsOnFoot = true }).Graph;
        Assert.True(Kilometres(walk) > 1.05 * Kilometres(RoadFile.Open(file, new Findings()).Graph));
    }

    private static double Kilometres(RoadGraph graph)
    {
        double metres = 0;
        foreach (int length in graph.EdgeLengths) metres += length / 1000.0;
        return metres / 1000;
    }

    /// <summary>A one-way street north over three nodes, 0.005 degrees apart, a bollard in the middle, and another way from its end.</summary>
    private RoadGraph Town(string tags, bool isOnFoot)
    {
        string way = string.Concat(tags.Split(',').Select(t => t.Split('=')).Select(t => $"<tag k='{t[0]}' v='{t[1]}'/>"));
        string path = scratch.Write("town.osm", $"""
            <osm version="0.6">
              <node id="1" lat="60.000" lon="10"/><node id="2" lat="60.005" lon="10"><tag k="barrier" v="bollard"/></node><node id="3" lat="60.010" lon="10"/><node id="4" lat="60.015" lon="10"/>
              <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="oneway" v="yes"/></way>
              <way id="2"><nd ref="3"/><nd ref="4"/>{way}</way>
            </osm>
            """);
        return RoadFile.Open(path, new Findings(), new ReadingRun { IsOnFoot = isOnFoot }).Graph;
    }
}
