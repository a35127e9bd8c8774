using NavGeo.Planning.Language;

namespace NavGeo.Planning.Uncertainty;

/// <summary>What the draws say of a comparison, in sentences.</summary>
public static class UncertaintySentences
{
    /// <summary>Minutes to the millisecond have no more that say anything.</summary>
    private const int MostDecimals = 5;

    /// <summary>
    /// One sentence for each ranking that these data do not decide; where they decide all, one that says by what, and one for
    /// each headline by which structures are told as equal. Never empty where structures differ.
    /// </summary>
    public static IReadOnlyList<Phrase> Of(UncertaintyResult result)
    {
        RankingClaim[] claims = [.. result.Claims.Where(c => Rounded(c.Stated, c.Headline) > 0)];
        Phrase[] undecided = [.. claims.Where(c => !c.IsDecided).Select(c => Of(result, c))];
        if (undecided.Length > 0 || claims.Length == 0) return undecided;
        return [new Phrase("uncertainty.sentence.all-decided", DrawsOf(claims.Min(c => c.Holds), "least"), Listed(claims.Select(c => c.Headline).Distinct().Select(TitleOf))), .. Ties(result)];
    }

    /// <summary>By each headline the structures that are told with the same number though their sites differ.</summary>
    private static IEnumerable<Phrase> Ties(UncertaintyResult result)
    {
        StructureUncertainty[] distinct = [.. result.Structures.DistinctBy(s => s.SiteSet)];
        foreach (Headline headline in Headlines.Ranking)
        {
            string[] ties = [.. distinct.Where(s => double.IsFinite(s.Of(headline).Stated)).GroupBy(s => Told(s, headline)).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(s => NameOf(result, s))))];
            if (ties.Length > 0) yield return new Phrase("uncertainty.sentence.ties", TitleOf(headline), string.Join("; ", ties));
        }
    }

    private static decimal Told(StructureUncertainty structure, Headline headline) => Rounded(structure.Of(headline).Stated, headline);

    private static Phrase Listed(IEnumerable<Phrase> phrases) => phrases.Aggregate((one, next) => new Phrase("decisions.two-clauses", one, next));

    /// <summary>A claim with its band and the share of draws in which it holds.</summary>
    public static Phrase Of(UncertaintyResult result, RankingClaim claim) => new(
        claim.IsCertain ? "uncertainty.sentence.certain" : claim.IsDecided ? "uncertainty.sentence.decided" : "uncertainty.sentence.open", TitleOf(claim.Headline), NameOf(result, claim.Better), NameOf(result, claim.Worse),
        Difference(claim), Rounded(claim.Band.Low, claim.Headline), Rounded(claim.Band.High, claim.Headline), DrawsOf(claim.Holds, "share"));

    /// <summary>What turns a claim, in one sentence.</summary>
    public static Phrase Of(UncertaintyResult result, ClaimSwitches switches)
    {
        RankingClaim claim = switches.Claim;
        object[] named = [NameOf(result, claim.Better), NameOf(result, claim.Worse), Difference(claim)];
        return switches.Values switch
        {
            [] => new Phrase("uncertainty.turns.none", named),
            [var one] => new Phrase("uncertainty.turns.one", [.. named, Of(one)]),
            [var one, var two, ..] => new Phrase("uncertainty.turns.two", [.. named, Of(one), Of(two)]),
        };
    }

    /// <summary>When an unknown turns a claim: "if E 16 takes 12 per cent longer".</summary>
    public static Phrase Of(SwitchValue value) => value.Kind switch
    {
        SwitchKind.FerryWait => new Phrase("uncertainty.turns.wait", (decimal)Math.Round(value.Turns, 1)),
        SwitchKind.RoadTime => new Phrase(
            value.PercentMore >= 0 ? "uncertainty.turns.road-longer" : "uncertainty.turns.road-shorter", value.Subject, (long)Math.Round(Math.Abs(value.PercentMore))),
        _ => new Phrase(
            value.Turns >= value.Now ? "uncertainty.turns.more-people" : "uncertainty.turns.fewer-people", value.Subject, (long)Math.Ceiling(Math.Abs(value.Turns - value.Now)),
            (long)Math.Round(Math.Abs(value.PercentMore))),
    };

    /// <summary>What a rate turns.</summary>
    public static Phrase Of(TravelSwitch turned, string baseline) => new(
        $"uncertainty.turns.{(turned.Kind == TravelSwitchKind.Visits ? "visits" : "kilometre")}-{(turned.Difference >= 0 ? "more" : "less")}", turned.Structure,
        (long)Math.Round(Math.Abs(turned.Difference)), baseline, (decimal)Math.Round(turned.Turns, 2), (decimal)Math.Round(turned.Now, 2));

    /// <summary>The name of a headline.</summary>
    public static Phrase TitleOf(Headline headline) => new("uncertainty.headline." + headline.NameOf());

    /// <summary>The structures that keep these sites open: <c>A, B</c>.</summary>
    public static string NameOf(UncertaintyResult result, StructureUncertainty structure) => string.Join(", ", result.Alike(structure));

    /// <summary>As many decimals as the headline is told with.</summary>
    public static decimal Rounded(double value, Headline headline) => decimal.Round((decimal)value, DecimalsOf(headline), MidpointRounding.AwayFromZero);

    /// <summary>By how much one is better, with more decimals where it would else read as nought: nothing is better by 0.0.</summary>
    public static decimal Difference(RankingClaim claim)
    {
        int decimals = DecimalsOf(claim.Headline);
        while (decimals < MostDecimals && claim.Stated != 0 && decimal.Round((decimal)claim.Stated, decimals, MidpointRounding.AwayFromZero) == 0) decimals++;
        return decimal.Round((decimal)claim.Stated, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>Decimals of a headline.</summary>
    public static int DecimalsOf(Headline headline) => headline is Headline.Longer or Headline.HoursMore ? 0 : 1;

    /// <summary>"97 per cent of the draws", "all draws".</summary>
    private static Phrase DrawsOf(double share, string some) => share >= 1 ? new Phrase("uncertainty.draws.all") : new Phrase("uncertainty.draws." + some, PercentDown(share));

    /// <summary>Whole per cent, down: nothing is told as holding always that does not.</summary>
    public static int PercentDown(double share) => (int)Math.Floor(100 * share + 1e-9);
}
