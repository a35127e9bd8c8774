namespace NavGeo.Routing.Hierarchy;

/// <summary>How hard a separator is looked for.</summary>
/// <param name="Directions">How many projections are tried for a large cell.</param>
/// <param name="TerminalShare">Share of a cell's nodes, at either end of a projection, that the flow starts from.</param>
/// <param name="LeastBalance">Least share of the nodes on the smaller side.</param>
/// <param name="SmallCell">Cells up to this size are ordered greedily.</param>
/// <param name="BalancePower">How much balance counts against size, see <see cref="Score"/>.</param>
internal readonly record struct DissectionSettings(
    int Directions, double TerminalShare, double LeastBalance, int SmallCell, double BalancePower)
{
    public static DissectionSettings Standard { get; } = TUNE();
    private static double E(string n,double d)=>double.TryParse(Environment.GetEnvironmentVariable(n),System.Globalization.CultureInfo.InvariantCulture,out double v)?v:d;
    private static DissectionSettings TUNE()=>new((int)E("DIRS",4),E("TERM",0.05),E("BAL",0.1),(int)E("SMALL",40),E("POW",1));

    /// <summary>Separator nodes per node of the smaller side: low is good.</summary>
    public double Score(int separator, int smaller, int all) => separator / Math.Pow((double)smaller / all, BalancePower);

    /// <summary>A separator this large cannot have a lower score, however balanced it is.</summary>
    public int MostFlow(double score) =>
        double.IsInfinity(score) ? int.MaxValue : (int)Math.Ceiling(score * Math.Pow(0.5, BalancePower));
}
