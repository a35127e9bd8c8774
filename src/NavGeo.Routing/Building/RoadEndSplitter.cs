namespace NavGeo.Routing.Building;

/// <summary>Makes a junction where a road ends on the line of another road that has no node there.</summary>
internal static class RoadEndSplitter
{
    /// <summary>Splits and returns how many junctions it made.</summary>
    public static int Split(DraftLinks drafts, NodeJoiner nodes, double toleranceMetres, BuildingRun run)
    {
        var degrees = new int[nodes.Points.Count];
        for (int i = 0; i < drafts.Count; i++)
        {
            if (!drafts.KindOf(i).IsRoad()) continue;
            (int from, int to) = drafts.EndsOf(i);
            degrees[from]++;
            degrees[to]++;
        }
        var cutter = new LinkCutter(drafts, nodes, BuildingStep.Splitting, run);
        int split = 0;
        for (int node = 0; node < degrees.Length; node++)
        {
            run.Pass(BuildingStep.Splitting, node, degrees.Length);
            if (degrees[node] != 1) continue;
            if (cutter.FindNearest(node, toleranceMetres, out int draft, out PlanePoint at) is null) continue;
            cutter.JunctionAt(draft, at, useNode: node);
            split++;
        }
        return split;
    }
}
