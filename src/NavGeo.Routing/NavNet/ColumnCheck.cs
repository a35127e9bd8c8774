namespace NavGeo.Routing.NavNet;

/// <summary>Holds the columns of a file against each other before anything walks over them.</summary>
internal static class ColumnCheck
{
    /// <exception cref="NavNetException">They contradict each other.</exception>
    public static void Verify(RoadGraphColumns columns)
    {
        int edges = columns.EdgeFrom.Length;
        int[] lengths =
        [
            columns.EdgeTo.Length, columns.EdgeLengths.Length, columns.EdgeKinds.Length, columns.EdgeCategories.Length,
            columns.EdgeRoads.Length, columns.EdgeNames.Length, columns.EdgeDirections.Length, columns.EdgeSpeeds.Length,
            columns.EdgeForwardGiven.Length, columns.EdgeBackwardGiven.Length, columns.EdgeHeadways.Length, columns.EdgeFlags.Length, columns.ShapeFirst.Length - 1,
        ];
        Require(Array.TrueForAll(lengths, n => n == edges), "edge columns");
        Require(Array.TrueForAll(columns.EdgeFrom, n => n >= 0 && n < columns.NodePoints.Length), "EFRM");
        Require(Array.TrueForAll(columns.EdgeTo, n => n >= 0 && n < columns.NodePoints.Length), "ETO ");
        Require(Array.TrueForAll(columns.EdgeLengths, n => n >= 0), "ELEN");
        Require(Array.TrueForAll(columns.EdgeNames, n => n >= RoadGraph.NoName && n < columns.Names.Length), "ENAM");
        Require(Array.TrueForAll(columns.EdgeForwardGiven, n => n >= RoadGraph.NotGiven), "EFWD");
        Require(Array.TrueForAll(columns.EdgeBackwardGiven, n => n >= RoadGraph.NotGiven), "EBWD");
        Require(Array.TrueForAll(columns.EdgeKinds, k => k <= LinkKind.Boarding), "EKND");
        Require(Array.TrueForAll(columns.NodePoints, p => double.IsFinite(p.Easting) && double.IsFinite(p.Northing)), "NODE");
        Require(columns.ShapeFirst[0] == 0 && columns.ShapeFirst[^1] == columns.ShapePoints.Length, "SHPF");
        for (int edge = 0; edge < edges; edge++) Require(columns.ShapeFirst[edge + 1] >= columns.ShapeFirst[edge] + 2, "SHPF");
    }

    private static void Require(bool holds, string tag)
    {
        if (!holds) throw NavNetFile.Contradiction(tag);
    }
}
