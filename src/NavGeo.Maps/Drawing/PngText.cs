using System.Buffers.Binary;
using System.Text;
using NavGeo.Data.Formats.Packed;

namespace NavGeo.Maps.Drawing;

/// <summary>Puts resolution and texts into a PNG (chunks <c>pHYs</c> and <c>iTXt</c> of the PNG standard, after the header).</summary>
internal static class PngText
{
    private const int HeaderEnd = 8 + 25;
    private const double DotsPerMetre = 1000 / 25.4;

    public static void Write(Stream stream, ReadOnlySpan<byte> png, int dotsPerInch, IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        stream.Write(png[..HeaderEnd]);
        byte[] size = new byte[9];
        int perMetre = (int)Math.Round(dotsPerInch * DotsPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(size, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), perMetre);
        size[8] = 1;
        Chunk(stream, "pHYs", size);
        foreach ((string keyword, string text) in texts)
            Chunk(stream, "iTXt", [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);
        stream.Write(png[HeaderEnd..]);
    }

    private static void Chunk(Stream stream, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(body);
        var crc = new Crc32();
        crc.Take(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.Value);
        stream.Write(number);
    }
}
