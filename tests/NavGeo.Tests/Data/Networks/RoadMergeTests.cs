using NavGeo.Benchmarks.Osm;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Networks;

/// <summary>Several files become one network, joined at the places they share, with the licence of all.</summary>
public sealed class RoadMergeTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Neighbouring_extracts_meet_at_the_border_and_common_roads_are_taken_once()
    {
        string west = Town("west.osm.pbf", [(1, 10, 60, ""), (2, 10.01, 60, ""), (3, 10.02, 60, "")], [(7, [1, 2], "highway=primary"), (8, [2, 3], "highway=secondary")]);
        string east = Town("east.osm.pbf", [(2, 10.01, 60, ""), (3, 10.02, 60, ""), (4, 10.03, 60, "")], [(8, [2, 3], "highway=secondary"), (9, [3, 4], "highway=primary")]);
        var findings = new Findings();
        RoadNetwork network = RoadFile.Open([west, east], findings);
        Assert.Equal(3, network.Graph.EdgeCount);
        Assert.Equal(1, network.Graph.Report.RoadParts);
        Assert.Equal("ODbL 1.0", network.Source.Licence);
        Assert.Equal("west.osm.pbf + east.osm.pbf", network.Source.File);
        string built = scratch.File("both.navnet");
        BuiltNetwork.Write(built, network);
        Assert.Equal(network.Source, RoadFile.Open(built, findings).Source);
        Assert.Contains("both.navnet", Assert.Throws<InputException>(() => RoadFile.Open([built, west], findings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hand_made_tables_are_a_road_file()
    {
        string roads = scratch.File("roads.csv");
        File.WriteAllText(roads, "from,to,road,km,minutes,kind\nA,B,Rv 7,10,9,road\n");
        File.WriteAllText(scratch.File("places.csv"), "place,lon,lat\nA,9,60\nB,9.1,60\n");
        RoadGraph graph = RoadFile.Open(roads, new Findings()).Graph;
        Assert.Equal(540_000, graph.EdgeForwardGiven[0]);
        Assert.Equal(1, RoadFile.Open(Path.GetDirectoryName(roads)!, new Findings()).Graph.EdgeCount);
    }

    private string Town(string name, (long, double, double, string)[] nodes, (long, long[], string)[] ways)
    {
        string path = scratch.File(name);
        File.WriteAllBytes(path, PbfWriter.File(nodes, ways));
        return path;
    }
}
