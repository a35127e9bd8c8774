using System.IO.Compression;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Formats.Packed;

/// <summary>
/// Unpacks a gzip file and refuses one that is damaged, cut off or a bomb. The framework's own stream takes a file that
/// ends anywhere for one that ends there; this one lets a member of its own follow the file and only believes the end
/// when that member comes out whole, so that a file of several members, which the format (RFC 1952) allows, is read to
/// the end, and one cut off at any byte within a member is told. Not safe for several threads.
/// </summary>
internal sealed class GzipReader : ForwardStream
{
    /// <summary>What the last member holds: nothing that a file would end with.</summary>
    private static readonly byte[] End = "\0NavGeo: the end of the file\0"u8.ToArray();
    private static readonly byte[] EndMember = Packed(End);

    private readonly string path;
    private readonly GZipStream gzip;
    private readonly UnpackLimit limit;

    /// <summary>Unpacked bytes that were not given out: the last of them may be <see cref="End"/>.</summary>
    private readonly byte[] held = new byte[1 << 16];
    private int first;
    private int count;
    private bool isAtEnd;

    private GzipReader(Stream file, string path, long mostBytes)
    {
        this.path = path;
        limit = new UnpackLimit(file.Length, Math.Min(mostBytes, long.MaxValue - End.Length) + End.Length);
        gzip = new GZipStream(new FollowedStream(file, EndMember), CompressionMode.Decompress);
    }

    /// <summary>Whether bytes begin as a gzip file does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, ..];

    /// <summary>Opens a file, plain or packed, which its first bytes tell.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The plain bytes; reading them throws an <see cref="InputException"/> where packed ones are damaged.</returns>
    public static Stream OpenPlain(InputFile file) =>
        IsGzip(file.Begin(2)) ? new GzipReader(file.OpenRead(), file.Path, long.MaxValue) : file.OpenRead();

    /// <summary>The plain bytes of a file that was read.</summary>
    /// <param name="bytes">The file's bytes, packed or not.</param>
    /// <param name="path">What messages call it.</param>
    /// <param name="mostBytes">More than this no sound file unpacks to.</param>
    /// <exception cref="InputException">The packed bytes are damaged, cut off, or become too many.</exception>
    public static byte[] Plain(byte[] bytes, string path, long mostBytes = long.MaxValue)
    {
        if (!IsGzip(bytes)) return bytes;
        using var packed = new GzipReader(new MemoryStream(bytes), path, mostBytes);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The packed bytes are damaged, cut off, or become too many.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!isAtEnd && count <= End.Length) Fill();
        int given = Math.Min(buffer.Length, Math.Max(0, count - End.Length));
        held.AsSpan(first, given).CopyTo(buffer);
        first += given;
        count -= given;
        return given;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) gzip.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    private void Fill()
    {
        held.AsSpan(first, count).CopyTo(held);
        first = 0;
        int read;
        try
        {
            read = gzip.Read(held, count, held.Length - count);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
        if (!limit.Allows(read)) throw new InputException(path, null, new Phrase("packed.too-large"), new Phrase("packed.remedy"));
        count += read;
        if (read > 0) return;
        if (!held.AsSpan(0, count).SequenceEqual(End)) throw Damaged();
        isAtEnd = true;
    }

    private InputException Damaged() => new(path, null, new Phrase("packed.damaged"), new Phrase("packed.remedy"));
}

/// <summary>The checksum of zip archives and PNG chunks (ISO 3309, polynomial 0xEDB88320).</summary>
public struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];
    private uint state = uint.MaxValue;

    /// <summary>The checksum of what was taken.</summary>
    public readonly uint Value => ~state;

    /// <summary>Takes more bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes) state = Table[(state ^ each) & 255] ^ state >> 8;
    }

    private static uint Entry(int index)
    {
        uint value = (uint)index;
        for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
        return value;
    }
}
