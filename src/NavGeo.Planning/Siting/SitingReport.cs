using NavGeo.Planning.Language;

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

/// <summary>What it does to people if one site of today closes and all others stay.</summary>
/// <param name="Site">The candidate.</param>
/// <param name="Weight">Who goes there today.</param>
/// <param name="More">Weight × cost that is added; null where somebody is then not served at all.</param>
/// <param name="Next">Where most of them go instead; -1 for nowhere.</param>
/// <param name="WorstMore">The most that one place has to travel farther.</param>
public sealed record ClosingCost(int Site, long Weight, Int128? More, int Next, long WorstMore);

/// <summary>What a demand costs: how much better the best set without it is.</summary>
/// <param name="Demand">The demand in words.</param>
/// <param name="Price">Solver's sum, 0 or more; null where the search without it was stopped before it could tell.</param>
/// <param name="IsProven">Whether both optima are proven.</param>
public sealed record ConstraintPrice(Phrase Demand, Int128? Price, bool IsProven);

/// <summary>The best that so many changes from today, or so many sites, can give.</summary>
/// <param name="Number">Changes or sites.</param>
/// <param name="Answer">The best.</param>
public sealed record CurvePoint(int Number, SitingAnswer Answer);

/// <summary>Whether a chosen site is in every set that is nearly as good.</summary>
public enum SiteStanding
{
    /// <summary>Proven: no set without it is within the indifference.</summary>
    Always = 0,

    /// <summary>A set without it is within the indifference.</summary>
    Exchangeable,

    /// <summary>The search was stopped before it could tell.</summary>
    Unknown,
}
