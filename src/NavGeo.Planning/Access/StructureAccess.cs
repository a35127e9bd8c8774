using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Access;

/// <summary>What one structure means for the inhabitants.</summary>
public sealed record StructureAccess
{
    /// <summary>The structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Which sites people may go to.</summary>
    public required AccessRule Rule { get; init; }

    /// <summary>
    /// Persons times weekdays a week on which no site they reach is open; 0 under every rule but
    /// <see cref="AccessRule.OpeningDays"/>. Five for each person without access there.
    /// </summary>
    public required long PersonDaysWithout { get; init; }

    /// <summary>Who goes where.</summary>
    public required SiteAssignment Assignment { get; init; }

    /// <summary>Everybody in the case's municipalities.</summary>
    public required AccessIndicators Total { get; init; }

    /// <summary>The same for each municipality, in the case's order; none is left out.</summary>
    public required IReadOnlyList<AccessIndicators> ByMunicipality { get; init; }

    /// <summary>The same for those each site serves, in the case's order; empty for a site that is closed.</summary>
    public required IReadOnlyList<AccessIndicators> BySite { get; init; }

    /// <summary>Days a week each site is open, in the case's order; 0 where it is closed.</summary>
    public required IReadOnlyList<double> DaysBySite { get; init; }

    /// <summary>People by <see cref="AccessState"/>; the five add up to the demand.</summary>
    public required IReadOnlyDictionary<AccessState, long> PeopleByState { get; init; }
}
