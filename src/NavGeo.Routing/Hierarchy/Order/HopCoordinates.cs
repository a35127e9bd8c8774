namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// Coordinates for a network that has none: the difference of hop distances to two far ends, for two pairs of ends.
/// Not a map, but it tells one side from the other, which is all an order needs.
/// </summary>
internal static class HopCoordinates
{
    public static (double[] X, double[] Y) Of(SimpleGraph graph)
    {
        int nodeCount = graph.NodeCount;
        double[] x = new double[nodeCount], y = new double[nodeCount];
        var hops = new int[4][];
        for (int end = 0; end < 4; end++)
        {
            hops[end] = new int[nodeCount];
            Array.Fill(hops[end], -1);
        }
        var queue = new int[nodeCount];
        for (int start = 0; start < nodeCount; start++)
        {
            if (hops[0][start] >= 0) continue;
            int count = Spread(graph, start, hops[0], queue);
            int far = queue[count - 1];
            foreach (int node in queue.AsSpan(0, count)) hops[0][node] = -1;
            Spread(graph, far, hops[0], queue);
            // Each further end is as far as can be from those before it.
            for (int end = 1; end < 4; end++)
            {
                int best = far;
                int bestDistance = -1;
                foreach (int node in queue.AsSpan(0, count))
                {
                    int nearest = hops[0][node];
                    for (int other = 1; other < end; other++) nearest = Math.Min(nearest, hops[other][node]);
                    if (nearest <= bestDistance) continue;
                    bestDistance = nearest;
                    best = node;
                }
                Spread(graph, best, hops[end], queue);
            }
            foreach (int node in queue.AsSpan(0, count))
            {
                x[node] = hops[0][node] - hops[1][node];
                y[node] = hops[2][node] - hops[3][node];
            }
        }
        return (x, y);
    }

    // Fills the queue with the component of start, nearest first, and returns its size.
    private static int Spread(SimpleGraph graph, int start, int[] hops, int[] queue)
    {
        int tail = 0;
        hops[start] = 0;
        queue[tail++] = start;
        for (int at = 0; at < tail; at++)
        {
            int node = queue[at];
            for (int k = graph.First[node]; k < graph.First[node + 1]; k++)
            {
                int next = graph.Neighbours[k];
                if (hops[next] >= 0) continue;
                hops[next] = hops[node] + 1;
                queue[tail++] = next;
            }
        }
        return tail;
    }
}
