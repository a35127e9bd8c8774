using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;

namespace NavGeo.Benchmarks.Osm;

/// <summary>
/// Writes .osm.pbf files for tests and measurements, plainly and by the book: a header, then blocks of dense nodes, ways
/// and relations. NavGeo itself only reads the format.
/// </summary>
internal static class PbfWriter
{
    /// <summary>The four bytes of length, BlobHeader and Blob around a message.</summary>
    public static byte[] Blob(string type, byte[] message, bool isCompressed = true, CompressionLevel level = CompressionLevel.Fastest)
    {
        byte[] blob = Message(output =>
        {
            if (!isCompressed)
            {
                Bytes(output, 1, message);
                return;
            }
            using var zipped = new MemoryStream();
            using (var stream = new ZLibStream(zipped, level, leaveOpen: true)) stream.Write(message);
            Number(output, 2, message.Length);
            Bytes(output, 3, zipped.ToArray());
        });
        return Framed(type, blob);
    }

    /// <summary>The four bytes of length and BlobHeader before a Blob.</summary>
    public static byte[] Framed(string type, byte[] blob)
    {
        byte[] header = Message(output =>
        {
            Bytes(output, 1, Encoding.UTF8.GetBytes(type));
            Number(output, 3, blob.Length);
        });
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        return [.. length, .. header, .. blob];
    }

    /// <summary>The header every file begins with.</summary>
    public static byte[] Header(params string[] required) => Blob("OSMHeader", Message(output =>
    {
        foreach (string feature in required.Length == 0 ? ["OsmSchema-V0.6", "DenseNodes"] : required) Bytes(output, 4, Encoding.UTF8.GetBytes(feature));
        Bytes(output, 16, "NavGeo tests"u8.ToArray());
    }));

    /// <summary>A whole file of some objects.</summary>
    public static byte[] File(
        IReadOnlyList<(long Id, double Longitude, double Latitude, string Tags)> nodes,
        IReadOnlyList<(long Id, long[] Nodes, string Tags)> ways,
        IReadOnlyList<(long Id, (int Kind, long Id, string Role)[] Members, string Tags)>? relations = null)
    {
        byte[] file = [.. Header(), .. Blob("OSMData", NodeBlock(nodes)), .. Blob("OSMData", WayBlock(ways))];
        return relations is null ? file : [.. file, .. Blob("OSMData", RelationBlock(relations))];
    }

    /// <summary>Dense nodes; tags are written <c>key=value,key=value</c>.</summary>
    public static byte[] NodeBlock(IReadOnlyList<(long Id, double Longitude, double Latitude, string Tags)> nodes)
    {
        var strings = new Strings();
        List<long> keysAndValues = [];
        foreach ((long _, double _, double _, string tags) in nodes)
        {
            foreach ((int key, int value) in strings.Of(tags)) keysAndValues.AddRange([key, value]);
            keysAndValues.Add(0);
        }
        byte[] dense = Message(output =>
        {
            Differences(output, 1, nodes.Select(n => n.Id));
            Differences(output, 8, nodes.Select(n => (long)Math.Round(n.Latitude * 1e7)));
            Differences(output, 9, nodes.Select(n => (long)Math.Round(n.Longitude * 1e7)));
            Indexes(output, 10, keysAndValues);
        });
        return Block(strings, Message(output => Bytes(output, 2, dense)));
    }

    public static byte[] WayBlock(IReadOnlyList<(long Id, long[] Nodes, string Tags)> ways)
    {
        var strings = new Strings();
        byte[] group = Message(output =>
        {
            foreach ((long id, long[] nodes, string tags) in ways)
            {
                Bytes(output, 3, Message(way =>
                {
                    Number(way, 1, id);
                    Indexes(way, 2, strings.Of(tags).Select(t => (long)t.Key));
                    Indexes(way, 3, strings.Of(tags).Select(t => (long)t.Value));
                    Differences(way, 8, nodes);
                }));
            }
        });
        return Block(strings, group);
    }

    public static byte[] RelationBlock(IReadOnlyList<(long Id, (int Kind, long Id, string Role)[] Members, string Tags)> relations)
    {
        var strings = new Strings();
        byte[] group = Message(output =>
        {
            foreach ((long id, (int Kind, long Id, string Role)[] members, string tags) in relations)
            {
                Bytes(output, 4, Message(relation =>
                {
                    Number(relation, 1, id);
                    Indexes(relation, 2, strings.Of(tags).Select(t => (long)t.Key));
                    Indexes(relation, 3, strings.Of(tags).Select(t => (long)t.Value));
                    Indexes(relation, 8, members.Select(m => (long)strings.Of(m.Role + "=")[0].Key));
                    Differences(relation, 9, members.Select(m => m.Id));
                    Indexes(relation, 10, members.Select(m => (long)m.Kind));
                }));
            }
        });
        return Block(strings, group);
    }

    /// <summary>A message of fields.</summary>
    public static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        write(output);
        output.Flush();
        return stream.ToArray();
    }

    public static void Bytes(CodedOutputStream output, int field, byte[] content)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(content));
    }

    public static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    /// <summary>A packed list of differences, each zigzag-coded.</summary>
    public static void Differences(CodedOutputStream output, int field, IEnumerable<long> values)
    {
        long before = 0;
        Bytes(output, field, Message(packed =>
        {
            foreach (long value in values)
            {
                packed.WriteSInt64(value - before);
                before = value;
            }
        }));
    }

    private static void Indexes(CodedOutputStream output, int field, IEnumerable<long> values) => Bytes(output, field, Message(packed =>
    {
        foreach (long value in values) packed.WriteInt64(value);
    }));

    private static byte[] Block(Strings strings, byte[] group) => Message(output =>
    {
        Bytes(output, 1, Message(table =>
        {
            foreach (string text in strings.All) Bytes(table, 1, Encoding.UTF8.GetBytes(text));
        }));
        Bytes(output, 2, group);
    });

    /// <summary>The block's strings; the first is empty, as 0 ends a node's tags.</summary>
    private sealed class Strings
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public List<string> All { get; } = [""];

        public List<(int Key, int Value)> Of(string tags) =>
        [
            .. tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=', 2)).Select(t => (Number(t[0]), Number(t[1]))),
        ];

        private int Number(string text)
        {
            if (numbers.TryGetValue(text, out int number)) return number;
            numbers.Add(text, All.Count);
            All.Add(text);
            return All.Count - 1;
        }
    }
}
