using System.Collections;
using NavGeo.Data.Input;
using NavGeo.Data.Roads;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The links of a file, each made when it is asked for: a country's would not fit into the memory beside the graph that
/// is made of them. Going through all of them makes some batches at a time, on several threads.
/// </summary>
internal sealed class OsmLinks : IReadOnlyList<RoadLink>
{
    private const int BatchesPerThread = 8;

    private readonly WayCutter cutter;
    private readonly IReadOnlyList<OsmWayBatch> ways;
    private readonly int[][] positions;
    private readonly OsmLinkBatch[] cut;
    private readonly ReadingRun run;

    /// <summary>Number of each batch's first link, and one past the last link of all.</summary>
    private readonly int[] firstLink;

    /// <param name="cutter">Cuts ways into links.</param>
    /// <param name="ways">All ways.</param>
    /// <param name="positions">Places of their nodes, beside them.</param>
    /// <param name="run">Threads and cancellation.</param>
    public OsmLinks(WayCutter cutter, IReadOnlyList<OsmWayBatch> ways, int[][] positions, ReadingRun run)
    {
        (this.cutter, this.ways, this.positions, this.run) = (cutter, ways, positions, run);
        cut = new OsmLinkBatch[ways.Count];
        Parallel.For(0, ways.Count, OsmPlaces.Options(run), b => cut[b] = cutter.Cut(ways[b], positions[b]));
        firstLink = new int[ways.Count + 1];
        for (int b = 0; b < cut.Length; b++) firstLink[b + 1] = checked(firstLink[b] + cut[b].Cuts.Count);
    }

    /// <summary>What became of each batch's ways.</summary>
    public IReadOnlyList<OsmLinkBatch> Batches => cut;

    public int Count => firstLink[^1];

    public RoadLink this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int found = Array.BinarySearch(firstLink, index);
            int batch = found >= 0 ? found : ~found - 1;
            // Batches without links begin where the next one does.
            while (firstLink[batch + 1] == index) batch++;
            return LinkOf(batch, index - firstLink[batch]);
        }
    }

    /// <summary>The number of a batch's link among all.</summary>
    public int NumberOf(int batch, int link) => firstLink[batch] + link;

    public IEnumerator<RoadLink> GetEnumerator()
    {
        var made = new RoadLink[Math.Max(1, run.Threads) * BatchesPerThread][];
        for (int first = 0; first < cut.Length; first += made.Length)
        {
            int begin = first;
            int count = Math.Min(made.Length, cut.Length - begin);
            Parallel.For(0, count, OsmPlaces.Options(run), i =>
            {
                var links = new RoadLink[cut[begin + i].Cuts.Count];
                for (int link = 0; link < links.Length; link++) links[link] = LinkOf(begin + i, link);
                made[i] = links;
            });
            for (int i = 0; i < count; i++)
            {
                foreach (RoadLink link in made[i]) yield return link;
                made[i] = [];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private RoadLink LinkOf(int batch, int link) => cutter.LinkOf(ways[batch], positions[batch], cut[batch].Cuts[link], batch, link);
}

/// <summary>The links that one batch's ways became.</summary>
internal sealed class OsmLinkBatch
{
    /// <summary>In the order of the ways and along each.</summary>
    public List<OsmCut> Cuts { get; } = [];

    /// <summary>Of the ways turn restrictions ask for: the way, its link (by position in <see cref="Cuts"/>), the places it runs between, the ways it is open.</summary>
    public List<(long Way, int Link, int From, int To, LinkDirections Directions)> Asked { get; } = [];

    /// <summary>Ways or pieces that became none, by reason.</summary>
    public Dictionary<(DropReason Reason, string Value), int> Dropped { get; } = [];
}

/// <summary>A piece of a way that is a link: sixteen bytes, where the link itself would take some hundred.</summary>
/// <param name="Way">The way, by its position in the batch.</param>
/// <param name="First">Its first node, by the position in the batch's list of nodes.</param>
/// <param name="Count">How many nodes, at least 2.</param>
/// <param name="LengthMillimetres">Its length on the ground.</param>
internal readonly record struct OsmCut(int Way, int First, int Count, int LengthMillimetres);
