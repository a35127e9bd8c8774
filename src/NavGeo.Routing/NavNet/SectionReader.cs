using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Routing.Graph;

namespace NavGeo.Routing.NavNet;

/// <summary>
/// Reads what <see cref="SectionWriter"/> wrote. Nothing larger than the file is ever allocated: a length that reaches
/// past the end is told before memory is asked for.
/// </summary>
internal sealed class SectionReader
{
    private const int HashBytes = 32;

    private readonly Stream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] head = new byte[12];
    private long nextLength;

    /// <summary>Checks the signature and stands before the first section.</summary>
    public SectionReader(Stream stream)
    {
        this.stream = stream;
        var signature = new byte[Signature.Length];
        if (stream.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false) < signature.Length
            || !signature.AsSpan(0, 7).SequenceEqual(Signature.AsSpan(0, 7)))
        {
            throw new NavNetException(NavNetFault.Foreign, "the signature is not that of a .navnet file");
        }
        if (signature[7] != NavNetFile.Version)
            throw new NavNetException(NavNetFault.OtherVersion, $"version {signature[7]}, this NavGeo reads {NavNetFile.Version}");
        hash.AppendData(signature);
        Next = "";
        Advance();
    }

    /// <summary>"NAVNET", an end-of-file mark that stops a text reader, and the version.</summary>
    public static byte[] Signature => [.. "NAVNET"u8, 0x1A, NavNetFile.Version];

    /// <summary>Tag of the section that comes next; empty before the checksum.</summary>
    public string Next { get; private set; }

    /// <summary>The next section, which must have this tag.</summary>
    public T[] Numbers<T>(string tag)
        where T : unmanaged
    {
        var values = new T[CountOf(tag, Unsafe.SizeOf<T>())];
        Load(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>The column of an attribute, which must come next.</summary>
    public Array Column(EdgeColumn attribute)
    {
        Array column = attribute.NewColumn(checked((int)CountOf(attribute.Section, attribute.Size)));
        Load(attribute.BytesOf(column));
        return column;
    }

    /// <summary>A column of bytes that are 0 or 1.</summary>
    public bool[] Flags(string tag) =>
        Array.ConvertAll(Numbers<byte>(tag), b => b <= 1 ? b == 1 : throw NavNetFile.Contradiction(tag));

    public string Text(string tag) => Encoding.UTF8.GetString(Numbers<byte>(tag));

    /// <summary>Reads the checksum and holds it against the bytes read.</summary>
    public void End()
    {
        if (Next.Length > 0) throw new NavNetException(NavNetFault.Damaged, $"section '{Next}' where the file should end");
        var written = new byte[HashBytes];
        Fill(written);
        if (!written.AsSpan().SequenceEqual(hash.GetHashAndReset()))
            throw new NavNetException(NavNetFault.Damaged, "the checksum does not match");
    }

    private long CountOf(string tag, int size)
    {
        if (Next != tag) throw new NavNetException(NavNetFault.Damaged, $"section '{Next}' where '{tag}' should be");
        return nextLength % size == 0 ? nextLength / size : throw NavNetFile.Contradiction(tag);
    }

    private void Load(Span<byte> payload)
    {
        Fill(payload);
        hash.AppendData(payload);
        Advance();
    }

    private void Advance()
    {
        long left = stream.Length - stream.Position;
        if (left <= HashBytes)
        {
            if (left < HashBytes) throw Truncated();
            Next = "";
            return;
        }
        if (left < HashBytes + head.Length) throw Truncated();
        Fill(head);
        hash.AppendData(head);
        Next = Encoding.ASCII.GetString(head, 0, 4);
        nextLength = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(4));
        if (nextLength < 0 || nextLength > stream.Length - stream.Position - HashBytes) throw Truncated();
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw Truncated();
    }

    private static NavNetException Truncated() => new(NavNetFault.Truncated, "the file ends before it should");
}
