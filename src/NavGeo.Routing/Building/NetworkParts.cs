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
        int count = columns.NodePoints.Length;
        var parts = new DisjointSets(count);
        int edges = columns.Edges.Count;
        int[] from = columns.Edges.Of(EdgeTable.From), to = columns.Edges.Of(EdgeTable.To), lengths = columns.Edges.Of(EdgeTable.Length);
        LinkKind[] kinds = columns.Edges.Of(EdgeTable.Kind);
        for (int edge = 0; edge < edges; edge++)
        {
            run.Pass(BuildingStep.Connecting, edge, edges);
            if (Counts(edge)) parts.Join(from[edge], to[edge]);
        }
        var nodes = new int[count];
        var metres = new double[count];
        var hasFerry = new bool[count];
        var isDry = new bool[count];
        for (int edge = 0; edge < edges; edge++)
        {
            run.Pass(BuildingStep.Connecting, edge, edges);
            if (!Counts(edge)) continue;
            int part = parts.Find(from[edge]);
            metres[part] += lengths[edge] / 1000.0;
            hasFerry[part] |= kinds[edge].IsFerry();
            isDry[part] |= kinds[edge].IsRoad();
        }
        for (int node = 0; node < count; node++) nodes[parts.Find(node)]++;
        return
        [
            .. Enumerable.Range(0, count)
                .Where(n => parts.Find(n) == n && (withFerries || isDry[n]))
                .OrderByDescending(n => nodes[n]).ThenBy(n => n)
                .Select(n => new NetworkPart(nodes[n], metres[n] / 1000, columns.NodePoints[n], hasFerry[n])),
        ];

        bool Counts(int edge) => withFerries || kinds[edge].IsRoad();
    }
}
