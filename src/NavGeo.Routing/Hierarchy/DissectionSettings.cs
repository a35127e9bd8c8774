namespace NavGeo.Routing.Hierarchy;

/// <summary>How hard a separator is looked for.</summary>
/// <param name="Directions">How many projections are tried for a cell, at most 4.</param>
/// <param name="TerminalShare">Share of a cell's nodes, at either end of a projection, that the flow starts from.</param>
/// <param name="LeastBalance">Least share of the nodes on the smaller side.</param>
/// <param name="SmallCell">Cells up to this size are ordered greedily.</param>
internal readonly record struct DissectionSettings(int Directions, double TerminalShare, double LeastBalance, int SmallCell)
{
    // Tried on the DIMACS New York network; docs/engine/order.md has the table.
    public static DissectionSettings Standard { get; } = new(Directions: 4, TerminalShare: 0.15, LeastBalance: 0.1, SmallCell: 60);

    /// <summary>
    /// Low is good: separator nodes over the square root of the smaller side's share. Separators of road networks grow
    /// slower than their cells, so balance counts for less than in the ratio cut; 3 % fewer triangles than with it.
    /// </summary>
    public static double Score(int separator, int smaller, int all) => separator / Math.Sqrt((double)smaller / all);

    /// <summary>A separator this large cannot have a lower score, however balanced it is.</summary>
    public static int MostFlow(double score) =>
        double.IsInfinity(score) ? int.MaxValue : (int)Math.Ceiling(score * Math.Sqrt(0.5));
}
