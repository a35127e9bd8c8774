namespace NavGeo.Planning.Robustness;

/// <summary>The closures that hit most people under one structure.</summary>
/// <param name="Effects">The worst first; only those that hit somebody.</param>
/// <param name="Untried">Links that people pass and that were not tried.</param>
/// <param name="MostUntried">No link that was not tried can hit more people than this; 0 where all were tried.</param>
public sealed record RobustnessRanking(IReadOnlyList<ClosureEffect> Effects, int Untried, long MostUntried);
