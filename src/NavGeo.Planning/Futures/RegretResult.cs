using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Futures;

/// <summary>What the structures come to in each of some futures. Immutable.</summary>
/// <param name="Futures">The case as it is first.</param>
/// <param name="People">How many live in the case's municipalities in each.</param>
/// <param name="Choices">The structures; those that are alike in every future are one choice.</param>
/// <param name="Measures">One a <see cref="RegretCriterion"/>.</param>
public sealed record RegretResult(
    IReadOnlyList<Future> Futures, IReadOnlyList<long> People, IReadOnlyList<RegretChoice> Choices, IReadOnlyList<RegretMeasure> Measures)
{
    /// <summary>What is measured by one criterion.</summary>
    public RegretMeasure By(RegretCriterion criterion) => Measures[(int)criterion];

    /// <summary>The choices with equally many open sites, where there are at least two such: fewest sites first.</summary>
    public IEnumerable<(int Sites, IReadOnlyList<int> Choices)> BySites => Choices.Index().GroupBy(c => c.Item.Sites).Where(g => g.Count() > 1)
        .OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Select(c => c.Index)]));
}

/// <summary>Structures between which the inhabitants need not choose.</summary>
/// <param name="Structures">In the case's order, the baseline first where it is among them.</param>
/// <param name="Sites">How many sites they keep open.</param>
public sealed record RegretChoice(IReadOnlyList<Structure> Structures, int Sites)
{
    /// <summary>The ids: "A, E".</summary>
    public string Name => string.Join(", ", Structures.Select(s => s.Id));
}

/// <summary>What is regretted; less is better of each.</summary>
public enum RegretCriterion
{
    /// <summary>Mean minutes of those who reach a site under every structure in that future.</summary>
    Mean = 0,

    /// <summary>Mean minutes of the tenth of them that travels longest.</summary>
    WorstTenth,

    /// <summary>People who travel more than <see cref="RegretStudy.FarMinutes"/> minutes, or reach no site at all.</summary>
    Far,
}

/// <summary>
/// One criterion in every future under every choice. The regret of a choice in a future is what it is worse than the best there
/// (Savage 1951); the choice whose greatest regret is least is regretted least whatever comes.
/// </summary>
/// <param name="Criterion">What is measured.</param>
/// <param name="Values">By future, then by choice; NaN where nobody reaches a site under every choice.</param>
public sealed record RegretMeasure(RegretCriterion Criterion, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>Values nearer than this are alike.</summary>
    private const double Alike = 1e-9;

    private IEnumerable<int> All => Enumerable.Range(0, Values[0].Count);

    /// <summary>What a choice is worse than the best of some in a future; NaN where nothing was measured.</summary>
    /// <param name="future">Index.</param>
    /// <param name="choice">Index.</param>
    /// <param name="among">The choices it is held against; all where null.</param>
    public double Regret(int future, int choice, IReadOnlyList<int>? among = null) => Values[future][choice] - (among ?? All).Min(c => Values[future][c]);

    /// <summary>The greatest regret of a choice, and the first future in which it is.</summary>
    public (double Regret, int Future) Most(int choice, IReadOnlyList<int>? among = null)
    {
        (double Regret, int Future) most = (0, 0);
        for (int future = 0; future < Values.Count; future++)
        {
            double regret = Regret(future, choice, among);
            if (regret > most.Regret + Alike) most = (regret, future);
        }
        return most;
    }

    /// <summary>The choices that are best in a future; none where nothing was measured.</summary>
    public IReadOnlyList<int> Best(int future, IReadOnlyList<int>? among = null) => [.. (among ?? [.. All]).Where(c => Regret(future, c, among) <= Alike)];

    /// <summary>The choices whose greatest regret is least.</summary>
    public IReadOnlyList<int> Least(IReadOnlyList<int>? among = null)
    {
        int[] choices = [.. among ?? [.. All]];
        double least = choices.Min(c => Most(c, among).Regret);
        return [.. choices.Where(c => Most(c, among).Regret <= least + Alike)];
    }
}
