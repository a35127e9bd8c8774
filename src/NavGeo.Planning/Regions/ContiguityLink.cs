namespace NavGeo.Planning.Regions;

/// <summary>Two municipalities that are neighbours, and why.</summary>
/// <param name="First">Index of a municipality.</param>
/// <param name="Second">Index of another.</param>
/// <param name="Kind">The reason.</param>
public readonly record struct ContiguityLink(int First, int Second, ContiguityKind Kind);
