using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Decodes one PrimitiveBlock: strings, then groups of nodes, ways and relations. Counts that no sound file has are
/// taken for damage before they are given memory.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream reads an array; there is nothing to let go of.")]
internal sealed partial class PbfBlock
{
    /// <summary>Objects, tags, members and strings of a block at most; the format recommends 8 000 objects.</summary>
    private const int MostEntries = 2_000_000;

    private const uint NodeField = 1 << 3 | 2, DenseField = 2 << 3 | 2, WayField = 3 << 3 | 2, RelationField = 4 << 3 | 2;

    private readonly List<string> strings = [];
    private readonly List<(int Start, int End)> groups = [];
    private readonly List<uint> keys = [];
    private readonly List<uint> values = [];
    private readonly List<long> numbers = [];
    private readonly OsmTags tags = new();
    private IReadOnlyDictionary<long, WayTraits>? wantedFerries;
    private CodedInputStream stream;
    private readonly long granularity = 100;
    private readonly long latitudeOffset;
    private readonly long longitudeOffset;

    /// <summary>Reads the block's own fields; those that scale the coordinates may stand behind the groups.</summary>
    private PbfBlock(byte[] bytes)
    {
        const uint StringTable = 1 << 3 | 2, Group = 2 << 3 | 2, Granularity = 17 << 3, LatitudeOffset = 19 << 3, LongitudeOffset = 20 << 3;
        stream = new CodedInputStream(bytes);
        uint tag;
        while ((tag = stream.ReadTag()) != 0)
        {
            switch (tag)
            {
                case StringTable:
                    ReadStrings();
                    break;
                case Group:
                    int start = (int)stream.Position;
                    stream.SkipLastField();
                    groups.Add((start, (int)stream.Position));
                    break;
                case Granularity:
                    granularity = stream.ReadInt32();
                    break;
                case LatitudeOffset:
                    latitudeOffset = stream.ReadInt64();
                    break;
                case LongitudeOffset:
                    longitudeOffset = stream.ReadInt64();
                    break;
                default:
                    stream.SkipLastField();
                    break;
            }
        }
    }

    /// <summary>Roads, ferries and turn restrictions among the block's objects.</summary>
    /// <param name="bytes">The block.</param>
    /// <param name="wantedFerries">Only these ways, as ferries by their routes; null for all roads, ferries and relations.</param>
    /// <param name="isOnFoot">Whether ways for people on foot are kept too.</param>
    /// <exception cref="InvalidProtocolBufferException">The block is damaged.</exception>
    /// <exception cref="InvalidDataException">It contradicts itself.</exception>
    public static OsmWayBatch Ways(byte[] bytes, IReadOnlyDictionary<long, WayTraits>? wantedFerries = null, bool isOnFoot = false)
    {
        var block = new PbfBlock(bytes) { wantedFerries = wantedFerries };
        var batch = new OsmWayBatch { IsOnFoot = isOnFoot };
        foreach ((int start, int end) in block.groups)
        {
            block.Enter(bytes, start, end);
            uint tag;
            while ((tag = block.stream.ReadTag()) != 0)
            {
                if (tag == WayField) block.ReadWay(batch);
                else if (tag == RelationField && wantedFerries is null) block.ReadRelation(batch);
                else block.stream.SkipLastField();
                batch.HasNodes |= tag is NodeField or DenseField;
                batch.HasRelations |= tag == RelationField;
            }
        }
        return batch;
    }

    /// <summary>The wanted ones among the block's nodes.</summary>
    /// <exception cref="InvalidProtocolBufferException">The block is damaged.</exception>
    /// <exception cref="InvalidDataException">It contradicts itself.</exception>
    public static OsmNodeBatch Nodes(byte[] bytes, long[] wanted)
    {
        var block = new PbfBlock(bytes);
        var batch = new OsmNodeBatch();
        var search = new WantedNodes(wanted);
        foreach ((int start, int end) in block.groups)
        {
            block.Enter(bytes, start, end);
            uint tag;
            while ((tag = block.stream.ReadTag()) != 0)
            {
                if (tag == DenseField) block.ReadDense(batch, ref search);
                else if (tag == NodeField) block.ReadNode(batch, ref search);
                else block.stream.SkipLastField();
            }
        }
        return batch;
    }

    private void Enter(byte[] bytes, int start, int end)
    {
        stream = new CodedInputStream(bytes, start, end - start);
        stream.ReadLength();
    }

    /// <summary>The tag of a field within a message that has not ended.</summary>
    private uint NextTag()
    {
        uint tag = stream.ReadTag();
        return tag != 0 ? tag : throw new InvalidDataException("tag");
    }

    /// <summary>Where the message or packed list that begins here ends.</summary>
    private long Stop()
    {
        int length = stream.ReadLength();
        return length >= 0 ? stream.Position + length : throw new InvalidDataException("length");
    }

    private void Left(long stop)
    {
        if (stream.Position != stop) throw new InvalidDataException("length");
    }

    private void ReadStrings()
    {
        const uint Text = 1 << 3 | 2;
        long stop = Stop();
        while (stream.Position < stop)
        {
            if (NextTag() != Text) throw new InvalidDataException("strings");
            if (strings.Count == MostEntries) throw new InvalidDataException("strings");
            strings.Add(stream.ReadString());
        }
        Left(stop);
    }

    private void ReadIndexes(List<uint> into)
    {
        long stop = Stop();
        while (stream.Position < stop)
        {
            if (into.Count == MostEntries) throw new InvalidDataException("tags");
            into.Add(stream.ReadUInt32());
        }
        Left(stop);
    }

    /// <summary>A packed list in which each number is the difference to the one before.</summary>
    private void ReadDifferences(List<long> into, int most)
    {
        into.Clear();
        long stop = Stop();
        long number = 0;
        while (stream.Position < stop)
        {
            if (into.Count == most) throw new InvalidDataException("list");
            number = unchecked(number + stream.ReadSInt64());
            into.Add(number);
        }
        Left(stop);
    }

    private string TextAt(long index) =>
        index >= 0 && index < strings.Count ? strings[(int)index] : throw new InvalidDataException("string");

    private void FillTags()
    {
        if (keys.Count != values.Count) throw new InvalidDataException("tags");
        tags.Clear();
        for (int i = 0; i < keys.Count; i++) tags.Add(TextAt(keys[i]), TextAt(values[i]));
    }
}
