using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// The bridges of the network in the sense of graph theory: edges whose closing parts it in two, because no other way
/// leads round. One-way streets count as open both ways here. Linear in the edges.
/// Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974).
/// </summary>
public static class CutEdges
{
    private const int NoEdge = -1;

    /// <summary>One flag an edge: whether it is open under the metric and the only link between what lies on its two sides.</summary>
    public static bool[] Of(RoadMetric metric)
    {
        RoadGraph graph = metric.Graph;
        var isCut = new bool[graph.EdgeCount];
        var number = new int[graph.NodeCount];
        var lowest = new int[graph.NodeCount];
        var next = graph.ArcFirst[..graph.NodeCount].ToArray();
        var by = new int[graph.NodeCount];
        var way = new Stack<int>();
        int count = 0;
        for (int root = 0; root < graph.NodeCount; root++)
        {
            if (number[root] != 0) continue;
            Enter(root, NoEdge);
            while (way.TryPeek(out int node))
            {
                if (next[node] < graph.ArcFirst[node + 1])
                {
                    int position = next[node]++;
                    int edge = graph.ArcEdges[position] >> 1;
                    int head = graph.ArcHeads[position];
                    // Back along the same edge is no way round; back along a second edge between the two nodes is.
                    if (edge == by[node] || !IsOpen(metric, edge)) continue;
                    if (number[head] == 0) Enter(head, edge);
                    else lowest[node] = Math.Min(lowest[node], number[head]);
                    continue;
                }
                way.Pop();
                if (!way.TryPeek(out int parent)) continue;
                lowest[parent] = Math.Min(lowest[parent], lowest[node]);
                if (lowest[node] > number[parent]) isCut[by[node]] = true;
            }
        }
        return isCut;

        void Enter(int node, int edge)
        {
            number[node] = lowest[node] = ++count;
            by[node] = edge;
            way.Push(node);
        }
    }

    private static bool IsOpen(RoadMetric metric, int edge) =>
        metric.Forward[edge] != RoadMetric.Closed || metric.Backward[edge] != RoadMetric.Closed;
}
