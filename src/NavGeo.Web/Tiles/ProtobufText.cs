using System.Text;

namespace NavGeo.Web.Tiles;

/// <summary>
/// Bytes in the wire format of protocol buffers, of which vector tiles need three kinds of field: whole numbers, doubles
/// and bytes. Grows as it is written; scratch for one thread.
/// </summary>
/// <param name="capacity">Bytes to begin with.</param>
internal sealed class ProtobufText(int capacity = 256)
{
    private const int WholeType = 0;
    private const int DoubleType = 1;
    private const int BytesType = 2;

    private byte[] bytes = new byte[capacity];

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>A field with a whole number.</summary>
    public void Whole(int field, ulong value)
    {
        Varint((ulong)(field << 3 | WholeType));
        Varint(value);
    }

    /// <summary>A field with a double.</summary>
    public void Double(int field, double value)
    {
        Varint((ulong)(field << 3 | DoubleType));
        Reserve(sizeof(double));
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(Length), value);
        Length += sizeof(double);
    }

    /// <summary>A field with bytes: a message inside this one, packed numbers.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((ulong)(field << 3 | BytesType));
        Varint((ulong)value.Length);
        Raw(value);
    }

    /// <summary>A field with a text.</summary>
    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A number without a field, as packed lists hold them.</summary>
    public void Varint(ulong value)
    {
        Reserve(10);
        for (; value >= 0x80; value >>= 7) bytes[Length++] = (byte)(value & 0x7F | 0x80);
        bytes[Length++] = (byte)value;
    }

    /// <summary>A number that may be below 0, packed so that small ones are short.</summary>
    public void ZigZag(int value) => Varint((uint)(value << 1 ^ value >> 31));

    /// <summary>Bytes that are already in this format.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(bytes.AsSpan(Length));
        Length += value.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + more));
    }
}
