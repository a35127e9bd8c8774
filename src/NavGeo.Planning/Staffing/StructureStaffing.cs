using NavGeo.Planning.Structures;

namespace NavGeo.Planning.Staffing;

/// <summary>What a structure means for the staff.</summary>
public sealed record StructureStaffing
{
    /// <summary>The structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Its offices, in its order.</summary>
    public required IReadOnlyList<OfficeStrength> Offices { get; init; }

    /// <summary>Employees (or årsverk) in offices below the limit of isolation; null where an office's staff is not known.</summary>
    public required decimal? IsolatedInOffices { get; init; }

    /// <summary>The same counted at the sites, if everybody stays whose site is kept.</summary>
    public required decimal? IsolatedAtSites { get; init; }

    /// <summary>Moves if only those go whose site is closed, to their new office's main site, and those who are gathered.</summary>
    public required IReadOnlyList<StaffMove> MovesWithSites { get; init; }

    /// <summary>Moves if every office gathers all its staff at its main site.</summary>
    public required IReadOnlyList<StaffMove> MovesIfGathered { get; init; }

    /// <summary>Offices below the minimum; null where none of the offices' staff is known.</summary>
    public int? OfficesBelowMinimum => Offices.All(o => o.IsBelowMinimum is null) ? null : Offices.Count(o => o.IsBelowMinimum == true);

    /// <summary>Offices whose staff is not known.</summary>
    public int OfficesNotCounted => Offices.Count(o => o.IsBelowMinimum is null);

    /// <summary>The fewest employees (or årsverk) of an office whose staff is known.</summary>
    public decimal? Smallest => Offices.Min(o => o.People);
}
