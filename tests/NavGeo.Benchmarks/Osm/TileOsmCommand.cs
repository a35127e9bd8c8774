using System.IO.Compression;
using Google.Protobuf;

namespace NavGeo.Benchmarks.Osm;

/// <summary>
/// <c>tile-osm --extract FILE --copies N -o FILE</c>: a country-size file from an extract. Every copy has ids of its own
/// and lies in its own square, so that nothing of one copy touches another; nodes come first, then ways, then relations,
/// as in the files of the download services.
/// </summary>
internal static class TileOsmCommand
{
    private const long IdStride = 20_000_000_000;
    private const int Columns = 20;

    /// <summary>Nanodegrees from one copy to the next, and from the extract to the first.</summary>
    private const long East = 1_200_000_000, North = 900_000_000;

    public static int Run(Arguments arguments)
    {
        string extract = arguments.Required("--extract");
        int copies = arguments.Whole("--copies", 100);
        string path = arguments.Required("-o");
        long firstEast = 1_000_000_000L * arguments.Whole("--west", 0) * -1;
        long firstNorth = 1_000_000_000L * arguments.Whole("--north", 0);
        List<byte[]> blocks = PbfParts.Of(System.IO.File.ReadAllBytes(extract));
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        output.Write(PbfWriter.Header());
        foreach (int kind in (int[])[2, 3, 4])
        {
            byte[][] chosen = [.. blocks.Where(b => KindOf(b) == kind)];
            for (int copy = 0; copy < copies; copy++)
            {
                long east = firstEast + copy % Columns * East;
                long north = firstNorth + copy / Columns * North;
                long ids = copy * IdStride;
                foreach (byte[] blob in chosen.AsParallel().AsOrdered().Select(b => PbfWriter.Blob("OSMData", Shifted(b, ids, east, north), true, CompressionLevel.Fastest)))
                    output.Write(blob);
            }
        }
        Console.WriteLine($"{path}: {output.Length / 1_000_000} MB, {copies} copies of {extract}");
        return 0;
    }

    /// <summary>The field of the first object of the block: 2 dense nodes (or 1), 3 ways, 4 relations.</summary>
    private static int KindOf(byte[] block)
    {
        var input = new CodedInputStream(block);
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if (tag != 18)
            {
                input.SkipLastField();
                continue;
            }
            int length = input.ReadLength();
            if (length == 0) continue;
            int field = (int)(input.ReadTag() >> 3);
            return field == 1 ? 2 : field;
        }
        return 0;
    }

    private static byte[] Shifted(byte[] block, long ids, long east, long north) => PbfWriter.Message(output =>
    {
        foreach ((int field, long number, byte[]? content) in Fields(block))
        {
            if (field == 2) PbfWriter.Bytes(output, 2, ShiftedGroup(content!, ids));
            else if (content is not null) PbfWriter.Bytes(output, field, content);
            else PbfWriter.Number(output, field, number);
        }
        PbfWriter.Number(output, 19, north);
        PbfWriter.Number(output, 20, east);
    });

    private static byte[] ShiftedGroup(byte[] group, long ids) => PbfWriter.Message(output =>
    {
        foreach ((int kind, long _, byte[]? item) in Fields(group))
        {
            PbfWriter.Bytes(output, kind, PbfWriter.Message(shifted =>
            {
                foreach ((int field, long number, byte[]? content) in Fields(item!))
                {
                    bool isList = (kind, field) is (2, 1) or (3, 8) or (4, 9);
                    if (isList && content!.Length > 0) PbfWriter.Bytes(shifted, field, FirstShifted(content, ids));
                    else if (content is not null) PbfWriter.Bytes(shifted, field, content);
                    else PbfWriter.Number(shifted, field, field == 1 && kind != 1 ? number + ids : number);
                }
            }));
        }
    });

    /// <summary>A list of differences whose first number, and so every one, is moved.</summary>
    private static byte[] FirstShifted(byte[] packed, long ids)
    {
        var input = new CodedInputStream(packed);
        long first = input.ReadSInt64() + ids;
        byte[] rest = packed[(int)input.Position..];
        return [.. PbfWriter.Message(output => output.WriteSInt64(first)), .. rest];
    }

    private static IEnumerable<(int Field, long Number, byte[]? Content)> Fields(byte[] message)
    {
        var input = new CodedInputStream(message);
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if ((tag & 7) == 2) yield return ((int)(tag >> 3), 0, input.ReadBytes().ToByteArray());
            else yield return ((int)(tag >> 3), input.ReadInt64(), null);
        }
    }
}
