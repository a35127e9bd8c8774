using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning.Risk;

/// <summary>
/// How a measured value becomes the probability of a factor: four limits between the scores 1 to 5. Rising limits give
/// higher scores to higher values, falling ones to lower values; a value on a limit keeps the better score.
/// </summary>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Limits">Four, strictly rising or strictly falling.</param>
/// <param name="Consequence">1 to 5, until partners vote on the factor.</param>
/// <param name="Source">Where the limits are from; null for an assumption.</param>
public sealed record RiskMapping(int Factor, RiskMeasure Measure, IReadOnlyList<decimal> Limits, int Consequence, Names? Source)
{
    /// <summary>The road that <see cref="RiskMeasure.RoadHours"/> are counted on; null where the case names none.</summary>
    public RoadNumber? Road { get; init; }

    /// <summary>Whether higher values are worse.</summary>
    public bool IsRising => Limits[^1] > Limits[0];

    /// <summary>1 to 5.</summary>
    public int Probability(decimal value) => 1 + Limits.Count(limit => IsRising ? value > limit : value < limit);
}
