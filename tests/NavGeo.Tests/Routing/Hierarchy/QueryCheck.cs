using NavGeo.Routing.Hierarchy;

namespace NavGeo.Tests.Routing.Hierarchy;

/// <summary>Holds a hierarchy's queries and paths against the oracle.</summary>
internal static class QueryCheck
{
    public static void AllPairs(CustomisedTimes times, int[] forward, int[] backward, string what)
    {
        NetworkShape shape = times.Graph.Shape;
        var query = new TreeQuery(times);
        var path = new List<int>();
        for (int from = 0; from < shape.NodeCount; from++)
        {
            long[] expected = DijkstraOracle.From(shape, forward, backward, from);
            for (int to = 0; to < shape.NodeCount; to++)
            {
                bool found = query.TryGetTime(from, to, out int milliseconds);
                Assert.True((found ? milliseconds : -1) == expected[to], $"{what}: {from} to {to} is {expected[to]}, not {(found ? milliseconds : -1)}");
                path.Clear();
                query.AppendPath(path);
                Path(shape, forward, backward, from, found ? to : from, path, found ? milliseconds : 0, what);
            }
        }
    }

    /// <summary>The edges join, end to end, and their times add up.</summary>
    public static void Path(
        NetworkShape shape, int[] forward, int[] backward, int from, int to, List<int> path, int milliseconds, string what)
    {
        int at = from;
        long sum = 0;
        foreach (int step in path)
        {
            int edge = step >> 1;
            bool turned = (step & 1) != 0;
            Assert.True(at == (turned ? shape.Heads[edge] : shape.Tails[edge]), $"{what}: the way from {from} to {to} has a gap");
            at = turned ? shape.Tails[edge] : shape.Heads[edge];
            sum += turned ? backward[edge] : forward[edge];
        }
        Assert.True(at == to, $"{what}: the way from {from} to {to} ends in {at}");
        Assert.True(sum == milliseconds, $"{what}: the way from {from} to {to} takes {sum}, not {milliseconds}");
    }
}
