namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// Changes the times of some edges and brings a customised hierarchy up to date, touching only arcs that may change;
/// the last change can be undone exactly. After every step the times are the same bytes as customising from nothing
/// would give. Scratch for one thread; nobody may read the times meanwhile.
/// </summary>
/// <remarks>
/// Arcs to look at wait in a heap by number, which is the order of their lower ends, so all an arc rests on is final
/// when its turn comes. After Buchhold, Sanders and Wagner (2019) and RoutingKit. See docs/engine/edits.md.
/// </remarks>
public sealed class PartialCustomiser
{
    private readonly CustomisedTimes times;
    private readonly ChordalGraph graph;
    private readonly ulong[] waiting;
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
            if (graph.EdgeArcs[edge] >= 0) Enqueue(graph.EdgeArcs[edge] >> 1);
        }
        int before = arcLogCount;
        while (heapCount > 0) Update(Dequeue());
        return arcLogCount - before;
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

    private void Update(int arc)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            (int up, int down) = Computed(arc);
            long old = times.Arcs[arc];
            long now = ((long)down << 32) | (uint)up;
            if (now == old) return;
            if (arcLogCount == arcLog.Length) Array.Resize(ref arcLog, arcLogCount * 2);
            arcLog[arcLogCount++] = (arc, old);
            times.Arcs[arc] = now;
            int oldUp = (int)old, oldDown = (int)(old >> 32);
            int tail = graph.Tails[arc], head = graph.Heads[arc];
            int end = graph.First[tail + 1];
            for (int other = graph.First[tail]; other < end; other++)
            {
                if (other == arc) continue;
                int otherHead = graph.Heads[other];
                long pair = times.Arcs[other];
                int otherUp = (int)pair, otherDown = (int)(pair >> 32);
                int joined = head < otherHead ? graph.FindArc(head, otherHead) : graph.FindArc(otherHead, head);
                long target = times.Arcs[joined];
                // Out of the lower head through the tail to the upper head is the joined arc upward.
                int joinedUp = (int)target, joinedDown = (int)(target >> 32);
                if (head > otherHead) (joinedUp, joinedDown) = (joinedDown, joinedUp);
                bool held = oldDown + otherUp == joinedUp || otherDown + oldUp == joinedDown;
                bool lowered = down + otherUp < joinedUp || otherDown + up < joinedDown;
                if (held || lowered) Enqueue(joined);
            }
        }
    }

    private (int Up, int Down) Computed(int arc)
    {
        unchecked
        {
            int up = CustomisedTimes.Infinity, down = CustomisedTimes.Infinity;
            for (int k = graph.FirstEdges[arc]; k < graph.FirstEdges[arc + 1]; k++)
            {
                int edge = graph.Edges[k];
                bool turned = (graph.EdgeArcs[edge] & 1) != 0;
                up = Math.Min(up, turned ? times.EdgeBackward[edge] : times.EdgeForward[edge]);
                down = Math.Min(down, turned ? times.EdgeForward[edge] : times.EdgeBackward[edge]);
            }
            // Common lower neighbours: the arcs from below of both ends, each ascending by tail.
            int low = graph.Tails[arc], high = graph.Heads[arc];
            ReadOnlySpan<int> toLow = graph.DownArcs.AsSpan(graph.FirstDown[low]..graph.FirstDown[low + 1]);
            ReadOnlySpan<int> toHigh = graph.DownArcs.AsSpan(graph.FirstDown[high]..graph.FirstDown[high + 1]);
            if (toLow.Length == 0) return (up, down);
            int[] tails = graph.Tails;
            long[] arcs = times.Arcs;
            int j = FirstFrom(toHigh, tails[toLow[0]]);
            for (int i = 0; i < toLow.Length && j < toHigh.Length; i++)
            {
                int middle = tails[toLow[i]];
                while (j < toHigh.Length && tails[toHigh[j]] < middle) j++;
                if (j == toHigh.Length) break;
                if (tails[toHigh[j]] != middle) continue;
                long a = arcs[toLow[i]], b = arcs[toHigh[j]];
                up = Math.Min(up, (int)(a >> 32) + (int)b);
                down = Math.Min(down, (int)(b >> 32) + (int)a);
            }
            return (up, down);
        }
    }

    private int FirstFrom(ReadOnlySpan<int> downArcs, int tail)
    {
        int low = 0, high = downArcs.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (graph.Tails[downArcs[middle]] < tail) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void Enqueue(int arc)
    {
        ref ulong word = ref waiting[arc >> 6];
        ulong bit = 1UL << (arc & 63);
        if ((word & bit) != 0) return;
        word |= bit;
        if (heapCount == heap.Length) Array.Resize(ref heap, heapCount * 2);
        int at = heapCount++;
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (heap[parent] <= arc) break;
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = arc;
    }

    private int Dequeue()
    {
        int least = heap[0];
        waiting[least >> 6] &= ~(1UL << (least & 63));
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
