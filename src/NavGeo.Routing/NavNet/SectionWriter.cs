using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NavGeo.Routing.NavNet;

/// <summary>Writes signature, sections and checksum.</summary>
internal sealed class SectionWriter
{
    private readonly Stream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SectionWriter(Stream stream)
    {
        this.stream = stream;
        Append(SectionReader.Signature);
    }

    /// <summary>A column of numbers as they lie in memory; NavGeo runs on little-endian machines only.</summary>
    public void Numbers<T>(string tag, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ReadOnlySpan<byte> payload = MemoryMarshal.AsBytes(values);
        Span<byte> head = stackalloc byte[12];
        Encoding.ASCII.GetBytes(tag, head);
        BinaryPrimitives.WriteInt64LittleEndian(head[4..], payload.Length);
        Append(head);
        Append(payload);
    }

    public void Text(string tag, string text) => Numbers<byte>(tag, Encoding.UTF8.GetBytes(text));

    public void End() => stream.Write(hash.GetHashAndReset());

    private void Append(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
