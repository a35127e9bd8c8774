using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Access;

/// <summary>One structure in a comparison.</summary>
/// <param name="Access">What it means for the inhabitants.</param>
/// <param name="Change">The same, held against the baseline; no change at all for the baseline itself.</param>
/// <param name="Offices">How large its offices are.</param>
public sealed record ComparedStructure(StructureAccess Access, StructureChange Change, IReadOnlyList<OfficeSize> Offices);
