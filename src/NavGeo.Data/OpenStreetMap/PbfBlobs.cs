using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Goes through the blocks of an .osm.pbf file (https://wiki.openstreetmap.org/wiki/PBF_Format): four bytes of length,
/// a BlobHeader, a Blob. Only one block is held at a time. Lengths are held against the format's limits and against
/// what is left of the file before memory is asked for.
/// </summary>
internal sealed class PbfBlobs : IDisposable
{
    /// <summary>A BlobHeader must be smaller than this.</summary>
    private const int MostHeaderBytes = 64 * 1024;

    /// <summary>A Blob must be smaller than this, compressed and uncompressed.</summary>
    public const int MostBlobBytes = 32 * 1024 * 1024;

    private readonly string path;
    private readonly Stream stream;
    private readonly byte[] length = new byte[4];

    public PbfBlobs(InputFile file)
    {
        path = file.Path;
        stream = file.OpenRead();
        Length = stream.Length;
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>Bytes that have been gone through.</summary>
    public long Position => stream.Position;

    /// <summary>Back to the first block.</summary>
    public void Rewind() => stream.Position = 0;

    /// <summary>The next block; false at the end of the file.</summary>
    /// <param name="isWanted">Whether the content of a block of a type is wanted; else it is passed over.</param>
    /// <param name="blob">The block.</param>
    /// <exception cref="InputException">The file is cut off, or is no such file.</exception>
    public bool TryNext(Func<string, bool> isWanted, out PbfBlob blob)
    {
        long offset = stream.Position;
        int read = stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false);
        blob = default;
        if (read == 0) return false;
        if (read < length.Length) throw PbfFault.At(path, offset, "osm.cut-off");
        int headerBytes = BinaryPrimitives.ReadInt32BigEndian(length);
        if (headerBytes is <= 0 or > MostHeaderBytes) throw PbfFault.At(path, offset, offset == 0 ? "osm.not-pbf" : "osm.damaged");
        byte[] header = Take(headerBytes, offset);
        (string? type, int blobBytes) = ReadHeader(header, offset);
        if (type is null || blobBytes is < 0 or > MostBlobBytes) throw PbfFault.At(path, offset, offset == 0 ? "osm.not-pbf" : "osm.damaged");
        if (isWanted(type))
        {
            blob = new PbfBlob(offset, type, Take(blobBytes, offset));
            return true;
        }
        if (blobBytes > Length - stream.Position) throw PbfFault.At(path, offset, "osm.cut-off");
        stream.Seek(blobBytes, SeekOrigin.Current);
        blob = new PbfBlob(offset, type, [], IsPassedOver: true);
        return true;
    }

    public void Dispose() => stream.Dispose();

    private (string? Type, int Bytes) ReadHeader(byte[] bytes, long offset)
    {
        const uint TypeField = 1 << 3 | 2, SizeField = 3 << 3;
        string? type = null;
        int size = -1;
        try
        {
            var header = new CodedInputStream(bytes);
            uint tag;
            while ((tag = header.ReadTag()) != 0)
            {
                if (tag == TypeField) type = header.ReadString();
                else if (tag == SizeField) size = header.ReadInt32();
                else header.SkipLastField();
            }
        }
        catch (InvalidProtocolBufferException)
        {
            throw PbfFault.At(path, offset, offset == 0 ? "osm.not-pbf" : "osm.damaged");
        }
        return (type, size);
    }

    private byte[] Take(int count, long offset)
    {
        if (count > Length - stream.Position) throw PbfFault.At(path, offset, "osm.cut-off");
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>One block of an .osm.pbf file as it lies there, still compressed.</summary>
/// <param name="Offset">Where in the file it begins, for messages.</param>
/// <param name="Type"><c>OSMHeader</c>, <c>OSMData</c> or something a reader is to skip.</param>
/// <param name="Content">The Blob message; empty where it was passed over.</param>
/// <param name="IsPassedOver">Whether nobody wanted it.</param>
internal readonly record struct PbfBlob(long Offset, string Type, byte[] Content, bool IsPassedOver = false);

/// <summary>What is said of an OpenStreetMap file that cannot be read.</summary>
internal static class PbfFault
{
    /// <summary>A fault at a byte of the file.</summary>
    public static InputException At(string path, long offset, string key, params IReadOnlyList<object> values) => new(
        path, $"byte {offset.ToString(CultureInfo.InvariantCulture)}", new Phrase(key, values), new Phrase("osm.fetch-again.remedy"));
}
