using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Uncertainty;

/// <summary>What is told of a structure with its doubt.</summary>
public enum Headline
{
    /// <summary>Minutes one way, mean over those who reach a site under every structure compared.</summary>
    Mean = 0,

    /// <summary>Per cent of everybody with at most 30 minutes.</summary>
    Within30,

    /// <summary>Mean minutes of the tenth with the longest way.</summary>
    WorstTenth,

    /// <summary>People with a longer way than under the baseline.</summary>
    Longer,

    /// <summary>Hours a year more than under the baseline, there and back.</summary>
    HoursMore,
}

/// <summary>The headlines, and which way is better.</summary>
public static class Headlines
{
    /// <summary>Minutes of <see cref="Headline.Within30"/>.</summary>
    public const double Threshold = 30;

    /// <summary>In order.</summary>
    public static IReadOnlyList<Headline> All { get; } = Enum.GetValues<Headline>();

    /// <summary>Those that structures are ranked by: the others follow from them or have no better.</summary>
    public static IReadOnlyList<Headline> Ranking { get; } = [Headline.Mean, Headline.Within30, Headline.WorstTenth];

    /// <summary>Whether more is better.</summary>
    public static bool IsMoreBetter(this Headline headline) => headline == Headline.Within30;

    /// <summary>
    /// What the truth is if the data are off as a draw is from the data: the draw's error taken off what is stated (the basic interval of
    /// Davison and Hinkley 1997). Errors add up to longer means and much longer tails; the plain percentiles would
    /// hold the truth less often than they say. Means and counts in proportion, hours by the difference; shares, which have an end,
    /// as they are drawn.
    /// </summary>
    /// <param name="headline">Of what.</param>
    /// <param name="stated">The number of the data.</param>
    /// <param name="drawn">The same on data drawn from these.</param>
    /// <param name="visits">What the visits of the data are multiplied with.</param>
    internal static double Corrected(this Headline headline, double stated, double drawn, double visits) => headline switch
    {
        Headline.Within30 => drawn,
        Headline.HoursMore => (2 * stated - drawn) * visits,
        _ => stated > 0 && drawn > 0 ? stated * (stated / drawn) : stated,
    };

    /// <summary>How files write it.</summary>
    public static string NameOf(this Headline headline) => headline switch
    {
        Headline.Mean => "mean_min",
        Headline.Within30 => "within_30_min",
        Headline.WorstTenth => "worst_tenth_min",
        Headline.Longer => "lose",
        _ => "hours_more_a_year",
    };
}

/// <summary>A number and its draws.</summary>
/// <param name="Headline">Of what.</param>
/// <param name="Stated">As the case has it, nothing drawn.</param>
/// <param name="Draws">What the truth may be, one a draw, in their order.</param>
public sealed record HeadlineDraws(Headline Headline, double Stated, IReadOnlyList<double> Draws)
{
    /// <summary>Nine of ten draws lie between: the 5th and the 95th percentile.</summary>
    public Band Band => Band.Of(Draws);
}

/// <summary>The middle nine tenths of some draws.</summary>
/// <param name="Low">The 5th percentile.</param>
/// <param name="High">The 95th.</param>
public readonly record struct Band(double Low, double High)
{
    /// <summary>The band of some draws, between neighbouring ones by how far the percentile lies (Hyndman and Fan 1996, type 7).</summary>
    public static Band Of(IReadOnlyList<double> draws)
    {
        double[] sorted = [.. draws.Order()];
        return new Band(Percentile(sorted, 0.05), Percentile(sorted, 0.95));
    }

    private static double Percentile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}

/// <summary>The doubt of one structure.</summary>
/// <param name="Structure">Which.</param>
/// <param name="Index">Its place in the comparison.</param>
/// <param name="SiteSet">Structures with the same number keep the same sites open, and have the same draws.</param>
/// <param name="Numbers">One a headline.</param>
public sealed record StructureUncertainty(Structure Structure, int Index, int SiteSet, IReadOnlyList<HeadlineDraws> Numbers)
{
    /// <summary>The draws of a headline.</summary>
    public HeadlineDraws Of(Headline headline) => Numbers[(int)headline];
}

/// <summary>"B is better than C by so much", and in how many draws that holds.</summary>
/// <param name="Better">The better one as the case has it.</param>
/// <param name="Worse">The other.</param>
/// <param name="Headline">By what.</param>
/// <param name="Stated">By how much, 0 or more.</param>
/// <param name="Band">Nine of ten draws say between so much; below 0 the other is better.</param>
/// <param name="Holds">Share of draws in which it holds, 0 to 1.</param>
/// <param name="IsCertain">Whether it cannot turn: the better one keeps every site of the other, and more.</param>
public sealed record RankingClaim(
    StructureUncertainty Better, StructureUncertainty Worse, Headline Headline, double Stated, Band Band, double Holds, bool IsCertain)
{
    /// <summary>A ranking that holds in so many per cent of the draws is called decided.</summary>
    public const int EnoughPercent = 95;

    /// <summary>Whether these data decide it.</summary>
    public bool IsDecided => Holds >= EnoughPercent / 100.0;
}

/// <summary>The doubt of a comparison. Immutable.</summary>
/// <param name="Draws">How many.</param>
/// <param name="Seed">Of them.</param>
/// <param name="Model">What they were drawn from.</param>
/// <param name="Structures">In the order of the comparison.</param>
public sealed record UncertaintyResult(int Draws, ulong Seed, UncertaintyModel Model, IReadOnlyList<StructureUncertainty> Structures)
{
    /// <summary>
    /// Every two structures with other sites that differ, by every headline that ranks; one of those with the same sites speaks for all.
    /// </summary>
    public IReadOnlyList<RankingClaim> Claims
    {
        get
        {
            StructureUncertainty[] distinct = [.. Structures.DistinctBy(s => s.SiteSet)];
            return
            [
                .. Headlines.Ranking.SelectMany(h => distinct.SelectMany((a, i) => distinct.Skip(i + 1).Select(b => Claim(a, b, h)))).Where(c => c.Stated > 0),
            ];
        }
    }

    /// <summary>The structures that keep the same sites open as one of them, every day or not as it does: the draws do not see opening days.</summary>
    public IEnumerable<string> Alike(StructureUncertainty one) =>
        Structures.Where(s => s.SiteSet == one.SiteSet && s.Structure.IsOpenAllWeek == one.Structure.IsOpenAllWeek).Select(s => s.Structure.Id);

    private static RankingClaim Claim(StructureUncertainty a, StructureUncertainty b, Headline headline)
    {
        double sign = headline.IsMoreBetter() ? 1 : -1;
        bool isFirst = sign * (a.Of(headline).Stated - b.Of(headline).Stated) >= 0;
        (StructureUncertainty better, StructureUncertainty worse) = isFirst ? (a, b) : (b, a);
        // Nobody has a longer way with more sites, whatever the times are.
        bool isCertain = worse.Structure.OpenSites.All(s => better.Structure.OpenSites.Contains(s));
        double[] by = [.. better.Of(headline).Draws.Zip(worse.Of(headline).Draws, (x, y) => isCertain ? Math.Max(0, sign * (x - y)) : sign * (x - y))];
        return new RankingClaim(
            better, worse, headline, Math.Abs(a.Of(headline).Stated - b.Of(headline).Stated), Band.Of(by), isCertain ? 1 : by.Count(d => d > 0) / (double)by.Length,
            isCertain);
    }
}
