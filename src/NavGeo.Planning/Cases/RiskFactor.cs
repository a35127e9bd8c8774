using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Cases;

/// <summary>One of the factors the partners assess.</summary>
/// <param name="Number">As the report numbers it.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Basis">What it can be scored from.</param>
/// <param name="Weight">How much it counts in the total; 1 where nothing is said.</param>
public sealed record RiskFactor(int Number, Names Name, FactorBasis Basis, decimal Weight);

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

/// <summary>A measured value of one structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">In the unit of the measure.</param>
/// <param name="Source">Who says so; null where NavGeo computed it from the case.</param>
public sealed record RiskInput(string Structure, RiskMeasure Measure, decimal Value, string? Source);

/// <summary>One partner's score of one factor under one structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Voter">Who scored.</param>
/// <param name="Probability">1 (unlikely) to 5.</param>
/// <param name="Consequence">1 (slight) to 5.</param>
public sealed record RiskVote(string Structure, int Factor, string Voter, int Probability, int Consequence);

/// <summary>What a factor can be scored from.</summary>
public enum FactorBasis
{
    /// <summary>Only the partners' own scores.</summary>
    Votes = 0,

    /// <summary>The staff table.</summary>
    Staffing,

    /// <summary>A measured value covers a part of it.</summary>
    Partly,

    /// <summary>A measured value.</summary>
    Measured,
}

/// <summary>Measured values that risk factors are scored from.</summary>
public enum RiskMeasure
{
    /// <summary>Employees (or årsverk) of the smallest office.</summary>
    SmallestOffice = 0,

    /// <summary>Per cent of the offices' employees who work in an office below the minimum.</summary>
    StaffBelowMinimumPercent,

    /// <summary>Offices an employer's labour market meets.</summary>
    Offices,

    /// <summary>Inhabitants' mean minutes one way to the nearest open site.</summary>
    MeanMinutes,

    /// <summary>Minutes one way that nine of ten inhabitants do not exceed.</summary>
    P90Minutes,

    /// <summary>Hours a year the staff drives on the road the report speaks of.</summary>
    RoadHours,

    /// <summary>Mean minutes one way from an office's main site to its municipalities' centres, where town hall, doctors and schools are; weighted by inhabitants.</summary>
    PartnerMinutes,

    /// <summary>Mean minutes one way from the main site to the office's other open sites, of the office where that is longest.</summary>
    LeaderMinutes,
}
