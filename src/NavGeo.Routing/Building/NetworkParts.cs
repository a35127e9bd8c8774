using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>Counts the parts of a network that nothing connects.</summary>
internal static class NetworkParts
{
    /// <summary>The parts, the largest first; of two as large, the one with the lower node.</summary>
    /// <param name="columns">The network.</param>
    /// <param name="withFerries">Whether ferries connect; without them a part is what one can drive dry-shod.</param>
    /// <param name="run">Progress and cancellation.</param>
    public static IReadOnlyList<NetworkPart> Of(RoadGraphColumns columns, bool withFerries, BuildingRun run)
    {
        var root = new int[columns.NodePoints.Length];
        for (int node = 0; node < root.Length; node++) root[node] = node;
        int edges = columns.Edges.Count;
        int[] from = columns.Edges.Of(EdgeTable.From), to = columns.Edges.Of(EdgeTable.To), lengths = columns.Edges.Of(EdgeTable.Length);
        LinkKind[] kinds = columns.Edges.Of(EdgeTable.Kind);
        for (int edge = 0; edge < edges; edge++)
        {
            run.Pass(BuildingStep.Connecting, edge, edges);
            if (!Counts(edge)) continue;
            int a = Find(from[edge]);
            int b = Find(to[edge]);
            root[Math.Max(a, b)] = Math.Min(a, b);
        }
        var nodes = new int[root.Length];
        var metres = new double[root.Length];
        var hasFerry = new bool[root.Length];
        var isDry = new bool[root.Length];
        for (int edge = 0; edge < edges; edge++)
        {
            run.Pass(BuildingStep.Connecting, edge, edges);
            if (!Counts(edge)) continue;
            int part = Find(from[edge]);
            metres[part] += lengths[edge] / 1000.0;
            hasFerry[part] |= kinds[edge].IsFerry();
            isDry[part] |= kinds[edge].IsRoad();
        }
        for (int node = 0; node < root.Length; node++) nodes[Find(node)]++;
        return
        [
            .. Enumerable.Range(0, root.Length)
                .Where(n => root[n] == n && (withFerries || isDry[n]))
                .OrderByDescending(n => nodes[n]).ThenBy(n => n)
                .Select(n => new NetworkPart(nodes[n], metres[n] / 1000, columns.NodePoints[n], hasFerry[n])),
        ];

        bool Counts(int edge) => withFerries || kinds[edge].IsRoad();

        int Find(int node)
        {
            while (root[node] != node) node = root[node] = root[root[node]];
            return node;
        }
    }
}
