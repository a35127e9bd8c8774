namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// The fastest way between two nodes: relaxes the upward arcs of the ancestors of both and takes the best ancestor
/// they share. No queue, no search; about as long for far as for near. Scratch for one thread; a query allocates
/// nothing. Reads the times as they are at that moment.
/// </summary>
/// <remarks>Elimination-tree query of Dibbelt, Strasser and Wagner (2016). See docs/engine/queries.md.</remarks>
public sealed class TreeQuery
{
    private readonly CustomisedTimes times;
    private readonly ChordalGraph graph;
    private readonly int[] there;
    private readonly int[] back;
    private readonly int[] thereArcs;
    private readonly int[] backArcs;
    private int[] stack = new int[64];
    private int meeting = -1;
    private int source;
    private int target;

    /// <param name="times">The times to ask; may change between queries.</param>
    public TreeQuery(CustomisedTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        this.times = times;
        graph = times.Graph;
        there = new int[graph.Height];
        back = new int[graph.Height];
        thereArcs = new int[graph.Height];
        backArcs = new int[graph.Height];
    }

    /// <summary>The shortest time from one node to another.</summary>
    /// <param name="from">A node of the network.</param>
    /// <param name="to">A node of the network.</param>
    /// <param name="milliseconds">The time; 0 when there is no way.</param>
    /// <returns>Whether there is a way.</returns>
    public bool TryGetTime(int from, int to, out int milliseconds)
    {
        source = graph.Ranks[from];
        target = graph.Ranks[to];
        Climb(source, there, thereArcs, 0);
        Climb(target, back, backArcs, 1);
        int a = source, b = target;
        while (a != b && a >= 0 && b >= 0)
        {
            if (a < b) a = graph.Parent(a);
            else b = graph.Parent(b);
        }
        int best = CustomisedTimes.Infinity;
        meeting = -1;
        if (a == b)
        {
            for (int depth = graph.Depths[a]; depth >= 0; depth--)
            {
                int sum = there[depth] + back[depth];
                if (sum >= best) continue;
                best = sum;
                meeting = depth;
            }
        }
        milliseconds = meeting < 0 ? 0 : best;
        return meeting >= 0;
    }

    /// <summary>
    /// The edges of the way found last, in the order of travel: twice the edge, plus 1 when it is travelled from its
    /// head to its tail. Appends nothing when there was no way. The times must not have changed since.
    /// </summary>
    public void AppendPath(List<int> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (meeting < 0) return;
        // The upward half is known from its top; the stack turns it round.
        int height = 0;
        for (int depth = meeting; depth != graph.Depths[source];)
        {
            int arc = thereArcs[depth];
            Push(ref height, arc * 2);
            depth = graph.Depths[graph.Tails[arc]];
        }
        Unpack(ref height, path);
        for (int depth = meeting; depth != graph.Depths[target];)
        {
            int arc = backArcs[depth];
            Push(ref height, arc * 2 + 1);
            Unpack(ref height, path);
            depth = graph.Depths[graph.Tails[arc]];
        }
    }

    private void Climb(int start, int[] reached, int[] arcs, int half)
    {
        // Sums of two entries fit, see CustomisedTimes.
        unchecked
        {
            int[] first = graph.First;
            ushort[] headDepths = graph.HeadDepths;
            ReadOnlySpan<int> milliseconds = times.Milliseconds;
            reached.AsSpan(0, graph.Depths[start] + 1).Fill(CustomisedTimes.Infinity);
            reached[graph.Depths[start]] = 0;
            for (int rank = start; rank >= 0; rank = graph.Parent(rank))
            {
                int so = reached[graph.Depths[rank]];
                if (so == CustomisedTimes.Infinity) continue;
                int end = first[rank + 1];
                for (int arc = first[rank]; arc < end; arc++)
                {
                    int depth = headDepths[arc];
                    int through = so + milliseconds[2 * arc + half];
                    if (through >= reached[depth]) continue;
                    reached[depth] = through;
                    arcs[depth] = arc;
                }
            }
        }
    }

    // Replaces arcs on the stack by the two below them until only edges are left; first on top.
    private void Unpack(ref int height, List<int> path)
    {
        while (height > 0)
        {
            int place = stack[--height];
            int arc = place >> 1, half = place & 1;
            int time = times.Milliseconds[place];
            int edge = FindEdge(arc, half, time);
            if (edge >= 0)
            {
                path.Add(edge);
                continue;
            }
            int low = graph.Tails[arc], high = graph.Heads[arc];
            for (int k = graph.FirstDown[low]; ; k++)
            {
                int toLow = graph.DownArcs[k];
                int toHigh = graph.FindArc(graph.Tails[toLow], high);
                if (toHigh < 0) continue;
                // Up: down to the middle from the low end, then up to the high one. Down: the other way round.
                int firstHalf = half == 0 ? toLow * 2 + 1 : toHigh * 2 + 1;
                int secondHalf = half == 0 ? toHigh * 2 : toLow * 2;
                if (times.Milliseconds[firstHalf] + times.Milliseconds[secondHalf] != time) continue;
                Push(ref height, secondHalf);
                Push(ref height, firstHalf);
                break;
            }
        }
    }

    private int FindEdge(int arc, int half, int time)
    {
        for (int k = graph.FirstEdges[arc]; k < graph.FirstEdges[arc + 1]; k++)
        {
            int edge = graph.Edges[k];
            int backward = (graph.EdgeArcs[edge] & 1) ^ half;
            int edgeTime = backward == 0 ? times.EdgeForward[edge] : times.EdgeBackward[edge];
            if (edgeTime == time) return edge * 2 + backward;
        }
        return -1;
    }

    private void Push(ref int height, int place)
    {
        if (height == stack.Length) Array.Resize(ref stack, height * 2);
        stack[height++] = place;
    }
}
