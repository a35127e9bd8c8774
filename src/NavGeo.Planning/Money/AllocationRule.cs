namespace NavGeo.Planning.Money;

/// <summary>
/// What a joint office gets as base allocation: so many årsverk for its first open site and so many for each further one.
/// </summary>
/// <param name="FirstSite">Årsverk for the first site.</param>
/// <param name="FurtherSite">Årsverk for every further site.</param>
public sealed record AllocationRule(decimal FirstSite, decimal FurtherSite)
{
    /// <summary>Årsverk for an office with so many open sites; none for an office without.</summary>
    public decimal Of(int openSites) => openSites == 0 ? 0 : FirstSite + (openSites - 1) * FurtherSite;
}
