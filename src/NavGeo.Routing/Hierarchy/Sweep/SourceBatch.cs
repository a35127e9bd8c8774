using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// Sources that are swept together, a lane each, and what they reach by going up: the times at all ancestors of any
/// of them. Immutable once made.
/// </summary>
internal sealed class SourceBatch
{
    private SourceBatch(int[] sources, int lanes, int[] ranks, int[] rows)
    {
        Sources = sources;
        Lanes = lanes;
        Ranks = ranks;
        Rows = rows;
        LaneNames = new int[lanes];
        Array.Fill(LaneNames, int.MaxValue);
        sources.CopyTo(LaneNames, 0);
    }

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

    /// <summary>
    /// Lets sources that lie near each other climb to all their ancestors together, a lane each: they share most of them.
    /// </summary>
    /// <param name="times">The way up.</param>
    /// <param name="points">Where the sources hang.</param>
    /// <param name="sources">The sources, a lane each.</param>
    /// <param name="lanes">Lanes in a row, at least as many as sources.</param>
    /// <param name="direction">Which way is travelled.</param>
    public static SourceBatch Together<TLanes>(
        CustomisedTimes times, SweepPoints points, int[] sources, int lanes, SweepDirection direction)
        where TLanes : struct, ISweepLanes
    {
        var all = AncestorSet.Above(times.Graph, points, sources);
        return new SourceBatch(sources, lanes, all.Ranks, ClimbedRows<TLanes>(times, points, all, sources, lanes, direction));
    }

    /// <summary>
    /// Lets scattered sources climb one by one, which share few ancestors; kept is what they reach of what the targets
    /// need. The same times as <see cref="Together"/>.
    /// </summary>
    /// <inheritdoc cref="Together"/>
    /// <param name="targets">Whose nodes and ancestors count.</param>
    public static SourceBatch Apart(
        CustomisedTimes times, SweepPoints points, int[] sources, int lanes, SweepDirection direction, TargetSelection targets)
    {
        var needed = AncestorSet.Above(times.Graph, points, sources, targets.Visited);
        int[] rows = GC.AllocateUninitializedArray<int>(needed.Ranks.Length * lanes);
        Array.Fill(rows, CustomisedTimes.Infinity);
        var climb = new SourceClimb(times, points, direction);
        for (int lane = 0; lane < sources.Length; lane++) climb.Run(sources[lane], needed, rows, lane, lanes);
        return new SourceBatch(sources, lanes, needed.Ranks, rows);
    }

    private static int[] ClimbedRows<TLanes>(
        CustomisedTimes times, SweepPoints points, AncestorSet set, int[] sources, int lanes, SweepDirection direction)
        where TLanes : struct, ISweepLanes
    {
        ChordalGraph graph = times.Graph;
        int[] ranks = set.Ranks;
        int[] rows = GC.AllocateUninitializedArray<int>(ranks.Length * lanes);
        Array.Fill(rows, CustomisedTimes.Infinity);
        for (int lane = 0; lane < sources.Length; lane++)
        {
            for (int k = points.First[sources[lane]]; k < points.First[sources[lane] + 1]; k++)
            {
                int start = direction == SweepDirection.FromSources ? points.LeavingMilliseconds[k] : points.ArrivingMilliseconds[k];
                ref int time = ref rows[set.Place(graph.Ranks[points.Nodes[k]]) * lanes + lane];
                time = Math.Min(time, start);
            }
        }

        // All lanes climb together, from the lowest rank up: every upper end of an arc is among the ranks too.
        int half = direction == SweepDirection.FromSources ? 0 : 1;
        ReadOnlySpan<int> milliseconds = times.Milliseconds;
        for (int place = ranks.Length - 1; place >= 0; place--)
        {
            ReadOnlySpan<int> row = rows.AsSpan(place * lanes, lanes);
            for (int arc = graph.First[ranks[place]]; arc < graph.First[ranks[place] + 1]; arc++)
                TLanes.Lower(rows.AsSpan(set.Place(graph.Heads[arc]) * lanes, lanes), row, milliseconds[2 * arc + half]);
        }
        return rows;
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
