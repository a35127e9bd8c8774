using System.Runtime.CompilerServices;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>
/// One sweep: batches of sources against a selection of targets. The selection is cut into spans, one sink each; a
/// span is gone through in pieces small enough to stay in the cache while all batches pass over them.
/// </summary>
internal static class SweepRun<TLanes, TSink>
    where TLanes : struct, ISweepLanes
    where TSink : struct, ISweepSink
{
    // Eight vectors of 512 bits: with fewer, finding a node's arcs costs more than going along them; with more, the stack
    // leaves the second-level cache.
    private const int WideBatch = 128;
    private const int LaneStep = 16;

    // The stacks of a group of batches share the second-level cache with the piece they pass over.
    private const int BatchesAtOnce = 16;
    private const int PieceNodes = 4096;

    /// <param name="times">The times.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="inOrder">Whether a batch must be consecutive sources; else neighbours are put together.</param>
    /// <param name="sinks">One for each span; their number says how many spans there are.</param>
    /// <param name="threads">How many threads may work.</param>
    public static void Run(
        CustomisedTimes times, SweepPoints sources, TargetSelection targets, SweepDirection direction, bool inOrder, TSink[] sinks, int threads)
    {
        int[] order = Order(times.Graph, sources, inOrder);
        int batches = (sources.Count + WideBatch - 1) / WideBatch;
        for (int start = 0; start < batches; start += BatchesAtOnce)
        {
            var group = new SourceBatch[Math.Min(BatchesAtOnce, batches - start)];
            int firstBatch = start;
            Each(group.Length, threads, i => group[i] = Climb(times, sources, targets, order, firstBatch + i, inOrder, direction));
            Each(sinks.Length, threads, span =>
            {
                int visited = targets.VisitedCount;
                int from = (int)((long)visited * span / sinks.Length), to = (int)((long)visited * (span + 1) / sinks.Length);
                Sweep(times, group, targets, direction, from, to, ref sinks[span]);
            });
        }
    }

    private static void Each(int count, int threads, Action<int> work)
    {
        if (threads == 1 || count == 1)
        {
            for (int i = 0; i < count; i++) work(i);
            return;
        }
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, TaskScheduler = TaskScheduler.Current }, work);
    }

    // Sources near each other in the tree share most of their ancestors, so a batch of them has fewer rows to carry, and
    // whole vectors of them are far from most targets.
    private static int[] Order(ChordalGraph graph, SweepPoints sources, bool inOrder)
    {
        var order = new int[sources.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        if (inOrder) return order;
        var keys = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            long rank = sources.First[i] < sources.First[i + 1] ? graph.Ranks[sources.Nodes[sources.First[i]]] : 0;
            keys[i] = (rank << 32) | (uint)i;
        }
        Array.Sort(keys, order);
        return order;
    }

    private static SourceBatch Climb(
        CustomisedTimes times, SweepPoints sources, TargetSelection targets, int[] order, int index, bool inOrder, SweepDirection direction)
    {
        int first = index * WideBatch;
        int count = Math.Min(WideBatch, order.Length - first);
        int lanes = (count + LaneStep - 1) / LaneStep * LaneStep;
        int[] batch = order[first..(first + count)];
        // Sources that keep the caller's order are scattered.
        return inOrder
            ? SourceBatch.Apart(times, sources, batch, lanes, direction, targets)
            : SourceBatch.Together<TLanes>(times, sources, batch, lanes, direction);
    }

    private static void Sweep(
        CustomisedTimes times, SourceBatch[] group, TargetSelection targets, SweepDirection direction, int from, int to, ref TSink sink)
    {
        if (from == to) return;
        ChordalGraph graph = times.Graph;
        int half = direction == SweepDirection.FromSources ? 1 : 0;
        var stacks = new AlignedRows[group.Length];
        var places = new int[group.Length];
        var way = new Stack<int>();
        for (int rank = graph.Parent(targets.Visited.Ranks[from]); rank >= 0; rank = graph.Parent(rank)) way.Push(rank);
        for (int b = 0; b < group.Length; b++)
        {
            stacks[b] = new AlignedRows(graph.Height * group[b].Lanes);
            foreach (int rank in way) Visit(times, group[b], rank, group[b].PlaceOf(rank), stacks[b].Span, half);
            places[b] = group[b].PlaceOf(targets.Visited.Ranks[from]);
        }
        for (int piece = from; piece < to; piece += PieceNodes)
        {
            int end = Math.Min(to, piece + PieceNodes);
            for (int b = 0; b < group.Length; b++)
            {
                sink.Begin(group[b]);
                places[b] = Pass(times, group[b], targets, half, piece, end, places[b], stacks[b].Span, ref sink);
            }
        }
    }

    // Few calls, each long: compiled for good at once, since code swapped in amid a loop is slower to the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Pass(
        CustomisedTimes times, SourceBatch batch, TargetSelection targets, int half, int from, int to, int place, Span<int> stack, ref TSink sink)
    {
        ChordalGraph graph = times.Graph;
        int lanes = batch.Lanes;
        int[] first = graph.First, ranks = targets.Visited.Ranks, firstTarget = targets.FirstTarget, list = targets.Targets;
        ushort[] depths = graph.Depths, headDepths = graph.HeadDepths;
        ReadOnlySpan<int> milliseconds = times.Milliseconds;
        int[] climbed = batch.Ranks;
        bool atNodes = targets.AtNodes;
        Span<int> point = stackalloc int[lanes];
        int next = place < climbed.Length ? climbed[place] : -1;
        for (int at = from; at < to; at++)
        {
            int rank = ranks[at];
            while (next > rank) next = ++place < climbed.Length ? climbed[place] : -1;
            ReadOnlySpan<int> start = next == rank ? batch.Rows.AsSpan(place * lanes, lanes) : default;
            int firstArc = first[rank], count = first[rank + 1] - firstArc;
            Span<int> row = stack.Slice(depths[rank] * lanes, lanes);
            TLanes.Relax(row, start, stack, headDepths.AsSpan(firstArc, count), milliseconds.Slice(2 * firstArc, 2 * count), half);
            for (int k = firstTarget[at]; k < firstTarget[at + 1]; k++)
            {
                if (atNodes)
                {
                    sink.Take<TLanes>(k, list[k], row);
                    continue;
                }
                int firstHold = targets.FirstAttachment[k], holds = targets.FirstAttachment[k + 1] - firstHold;
                TLanes.Relax(point, default, stack, targets.AttachmentDepths.AsSpan(firstHold, holds),
                    targets.AttachmentPairs.AsSpan(2 * firstHold, 2 * holds), half);
                sink.Take<TLanes>(k, list[k], point);
            }
        }
        return place;
    }

    private static void Visit(CustomisedTimes times, SourceBatch batch, int rank, int place, Span<int> stack, int half)
    {
        ChordalGraph graph = times.Graph;
        int lanes = batch.Lanes;
        ReadOnlySpan<int> start = place < batch.Ranks.Length && batch.Ranks[place] == rank
            ? batch.Rows.AsSpan(place * lanes, lanes) : default;
        int firstArc = graph.First[rank], count = graph.First[rank + 1] - firstArc;
        TLanes.Relax(stack.Slice(graph.Depths[rank] * lanes, lanes), start, stack, graph.HeadDepths.AsSpan(firstArc, count),
            times.Milliseconds.Slice(2 * firstArc, 2 * count), half);
    }
}
