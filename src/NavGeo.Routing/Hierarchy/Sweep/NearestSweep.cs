using System.Runtime.CompilerServices;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// The one nearest source of each target. All sources start together: what is carried along is not a time for each of them
/// but the least pair of time and source, so the work does not grow with their number.
/// </summary>
/// <remarks>
/// <para>A pair is one word, the time above and the source below; the lesser word is the shorter time, and of equal times the
/// lower source. Going along an arc adds the same to every pair, so it keeps their order, and the least pair over all ways
/// is what the least pairs at the upper ends of a node's arcs make of it: the same time and source as picked from a
/// table, ties included.</para>
/// <para>As <see cref="SweepRun{TLanes, TSink}"/>, pairs lie on a stack by depth, which stays in the nearest cache.
/// Times are below 2 × <see cref="CustomisedTimes.Infinity"/>, so a sum fits.</para>
/// </remarks>
internal static class NearestSweep
{
    /// <summary>No way to any source; less than every pair that is too long to count.</summary>
    internal const long None = (long)CustomisedTimes.Infinity << 32;

    /// <summary>Runs it.</summary>
    /// <param name="times">The times.</param>
    /// <param name="sources">Where it starts.</param>
    /// <param name="targets">Which targets ask.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="spans">In so many parts, which threads share.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="nearest">Takes the answer, in the targets' own order; one source a target.</param>
    public static void Run(
        CustomisedTimes times, SweepPoints sources, TargetSelection targets, SweepDirection direction, int spans, int threads, NearestSources nearest) =>
        Run(times, Climb(times, sources, direction), targets, direction, spans, threads, nearest, []);

    /// <summary>The same from what <see cref="Climb"/> gave.</summary>
    /// <param name="times">The times.</param>
    /// <param name="climbed">The ranks that sources reach by going up, descending, and the pair at each.</param>
    /// <param name="targets">Which targets ask.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="spans">In so many parts, which threads share.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="nearest">Takes the answer; all unknown before.</param>
    /// <param name="kept">Takes the pair of every visited node, in their order; empty where nobody asks.</param>
    public static void Run(
        CustomisedTimes times, (int[] Ranks, long[] Pairs) climbed, TargetSelection targets, SweepDirection direction, int spans, int threads,
        NearestSources nearest, long[] kept)
    {
        (int[] ranks, long[] pairs) = climbed;
        int visited = targets.VisitedCount;
        if (spans == 1)
        {
            Sweep(times, ranks, pairs, targets, direction, 0, visited, nearest, kept);
            return;
        }
        Parallel.For(0, spans, new ParallelOptions { MaxDegreeOfParallelism = threads, TaskScheduler = TaskScheduler.Current }, span => Sweep(
            times, ranks, pairs, targets, direction, (int)((long)visited * span / spans), (int)((long)visited * (span + 1) / spans), nearest, kept));
    }

    /// <summary>What an arc adds to a pair: its time up or down, above; the two are the low and the high half of its word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Along(long arc, int shift) => (arc << shift) & (-1L << 32);

    /// <summary>How far an arc's word is shifted on the way down: to its time up where people go to the sources.</summary>
    internal static int ShiftDown(SweepDirection direction) => direction == SweepDirection.FromSources ? 0 : 32;

    /// <summary>Notes a target's answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Keep(NearestSources nearest, int target, long pair)
    {
        bool isReached = pair < None;
        nearest.Milliseconds[target] = isReached ? (int)(pair >> 32) : int.MaxValue;
        nearest.Sources[target] = isReached ? unchecked((int)pair) : -1;
    }

