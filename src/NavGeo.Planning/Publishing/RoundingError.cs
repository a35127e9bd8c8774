using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;

namespace NavGeo.Planning.Publishing;

/// <summary>
/// How far figures counted from rounded people lie from those of everybody, over all structures of a comparison. Told as a limit on a
/// coarse scale that all differences stay under: a difference itself would say something of small places.
/// </summary>
/// <param name="SharePoints">Percentage points, of shares within a limit of minutes over everybody.</param>
/// <param name="MunicipalityPoints">The same within any one municipality.</param>
/// <param name="Minutes">Of means over everybody.</param>
public sealed record RoundingError(double SharePoints, double MunicipalityPoints, double Minutes)
{
    private static readonly double[] PointSteps = [0.5, 1, 2, 5, 10, 20, 50, 100];
    private static readonly double[] MinuteSteps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 60, 1000];

    /// <summary>The limits for two comparisons of the same structures.</summary>
    /// <param name="exact">With people as they were counted.</param>
    /// <param name="told">With people as they are told.</param>
    internal static RoundingError Between(Comparison exact, Comparison told)
    {
        (double shares, double municipality, double minutes) = (0, 0, 0);
        foreach ((StructureAccess one, StructureAccess other) in exact.Structures.Zip(told.Structures, (e, t) => (e.Access, t.Access)))
        {
            shares = Math.Max(shares, Points(one.Total, other.Total));
            minutes = Math.Max(minutes, Math.Abs((one.Total.MeanMinutes ?? 0) - (other.Total.MeanMinutes ?? 0)));
            foreach ((AccessIndicators here, AccessIndicators there) in one.ByMunicipality.Zip(other.ByMunicipality)) municipality = Math.Max(municipality, Points(here, there));
        }
        return new RoundingError(Under(PointSteps, shares), Under(PointSteps, municipality), Under(MinuteSteps, minutes));
    }

    private static double Under(double[] steps, double value) => steps.FirstOrDefault(s => s > value, steps[^1]);

    private static double Points(AccessIndicators one, AccessIndicators other) => Enumerable.Range(0, AccessIndicators.Thresholds.Count)
        .Max(t => Math.Abs((one.ShareWithin(t) ?? 0) - (other.ShareWithin(t) ?? 0))) * 100;
}
