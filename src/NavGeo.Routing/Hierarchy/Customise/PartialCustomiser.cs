using System.Runtime.Intrinsics;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// Changes the times of some edges and brings a customised hierarchy up to date, touching only arcs that may change;
/// the last change can be undone exactly. After every step the times are the same bytes as customising from nothing
/// would give. Scratch for one thread; nobody may read the times meanwhile.
/// </summary>
/// <remarks>
/// Rows with arcs to look at wait in a heap by rank, so all an arc rests on is final when its turn comes. After Buchhold, Sanders and Wagner (2019) and RoutingKit. See docs/engine/edits.md.
/// </remarks>
public sealed class PartialCustomiser
{
    // Up to so many arcs of a row are worth looking up each for itself.
    private const int MergeAtMost = 2;

    private readonly CustomisedTimes times;
    private readonly ChordalGraph graph;
    private readonly ulong[] waiting;
    private readonly ulong[] waitingRows;
    private readonly int[] dirtyPlaces;
    private readonly long[] pulled;
    private readonly long[] oldRow;
    private readonly Stack<(int Arcs, int Edges)> steps = new();
    private int[] heap = new int[256];
    private int heapCount;
    private (int Arc, long Old)[] arcLog = new (int, long)[256];
    private int arcLogCount;
    private (int Edge, int Forward, int Backward)[] edgeLog = new (int, int, int)[64];
    private int edgeLogCount;

    /// <param name="times">The times to change, in place.</param>
    public PartialCustomiser(CustomisedTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.times = times;
        graph = times.Graph;
        waiting = new ulong[(graph.ArcCount + 63) / 64];
        waitingRows = new ulong[(graph.NodeCount + 63) / 64];
        dirtyPlaces = new int[graph.Height];
        pulled = new long[graph.Height];
        oldRow = new long[graph.Height];
    }

    /// <summary>How many changes can be undone.</summary>
    public int StepCount => steps.Count;

