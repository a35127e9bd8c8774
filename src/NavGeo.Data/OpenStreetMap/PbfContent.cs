using System.IO.Compression;
using Google.Protobuf;
using K4os.Compression.LZ4;
using ZstdSharp;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>The message inside a Blob, uncompressed. Never more than the format's 32 MiB, whatever the compressed bytes promise.</summary>
internal static class PbfContent
{
    private const uint RawField = 1 << 3 | 2, RawSizeField = 2 << 3;

    private const int Zlib = 3, Lz4 = 6, Zstd = 7;

    /// <summary>What one compressed byte becomes at most; a promise beyond that need not be believed.</summary>
    private const long MostOfDeflate = 1032, MostOfLz4 = 256;

    /// <exception cref="InvalidProtocolBufferException">The Blob is damaged.</exception>
    /// <exception cref="InvalidDataException">It is damaged, larger than allowed, or (<c>compression</c>) compressed in a way that is not read.</exception>
    public static byte[] Of(byte[] blob)
    {
        var message = new CodedInputStream(blob);
        ByteString? raw = null;
        ByteString? packed = null;
        int rawSize = -1;
        int way = 0;
        uint tag;
        while ((tag = message.ReadTag()) != 0)
        {
            switch (tag)
            {
                case RawField:
                    raw = message.ReadBytes();
                    break;
                case RawSizeField:
                    rawSize = message.ReadInt32();
                    break;
                case Zlib << 3 | 2 or Lz4 << 3 | 2 or Zstd << 3 | 2:
                    (way, packed) = ((int)(tag >> 3), message.ReadBytes());
                    break;
                default:
                    // lzma and bzip2 are in the format, but no program writes them.
                    if (tag >> 3 is 4 or 5) throw new InvalidDataException("compression");
                    message.SkipLastField();
                    break;
            }
        }
        if (raw is not null) return raw.Length <= PbfBlobs.MostBlobBytes ? raw.ToByteArray() : throw new InvalidDataException("size");
        if (packed is null || rawSize is < 0 or > PbfBlobs.MostBlobBytes) throw new InvalidDataException("size");
        return way switch { Lz4 => OfLz4(packed.Span, rawSize), Zstd => OfZstd(packed.Span, rawSize), _ => Inflated(packed, rawSize) };
    }

    private static byte[] Inflated(ByteString zlib, int rawSize)
    {
        using var compressed = new MemoryStream(zlib.Span.ToArray(), writable: false);
        using var stream = new ZLibStream(compressed, CompressionMode.Decompress);
        byte[] bytes = Room(rawSize, zlib.Length, MostOfDeflate);
        int read = stream.ReadAtLeast(bytes, rawSize, throwOnEndOfStream: false);
        if (read < rawSize || stream.ReadByte() >= 0) throw new InvalidDataException("size");
        return bytes;
    }

    private static byte[] OfLz4(ReadOnlySpan<byte> lz4, int rawSize)
    {
        byte[] bytes = Room(rawSize, lz4.Length, MostOfLz4);
        return LZ4Codec.Decode(lz4, bytes) == rawSize ? bytes : throw new InvalidDataException("size");
    }

    private static byte[] OfZstd(ReadOnlySpan<byte> zstd, int rawSize)
    {
        var bytes = new byte[rawSize];
        using var decompressor = new Decompressor();
        try
        {
            return decompressor.Unwrap(zstd, bytes) == rawSize ? bytes : throw new InvalidDataException("size");
        }
        catch (ZstdException problem)
        {
            throw new InvalidDataException("zstd", problem);
        }
    }

    private static byte[] Room(int rawSize, int packedSize, long most) =>
        rawSize <= most * packedSize + 1024 ? new byte[rawSize] : throw new InvalidDataException("size");
}
