namespace NavGeo.Planning.Regions;

/// <summary>How firmly a municipality is where it is.</summary>
/// <param name="Stays">In so many of the runs.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="MostOftenInstead">Index of the centre of the region it is most often in instead; null where it always stays.</param>
public sealed record StabilityRow(int Stays, int Runs, int? MostOftenInstead)
{
    /// <summary>Per cent of the runs.</summary>
    public double StaysPercent => Runs == 0 ? 100 : 100.0 * Stays / Runs;
}
