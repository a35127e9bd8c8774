namespace NavGeo.Planning.Siting;

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
