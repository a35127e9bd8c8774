using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// Climbs from one source after another to all its ancestors, whose times lie by depth in the nearest cache. Scratch for
/// one thread.
/// </summary>
internal sealed class SourceClimb(CustomisedTimes times, SweepPoints points, SweepDirection direction)
{
    private readonly int half = direction == SweepDirection.FromSources ? 0 : 1;
    private readonly int[] starts = direction == SweepDirection.FromSources ? points.LeavingMilliseconds : points.ArrivingMilliseconds;
    private readonly int[] way = new int[times.Graph.Height];
    private readonly int[] reached = new int[times.Graph.Height];

    /// <summary>Lowers a lane of the rows to what a source reaches.</summary>
    /// <param name="source">The source.</param>
    /// <param name="needed">The ranks that have a row.</param>
    /// <param name="rows">The rows, [ranks × lanes].</param>
    /// <param name="lane">The source's lane.</param>
    /// <param name="lanes">Lanes in a row.</param>
    public void Run(int source, AncestorSet needed, int[] rows, int lane, int lanes)
    {
        ChordalGraph graph = times.Graph;
        int first = points.First[source], end = points.First[source + 1];
        // A place along an edge hangs on two nodes, one above the other: one climb does both. Others take one each.
        for (int k = first; k < end; k++)
        {
            int lowest = graph.Ranks[points.Nodes[k]];
            if (IsOnWayOfAnother(first, end, k)) continue;
            int depth = graph.Depths[lowest];
            for (int rank = lowest, d = depth; d >= 0; d--, rank = graph.Parent(rank)) way[d] = rank;
            reached.AsSpan(0, depth + 1).Fill(CustomisedTimes.Infinity);
            for (int other = first; other < end; other++)
            {
                int rank = graph.Ranks[points.Nodes[other]];
                int at = graph.Depths[rank];
                if (at <= depth && way[at] == rank) reached[at] = Math.Min(reached[at], starts[other]);
            }
            Climb(depth);
            for (int d = depth; d >= 0; d--)
            {
                if (reached[d] == CustomisedTimes.Infinity || !needed.Contains(way[d])) continue;
                ref int time = ref rows[needed.Place(way[d]) * lanes + lane];
                time = Math.Min(time, reached[d]);
            }
        }
    }

    /// <summary>Whether another node the source hangs on lies below; of one named twice, the first climbs.</summary>
    private bool IsOnWayOfAnother(int first, int end, int k)
    {
        int rank = times.Graph.Ranks[points.Nodes[k]];
        for (int other = first; other < end; other++)
        {
            int lower = times.Graph.Ranks[points.Nodes[other]];
            if (lower == rank ? other < k : lower < rank && TargetSelection.IsAncestor(times.Graph, rank, lower)) return true;
        }
        return false;
    }

    private void Climb(int depth)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            ReadOnlySpan<int> milliseconds = times.Milliseconds;
            int[] first = times.Graph.First;
            for (int d = depth; d >= 0; d--)
            {
                int so = reached[d];
                if (so == CustomisedTimes.Infinity) continue;
                int start = first[way[d]], count = first[way[d] + 1] - start;
                ReadOnlySpan<ushort> heads = times.Graph.HeadDepths.AsSpan(start, count);
                ReadOnlySpan<int> pairs = milliseconds.Slice(2 * start, 2 * count);
                for (int i = 0; i < heads.Length; i++)
                {
                    ref int time = ref reached[heads[i]];
                    time = Math.Min(time, so + pairs[2 * i + half]);
                }
            }
        }
    }
}
