using NavGeo.Routing.Graph;

namespace NavGeo.Routing.NavNet;

/// <summary>Holds the columns of a file against each other before anything walks over them.</summary>
internal static class ColumnCheck
{
    /// <summary>No road lies farther from the origin of its plane, were its unit a millionth of a degree.</summary>
    private const double Farthest = 400_000_000;

    /// <exception cref="NavNetException">They contradict each other.</exception>
    public static void Verify(RoadGraphColumns columns)
    {
        EdgeColumns edges = columns.Edges;
        foreach (EdgeColumn attribute in EdgeTable.All) Require(attribute.Holds(edges.Of(attribute)), attribute.Section);
        Require(Array.TrueForAll(edges.Of(EdgeTable.From), n => n >= 0 && n < columns.NodePoints.Length), EdgeTable.From.Section);
        Require(Array.TrueForAll(edges.Of(EdgeTable.To), n => n >= 0 && n < columns.NodePoints.Length), EdgeTable.To.Section);
        Require(Array.TrueForAll(edges.Of(EdgeTable.Name), n => n < columns.Names.Length), EdgeTable.Name.Section);
        Require(columns.ShapeFirst.Length == edges.Count + 1, "SHPF");
        Require(Array.TrueForAll(columns.NodePoints, p => double.IsFinite(p.Easting) && double.IsFinite(p.Northing)), "NODE");
        VerifyTurns(columns);
        VerifyBends(columns);
        Require(Array.TrueForAll(columns.ShapePoints, p => Math.Abs(p.Easting) <= Farthest && Math.Abs(p.Northing) <= Farthest), "SHPP");
        Require(columns.ShapeFirst[0] == 0 && columns.ShapeFirst[^1] == columns.ShapePoints.Length, "SHPF");
        for (int edge = 0; edge < edges.Count; edge++) Require(columns.ShapeFirst[edge + 1] >= columns.ShapeFirst[edge] + 2, "SHPF");
    }

    /// <summary>Bends stand in order along their edge, and what lies before one grows along it.</summary>
    private static void VerifyBends(RoadGraphColumns columns)
    {
        int edges = columns.Edges.Count;
        Require(columns.BendFirst.Length == edges + 1 && columns.BendFirst[0] == 0 && columns.BendFirst[^1] == columns.Bends.Length, "BNDF");
        for (int edge = 0; edge < edges; edge++)
        {
            Require(columns.BendFirst[edge + 1] >= columns.BendFirst[edge], "BNDF");
            EdgeBend before = new(0, 0, 0, 0);
            EdgeBend end = new(1, columns.Edges.Of(EdgeTable.Length)[edge], columns.Edges.Of(EdgeTable.ForwardGiven)[edge], columns.Edges.Of(EdgeTable.BackwardGiven)[edge]);
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

    /// <summary>A turn leads from one arc into another that starts where the first ends; so does a path from arc to arc.</summary>
    private static void VerifyTurns(RoadGraphColumns columns)
    {
        int arcs = 2 * columns.Edges.Count;
        Require(columns.TurnTo.Length == columns.TurnFrom.Length && columns.TurnIsOnly.Length == columns.TurnFrom.Length, "TTO ");
        for (int turn = 0; turn < columns.TurnFrom.Length; turn++)
        {
            (int come, int go) = (columns.TurnFrom[turn], columns.TurnTo[turn]);
            Require(come >= 0 && come < arcs, "TFRM");
            Require(go >= 0 && go < arcs && End(come) == End(go ^ 1), "TTO ");
        }
        int[] first = columns.PathFirst;
        Require(first.Length > 0 && first[0] == 0 && first[^1] == columns.PathArcs.Length, "PTHF");
        Require(Array.TrueForAll(columns.PathArcs, arc => arc >= 0 && arc < arcs), "PTHA");
        for (int path = 1; path < first.Length; path++)
        {
            Require(first[path] - first[path - 1] >= 3 && first[path] <= columns.PathArcs.Length, "PTHF");
            for (int i = first[path - 1] + 1; i < first[path]; i++) Require(End(columns.PathArcs[i - 1]) == End(columns.PathArcs[i] ^ 1), "PTHA");
        }

        int End(int arc) => (arc & 1) == 0 ? columns.Edges.Of(EdgeTable.To)[arc >> 1] : columns.Edges.Of(EdgeTable.From)[arc >> 1];
    }

    private static void Require(bool holds, string tag)
    {
        if (!holds) throw NavNetFile.Contradiction(tag);
    }
}
