namespace NavGeo.Data.OpenStreetMap;

/// <summary>How many turn restrictions met one fate.</summary>
/// <param name="Fate">What became of them.</param>
/// <param name="Count">Restrictions, at least 1.</param>
public sealed record RestrictionCount(RestrictionFate Fate, int Count);
