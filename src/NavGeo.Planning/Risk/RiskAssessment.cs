using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;

namespace NavGeo.Planning.Risk;

/// <summary>
/// The factors × structures of a risk assessment: the partners' scores, computed scores where a mapping says how, totals
/// and what would change the ranking. A factor with neither is "not assessed"; totals are over the factors that are
/// assessed for every structure, so that they can be compared. Immutable.
/// </summary>
public sealed class RiskAssessment
{
    private RiskAssessment(IReadOnlyList<RiskFactor> factors, IReadOnlyList<StructureRisk> structures, IReadOnlyList<RiskFactor> counted)
    {
        Factors = factors;
        Structures = structures;
        Counted = counted;
    }

    /// <summary>All factors of the case.</summary>
    public IReadOnlyList<RiskFactor> Factors { get; }

    /// <summary>The structures in the order compared.</summary>
    public IReadOnlyList<StructureRisk> Structures { get; }

    /// <summary>The factors the totals are over.</summary>
    public IReadOnlyList<RiskFactor> Counted { get; }

    /// <summary>From the lowest total; of equal ones in the order compared.</summary>
    public IReadOnlyList<StructureRisk> Ranking => [.. Structures.OrderBy(s => s.Total)];

    /// <summary>Assesses the structures of a comparison; null where the case has no factors.</summary>
    public static RiskAssessment? Of(Comparison comparison, RiskInputs inputs)
    {
        CaseFigures figures = comparison.Study.Case.Figures;
        return figures.RiskFactors.Count == 0 ? null
            : Of(figures, inputs, [.. comparison.Structures.Select(s => s.Access.Structure.Id)]);
    }

    /// <summary>Assesses structures by their ids.</summary>
    public static RiskAssessment Of(CaseFigures figures, RiskInputs inputs, IReadOnlyList<string> structures)
    {
        var scores = structures.ToDictionary(
            id => id, id => figures.RiskFactors.Select(f => ScoreOf(figures, inputs, id, f)).ToArray(), StringComparer.Ordinal);
        RiskFactor[] counted =
            [.. figures.RiskFactors.Where((_, f) => structures.Count > 0 && structures.All(id => scores[id][f].IsAssessed))];
        return new RiskAssessment(
            figures.RiskFactors,
            [.. structures.Select(id => new StructureRisk(
                id, scores[id], scores[id].Where(s => counted.Contains(s.Factor)).Sum(s => s.Factor.Weight * s.Risk!.Value)))],
            counted);
    }

    /// <summary>
    /// For each factor in the totals the weight at which the two lowest structures are level; empty with fewer than two
    /// structures or where they are level already.
    /// </summary>
    public IReadOnlyList<RankingFlip> Flips()
    {
        if (Structures.Count < 2) return [];
        StructureRisk best = Ranking[0];
        StructureRisk second = Ranking[1];
        decimal lead = second.Total - best.Total;
        if (lead == 0) return [];
        return [.. Counted.Select(factor =>
        {
            decimal more = RiskOf(best, factor) - RiskOf(second, factor);
            decimal? weight = more == 0 ? null : factor.Weight + lead / more;
            return new RankingFlip(factor, weight >= 0 ? weight : null);
        })];
    }

    private static decimal RiskOf(StructureRisk structure, RiskFactor factor) => structure.Scores.First(s => s.Factor == factor).Risk!.Value;

    private static RiskScore ScoreOf(CaseFigures figures, RiskInputs inputs, string structure, RiskFactor factor)
    {
        RiskVote[] votes = [.. figures.RiskVotes.Where(v => v.Structure == structure && v.Factor == factor.Number)];
        RiskMapping? mapping = figures.RiskMappings.FirstOrDefault(m => m.Factor == factor.Number);
        RiskInput? measured = mapping is null ? null : inputs.Find(structure, mapping.Measure);
        int? computed = measured is null ? null : mapping!.Probability(measured.Value);
        bool hasVotes = votes.Length > 0;
        return new RiskScore
        {
            Factor = factor,
            Probability = hasVotes ? Median([.. votes.Select(v => v.Probability)]) : computed,
            Consequence = hasVotes ? Median([.. votes.Select(v => v.Consequence)]) : computed is null ? null : mapping!.Consequence,
            Voters = votes.Length,
            Spread = hasVotes ? (votes.Min(v => v.Probability * v.Consequence), votes.Max(v => v.Probability * v.Consequence)) : null,
            Measured = measured,
            MeasuredProbability = computed,
        };
    }

    /// <summary>The middle score, or halfway between the two in the middle.</summary>
    private static decimal Median(int[] scores)
    {
        Array.Sort(scores);
        return (scores[(scores.Length - 1) / 2] + scores[scores.Length / 2]) / 2m;
    }
}

/// <summary>At which weight of a factor the best and the second best structure change places.</summary>
/// <param name="Factor">The factor; all others keep their weight.</param>
/// <param name="Weight">The weight at which the two are level; null where no weight of 0 or more makes them so.</param>
public sealed record RankingFlip(RiskFactor Factor, decimal? Weight);

/// <summary>The risk of a structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Scores">One a factor, in the order of the factors; those not assessed among them.</param>
/// <param name="Total">Weighted sum over the factors that are assessed for every structure compared.</param>
public sealed record StructureRisk(string Structure, IReadOnlyList<RiskScore> Scores, decimal Total);
