using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy;

/// <summary>The obvious way to the same answer: Dijkstra's algorithm with the library's queue. −1 is no way.</summary>
internal static class DijkstraOracle
{
    public static long[] From(NetworkShape shape, int[] forward, int[] backward, int source, bool reversed = false)
    {
        var arcs = new List<(int Head, int Time)>[shape.NodeCount];
        for (int node = 0; node < arcs.Length; node++) arcs[node] = [];
        for (int edge = 0; edge < shape.EdgeCount; edge++)
        {
            int there = reversed ? backward[edge] : forward[edge], back = reversed ? forward[edge] : backward[edge];
            if (there != int.MaxValue) arcs[shape.Tails[edge]].Add((shape.Heads[edge], there));
            if (back != int.MaxValue) arcs[shape.Heads[edge]].Add((shape.Tails[edge], back));
        }
        var best = new long[shape.NodeCount];
        Array.Fill(best, -1);
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int node, out long time))
        {
            if (best[node] >= 0) continue;
            best[node] = time;
            foreach ((int head, int step) in arcs[node])
            {
                if (best[head] < 0) queue.Enqueue(head, time + step);
            }
        }
        return best;
    }
}
