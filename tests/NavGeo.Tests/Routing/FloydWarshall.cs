using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Routing;

/// <summary>The obvious oracle: all times between all nodes in cubic time.</summary>
internal static class FloydWarshall
{
    /// <summary>Raw times; unreachable as <see cref="TravelTime.UnreachableMilliseconds"/>.</summary>
    public static long[,] Times(RoadMetric metric)
    {
        const long None = long.MaxValue / 4;
        RoadGraph graph = metric.Graph;
        int n = graph.NodeCount;
        var times = new long[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) times[i, j] = i == j ? 0 : None;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            (int from, int to) = (graph.EdgeFrom[edge], graph.EdgeTo[edge]);
            if (metric.Forward[edge] != RoadMetric.Closed) times[from, to] = Math.Min(times[from, to], metric.Forward[edge]);
            if (metric.Backward[edge] != RoadMetric.Closed) times[to, from] = Math.Min(times[to, from], metric.Backward[edge]);
        }
        for (int via = 0; via < n; via++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) times[i, j] = Math.Min(times[i, j], times[i, via] + times[via, j]);
            }
        }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (times[i, j] >= None) times[i, j] = TravelTime.UnreachableMilliseconds;
            }
        }
        return times;
    }
}
