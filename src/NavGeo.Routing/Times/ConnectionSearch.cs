using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>From where any of some places can be reached at all: one walk backwards, whatever the times. Scratch for one thread.</summary>
/// <param name="metric">Which steps are open.</param>
/// <param name="access">Which ends of its edge a place comes out at.</param>
internal sealed class ConnectionSearch(RoadMetric metric, RoadMetric access)
{
    private readonly SearchNetwork walk = metric.Graph.Walk;
    private readonly bool[] isReached = new bool[metric.Graph.Walk.NodeCount];
    private readonly Stack<int> waiting = new();

    /// <summary>Adds a place to be reached.</summary>
    public void Start(RoadSnap place)
    {
        if (place.Edge < 0) return;
        (int first, int second) = SnapTimes.ToEnds(access, place, fromPlace: false);
        (int firstNode, int secondNode) = walk.EndsOf(place.Edge, fromPlace: false);
        if (first != RoadMetric.Closed) Reach(firstNode);
        if (second != RoadMetric.Closed) Reach(secondNode);
    }

    /// <summary>Walks.</summary>
    public void Run()
    {
        ReadOnlySpan<int> first = walk.ArcFirst, heads = walk.ArcHeads;
        int[] incoming = metric.Incoming;
        while (waiting.TryPop(out int node))
        {
            for (int position = first[node]; position < first[node + 1]; position++)
            {
                if (incoming[position] != RoadMetric.Closed && !isReached[heads[position]]) Reach(heads[position]);
            }
        }
    }

    /// <summary>Whether places on an edge have a way over the network from its first end, and from its second.</summary>
    public (bool First, bool Second) ReachesFrom(int edge)
    {
        (int firstNode, int secondNode) = walk.EndsOf(edge, fromPlace: true);
        return (
            access.Backward[edge] != RoadMetric.Closed && isReached[firstNode],
            access.Forward[edge] != RoadMetric.Closed && isReached[secondNode]);
    }

    private void Reach(int node)
    {
        if (isReached[node]) return;
        isReached[node] = true;
        waiting.Push(node);
    }
}
