namespace NavGeo.Planning.Codes;

/// <summary>A number that a municipality, or a part of it, has in another year.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Share">The part of the old municipality's people, 0 to 1; null where the municipality was parted and nobody said how.</param>
public readonly record struct CodeTarget(string Number, double? Share);
