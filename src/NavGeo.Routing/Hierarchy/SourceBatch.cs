using System.Numerics;

namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// Sources that are swept together, a lane each, and what they reach by going up: the times at all ancestors of any
/// of them. Immutable once made.
/// </summary>
internal sealed class SourceBatch
{
    private SourceBatch(int index, int[] sources, int lanes, int[] ranks, int[] rows)
    {
        Index = index;
        Sources = sources;
        Lanes = lanes;
        Ranks = ranks;
        Rows = rows;
    }

    /// <summary>Which batch of the sweep.</summary>
    public int Index { get; }

    /// <summary>The source of each lane in use.</summary>
    public int[] Sources { get; }

    /// <summary>Lanes in a row: a multiple of 16, at most 128.</summary>
    public int Lanes { get; }

    /// <summary>Ranks that a source reaches by going up, descending.</summary>
    public int[] Ranks { get; }

    /// <summary>The lanes of each, [ranks × lanes].</summary>
    public int[] Rows { get; }

    public static SourceBatch Climb(
        SearchArcs arcs, SweepPoints points, int index, int[] sources, int lanes, SweepDirection direction)
    {
        ChordalGraph graph = arcs.Graph;
        var marks = new ulong[(graph.NodeCount + 63) / 64];
        int count = 0;
        foreach (int source in sources)
        {
            for (int k = points.First[source]; k < points.First[source + 1]; k++)
            {
                for (int rank = graph.Ranks[points.Nodes[k]]; rank >= 0; rank = graph.Parent(rank))
                {
                    ulong bit = 1UL << (rank & 63);
                    if ((marks[rank >> 6] & bit) != 0) break;
                    marks[rank >> 6] |= bit;
                    count++;
                }
            }
        }
        var ranks = new int[count];
        int written = 0;
        for (int word = marks.Length - 1; word >= 0; word--)
        {
            for (ulong left = marks[word]; left != 0;)
            {
                int bit = 63 - BitOperations.LeadingZeroCount(left);
                ranks[written++] = word * 64 + bit;
                left &= ~(1UL << bit);
            }
        }
        var rows = new int[count * lanes];
        Array.Fill(rows, CustomisedTimes.Infinity);
        var reached = new int[graph.Height];
        for (int lane = 0; lane < sources.Length; lane++)
        {
            for (int k = points.First[sources[lane]]; k < points.First[sources[lane] + 1]; k++)
            {
                int start = direction == SweepDirection.FromSources ? points.Leaving[k] : points.Arriving[k];
                Climb(arcs, graph.Ranks[points.Nodes[k]], start, direction == SweepDirection.FromSources ? 0 : 1, reached);
                int slot = 0;
                for (int rank = graph.Ranks[points.Nodes[k]]; rank >= 0; rank = graph.Parent(rank))
                {
                    if (slot == 0) slot = Slot(ranks, rank);
                    else while (ranks[slot] != rank) slot--;
                    ref int time = ref rows[slot * lanes + lane];
                    time = Math.Min(time, reached[graph.Depths[rank]]);
                }
            }
        }
        return new SourceBatch(index, sources, lanes, ranks, rows);
    }

    /// <summary>The first place in <see cref="Ranks"/> that is not above a rank.</summary>
    public int PlaceOf(int rank)
    {
        int low = 0, high = Ranks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Ranks[middle] > rank) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Slot(int[] descending, int rank)
    {
        int low = 0, high = descending.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (descending[middle] > rank) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static void Climb(SearchArcs arcs, int start, int time, int half, int[] reached)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            ChordalGraph graph = arcs.Graph;
            int[] first = arcs.First;
            ushort[] headDepths = arcs.HeadDepths;
            ReadOnlySpan<int> milliseconds = arcs.Milliseconds;
            reached.AsSpan(0, graph.Depths[start] + 1).Fill(CustomisedTimes.Infinity);
            reached[graph.Depths[start]] = time;
            for (int rank = start; rank >= 0; rank = graph.Parent(rank))
            {
                int so = reached[graph.Depths[rank]];
                if (so == CustomisedTimes.Infinity) continue;
                ReadOnlySpan<ushort> depths = headDepths.AsSpan(first[rank]..first[rank + 1]);
                ReadOnlySpan<int> pairs = milliseconds.Slice(2 * first[rank], 2 * depths.Length);
                for (int i = 0; i < depths.Length; i++)
                {
                    ref int best = ref reached[depths[i]];
                    best = Math.Min(best, so + pairs[2 * i + half]);
                }
            }
        }
    }
}
