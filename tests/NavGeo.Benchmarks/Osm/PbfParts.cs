using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;

namespace NavGeo.Benchmarks.Osm;

/// <summary>Takes sound .osm.pbf files apart.</summary>
internal static class PbfParts
{
    /// <summary>The unpacked blocks of objects of a sound file.</summary>
    public static List<byte[]> Of(byte[] file)
    {
        List<byte[]> blocks = [];
        int at = 0;
        while (at < file.Length)
        {
            int headerBytes = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var header = new CodedInputStream(file, at + 4, headerBytes);
            string type = "";
            int size = 0;
            uint tag;
            while ((tag = header.ReadTag()) != 0)
            {
                if (tag == 10) type = header.ReadString();
                else if (tag == 24) size = header.ReadInt32();
                else header.SkipLastField();
            }
            at += 4 + headerBytes;
            if (type == "OSMData") blocks.Add(Inflated(new CodedInputStream(file, at, size)));
            at += size;
        }
        return blocks;
    }

    private static byte[] Inflated(CodedInputStream blob)
    {
        uint tag;
        while ((tag = blob.ReadTag()) != 0)
        {
            if (tag == 10) return blob.ReadBytes().ToByteArray();
            if (tag == 26)
            {
                using var zipped = new ZLibStream(new MemoryStream(blob.ReadBytes().ToByteArray()), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                zipped.CopyTo(plain);
                return plain.ToArray();
            }
            blob.SkipLastField();
        }
        throw new InvalidDataException("the extract has a block that is not zlib");
    }

    /// <summary>The same file with its blocks not compressed, so that damage to it reaches what a checksum would keep it from.</summary>
    public static byte[] Unpacked(byte[] file) =>
        [.. PbfWriter.Header(), .. Of(file).SelectMany(block => PbfWriter.Blob("OSMData", block, isCompressed: false))];
}
