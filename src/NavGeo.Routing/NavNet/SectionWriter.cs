using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;

namespace NavGeo.Routing.NavNet;

/// <summary>Writes signature, sections and checksum.</summary>
internal sealed class SectionWriter
{
    /// <summary>So much is written between two looks at the token.</summary>
    private const int PieceBytes = 1 << 20;

    private readonly Stream stream;
    private readonly BuildingRun run;
    private long written;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SectionWriter(Stream stream, BuildingRun run)
    {
        this.stream = stream;
        this.run = run;
        Append(SectionReader.Signature);
    }

    /// <summary>A column of numbers as they lie in memory; NavGeo runs on little-endian machines only.</summary>
    public void Numbers<T>(string tag, ReadOnlySpan<T> values)
        where T : unmanaged => Section(tag, MemoryMarshal.AsBytes(values));

    /// <summary>What the edges have of an attribute.</summary>
    public void Column(EdgeColumn attribute, EdgeColumns columns) => Section(attribute.Section, attribute.BytesOf(columns.Of(attribute)));

    public void Text(string tag, string text) => Numbers<byte>(tag, Encoding.UTF8.GetBytes(text));

    public void End() => stream.Write(hash.GetHashAndReset());

    private void Section(string tag, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[12];
        Encoding.ASCII.GetBytes(tag, head);
        BinaryPrimitives.WriteInt64LittleEndian(head[4..], payload.Length);
        Append(head);
        Append(payload);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> piece = bytes[..Math.Min(PieceBytes, bytes.Length)];
            hash.AppendData(piece);
            stream.Write(piece);
            written += piece.Length;
            run.Tell(BuildingStep.Writing, written, 0);
            bytes = bytes[piece.Length..];
        }
    }
}
