namespace NavGeo.Planning.Risk;

/// <summary>At which weight of a factor the best and the second best structure change places.</summary>
/// <param name="Factor">The factor; all others keep their weight.</param>
/// <param name="Weight">The weight at which the two are level; null where no weight of 0 or more makes them so.</param>
public sealed record RankingFlip(RiskFactor Factor, decimal? Weight);
