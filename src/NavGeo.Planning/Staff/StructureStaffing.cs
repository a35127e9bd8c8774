using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

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

    /// <summary>Offices below the minimum; null where an office's staff is not known.</summary>
    public int? OfficesBelowMinimum => OfficesNotCounted > 0 ? null : Offices.Count(o => o.IsBelowMinimum == true);

    /// <summary>Offices whose staff is not known.</summary>
    public int OfficesNotCounted => Offices.Count(o => o.IsBelowMinimum is null);

    /// <summary>The fewest employees (or årsverk) of an office; null where an office's staff is not known, for that one may be smaller.</summary>
    public decimal? Smallest => Offices.Any(o => o.People is null) ? null : Offices.Min(o => o.People);
}

/// <summary>Årsverk that leave one municipality for another.</summary>
/// <param name="From">Kommunenummer of today's main site.</param>
/// <param name="To">Kommunenummer of the site they go to.</param>
/// <param name="Equivalents">Årsverk.</param>
/// <param name="IsEstimate">Whether the state's part of a unit was taken from the setting and not from the table.</param>
public sealed record StaffMove(string From, string To, decimal Equivalents, bool IsEstimate);

/// <summary>How strong an office is in people.</summary>
/// <param name="Size">The office, its inhabitants and staff.</param>
/// <param name="StateEquivalents">State årsverk; null where the case does not split them.</param>
/// <param name="IsBelowMinimum">
/// Whether it has fewer employees than the minimum. Where only årsverk were counted they stand in for employees, of whom
/// there are at least as many; null where neither is known.
/// </param>
/// <param name="IsGuarantee">Whether its state årsverk are those of a guarantee office; null where they are not known.</param>
public sealed record OfficeStrength(OfficeSize Size, decimal? StateEquivalents, bool? IsBelowMinimum, bool? IsGuarantee)
{
    /// <summary>Employees, or årsverk where employees were not counted.</summary>
    public decimal? People => Size.Employees ?? Size.FullTimeEquivalents;
}
