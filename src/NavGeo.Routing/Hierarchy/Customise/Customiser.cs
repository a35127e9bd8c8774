using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// Brings travel times onto a chordal graph: every arc gets the shortest way through lower-ranked nodes, by relaxing
/// all lower triangles once, from the lowest node up. Safe for any number of threads; the result is the same for any
/// number.
/// </summary>
/// <remarks>
/// Basic customisation of Dibbelt, Strasser and Wagner (2016). A node pushes through each pair of its arcs; where the
/// pair's counterparts lie side by side, as they do in and above every separator, eight go at once.
/// See docs/engine/customisation.md.
/// </remarks>
public sealed class Customiser
{
    private readonly ChordalGraph graph;
    private readonly VectorWidth width;
    private readonly SubtreeSplit split;

    /// <param name="graph">The graph.</param>
    /// <param name="threads">How many threads customisation may use.</param>
    /// <param name="width">Which twin of the loops runs; the widest the machine has when null.</param>
    public Customiser(ChordalGraph graph, int threads = 1, VectorWidth? width = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.graph = graph;
        this.width = width ?? VectorWidths.Best;
        split = SubtreeSplit.Of(graph, threads);
    }

    /// <summary>Customises from nothing.</summary>
    /// <param name="forward">Milliseconds along each edge from tail to head; <see cref="int.MaxValue"/> is closed.</param>
    /// <param name="backward">Milliseconds along each edge from head to tail.</param>
    /// <exception cref="ArgumentException">Not one time an edge, or a negative time.</exception>
    public CustomisedTimes Customise(ReadOnlySpan<int> forward, ReadOnlySpan<int> backward)
    {
        var times = new CustomisedTimes(graph);
        Customise(forward, backward, times);
        return times;
    }

    /// <summary>Customises into existing times, whose content is overwritten; allocates nothing on one thread.</summary>
    /// <inheritdoc cref="Customise(ReadOnlySpan{int}, ReadOnlySpan{int})"/>
    public void Customise(ReadOnlySpan<int> forward, ReadOnlySpan<int> backward, CustomisedTimes into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (into.Graph != graph) throw new ArgumentException("times of another graph", nameof(into));
        if (forward.Length != graph.Shape.EdgeCount || backward.Length != graph.Shape.EdgeCount)
            throw new ArgumentException("one time an edge and direction", nameof(forward));
        Place(forward, backward, into);
        switch (width)
        {
            case VectorWidth.Bits512:
                Relax<PairRun<Vector512<int>, Vectors512>>(into.Arcs);
                break;
            case VectorWidth.Bits256:
                Relax<PairRun<Vector256<int>, Vectors256>>(into.Arcs);
                break;
            default:
                Relax<PairRunScalar>(into.Arcs);
                break;
        }
    }

    private void Place(ReadOnlySpan<int> forward, ReadOnlySpan<int> backward, CustomisedTimes into)
    {
        unchecked
        {
            Span<int> arcs = MemoryMarshal.Cast<long, int>(into.Arcs.AsSpan());
            arcs.Fill(CustomisedTimes.Infinity);
            int[] places = graph.EdgeArcs;
            int[] keptForward = into.EdgeForward, keptBackward = into.EdgeBackward;
            for (int edge = 0; edge < places.Length; edge++)
            {
                int there = forward[edge], back = backward[edge];
                if ((there | back) < 0) throw new ArgumentException($"edge {edge} has a negative time", nameof(forward));
                there = Math.Min(there, CustomisedTimes.Infinity);
                back = Math.Min(back, CustomisedTimes.Infinity);
                keptForward[edge] = there;
                keptBackward[edge] = back;
                int place = places[edge];
                if (place < 0) continue;
                // The tail above the head: what is forward on the edge is downward on the arc.
                int other = place ^ 1;
                if (there < arcs[place]) arcs[place] = there;
                if (back < arcs[other]) arcs[other] = back;
            }
        }
    }

    private void Relax<TRun>(long[] arcs) where TRun : struct, IPairRun
    {
        if (split.Threads == 1)
        {
            if (graph.NodeCount > 0) Relax<TRun>(arcs, 0, graph.NodeCount, int.MaxValue, []);
            return;
        }
        RelaxInParallel<TRun>(arcs);
    }

    // On its own because the delegate's closure would be allocated where the method starts, threads or not.
    private void RelaxInParallel<TRun>(long[] arcs) where TRun : struct, IPairRun
    {
        int taken = -1;
        var copies = new long[split.Threads][];
        Parallel.For(0, split.Threads, new ParallelOptions { MaxDegreeOfParallelism = split.Threads, TaskScheduler = TaskScheduler.Current }, thread =>
        {
            long[] top = new long[split.TopArcCount];
            Array.Fill(top, ArcPair.NoWay);
            copies[thread] = top;
            for (int next = Interlocked.Increment(ref taken); next < split.Subtrees.Length; next = Interlocked.Increment(ref taken))
            {
                (int from, int to) = split.Subtrees[next];
                Relax<TRun>(arcs, from, to, to - 1, top);
            }
        });
        foreach (int rank in split.TopRanks)
        {
            // The least of all copies: the same whichever thread took which subtree.
            Span<long> row = arcs.AsSpan(graph.First[rank]..graph.First[rank + 1]);
            foreach (long[] copy in copies)
            {
                ReadOnlySpan<long> found = copy.AsSpan(split.TopFirst[rank], row.Length);
                for (int i = 0; i < row.Length; i++) row[i] = ArcPair.Least(row[i], found[i]);
            }
            Relax<TRun>(arcs, rank, rank + 1, int.MaxValue, []);
        }
    }

    // Pushes the triangles of the nodes from..to. Rows above the last own node are another thread's business too, so
    // what is pushed there goes to a copy.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Relax<TRun>(long[] arcs, int from, int to, int lastOwn, long[] top) where TRun : struct, IPairRun
    {
        // Overflow checks are off because sums of two entries fit (see CustomisedTimes) and the index counts triangles.
        unchecked
        {
            int[] first = graph.First, heads = graph.Heads;
            ushort[] targets = graph.TrianglePlaces;
            long triangle = graph.FirstTriangle[from];
            for (int rank = from; rank < to; rank++)
            {
                int end = first[rank + 1];
                for (int i = first[rank]; i < end - 1; i++)
                {
                    long turned = ArcPair.Turned(arcs[i]);
                    int head = heads[i];
                    Span<long> row = head <= lastOwn ? arcs.AsSpan(first[head]) : top.AsSpan(split.TopFirst[head]);
                    ReadOnlySpan<long> rest = arcs.AsSpan(i + 1, end - i - 1);
                    ReadOnlySpan<ushort> places = new(targets, (int)triangle, rest.Length);
                    triangle += rest.Length;
                    if (rest.Length >= 4 && places[^1] - places[0] == rest.Length - 1)
                    {
                        TRun.Push(row.Slice(places[0], rest.Length), rest, turned);
                        continue;
                    }
                    var swapped = ArcPair.InLanes(turned);
                    for (int j = 0; j < rest.Length; j++) ArcPair.Lower(ref row[places[j]], rest[j], swapped);
                }
            }
        }
    }
}
