namespace NavGeo.Planning.Siting;

/// <summary>An answer and what was asked around it.</summary>
/// <param name="Table">What it is about.</param>
/// <param name="SiteNames">The candidates as users see them.</param>
/// <param name="Answer">The best set.</param>
/// <param name="Today">Today's sites by the same measure; null where there are none or they serve not all they must.</param>
/// <param name="Changes">The best with so many changes from today; empty where not asked.</param>
/// <param name="Counts">The best with so many sites; empty where not asked.</param>
/// <param name="Standings">For each chosen site whether all nearly best sets have it; empty where not asked.</param>
/// <param name="Prices">What each demand costs; empty where not asked.</param>
/// <param name="Closings">What closing each of today's sites does; empty where not asked.</param>
public sealed record SitingReport(
    SitingTable Table,
    IReadOnlyList<string> SiteNames,
    SitingAnswer Answer,
    SitingAnswer? Today,
    IReadOnlyList<CurvePoint> Changes,
    IReadOnlyList<CurvePoint> Counts,
    IReadOnlyList<SiteStanding> Standings,
    IReadOnlyList<ConstraintPrice> Prices,
    IReadOnlyList<ClosingCost> Closings)
{
    /// <summary>Sets within this share of the objective count as nearly as good.</summary>
    public const double Indifference = 0.01;
}
