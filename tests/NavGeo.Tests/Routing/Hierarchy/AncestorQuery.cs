using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Tests.Routing.Hierarchy;

/// <summary>
/// Reads one time off customised arcs in the plainest way: up the ancestors of both nodes, then the best ancestor they share
/// (elimination-tree query of Dibbelt, Strasser and Wagner 2016). What customisation is held against Dijkstra with, without a
/// sweep in between.
/// </summary>
internal static class AncestorQuery
{
    /// <summary>Milliseconds to every node from one; −1 is no way.</summary>
    public static long[] From(CustomisedTimes times, int from)
    {
        ChordalGraph graph = times.Graph;
        Dictionary<int, long> there = Climb(times, graph.Ranks[from], 0);
        var found = new long[graph.NodeCount];
        for (int to = 0; to < found.Length; to++)
        {
            Dictionary<int, long> back = Climb(times, graph.Ranks[to], 1);
            long best = back.Min(b => there.TryGetValue(b.Key, out long so) ? so + b.Value : CustomisedTimes.Infinity);
            found[to] = best >= CustomisedTimes.Infinity ? -1 : best;
        }
        return found;
    }

    public static void AssertAllPairs(CustomisedTimes times, int[] forward, int[] backward, string what)
    {
        NetworkShape shape = times.Graph.Shape;
        for (int from = 0; from < shape.NodeCount; from++)
        {
            long[] expected = DijkstraOracle.From(shape, forward, backward, from), found = From(times, from);
            for (int to = 0; to < expected.Length; to++)
                Assert.True(found[to] == expected[to], $"{what}: {from} to {to} is {expected[to]}, not {found[to]}");
        }
    }

    private static Dictionary<int, long> Climb(CustomisedTimes times, int start, int half)
    {
        ChordalGraph graph = times.Graph;
        var reached = new Dictionary<int, long> { [start] = 0 };
        for (int rank = start; rank >= 0; rank = graph.Parent(rank))
        {
            if (!reached.TryGetValue(rank, out long so)) continue;
            for (int arc = graph.First[rank]; arc < graph.First[rank + 1]; arc++)
            {
                long through = so + times.Milliseconds[2 * arc + half];
                if (through < reached.GetValueOrDefault(graph.Heads[arc], CustomisedTimes.Infinity)) reached[graph.Heads[arc]] = through;
            }
        }
        return reached;
    }
}
