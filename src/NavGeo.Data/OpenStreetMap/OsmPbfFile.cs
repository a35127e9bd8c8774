using System.Globalization;
using Google.Protobuf;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// An .osm.pbf file, decoded block by block on several threads. The blocks' results come in the order of the file,
/// whatever the number of threads. At most some tens of megabytes of blocks are held at a time.
/// </summary>
internal sealed class OsmPbfFile : IOsmSource
{
    /// <summary>Compressed bytes that wait to be decoded at most, beyond the first block.</summary>
    private const long MostWaitingBytes = 16 << 20;
    private const int BlobsPerThread = 8;

    private static readonly string[] Understood = ["OsmSchema-V0.6", "DenseNodes"];

    private readonly string path;
    private readonly PbfBlobs blobs;
    private readonly List<bool> hasNodes = [];
    private readonly List<(long Lowest, long Highest)> wayIds = [];

    public OsmPbfFile(InputFile file)
    {
        path = file.Path;
        blobs = new PbfBlobs(file);
    }

    public string Date { get; private set; } = "";

    public long Length => blobs.Length;

    public IEnumerable<OsmWayBatch> ReadWays(ReadingRun run)
    {
        hasNodes.Clear();
        wayIds.Clear();
        foreach (OsmWayBatch batch in Decoded(run, 1, _ => true, bytes => PbfBlock.Ways(bytes, isOnFoot: run.IsOnFoot)))
        {
            hasNodes.Add(batch.HasNodes);
            wayIds.Add(batch.WayIds);
            yield return batch;
        }
    }

    public IEnumerable<OsmWayBatch> ReadFerries(IReadOnlyDictionary<long, WayTraits> wanted, ReadingRun run)
    {
        long[] ids = [.. wanted.Keys.Order()];
        return Decoded(run with { Progress = null }, 1, block => MayHold(wayIds[block]), bytes => PbfBlock.Ways(bytes, wanted));

        bool MayHold((long Lowest, long Highest) ways)
        {
            int found = Array.BinarySearch(ids, ways.Lowest);
            int next = found >= 0 ? found : ~found;
            return next < ids.Length && ids[next] <= ways.Highest;
        }
    }

    public IEnumerable<OsmNodeBatch> ReadNodes(long[] wanted, ReadingRun run) =>
        Decoded(run, 2, block => hasNodes[block], bytes => PbfBlock.Nodes(bytes, wanted));

    public void Dispose() => blobs.Dispose();

    private IEnumerable<T> Decoded<T>(ReadingRun run, int pass, Func<int, bool> isNeeded, Func<byte[], T> decode)
        where T : class
    {
        blobs.Rewind();
        var waiting = new List<PbfBlob>();
        int block = 0;
        bool isFirst = true;
        bool isAtEnd = false;
        while (!isAtEnd)
        {
            waiting.Clear();
            long bytes = 0;
            while (waiting.Count < run.Threads * BlobsPerThread && bytes < MostWaitingBytes)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                if (!blobs.TryNext(type => type == "OSMHeader" || (type == "OSMData" && isNeeded(block++)), out PbfBlob blob))
                {
                    isAtEnd = true;
                    break;
                }
                bool isHeader = blob.Type == "OSMHeader";
                if (isHeader != isFirst) throw PbfFault.At(path, blob.Offset, isHeader ? "osm.repeated" : "osm.not-pbf");
                isFirst = false;
                if (isHeader) ReadHeader(blob);
                if (isHeader || blob.IsPassedOver) continue;
                waiting.Add(blob);
                bytes += blob.Content.Length;
            }
            if (isFirst) throw new InputException(path, null, new Phrase("osm.empty"), new Phrase("osm.fetch-again.remedy"));
            foreach (T result in DecodeAll(waiting, run, decode)) yield return result;
            run.Progress?.Invoke(new ReadProgress(pass, 2, blobs.Position, blobs.Length));
        }
    }

    private T[] DecodeAll<T>(List<PbfBlob> waiting, ReadingRun run, Func<byte[], T> decode)
        where T : class
    {
        var results = new T[waiting.Count];
        var faults = new InputException?[waiting.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, run.Threads), CancellationToken = run.Cancellation };
        Parallel.For(0, waiting.Count, options, i =>
        {
            try
            {
                results[i] = decode(PbfContent.Of(waiting[i].Content));
            }
            catch (Exception problem) when (problem is InvalidProtocolBufferException or InvalidDataException or OverflowException)
            {
                faults[i] = Fault(waiting[i], problem);
            }
        });
        // The first in the file, whichever thread met its fault first.
        return Array.Find(faults, f => f is not null) is { } fault ? throw fault : results;
    }

    private void ReadHeader(PbfBlob blob)
    {
        const uint RequiredField = 4 << 3 | 2, TimestampField = 32 << 3;
        try
        {
            var header = new CodedInputStream(PbfContent.Of(blob.Content));
            uint tag;
            while ((tag = header.ReadTag()) != 0)
            {
                if (tag == RequiredField)
                {
                    string feature = header.ReadString();
                    if (!Understood.Contains(feature))
                        throw new InputException(path, Place(blob), new Phrase("osm.feature", feature), new Phrase("osm.feature.remedy"));
                }
                else if (tag == TimestampField) Date = DayOf(header.ReadInt64());
                else header.SkipLastField();
            }
        }
        catch (Exception problem) when (problem is InvalidProtocolBufferException or InvalidDataException)
        {
            throw Fault(blob, problem);
        }
    }

    /// <summary>Why a block cannot be read: it is damaged, or compressed in a way that is not read.</summary>
    private InputException Fault(PbfBlob blob, Exception problem) => problem is InvalidDataException { Message: "compression" }
        ? new InputException(path, Place(blob), new Phrase("osm.compression"), new Phrase("osm.compression.remedy"))
        : PbfFault.At(path, blob.Offset, "osm.damaged");

    private static string DayOf(long seconds) => seconds is > 0 and < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";

    private static string Place(PbfBlob blob) => $"byte {blob.Offset.ToString(CultureInfo.InvariantCulture)}";
}
