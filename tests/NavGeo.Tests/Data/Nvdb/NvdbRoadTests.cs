using NavGeo.Data.Networks;
using NavGeo.Data.Roads;
using NavGeo.Data.Vegvesen;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Nvdb;

public sealed class NvdbRoadTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Ruteplan_of_today_gives_minutes_each_way_ferries_and_closed_directions()
    {
        string path = scratch.File("ruteplan.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            gpkg.AddLayer("ruttger_link_geom", "linkid INTEGER, fromnode INTEGER, tonode INTEGER, oneway TEXT, drivetime_fw REAL, drivetime_bw REAL, isferry INTEGER, roadid TEXT");
            Row(0, "B", 1.5, 2.0, 0, "{E6}");
            Row(1, "FT", 1.0, -1.0, 0, "RV7");
            Row(2, "B", 20.0, 20.0, 1, "FV50");
            Row(3, "N", 1.0, 1.0, 0, "KV1");
            void Row(int i, string oneway, double forward, double backward, int ferry, string road) => gpkg.AddRow(
                "ruttger_link_geom", SmallGeoPackage.Blob($"LINESTRING ({i * 1000} 6500000, {i * 1000 + 1000} 6500000)"), i, i, i + 1, oneway, forward, backward, ferry, road);
        }
        RoadNetwork network = RoadFile.Open(path, new Findings());
        RoadGraph graph = network.Graph;
        int At(string road) => Enumerable.Range(0, graph.EdgeCount).Single(e => graph.EdgeRoads[e].ToString() == road && graph.EdgeKinds[e] != LinkKind.Boarding);
        Assert.Equal((90_000, 120_000), (graph.EdgeForwardGiven[At("E 6")], graph.EdgeBackwardGiven[At("E 6")]));
        Assert.Equal(LinkDirections.Forward, graph.EdgeDirections[At("Rv 7")]);
        Assert.Equal(LinkKind.CarFerry, graph.EdgeKinds[At("Fv 50")]);
        Assert.Equal(new DroppedRoads(DropReason.ClosedToCars, "oneway", 1), Assert.Single(network.Import!.Dropped));
        Assert.Equal("NLOD", network.Source.Licence);
    }

    [Fact]
    public void Ruteplan_as_it_is_published_is_read_row_by_row()
    {
        RoadImport import = RuteplanReader.ReadGeoPackage(RealData.Path("roads/ruteplan_sample.gpkg"), new Findings());
        Assert.Equal(400, import.RowCount);
        // SPERRING is 1 on three rows and -1, which says nothing, on all others; 85 of those are roads for bicycles.
        Assert.Equal([new DroppedRoads(DropReason.NotForCars, "IsBikeRoad", 85), new DroppedRoads(DropReason.ClosedToCars, "SPERRING", 3)], import.Dropped);
        Assert.Equal(312, import.Links.Count);
        RoadLink first = import.Links[0];
        Assert.Equal((3049, 49_412), (first.ForwardMilliseconds, first.LengthMillimetres));
        Assert.All(import.Links, link => Assert.True(link.FromJunction is not null && link.ToJunction is not null));
        Assert.DoesNotContain(import.Links, link => link.Kind.IsFerry());
        Assert.Equal(105.26, import.Links.Where(l => l.Flags == LinkMarks.Underground).Sum(l => l.LengthMillimetres!.Value / 1000.0), 2);
        Assert.Equal(LinkDirections.Backward, Assert.Single(import.Links, l => l.LengthMillimetres == 140_375).Directions);
    }

    [Fact]
    public void Ends_that_the_publisher_cut_without_a_number_meet_where_they_are_drawn()
    {
        RoadImport import = RuteplanReader.ReadGeoPackage(RealData.Path("roads/ruteplan_sample.gpkg"), new Findings());
        RoadLink At(int millimetres) => Assert.Single(import.Links, l => l.LengthMillimetres == millimetres);
        // Nylandsveien at metre 10; a link whose neighbour has the number, some millimetres off.
        Assert.Equal(At(10_015).ToJunction, At(56_948).FromJunction);
        Assert.Equal(At(140_375).ToJunction, At(12_515).FromJunction);
        Assert.NotEqual(At(10_015).FromJunction, At(10_015).ToJunction);
        Assert.Equal(import.Links.Count, import.Links.Count(l => l.FromJunction != l.ToJunction));
    }

    [Fact]
    public void Minus_one_says_nothing_in_every_column()
    {
        string path = scratch.Write("ruteplan.csv", """
            fromnode;tonode;oneway;drivetime_fw;drivetime_bw;isferry;roadid;sperring;streetname;length;istunnel;medium;isbikeroad;funcroadclass;speedfw;wkt
            1;2;B;1,23456;-1.0;-1;-1;-1;-1;-1;-1;-1;-1;-1;-1;"MULTILINESTRING ((262000 6649000, 263000 6649000))"
            -1;-1;-1;2;2;0;{E6};-1;-1;1100;1;;1;2;-1;"LINESTRING (263000 6649000, 264000 6649000)"
            4;5;B;2;2;0;{P1};-1;-1;1100;0;;1;-1;-1;"LINESTRING (264000 6649000, 265000 6649000)"
            """);
        RoadImport import = RuteplanReader.ReadTable(path, new Findings());
        Assert.Equal([new DroppedRoads(DropReason.NotForCars, "IsBikeRoad", 1)], import.Dropped);
        (RoadLink open, RoadLink tunnel) = (import.Links[0], import.Links[1]);
        Assert.Equal((LinkKind.Road, LinkDirections.Forward, 74_074, 1_000_000, LinkMarks.None), (open.Kind, open.Directions, open.ForwardMilliseconds!.Value, open.LengthMillimetres!.Value, open.Flags));
        Assert.Equal((LinkDirections.Both, LinkMarks.Underground, "E 6"), (tunnel.Directions, tunnel.Flags, tunnel.Road.ToString()));
        Assert.Equal(open.ToJunction, tunnel.FromJunction);
        Assert.NotEqual(tunnel.FromJunction, tunnel.ToJunction);
    }

    [Fact]
    public void Segments_of_the_api_tell_tunnels_bridges_and_ramps()
    {
        string path = scratch.Write("segmentert.json", """
            {"objekter":[
            {"typeVeg_sosi":"enkelBilveg","geometri":{"wkt":"LINESTRING (0 6500000, 1000 6500000)","srid":5973,"medium":"U"}},
            {"typeVeg_sosi":"enkelBilveg","medium":"L","geometri":{"wkt":"LINESTRING (1000 6500000, 2000 6500000)","srid":5973}},
            {"typeVeg_sosi":"rampe","geometri":{"wkt":"LINESTRING (2000 6500000, 3000 6500000)","srid":5973,"medium":"T"}},
            {"typeVeg_sosi":"enkelBilveg","geometri":{"wkt":"LINESTRING (3000 6500000, 4000 6500000)","srid":5973,"medium":"T"}}]}
            """);
        RoadImport import = NvdbSegmentReader.Read(path, new Findings());
        Assert.Equal([LinkMarks.Underground, LinkMarks.OnBridge, LinkMarks.Ramp, LinkMarks.None], import.Links.Select(l => l.Flags));
    }

    [Fact]
    public void Older_ruteplan_table_is_read_and_a_closed_road_is_left_out()
    {
        string path = scratch.Write("ruteplan.csv", """
            FROMNODEID;TONODEID;ONEWAY;FT_MINUTES;TF_MINUTES;VEGID;SPERRING;WKT
            1;2;B;1,5;1,5;EV6;0;"LINESTRING (262000 6649000, 263000 6649000)"
            2;3;TF;0,7;0,9;RV7;;"LINESTRING Z (263000 6649000 3, 263500 6649200 4)"
            3;4;B;2;2;FV50;1;"LINESTRING (263500 6649200, 264000 6650000)"
            """);
        RoadNetwork network = RoadFile.Open(path, new Findings());
        Assert.Equal(2, network.Graph.EdgeCount);
        Assert.Contains(LinkDirections.Backward, network.Graph.EdgeDirections.ToArray());
        Assert.Equal("SPERRING", Assert.Single(network.Import!.Dropped).Value);
    }

    [Theory]
    [InlineData("a;b\n1;2\n", "lacks fromnode")]
    [InlineData("fromnode;tonode;oneway;drivetime_fw;drivetime_bw;wkt\n1;2;XX;1;1;LINESTRING (1 1, 2 2)\n", "'XX' is not a direction")]
    [InlineData("fromnode;tonode;oneway;drivetime_fw;drivetime_bw;wkt\n1;2;B;fast;1;LINESTRING (1 1, 2 2)\n", "not a number")]
    public void Table_that_cannot_be_used_says_why(string text, string reason)
    {
        string path = scratch.Write("x.csv", text);
        var fault = Assert.Throws<InputException>(() => RoadFile.Open(path, new Findings()));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_of_the_api_take_carriageways_and_lanes()
    {
        string path = scratch.Write("segmentert.json", """
            {"objekter":[
            {"typeVeg_sosi":"enkelBilveg","detaljnivå":"Vegtrase og kjørebane","feltoversikt":["1","2"],"geometri":{"wkt":"LINESTRING Z (0 6500000 1, 1000 6500000 1)","srid":5973},"vegsystemreferanse":{"vegsystem":{"vegkategori":"E","fase":"V","nummer":6}}},
            {"typeVeg_sosi":"kanalisertVeg","detaljnivå":"Kjørebane","feltoversikt":["2","4K"],"geometri":{"wkt":"LINESTRING (1000 6500000, 2000 6500100)","srid":5973},"vegsystemreferanse":{"vegsystem":{"vegkategori":"E","fase":"V","nummer":6}}},
            {"typeVeg_sosi":"kanalisertVeg","detaljnivå":"Vegtrase","geometri":{"wkt":"LINESTRING (1000 6500000, 2000 6500050)","srid":5973}},
            {"typeVeg_sosi":"gangOgSykkelveg","geometri":{"wkt":"LINESTRING (0 6500000, 0 6500500)","srid":5973}},
            {"typeVeg_sosi":"bilferje","geometri":{"wkt":"LINESTRING (2000 6500100, 5000 6500100)","srid":5973},"vegsystemreferanse":{"vegsystem":{"vegkategori":"F","fase":"V","nummer":50}}}
            ],"metadata":{"returnert":5,"sidestørrelse":1000}}
            """);
        RoadNetwork network = RoadFile.Open(path, new Findings());
        RoadGraph graph = network.Graph;
        Assert.Equal(25833, graph.Epsg);
        Assert.Equal(5, network.Import!.RowCount);
        Assert.Equal(["detaljnivå Vegtrase", "gangOgSykkelveg"], network.Import.Dropped.Select(d => d.Value));
        Assert.Contains(LinkDirections.Backward, graph.EdgeDirections.ToArray());
        Assert.Contains(LinkKind.CarFerry, graph.EdgeKinds.ToArray());
        Assert.Single(graph.Report.Parts);
    }

    [Fact]
    public void Elveg_names_lane_codes_and_limits_are_read()
    {
        string path = scratch.File("elveg.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            gpkg.AddLayer(
                "Veglenke", "typeVeg TEXT, vegsystem_vegkategori TEXT, vegsystem_vegnummer INTEGER, vegsystem_vegfase TEXT, trafikantgruppe TEXT, feltoversikt TEXT, fartsgrense INTEGER", 5973);
            gpkg.AddRow("Veglenke", SmallGeoPackage.Blob("LINESTRING (0 0, 1000 0)", 5973), "enkelBilveg", "R", 7, "V", "K", "1#3", 80);
            gpkg.AddRow("Veglenke", SmallGeoPackage.Blob("LINESTRING (0 0, 0 1000)", 5973), "enkelBilveg", "R", 7, "V", "G", "1#2", 80);
        }
        RoadNetwork network = RoadFile.Open(path, new Findings());
        Assert.Equal("Rv 7", network.Graph.EdgeRoads[0].ToString());
        Assert.Equal(LinkDirections.Forward, network.Graph.EdgeDirections[0]);
        Assert.Equal(80, network.Graph.EdgeSpeeds[0], 3);
        Assert.Equal(72, network.Graph.Column(EdgeTable.Driven)[0], 3);
        Assert.Equal("trafikantgruppe G", Assert.Single(network.Import!.Dropped).Value);
    }

    [Fact]
    public void New_york_is_a_road_network()
    {
        RoadNetwork network = RoadFile.Open(RealData.Path("dimacs/USA-road-t.NY.gr.gz"), new Findings());
        Assert.Equal(32618, network.Graph.Epsg);
        Assert.Single(network.Graph.Report.Parts);
        Assert.Equal(733_846 / 2, network.Import!.RowCount);
    }
}
