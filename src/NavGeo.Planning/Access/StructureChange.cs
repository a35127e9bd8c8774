namespace NavGeo.Planning.Access;

/// <summary>One structure held against the baseline.</summary>
/// <param name="From">The baseline.</param>
/// <param name="To">The other one.</param>
/// <param name="Total">Everybody in the case's municipalities.</param>
/// <param name="ByMunicipality">In the case's order; none is left out.</param>
public sealed record StructureChange(
    StructureAccess From, StructureAccess To, AccessChange Total, IReadOnlyList<AccessChange> ByMunicipality);
