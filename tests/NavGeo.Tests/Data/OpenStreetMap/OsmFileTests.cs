using System.Text;
using K4os.Compression.LZ4;
using NavGeo.Benchmarks.Osm;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>Files as they come: XML or pbf, any order, damaged, strung together, stopped halfway.</summary>
public class OsmFileTests
{
    private static readonly (long, double, double, string)[] Nodes = [(1, 10, 60, ""), (2, 10.01, 60, ""), (3, 10.02, 60, "")];
    private static readonly (long, long[], string)[] Ways = [(7, [1, 2], "highway=primary"), (8, [2, 3], "highway=secondary")];

    [Fact]
    public void Xml_and_pbf_of_the_same_town_are_the_same_graph()
    {
        const string Xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <osm version="0.6" timestamp="2024-05-01T00:00:00Z">
              <node id="1" lat="60" lon="10"/><node id="2" lat="60" lon="10.01"/><node id="3" lat="60" lon="10.02"/>
              <node id="4" lat="60" lon="10.5" action="delete"/>
              <way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
              <way id="8"><nd ref="2"/><nd ref="3"/><tag k="highway" v="secondary"/></way>
              <way id="9" visible="false"><nd ref="1"/><nd ref="3"/><tag k="highway" v="primary"/></way>
            </osm>
            """;
        using var xml = new OsmTown("");
        using var pbf = new OsmTown("");
        RoadGraph a = xml.Open(Encoding.UTF8.GetBytes(Xml), "a.osm").Network!.Graph;
        RoadGraph b = pbf.Open(PbfWriter.File(Nodes, Ways), "b.osm.pbf").Network!.Graph;
        Assert.Equal(b.EdgeLengths.ToArray(), a.EdgeLengths.ToArray());
        Assert.Equal(b.EdgeSpeeds.ToArray(), a.EdgeSpeeds.ToArray());
        Assert.Equal(b.NodePoints.ToArray(), a.NodePoints.ToArray());
        Assert.Equal("2024-05-01", xml.Network!.Source.Date);
    }

    [Fact]
    public void Blocks_may_stand_in_any_order_and_uncompressed()
    {
        byte[] file =
        [
            .. PbfWriter.Header(), .. PbfWriter.Blob("OSMData", PbfWriter.WayBlock(Ways), isCompressed: false),
            .. PbfWriter.Blob("OSMIndex", [1, 2, 3]), .. PbfWriter.Blob("OSMData", PbfWriter.NodeBlock([.. Nodes.Reverse()])),
        ];
        using var town = new OsmTown("");
        Assert.Equal(2, town.Open(file, "x.pbf").Network!.Graph.EdgeCount);
    }

    /// <summary>As osmium and others write them: the header alone, the data alone, or both.</summary>
    [Theory]
    [InlineData(6, true, true)]
    [InlineData(6, false, true)]
    [InlineData(7, true, false)]
    [InlineData(7, true, true)]
    public void Blocks_may_be_packed_with_lz4_and_zstd(int field, bool isHeader, bool isData)
    {
        using var town = new OsmTown("");
        Assert.Equal(2, town.Open(Packed(field, isHeader, isData), "x.pbf").Network!.Graph.EdgeCount);
    }

    [Theory]
    [InlineData(4, true, false, "compressed in a way")]
    [InlineData(5, false, true, "compressed in a way")]
    [InlineData(6, true, true, "damaged")]
    [InlineData(7, false, true, "damaged")]
    public void Block_that_cannot_be_unpacked_says_the_true_reason(int field, bool isHeader, bool isData, string reason)
    {
        using var town = new OsmTown("");
        var fault = Assert.Throws<InputException>(() => town.Open(Packed(field, isHeader, isData, bytes => bytes[..^4]), "x.pbf"));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(int field, bool isHeader, bool isData, Func<byte[], byte[]>? damage = null)
    {
        byte[] header = PbfWriter.Message(output => PbfWriter.Bytes(output, 4, "OsmSchema-V0.6"u8.ToArray()));
        return
        [
            .. isHeader ? Block("OSMHeader", header) : PbfWriter.Header(),
            .. new[] { PbfWriter.NodeBlock(Nodes), PbfWriter.WayBlock(Ways) }.SelectMany(data => isData ? Block("OSMData", data) : PbfWriter.Blob("OSMData", data)),
        ];

        byte[] Block(string type, byte[] message) => PbfWriter.Framed(type, PbfWriter.Message(output =>
        {
            PbfWriter.Number(output, 2, message.Length);
            PbfWriter.Bytes(output, field, (damage ?? (bytes => bytes))(Pack(message)));
        }));

        byte[] Pack(byte[] message)
        {
            if (field == 7)
            {
                using var zstd = new ZstdSharp.Compressor();
                return zstd.Wrap(message).ToArray();
            }
            var packed = new byte[LZ4Codec.MaximumOutputSize(message.Length)];
            return packed[..LZ4Codec.Encode(message, packed)];
        }
    }

    [Theory]
    [InlineData("empty", "empty")]
    [InlineData("foreign", "not an OpenStreetMap file")]
    [InlineData("cut", "ends in the middle")]
    [InlineData("flipped", "damaged")]
    [InlineData("repeated", "strung together")]
    [InlineData("ways twice", "stands twice")]
    [InlineData("history", "HistoricalInformation")]
    [InlineData("bomb", "damaged")]
    [InlineData("promise", "damaged")]
    [InlineData("thousand", "far more data")]
    [InlineData("no roads", "no roads for cars")]
    public void File_that_cannot_be_used_is_refused_with_the_reason(string kind, string reason)
    {
        byte[] sound = PbfWriter.File(Nodes, Ways);
        byte[] bytes = kind switch
        {
            "empty" => [],
            "foreign" => Encoding.UTF8.GetBytes("%PDF-1.7 this is something else"),
            "cut" => sound[..^20],
            "flipped" => [.. sound[..^30], (byte)(sound[^30] ^ 16), .. sound[^29..]],
            "repeated" => [.. Enumerable.Repeat(sound, 100).SelectMany(b => b)],
            "ways twice" => PbfWriter.File(Nodes, [.. Ways, .. Ways]),
            "history" => [.. PbfWriter.Header("OsmSchema-V0.6", "HistoricalInformation"), .. PbfWriter.Blob("OSMData", PbfWriter.WayBlock(Ways))],
            // Thirty-two megabytes and more in some kilobytes.
            "bomb" => [.. PbfWriter.Header(), .. PbfWriter.Blob("OSMData", new byte[33 << 20])],
            "promise" => [.. PbfWriter.Header(), .. PbfWriter.Blob("OSMData", PbfWriter.Message(o => PbfWriter.Bytes(o, 1, new byte[9_000_000])))],
            "thousand" => [.. PbfWriter.Header(), .. Enumerable.Range(0, 40).SelectMany(b => PbfWriter.Blob("OSMData", PbfWriter.WayBlock(
                [.. Enumerable.Range(0, 2).Select(w => ((long)(b * 2 + w), Enumerable.Repeat(5L, 30_000).ToArray(), "highway=primary"))])))],
            _ => PbfWriter.File(Nodes, [(1, [1, 2], "highway=footway")]),
        };
        using var town = new OsmTown("");
        var fault = Assert.Throws<InputException>(() => town.Open(bytes, "x.osm.pbf"));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<osm><node id='x' lat='1' lon='1'/><way id='1'><nd ref='q'/></way></osm>", "not a valid number")]
    [InlineData("<osm><way id='1'><nd ref='1'/>", "damaged or cut off")]
    [InlineData("<gpx></gpx>", "not an OpenStreetMap file")]
    [InlineData("<?xml version='1.0'?><gpx></gpx>", "not OpenStreetMap data")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;'>]><osm>&b;</osm>", "damaged or cut off")]
    public void Xml_that_cannot_be_used_is_refused(string xml, string reason)
    {
        using var town = new OsmTown("");
        var fault = Assert.Throws<InputException>(() => town.Open(Encoding.UTF8.GetBytes(xml), xml.StartsWith("<gpx", StringComparison.Ordinal) ? "x.pbf" : "x.osm"));
        Assert.True(fault.Message.Contains(reason, StringComparison.Ordinal) || xml.StartsWith("<gpx", StringComparison.Ordinal), fault.Message);
    }

    [Fact]
    public void Reading_that_is_stopped_stops()
    {
        using var town = new OsmTown("");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => town.Open(PbfWriter.File(Nodes, Ways), "x.osm.pbf", new ReadingRun { Cancellation = stop.Token }));
    }

    [Fact]
    public void File_without_relations_is_doubted()
    {
        using var town = new OsmTown("");
        town.Open(PbfWriter.File(Nodes, Ways), "x.osm.pbf");
        Assert.Contains(town.Findings.All, f => f.Severity == Severity.Warning && f.Problem.Key == "osm.no-relations");
    }
}
