using NavGeo.Routing.Graph;

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
            columns.EdgeForwardGiven.Length, columns.EdgeBackwardGiven.Length, columns.EdgeHeadways.Length, columns.EdgeClosedInWinter.Length, columns.EdgeFlags.Length, columns.ShapeFirst.Length - 1,
        ];
        Require(Array.TrueForAll(lengths, n => n == edges), "edge columns");
        Require(Array.TrueForAll(columns.EdgeFrom, n => n >= 0 && n < columns.NodePoints.Length), "EFRM");
        Require(Array.TrueForAll(columns.EdgeTo, n => n >= 0 && n < columns.NodePoints.Length), "ETO ");
        Require(Array.TrueForAll(columns.EdgeLengths, n => n >= 0), "ELEN");
        Require(Array.TrueForAll(columns.EdgeNames, n => n >= RoadGraph.NoName && n < columns.Names.Length), "ENAM");
        Require(Array.TrueForAll(columns.EdgeForwardGiven, n => n >= RoadGraph.NotGiven), "EFWD");
        Require(Array.TrueForAll(columns.EdgeBackwardGiven, n => n >= RoadGraph.NotGiven), "EBWD");
        Require(Array.TrueForAll(columns.EdgeKinds, k => k <= LinkKind.NewRoad), "EKND");
        Require(Array.TrueForAll(columns.NodePoints, p => double.IsFinite(p.Easting) && double.IsFinite(p.Northing)), "NODE");
        VerifyTurns(columns);
        VerifyBends(columns);
        Require(columns.ShapeFirst[0] == 0 && columns.ShapeFirst[^1] == columns.ShapePoints.Length, "SHPF");
        for (int edge = 0; edge < edges; edge++) Require(columns.ShapeFirst[edge + 1] >= columns.ShapeFirst[edge] + 2, "SHPF");
    }

    /// <summary>Bends stand in order along their edge, and what lies before one grows along it.</summary>
    private static void VerifyBends(RoadGraphColumns columns)
    {
        int edges = columns.EdgeFrom.Length;
        Require(columns.BendFirst.Length == edges + 1 && columns.BendFirst[0] == 0 && columns.BendFirst[^1] == columns.Bends.Length, "BNDF");
        for (int edge = 0; edge < edges; edge++)
        {
            Require(columns.BendFirst[edge + 1] >= columns.BendFirst[edge], "BNDF");
            EdgeBend before = new(0, 0, 0, 0);
            EdgeBend end = new(1, columns.EdgeLengths[edge], columns.EdgeForwardGiven[edge], columns.EdgeBackwardGiven[edge]);
            foreach (EdgeBend bend in columns.Bends.AsSpan(columns.BendFirst[edge]..columns.BendFirst[edge + 1]))
            {
                Require(bend.Share >= before.Share && bend.Share <= 1, "BNDS");
                Require(bend.LengthMillimetres >= before.LengthMillimetres && bend.LengthMillimetres <= end.LengthMillimetres, "BNDL");
                Require(Grows(before.ForwardMilliseconds, bend.ForwardMilliseconds, end.ForwardMilliseconds), "BNDT");
                Require(Grows(before.BackwardMilliseconds, bend.BackwardMilliseconds, end.BackwardMilliseconds), "BNDT");
                before = bend;
            }
        }

        static bool Grows(int before, int at, int whole) => whole == RoadGraph.NotGiven ? at == RoadGraph.NotGiven : at >= before && at <= whole;
    }

    /// <summary>A turn leads from one arc into another that starts where the first ends.</summary>
    private static void VerifyTurns(RoadGraphColumns columns)
    {
        int arcs = 2 * columns.EdgeFrom.Length;
        Require(columns.TurnTo.Length == columns.TurnFrom.Length && columns.TurnIsOnly.Length == columns.TurnFrom.Length, "TTO ");
        for (int turn = 0; turn < columns.TurnFrom.Length; turn++)
        {
            (int come, int go) = (columns.TurnFrom[turn], columns.TurnTo[turn]);
            Require(come >= 0 && come < arcs, "TFRM");
            Require(go >= 0 && go < arcs && End(come) == End(go ^ 1), "TTO ");
        }

        int End(int arc) => (arc & 1) == 0 ? columns.EdgeTo[arc >> 1] : columns.EdgeFrom[arc >> 1];
    }

    private static void Require(bool holds, string tag)
    {
        if (!holds) throw NavNetFile.Contradiction(tag);
    }
}
