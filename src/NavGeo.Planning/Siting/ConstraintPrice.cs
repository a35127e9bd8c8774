using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>What a demand costs: how much better the best set without it is.</summary>
/// <param name="Demand">The demand in words.</param>
/// <param name="Price">Solver's sum, 0 or more; null where the search without it was stopped before it could tell.</param>
/// <param name="IsProven">Whether both optima are proven.</param>
public sealed record ConstraintPrice(Phrase Demand, Int128? Price, bool IsProven);
