namespace NavGeo.Planning.Siting;

/// <summary>What a search with capacities found.</summary>
/// <param name="Open">The best set; null where none was found before the search was stopped.</param>
/// <param name="Assignment">The site of each planned row.</param>
/// <param name="Value">Its cost.</param>
/// <param name="Bound">No allowed set and assignment costs less.</param>
internal sealed record CapacityResult(bool[]? Open, int[]? Assignment, Int128 Value, Int128 Bound);
