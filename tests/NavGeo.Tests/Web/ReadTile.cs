using System.Buffers.Binary;
using System.Text;

namespace NavGeo.Tests.Web;

/// <summary>The first layer of a vector tile, read by the letter of the specification, slowly.</summary>
internal sealed record ReadTile(string Name, IReadOnlyList<ReadTile.Feature> Features)
{
    internal sealed record Feature(int Id, IReadOnlyDictionary<string, object> Properties);

    public static ReadTile Of(byte[] tile)
    {
        byte[] layer = (byte[])Fields(tile).First(f => f.Number == 3).Value;
        List<(int Number, object Value)> fields = Fields(layer);
        Assert.Equal(2UL, fields.Single(f => f.Number == 15).Value);
        Assert.Equal(4096UL, fields.Single(f => f.Number == 5).Value);
        string[] keys = [.. fields.Where(f => f.Number == 3).Select(f => Encoding.UTF8.GetString((byte[])f.Value))];
        object[] values = [.. fields.Where(f => f.Number == 4).Select(f => ValueOf((byte[])f.Value))];
        return new ReadTile(
            Encoding.UTF8.GetString((byte[])fields.Single(f => f.Number == 1).Value),
            [.. fields.Where(f => f.Number == 2).Select(f => FeatureOf((byte[])f.Value, keys, values))]);
    }

    private static Feature FeatureOf(byte[] bytes, string[] keys, object[] values)
    {
        List<(int Number, object Value)> fields = Fields(bytes);
        List<ulong> tags = Packed((byte[])fields.Single(f => f.Number == 2).Value);
        Assert.NotEmpty(Packed((byte[])fields.Single(f => f.Number == 4).Value));
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        for (int i = 0; i < tags.Count; i += 2) properties[keys[(int)tags[i]]] = values[(int)tags[i + 1]];
        return new Feature((int)(ulong)fields.Single(f => f.Number == 1).Value, properties);
    }

    private static object ValueOf(byte[] bytes)
    {
        (int number, object value) = Assert.Single(Fields(bytes));
        return number switch
        {
            1 => Encoding.UTF8.GetString((byte[])value),
            3 => value,
            6 => (long)((ulong)value >> 1) ^ -(long)((ulong)value & 1),
            7 => (ulong)value == 1,
            _ => throw new InvalidDataException($"value of kind {number}"),
        };
    }

    private static List<ulong> Packed(byte[] bytes)
    {
        var numbers = new List<ulong>();
        for (int at = 0; at < bytes.Length;) numbers.Add(Varint(bytes, ref at));
        return numbers;
    }

    private static List<(int Number, object Value)> Fields(byte[] bytes)
    {
        var fields = new List<(int, object)>();
        for (int at = 0; at < bytes.Length;)
        {
            ulong tag = Varint(bytes, ref at);
            object value;
            switch (tag & 7)
            {
                case 0:
                    value = Varint(bytes, ref at);
                    break;
                case 1:
                    value = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(at));
                    at += 8;
                    break;
                default:
                    int length = (int)Varint(bytes, ref at);
                    value = bytes[at..(at + length)];
                    at += length;
                    break;
            }
            fields.Add(((int)(tag >> 3), value));
        }
        return fields;
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
