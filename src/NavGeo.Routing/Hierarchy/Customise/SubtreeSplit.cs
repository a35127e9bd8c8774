using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Customise;

/// <summary>
/// Cuts an elimination tree into subtrees that threads can work on without meeting, and the few nodes above them.
/// Subtrees are spans of ranks, largest work first. Immutable.
/// </summary>
internal sealed class SubtreeSplit
{
    // More subtrees than threads even out the work; each level more leaves more to the one thread that does the top.
    private const int SubtreesPerThread = 4;

    private SubtreeSplit(int threads, (int From, int To)[] subtrees, int[] topRanks, int[] topFirst, int topArcCount)
    {
        Threads = threads;
        Subtrees = subtrees;
        TopRanks = topRanks;
        TopFirst = topFirst;
        TopArcCount = topArcCount;
    }

    public int Threads { get; }

    /// <summary>Spans of ranks, first included and last not; the work falls along the list.</summary>
    public (int From, int To)[] Subtrees { get; }

    /// <summary>The nodes above the subtrees, ascending.</summary>
    public int[] TopRanks { get; }

    /// <summary>Where the arcs of a top rank start among all arcs of top ranks, [node count]; empty with one thread.</summary>
    public int[] TopFirst { get; }

    /// <summary>How many arcs start at top ranks.</summary>
    public int TopArcCount { get; }

    public static SubtreeSplit Of(ChordalGraph graph, int threads)
    {
        int nodeCount = graph.NodeCount;
        if (threads == 1 || nodeCount == 0) return new SubtreeSplit(1, [(0, nodeCount)], [], [], 0);
        var work = new long[nodeCount];
        var start = new int[nodeCount];
        var child = new int[nodeCount];
        var sibling = new int[nodeCount];
        Array.Fill(child, -1);
        for (int rank = 0; rank < nodeCount; rank++) start[rank] = rank;
        var waiting = new PriorityQueue<int, (long, int)>();
        long all = 0;
        for (int rank = 0; rank < nodeCount; rank++)
        {
            long degree = graph.First[rank + 1] - graph.First[rank];
            work[rank] += 8 + degree * (degree + 3);
            int parent = graph.Parent(rank);
            if (parent < 0)
            {
                waiting.Enqueue(rank, (-work[rank], rank));
                all += work[rank];
                continue;
            }
            work[parent] += work[rank];
            start[parent] = Math.Min(start[parent], start[rank]);
            sibling[rank] = child[parent];
            child[parent] = rank;
        }
        long most = all / (threads * SubtreesPerThread);
        var top = new List<int>();
        while (waiting.TryPeek(out int largest, out _) && work[largest] > most)
        {
            waiting.Dequeue();
            top.Add(largest);
            for (int next = child[largest]; next >= 0; next = sibling[next]) waiting.Enqueue(next, (-work[next], next));
        }
        var subtrees = new List<(int From, int To)>();
        while (waiting.TryDequeue(out int root, out _)) subtrees.Add((start[root], root + 1));
        top.Sort();
        var topFirst = new int[nodeCount];
        int arcs = 0;
        foreach (int rank in top)
        {
            topFirst[rank] = arcs;
            arcs += graph.First[rank + 1] - graph.First[rank];
        }
        return new SubtreeSplit(threads, [.. subtrees], [.. top], topFirst, arcs);
    }
}
