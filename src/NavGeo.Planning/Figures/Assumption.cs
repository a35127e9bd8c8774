using NavGeo.Planning.Language;

namespace NavGeo.Planning.Figures;

/// <summary>A setting with its value and where that is from.</summary>
/// <param name="Key">What it sets.</param>
/// <param name="Value">In the unit of the key.</param>
/// <param name="IsGiven">True where a source gives the value for this case; false for an assumption, which tables mark.</param>
/// <param name="Source">Where it is from, as the case writes it; null for NavGeo's default.</param>
public sealed record Assumption(AssumptionKey Key, decimal Value, bool IsGiven, Names? Source);
