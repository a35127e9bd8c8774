using System.Globalization;
using System.IO.Compression;
using System.Text;
using NavGeo.Benchmarks.Osm;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Benchmarks.Fuzzing;

/// <summary>Small sound files of every format, to be damaged.</summary>
internal static class FuzzSamples
{
    private static readonly string[] Kinds = ["residential", "primary", "motorway", "track", "footway"];

    /// <summary>A town of five by five crossings, with a ferry, a barrier and a turn restriction.</summary>
    public static byte[] Pbf(bool isCompressed)
    {
        (IReadOnlyList<(long, double, double, string)> nodes, IReadOnlyList<(long, long[], string)> ways) = Town();
        (long, (int, long, string)[], string)[] relations =
        [
            (1, [(1, 100, "from"), (0, 7, "via"), (1, 101, "to")], "type=restriction,restriction=no_left_turn"),
            (2, [(1, 110, "")], "type=route,route=ferry,duration=PT25M"),
        ];
        return
        [
            .. PbfWriter.Header(),
            .. PbfWriter.Blob("OSMData", PbfWriter.NodeBlock(nodes), isCompressed),
            .. PbfWriter.Blob("OSMData", PbfWriter.WayBlock(ways), isCompressed),
            .. PbfWriter.Blob("OSMData", PbfWriter.RelationBlock(relations), isCompressed),
        ];
    }