    /// <summary>The ranks that sources reach by going up, descending, and the least pair at each.</summary>
    internal static (int[] Ranks, long[] Pairs) Climb(CustomisedTimes times, SweepPoints sources, SweepDirection direction)
    {
        ChordalGraph graph = times.Graph;
        var set = new AncestorSet(graph, [.. sources.Nodes.Select(node => graph.Ranks[node])]);
        int[] ranks = set.Ranks;
        var pairs = new long[ranks.Length];
        Array.Fill(pairs, None);
        int[] starts = direction == SweepDirection.FromSources ? sources.LeavingMilliseconds : sources.ArrivingMilliseconds;
        for (int source = 0; source < sources.Count; source++)
        {
            for (int k = sources.First[source]; k < sources.First[source + 1]; k++)
            {
                ref long pair = ref pairs[set.Place(graph.Ranks[sources.Nodes[k]])];
                pair = Math.Min(pair, ((long)starts[k] << 32) | (uint)source);
            }
        }
        int shift = direction == SweepDirection.FromSources ? 32 : 0;
        for (int place = ranks.Length - 1; place >= 0; place--)
        {
            long pair = pairs[place];
            if (pair >= None) continue;
            for (int arc = graph.First[ranks[place]]; arc < graph.First[ranks[place] + 1]; arc++)
            {
                ref long above = ref pairs[set.Place(graph.Heads[arc])];
                above = Math.Min(above, pair + Along(times.Arcs[arc], shift));
            }
        }
        return (ranks, pairs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(
        CustomisedTimes times, int[] climbed, long[] pairs, TargetSelection targets, SweepDirection direction, int from, int to, NearestSources nearest, long[] kept)
    {
        if (from == to) return;
        // Overflow checks are off because sums of two times fit, and places and depths are those of the graph.
        unchecked
        {
            ChordalGraph graph = times.Graph;
            int shift = ShiftDown(direction), half = 1 - shift / 32;
            var stack = new long[graph.Height];
            int[] ranks = targets.Visited.Ranks, firstTarget = targets.FirstTarget, list = targets.Targets;
            int[] held = targets.AttachmentPairs, firstHold = targets.FirstAttachment;
            ushort[] depths = graph.Depths;
            var way = new Stack<int>();
            for (int rank = graph.Parent(ranks[from]); rank >= 0; rank = graph.Parent(rank)) way.Push(rank);
            int place = 0;
            foreach (int rank in way)
            {
                while (place < climbed.Length && climbed[place] > rank) place++;
                long start = place < climbed.Length && climbed[place] == rank ? pairs[place] : None;
                stack[depths[rank]] = Least(times, rank, start, stack, shift);
            }
            while (place < climbed.Length && climbed[place] > ranks[from]) place++;
            int next = place < climbed.Length ? climbed[place] : -1;
            for (int at = from; at < to; at++)
            {
                int rank = ranks[at];
                while (next > rank) next = ++place < climbed.Length ? climbed[place] : -1;
                long least = Least(times, rank, next == rank ? pairs[place] : None, stack, shift);
                stack[depths[rank]] = least;
                if (kept.Length > 0) kept[at] = least;
                for (int k = firstTarget[at]; k < firstTarget[at + 1]; k++)
                {
                    long best = None;
                    for (int hold = firstHold[k]; hold < firstHold[k + 1]; hold++)
                        best = Math.Min(best, stack[targets.AttachmentDepths[hold]] + ((long)held[2 * hold + half] << 32));
                    Keep(nearest, list[k], best);
                }
            }
        }
    }

    /// <summary>The least pair at a node: what came up to it, or what comes down from above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Least(CustomisedTimes times, int rank, long best, long[] stack, int shift)
    {
        unchecked
        {
            ChordalGraph graph = times.Graph;
            int start = graph.First[rank], count = graph.First[rank + 1] - start;
            ReadOnlySpan<ushort> heads = graph.HeadDepths.AsSpan(start, count);
            ReadOnlySpan<long> row = times.Arcs.AsSpan(start, count);
            for (int i = 0; i < heads.Length; i++) best = Math.Min(best, stack[heads[i]] + Along(row[i], shift));
            return best;
        }
    }
}
