using NavGeo.Planning.Ledger;
using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Access;

/// <summary>One structure in a comparison.</summary>
/// <param name="Access">What it means for the inhabitants.</param>
/// <param name="Change">The same, held against the baseline; no change at all for the baseline itself.</param>
/// <param name="Offices">How large its offices are.</param>
public sealed record ComparedStructure(StructureAccess Access, StructureChange Change, IReadOnlyList<OfficeSize> Offices)
{
    /// <summary>Who gains and who loses, municipality by municipality and place by place.</summary>
    public required ChangeLedger Ledger { get; init; }

    /// <summary>Who depends on a ferry or a boat.</summary>
    public required StructureReach Reach { get; init; }
}