    public static byte[] Xml()
    {
        (IReadOnlyList<(long Id, double Longitude, double Latitude, string Tags)> nodes, IReadOnlyList<(long Id, long[] Nodes, string Tags)> ways) = Town();
        var xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
        foreach ((long id, double longitude, double latitude, string tags) in nodes)
            xml.Append(CultureInfo.InvariantCulture, $" <node id=\"{id}\" lat=\"{latitude}\" lon=\"{longitude}\">{Tags(tags)}</node>\n");
        foreach ((long id, long[] along, string tags) in ways)
            xml.Append(CultureInfo.InvariantCulture, $" <way id=\"{id}\">{string.Concat(along.Select(n => $"<nd ref=\"{n}\"/>"))}{Tags(tags)}</way>\n");
        xml.Append(" <relation id=\"1\"><member type=\"way\" ref=\"100\" role=\"from\"/><member type=\"node\" ref=\"7\" role=\"via\"/><member type=\"way\" ref=\"101\" role=\"to\"/><tag k=\"type\" v=\"restriction\"/><tag k=\"restriction\" v=\"only_straight_on\"/></relation>\n</osm>\n");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    public static byte[] RoadGeoPackage(string folder) => GeoPackage(folder, gpkg =>
    {
        gpkg.AddLayer("Veglenke", "typeVeg TEXT, vegkategori TEXT, vegnummer INTEGER, motorvegtype TEXT, vegfase TEXT, feltoversikt TEXT");
        for (int i = 0; i < 12; i++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"LINESTRING ({i * 500} 6500000, {i * 500 + 300} 6500040, {i * 500 + 500} 6500000)");
            gpkg.AddRow("Veglenke", SmallGeoPackage.Blob(line), i == 5 ? "bilferje" : "enkelBilveg", "EFRK"[i % 4].ToString(), i + 1, null, "V", i % 3 == 0 ? "1" : "1#2");
        }
        gpkg.AddRow("Veglenke", SmallGeoPackage.Blob("MULTILINESTRING ((0 6500000, 0 6501000), (0 6501000, 50 6502000))"), "kanalisertVeg", "P", null, null, "V", null);
        gpkg.AddLayer("Havflate", "");
        gpkg.AddRow("Havflate", SmallGeoPackage.Blob("POLYGON ((2400 6499000, 3100 6499000, 3100 6501000, 2400 6501000, 2400 6499000))"));
    });

    public static byte[] RuteplanGeoPackage(string folder) => GeoPackage(folder, gpkg =>
    {
        gpkg.AddLayer("ruttger_link_geom", "linkid INTEGER, fromnode INTEGER, tonode INTEGER, oneway TEXT, drivetime_fw REAL, drivetime_bw REAL, isferry INTEGER, roadid TEXT");
        for (int i = 0; i < 8; i++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"LINESTRING ({i * 500} 6500000, {i * 500 + 500} 6500000)");
            gpkg.AddRow("ruttger_link_geom", SmallGeoPackage.Blob(line), i, i, i + 1, i == 2 ? "FT" : "B", 0.5, i == 3 ? -1.0 : 0.6, i == 5 ? 1 : 0, "EV6");
        }
    });

    public static byte[] BoundaryGeoPackage(string folder) => GeoPackage(folder, gpkg =>
    {
        gpkg.AddLayer("Kommune", "kommunenummer TEXT, kommunenavn TEXT");
        gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((0 6500000, 1000 6500000, 1000 6501000, 0 6501000, 0 6500000))"), "0301", "Oslo");
        gpkg.AddRow("Kommune", SmallGeoPackage.Blob("MULTIPOLYGON (((1000 6500000, 2000 6500000, 2000 6501000, 1000 6501000, 1000 6500000)))"), "3001", "Halden");
    });

    public static byte[] RuteplanTable() => Encoding.UTF8.GetBytes(
        "FROMNODEID;TONODEID;ONEWAY;FT_MINUTES;TF_MINUTES;VEGID;SPERRING;wkt\n"
        + "1;2;B;1.5;1.5;EV6;0;LINESTRING (262000 6649000, 263000 6649000)\n2;3;FT;0,7;-1;RV7;0;LINESTRING (263000 6649000, 263500 6649200)\n"
        + "3;4;B;2;2;FV50;1;LINESTRING (263500 6649200, 264000 6650000)\n3;5;TF;2;2;KV12;;LINESTRING (263500 6649200, 264100 6650000)\n");

    public static byte[] Segments() => """
        {"objekter":[
        {"veglenkesekvensid":1,"segmentnummer":1,"typeVeg":"Enkel bilveg","typeVeg_sosi":"enkelBilveg","detaljnivå":"Vegtrase og kjørebane","feltoversikt":["1","2"],"geometri":{"wkt":"LINESTRING Z (262000 6649000 10, 263000 6649000 12)","srid":5973},"vegsystemreferanse":{"vegsystem":{"vegkategori":"E","fase":"V","nummer":6},"strekning":{"trafikantgruppe":"K"}}},
        {"veglenkesekvensid":2,"segmentnummer":1,"typeVeg_sosi":"kanalisertVeg","detaljnivå":"Kjørebane","feltoversikt":["1","3K"],"geometri":{"wkt":"LINESTRING (263000 6649000, 263400 6649300)","srid":5973},"vegsystemreferanse":{"vegsystem":{"vegkategori":"R","fase":"V","nummer":7}}}
        ],"metadata":{"antall":2,"returnert":2,"sidestørrelse":1000}}
        """u8.ToArray();

    public static byte[] Boundaries() => """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"kommunenummer":"0301","kommunenavn":"Oslo"},"geometry":{"type":"Polygon","coordinates":[[[10.6,59.8],[10.9,59.8],[10.9,60.0],[10.6,60.0],[10.6,59.8]]]}},
        {"type":"Feature","properties":{"kommunenummer":"3024","kommunenavn":"Bærum"},"geometry":{"type":"MultiPolygon","coordinates":[[[[10.3,59.8],[10.6,59.8],[10.6,60.0],[10.3,60.0],[10.3,59.8]]]]}}
        ]}
        """u8.ToArray();

    /// <summary>The same as Kartverket publishes them: layers by name, metres, names in several languages.</summary>
    public static byte[] BoundaryLayers() => """
        {"Grense":{"type":"FeatureCollection","features":[]},
        "Kommune":{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25833"}},"features":[
        {"type":"Feature","properties":{"kommunenummer":"1875","navn":[{"navn":"Hamarøy","sprak":"nor"},{"navn":"Hábmer","sprak":"smj"}]},"geometry":{"type":"Polygon","coordinates":[[[0,7500000],[1000,7500000],[1000,7501000],[0,7501000],[0,7500000]]]}}
        ]}}
        """u8.ToArray();

    public static byte[] GridGml() => """
        <?xml version="1.0" encoding="utf-8"?>
        <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:x">
        <gml:featureMember><app:Rute gml:id="a"><app:ssbid250m>22620006649000</app:ssbid250m><app:popTot>12</app:popTot></app:Rute></gml:featureMember>
        <gml:featureMember><app:Rute gml:id="b"><app:popTot>3</app:popTot><app:ssbid250m>22622506649000</app:ssbid250m></app:Rute></gml:featureMember>
        </gml:FeatureCollection>
        """u8.ToArray();

    /// <summary>Table 07459 with a missing figure, as PxWebApi v2 returns it: figures in a row, or only those there are.</summary>
    public static byte[] People(bool isSparse) => Encoding.UTF8.GetBytes("""
        {"version":"2.0","class":"dataset","label":"07459: Befolkning","source":"Statistisk sentralbyrå","updated":"2024-02-21T07:00:00Z",
        "id":["Region","Kjonn","ContentsCode","Tid"],"size":[3,2,1,1],"dimension":{
        "Region":{"label":"region","category":{"index":{"0301":0,"1103":1,"0":2},"label":{"0301":"Oslo","1103":"Stavanger","0":"Hele landet"}}},
        "Kjonn":{"label":"kjønn","category":{"index":{"2":0,"1":1},"label":{"2":"Kvinner","1":"Menn"}}},
        "ContentsCode":{"label":"statistikkvariabel","category":{"index":{"Personer1":0},"label":{"Personer1":"Personer"},"unit":{"Personer1":{"base":"personer","decimals":0}}}},
        "Tid":{"label":"år","category":{"index":{"2018":0},"label":{"2018":"2018"}}}},
        "value":VALUES,"status":{"3":"."},"role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]}}
        """.Replace("VALUES", isSparse ? """{"0":340000,"1":333000,"2":66000,"4":2600000,"5":2600000}""" : "[340000,333000,66000,null,2600000,2600000]", StringComparison.Ordinal));

    public static byte[] PeopleTable() => "kommunenummer;navn;pop2015;pop2018\n0301;Oslo;647676;673469\n1103;Stavanger;132102;132644\n"u8.ToArray();

    public static byte[] Commuting() => "bosted,arbeidssted,aar,sysselsatte\n0301,0301,2018,310000\n0301,1103,2018,420\n1103,1103,2018,60000\n1103,0301,2018,900\n"u8.ToArray();

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Changes() => "from_year;from;to_year;to;share;kind\n2019;1504;2020;1507;;\n2023;1507;2024;1508;0,8;split\n2023;1507;2024;1580;0,2;split\n2019;1534;2020;1507;;\n"u8.ToArray();

    public static byte[] Grid() => "ru250m;pop_tot;pop_mal;pop_fem\n22620006649000;12;6;6\n22622506649000;3;1;2\n22625006649250;140;70;70\n"u8.ToArray();

    public static byte[] Table() => "id,name,lon,lat\noslo,\"NAV, Oslo\",10.75,59.91\ngol,Gol,8.95,60.70\n"u8.ToArray();

    public static byte[] Dimacs() => "c sample\np sp 4 5\na 1 2 10\na 2 1 10\na 2 3 25\na 3 4 7\na 4 3 7\n"u8.ToArray();

    /// <summary>A built network of the pbf town.</summary>
    public static byte[] NavNet(string folder)
    {
        string pbf = Path.Combine(folder, "sample.osm.pbf");
        string built = Path.Combine(folder, "sample.navnet");
        File.WriteAllBytes(pbf, Pbf(true));
        BuiltNetwork.Write(built, RoadFile.Open(pbf, new Findings()));
        byte[] bytes = File.ReadAllBytes(built);
        File.Delete(pbf);
        File.Delete(built);
        return bytes;
    }

    private static byte[] GeoPackage(string folder, Action<SmallGeoPackage> fill)
    {
        string path = Path.Combine(folder, "sample.gpkg");
        using (var gpkg = new SmallGeoPackage(path)) fill(gpkg);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static (IReadOnlyList<(long Id, double Longitude, double Latitude, string Tags)> Nodes, IReadOnlyList<(long Id, long[] Nodes, string Tags)> Ways) Town()
    {
        List<(long, double, double, string)> nodes = [];
        List<(long, long[], string)> ways = [];
        for (int row = 0; row < 5; row++)
        {
            for (int column = 0; column < 5; column++)
                nodes.Add((row * 5 + column + 1, 10.7 + column * 0.01, 59.9 + row * 0.005, (row, column) is (2, 2) ? "barrier=bollard" : ""));
        }
        nodes.Add((26, 10.8, 59.85, ""));
        for (int line = 0; line < 5; line++)
        {
            long[] across = [.. Enumerable.Range(0, 5).Select(c => line * 5L + c + 1)];
            long[] along = [.. Enumerable.Range(0, 5).Select(r => r * 5L + line + 1)];
            ways.Add((100 + line, across, $"highway={Kinds[line]},maxspeed={30 + line * 10},ref=Rv {line + 1}" + (line == 1 ? ",oneway=-1" : "")));
            ways.Add((200 + line, along, "highway=residential,surface=gravel,motor_vehicle:conditional=no @ (Nov 1-May 1)"));
        }
        ways.Add((110, [5, 26, 25], "route=ferry,name=Nes - Sand,duration=00:25"));
        return (nodes, ways);
    }

    private static string Tags(string tags) => string.Concat(tags.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(t => t.Split('=', 2)).Select(t => $"<tag k=\"{t[0]}\" v=\"{t[1]}\"/>"));
}
