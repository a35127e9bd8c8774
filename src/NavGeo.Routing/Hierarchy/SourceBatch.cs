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
        LaneNames = new int[lanes];
        Array.Fill(LaneNames, int.MaxValue);
        sources.CopyTo(LaneNames, 0);
    }

    /// <summary>Which batch of the sweep.</summary>
    public int Index { get; }

    /// <summary>The source of each lane in use.</summary>
    public int[] Sources { get; }

    /// <summary>The same for every lane; <see cref="int.MaxValue"/> for those not in use.</summary>
    public int[] LaneNames { get; }

    /// <summary>Lanes in a row: a multiple of 16, at most 128.</summary>
    public int Lanes { get; }

    /// <summary>Ranks that a source reaches by going up, descending.</summary>
    public int[] Ranks { get; }

    /// <summary>The lanes of each, [ranks × lanes].</summary>
    public int[] Rows { get; }

    public static SourceBatch Climb<TLanes>(
        SearchArcs arcs, SweepPoints points, int index, int[] sources, int lanes, SweepDirection direction)
        where TLanes : struct, ISweepLanes
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
        // Descending; above says how many stand before those of a word, so a rank's place is a look-up.
        var ranks = new int[count];
        var above = new int[marks.Length];
        int written = 0;
        for (int word = marks.Length - 1; word >= 0; word--)
        {
            above[word] = written;
            for (ulong left = marks[word]; left != 0;)
            {
                int bit = 63 - BitOperations.LeadingZeroCount(left);
                ranks[written++] = word * 64 + bit;
                left &= ~(1UL << bit);
            }
        }
        var rows = new int[count * lanes];
        Array.Fill(rows, CustomisedTimes.Infinity);
        for (int lane = 0; lane < sources.Length; lane++)
        {
            for (int k = points.First[sources[lane]]; k < points.First[sources[lane] + 1]; k++)
            {
                int start = direction == SweepDirection.FromSources ? points.Leaving[k] : points.Arriving[k];
                ref int time = ref rows[Place(graph.Ranks[points.Nodes[k]]) * lanes + lane];
                time = Math.Min(time, start);
            }
        }

        // All lanes climb together, from the lowest rank up: every upper end of an arc is among the ranks too.
        int half = direction == SweepDirection.FromSources ? 0 : 1;
        ReadOnlySpan<int> milliseconds = arcs.Milliseconds;
        for (int place = count - 1; place >= 0; place--)
        {
            ReadOnlySpan<int> row = rows.AsSpan(place * lanes, lanes);
            for (int arc = arcs.First[ranks[place]]; arc < arcs.First[ranks[place] + 1]; arc++)
                TLanes.Lower(rows.AsSpan(Place(arcs.Heads[arc]) * lanes, lanes), row, milliseconds[2 * arc + half]);
        }
        return new SourceBatch(index, sources, lanes, ranks, rows);

        int Place(int rank) => above[rank >> 6] + BitOperations.PopCount(marks[rank >> 6] >> (rank & 63) >> 1);
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
}
