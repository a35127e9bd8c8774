using NavGeo.Planning.Language;

namespace NavGeo.Planning.Risk;

/// <summary>One of the factors the partners assess.</summary>
/// <param name="Number">As the report numbers it.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Basis">What it can be scored from.</param>
/// <param name="Weight">How much it counts in the total; 1 where nothing is said.</param>
public sealed record RiskFactor(int Number, Names Name, FactorBasis Basis, decimal Weight);
