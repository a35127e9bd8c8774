namespace NavGeo.Planning.Siting;

/// <summary>Candidates of which at least one must be open: those of a county, a region, a language area.</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="Sites">Indices of candidates.</param>
public sealed record SitingGroup(string Name, IReadOnlyList<int> Sites);
