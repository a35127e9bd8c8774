using System.Collections;
using System.Runtime.InteropServices;
using NavGeo.Data.Input;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// The places the kept ways and the coastlines lead over, by position in the ascending list of their ids: where they lie, how many lines
/// meet there, whether a car must stop. Arrays, as a country has some twenty million.
/// </summary>
internal sealed class OsmPlaces
{
    /// <summary>Longitude of a node the file does not have.</summary>
    public const int Missing = int.MinValue;

    private const byte Junction = 2;

    private readonly byte[] uses;
    private readonly BitArray blocked;

    private OsmPlaces(long[] ids)
    {
        Ids = ids;
        Longitudes = new int[ids.Length];
        Latitudes = new int[ids.Length];
        Array.Fill(Longitudes, Missing);
        uses = new byte[ids.Length];
        blocked = new BitArray(ids.Length);
    }

    /// <summary>Node ids, ascending, each once.</summary>
    public long[] Ids { get; }

    /// <summary>Tenths of a microdegree east; <see cref="Missing"/> where the file lacks the node.</summary>
    public int[] Longitudes { get; }

    /// <summary>Tenths of a microdegree north.</summary>
    public int[] Latitudes { get; }

    /// <summary>Collects the node ids of ways and coastlines, and turns each way's into positions.</summary>
    /// <param name="batches">The ways; their lists of ids are emptied, because a country's are large.</param>
    /// <param name="positions">Positions beside each batch's list of ids.</param>
    /// <param name="run">Threads and cancellation.</param>
    public static OsmPlaces Of(IReadOnlyList<OsmWayBatch> batches, out int[][] positions, ReadingRun run)
    {
        var all = new long[batches.Sum(b => b.NodeIds.Count + b.Coasts.Sum(c => (long)c.Length))];
        int at = 0;
        foreach (OsmWayBatch batch in batches)
        {
            batch.NodeIds.CopyTo(all, at);
            at += batch.NodeIds.Count;
            foreach (long[] coast in batch.Coasts)
            {
                coast.CopyTo(all, at);
                at += coast.Length;
            }
        }
        LongSort.Sort(all, run.Cancellation);
        int unique = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1]) all[unique++] = all[i];
        }
        Array.Resize(ref all, unique);
        long[] ids = all;
        var found = new int[batches.Count][];
        Parallel.For(0, batches.Count, Options(run), b =>
        {
            ReadOnlySpan<long> wanted = CollectionsMarshal.AsSpan(batches[b].NodeIds);
            var search = new WantedNodes(ids);
            var here = new int[wanted.Length];
            for (int i = 0; i < wanted.Length; i++) here[i] = search.Find(wanted[i]);
            found[b] = here;
            batches[b].NodeIds.Clear();
            batches[b].NodeIds.Capacity = 0;
        });
        positions = found;
        var places = new OsmPlaces(ids);
        for (int b = 0; b < batches.Count; b++)
        {
            foreach (OsmWay way in batches[b].Ways) places.CountUses(found[b].AsSpan(way.FirstNode, way.NodeCount));
        }
        return places;
    }

    public static ParallelOptions Options(ReadingRun run) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, run.Threads), CancellationToken = run.Cancellation };

    /// <summary>Takes what a block says of the places; the first that says it is believed.</summary>
    public void Take(OsmNodeBatch batch)
    {
        foreach ((int index, int longitude, int latitude) in batch.Nodes)
        {
            if (Longitudes[index] != Missing) continue;
            Longitudes[index] = longitude;
            Latitudes[index] = latitude;
        }
        foreach (int index in batch.Blocked) blocked[index] = true;
    }

    /// <summary>Position of a node; -1 where no kept way or coastline leads over it.</summary>
    public int Find(long id) => Math.Max(-1, Array.BinarySearch(Ids, id));

    /// <summary>Whether lines end or meet there.</summary>
    public bool IsJunction(int place) => uses[place] >= Junction || blocked[place];

    /// <summary>Whether a car cannot pass.</summary>
    public bool IsBlocked(int place) => blocked[place];

    /// <summary>Whether a way leads over it; otherwise it is known for the coast's sake only.</summary>
    public bool IsOnWay(int place) => uses[place] > 0;

    public bool IsMissing(int place) => Longitudes[place] == Missing;

    /// <summary>Makes lines end there.</summary>
    public void MakeJunction(int place) => uses[place] = Junction;

    private void CountUses(ReadOnlySpan<int> way)
    {
        for (int i = 0; i < way.Length; i++)
        {
            ref byte use = ref uses[way[i]];
            use = i == 0 || i == way.Length - 1 ? Junction : (byte)Math.Min(Junction, use + 1);
        }
    }
}