    /// <summary>Gives some edges new times.</summary>
    /// <param name="edges">The edges; of one given twice the last counts.</param>
    /// <param name="forward">Milliseconds from tail to head of each; <see cref="int.MaxValue"/> closes.</param>
    /// <param name="backward">Milliseconds from head to tail of each.</param>
    /// <returns>How many arcs changed.</returns>
    /// <exception cref="ArgumentException">Lengths differ, an edge does not exist or a time is negative; nothing is changed then.</exception>
    public int Apply(ReadOnlySpan<int> edges, ReadOnlySpan<int> forward, ReadOnlySpan<int> backward)
    {
        if (edges.Length != forward.Length || edges.Length != backward.Length)
            throw new ArgumentException("one time an edge and direction", nameof(forward));
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i] >= (uint)graph.Shape.EdgeCount) throw new ArgumentException($"there is no edge {edges[i]}", nameof(edges));
            if ((forward[i] | backward[i]) < 0) throw new ArgumentException($"edge {edges[i]} has a negative time", nameof(forward));
        }
        steps.Push((arcLogCount, edgeLogCount));
        for (int i = 0; i < edges.Length; i++)
        {
            int edge = edges[i];
            if (edgeLogCount == edgeLog.Length) Array.Resize(ref edgeLog, edgeLogCount * 2);
            edgeLog[edgeLogCount++] = (edge, times.EdgeForward[edge], times.EdgeBackward[edge]);
            times.EdgeForward[edge] = Math.Min(forward[i], CustomisedTimes.Infinity);
            times.EdgeBackward[edge] = Math.Min(backward[i], CustomisedTimes.Infinity);
            int arc = graph.EdgeArcs[edge] >> 1;
            if (arc >= 0) Enqueue(arc, graph.Tails[arc]);
        }
        int before = arcLogCount;
        while (heapCount > 0) UpdateRow(Dequeue());
        return arcLogCount - before;
    }

    /// <summary>The ranks at which the arcs start that the last change changed; empty where there is none.</summary>
    internal int[] LastRows()
    {
        if (!steps.TryPeek(out (int Arcs, int Edges) last)) return [];
        var rows = new HashSet<int>();
        for (int at = last.Arcs; at < arcLogCount; at++) rows.Add(graph.Tails[arcLog[at].Arc]);
        return [.. rows];
    }

    /// <summary>Takes the last change back.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Undo()
    {
        (int arcs, int edges) = steps.Pop();
        while (arcLogCount > arcs)
        {
            (int arc, long old) = arcLog[--arcLogCount];
            times.Arcs[arc] = old;
        }
        while (edgeLogCount > edges)
        {
            (int edge, int forward, int backward) = edgeLog[--edgeLogCount];
            times.EdgeForward[edge] = forward;
            times.EdgeBackward[edge] = backward;
        }
    }

    // All arcs of a row that may change. Their lower ends are one node, so all they rest on is final.
    private void UpdateRow(int rank)
    {
        int first = graph.First[rank], degree = graph.First[rank + 1] - first;
        int dirty = 0;
        for (int at = 0; at < degree; at++)
        {
            if (IsWaiting(first + at)) dirtyPlaces[dirty++] = at;
        }
        if (dirty > MergeAtMost) Pull(rank, first, degree);
        times.Arcs.AsSpan(first, degree).CopyTo(oldRow);
        int changed = 0;
        for (int i = 0; i < dirty; i++)
        {
            int at = dirtyPlaces[i];
            int arc = first + at;
            waiting[arc >> 6] &= ~(1UL << (arc & 63));
            long now = ArcPair.Least(OfEdges(arc), dirty > MergeAtMost ? pulled[at] : Merged(rank, graph.Heads[arc]));
            if (now == oldRow[at]) continue;
            if (arcLogCount == arcLog.Length) Array.Resize(ref arcLog, arcLogCount * 2);
            arcLog[arcLogCount++] = (arc, oldRow[at]);
            times.Arcs[arc] = now;
            dirtyPlaces[changed++] = at;
        }
        if (changed > 0) Pass(rank, first, degree, dirtyPlaces.AsSpan(0, changed));
    }

    // Which arcs above may change: those that a changed pair of this row's arcs held up before or lowers now.
    private void Pass(int rank, int first, int degree, ReadOnlySpan<int> changed)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            ReadOnlySpan<long> row = times.Arcs.AsSpan(first, degree);
            ReadOnlySpan<long> old = oldRow.AsSpan(0, degree);
            int triangle = (int)graph.FirstTriangle[rank];
            int next = 0;
            for (int lower = 0; lower < degree - 1; lower++)
            {
                if (next < changed.Length && changed[next] <= lower) next++;
                int tail = graph.Heads[first + lower];
                int start = graph.First[tail];
                bool all = next > 0 && changed[next - 1] == lower;
                ReadOnlySpan<ushort> places = graph.TrianglePlaces.AsSpan(triangle, degree - lower - 1);
                triangle += places.Length;
                int count = all ? places.Length : changed.Length - next;
                var lowOld = ArcPair.InLanes(ArcPair.Turned(old[lower]));
                var lowNow = ArcPair.InLanes(ArcPair.Turned(row[lower]));
                for (int i = 0; i < count; i++)
                {
                    int upper = all ? lower + 1 + i : changed[next + i];
                    int joined = start + places[upper - lower - 1];
                    var target = ArcPair.InLanes(times.Arcs[joined]);
                    // Up and down at once, in the two lower lanes; the upper two are nobody's.
                    var held = Vector128.Equals(lowOld + ArcPair.InLanes(old[upper]), target);
                    var lowered = Vector128.LessThan(lowNow + ArcPair.InLanes(row[upper]), target);
                    if ((held | lowered).AsInt64().ToScalar() != 0) Enqueue(joined, tail);
                }
            }
        }
    }

    private long OfEdges(int arc)
    {
        int up = CustomisedTimes.Infinity, down = CustomisedTimes.Infinity;
        for (int k = graph.FirstEdges[arc]; k < graph.FirstEdges[arc + 1]; k++)
        {
            int edge = graph.Edges[k];
            bool turned = (graph.EdgeArcs[edge] & 1) != 0;
            up = Math.Min(up, turned ? times.EdgeBackward[edge] : times.EdgeForward[edge]);
            down = Math.Min(down, turned ? times.EdgeForward[edge] : times.EdgeBackward[edge]);
        }
        return ArcPair.Of(up, down);
    }

    // One arc's lower triangles: the common entries of the lists of arcs from below of both ends.
    private long Merged(int low, int high)
    {
        unchecked
        {
            int up = CustomisedTimes.Infinity, down = CustomisedTimes.Infinity;
            int i = graph.FirstDown[low], lowEnd = graph.FirstDown[low + 1];
            int[] tails = graph.DownTails, downArcs = graph.DownArcs;
            long[] arcs = times.Arcs;
            int highEnd = graph.FirstDown[high + 1];
            int j = i < lowEnd ? FirstFrom(tails, graph.FirstDown[high], highEnd, tails[i]) : highEnd;
            while (i < lowEnd && j < highEnd)
            {
                int a = tails[i], b = tails[j];
                if (a == b)
                {
                    long lowPair = arcs[downArcs[i]], highPair = arcs[downArcs[j]];
                    up = Math.Min(up, (int)(lowPair >> 32) + (int)highPair);
                    down = Math.Min(down, (int)(highPair >> 32) + (int)lowPair);
                }
                // Which list goes on is anyone's guess, so no branch.
                i += a <= b ? 1 : 0;
                j += b <= a ? 1 : 0;
            }
            return ArcPair.Of(up, down);
        }
    }

    // The lower triangles of a whole row at once: the row of each lower neighbour is read in one go.
    private void Pull(int rank, int first, int degree)
    {
        unchecked
        {
            Span<long> row = pulled.AsSpan(0, degree);
            row.Fill(ArcPair.NoWay);
            for (int k = graph.FirstDown[rank]; k < graph.FirstDown[rank + 1]; k++)
            {
                int arc = graph.DownArcs[k], below = graph.DownTails[k];
                int start = graph.First[below], count = graph.First[below + 1] - start;
                int at = arc - start;
                ReadOnlySpan<long> rest = times.Arcs.AsSpan(arc + 1, count - at - 1);
                long triangle = graph.FirstTriangle[below] + (long)at * (2 * count - at - 1) / 2;
                ReadOnlySpan<ushort> places = graph.TrianglePlaces.AsSpan((int)triangle, rest.Length);
                var turned = ArcPair.InLanes(ArcPair.Turned(times.Arcs[arc]));
                for (int i = 0; i < rest.Length; i++) ArcPair.Lower(ref row[places[i]], rest[i], turned);
            }
        }
    }

    private static int FirstFrom(int[] ascending, int low, int high, int value)
    {
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ascending[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private bool IsWaiting(int arc) => (waiting[arc >> 6] >> (arc & 63) & 1) != 0;

    private void Enqueue(int arc, int tail)
    {
        waiting[arc >> 6] |= 1UL << (arc & 63);
        ref ulong word = ref waitingRows[tail >> 6];
        ulong bit = 1UL << (tail & 63);
        if ((word & bit) != 0) return;
        word |= bit;
        if (heapCount == heap.Length) Array.Resize(ref heap, heapCount * 2);
        int at = heapCount++;
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (heap[parent] <= tail) break;
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = tail;
    }

    private int Dequeue()
    {
        int least = heap[0];
        waitingRows[least >> 6] &= ~(1UL << (least & 63));
        int moved = heap[--heapCount];
        int at = 0;
        while (true)
        {
            int child = 2 * at + 1;
            if (child >= heapCount) break;
            if (child + 1 < heapCount && heap[child + 1] < heap[child]) child++;
            if (heap[child] >= moved) break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
        return least;
    }
}
