using System.IO.Compression;
using Google.Protobuf;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>The message inside a Blob, uncompressed. Never more than the format's 32 MiB, whatever the compressed bytes promise.</summary>
internal static class PbfContent
{
    private const uint RawField = 1 << 3 | 2, RawSizeField = 2 << 3, ZlibField = 3 << 3 | 2;

    /// <exception cref="InvalidProtocolBufferException">The Blob is damaged.</exception>
    /// <exception cref="InvalidDataException">It is damaged, larger than allowed, or compressed in a way that is not read.</exception>
    public static byte[] Of(byte[] blob)
    {
        var message = new CodedInputStream(blob);
        ByteString? raw = null;
        ByteString? zlib = null;
        int rawSize = -1;
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
                case ZlibField:
                    zlib = message.ReadBytes();
                    break;
                default:
                    // lzma, bzip2, lz4 and zstd are in the format, but hardly any file has them.
                    if (tag >> 3 is >= 4 and <= 7) throw new InvalidDataException("compression");
                    message.SkipLastField();
                    break;
            }
        }
        if (raw is not null) return raw.Length <= PbfBlobs.MostBlobBytes ? raw.ToByteArray() : throw new InvalidDataException("size");
        if (zlib is null || rawSize is < 0 or > PbfBlobs.MostBlobBytes) throw new InvalidDataException("size");
        return Inflated(zlib, rawSize);
    }

    private static byte[] Inflated(ByteString zlib, int rawSize)
    {
        using var compressed = new MemoryStream(zlib.Span.ToArray(), writable: false);
        using var stream = new ZLibStream(compressed, CompressionMode.Decompress);
        // Deflate makes a thousand times more of its bytes at most: a promise beyond that need not be believed.
        if (rawSize > 1032L * zlib.Length + 1024) throw new InvalidDataException("size");
        var bytes = new byte[rawSize];
        int read = stream.ReadAtLeast(bytes, rawSize, throwOnEndOfStream: false);
        if (read < rawSize || stream.ReadByte() >= 0) throw new InvalidDataException("size");
        return bytes;
    }
}
