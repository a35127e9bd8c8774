namespace NavGeo.Planning.Siting;

/// <summary>What is asked, and what the answer must obey. Sites are indices of the table's candidates. Immutable.</summary>
public sealed record SitingQuestion
{
    /// <summary>What is to be least or most.</summary>
    public required SitingModel Model { get; init; }

    /// <summary>How many sites; null where the model finds the number.</summary>
    public int? Count { get; init; }

    /// <summary>How far counts as reached, as the table holds costs; null where the model does not ask.</summary>
    public long? Within { get; init; }

    /// <summary>Sites that must stay.</summary>
    public IReadOnlyList<int> Keep { get; init; } = [];

    /// <summary>Sites that must not be.</summary>
    public IReadOnlyList<int> Forbid { get; init; } = [];

    /// <summary>At least one site in each.</summary>
    public IReadOnlyList<SitingGroup> Groups { get; init; } = [];

    /// <summary>The sites of today; empty where there are none to compare with.</summary>
    public IReadOnlyList<int> Today { get; init; } = [];

    /// <summary>
    /// So many changes from today at most; null for any number. Closing a site, opening one, and moving one (closing it and
    /// opening another) are one change each.
    /// </summary>
    public int? MostChanges { get; init; }

    /// <summary>
    /// What opening costs, one a candidate, as weight × cost as the table holds them; null for nothing. Candidates of
    /// today cost it too: put 0 where they do not.
    /// </summary>
    public IReadOnlyList<long>? OpeningCosts { get; init; }

    /// <summary>The least weight in the catchment of an open site; null for none.</summary>
    public long? MinimumSize { get; init; }

    /// <summary>The most weight a site can take, one a candidate; null for no limit.</summary>
    public IReadOnlyList<long>? Capacities { get; init; }

    /// <summary>What happens to islands.</summary>
    public IslandRule Islands { get; init; } = IslandRule.OwnSite;
}

/// <summary>Candidates of which at least one must be open: those of a county, a region, a language area.</summary>
/// <param name="Name">As the user calls it.</param>
/// <param name="Sites">Indices of candidates.</param>
public sealed record SitingGroup(string Name, IReadOnlyList<int> Sites);

/// <summary>What happens to places that the rest of the country cannot be reached from.</summary>
public enum IslandRule
{
    /// <summary>Whoever some candidate can serve is served: an island with a candidate gets a site of its own.</summary>
    OwnSite = 0,

    /// <summary>
    /// Only the part with most people, and parts with a site that must stay, are planned, and a covering promise is
    /// kept for those some candidate reaches in time; the rest is listed as unserved.
    /// </summary>
    Unserved,
}
