using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Risk;

/// <summary>
/// One factor under one structure. With votes it is their median; without, the probability is computed from a measured
/// value where the mapping says how; with neither it is not assessed.
/// </summary>
public sealed record RiskScore
{
    /// <summary>The factor.</summary>
    public required RiskFactor Factor { get; init; }

    /// <summary>1 to 5, with halves where voters are split; null where not assessed.</summary>
    public required decimal? Probability { get; init; }

    /// <summary>1 to 5; null where not assessed.</summary>
    public required decimal? Consequence { get; init; }

    /// <summary>How many voted.</summary>
    public required int Voters { get; init; }

    /// <summary>The lowest and highest probability × consequence among the voters; null without votes.</summary>
    public required (int Least, int Most)? Spread { get; init; }

    /// <summary>The measured value, also where votes decide; null where there is none.</summary>
    public required RiskInput? Measured { get; init; }

    /// <summary>The probability that follows from the measured value; null where there is none.</summary>
    public required int? MeasuredProbability { get; init; }

    /// <summary>Probability × consequence, 1 to 25; null where not assessed.</summary>
    public decimal? Risk => Probability * Consequence;

    /// <summary>Whether a score stands here.</summary>
    public bool IsAssessed => Risk is not null;
}
