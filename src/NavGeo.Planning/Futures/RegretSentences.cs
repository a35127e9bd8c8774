using NavGeo.Planning.Language;

namespace NavGeo.Planning.Futures;

/// <summary>What is regretted, in sentences.</summary>
public static class RegretSentences
{
    /// <summary>
    /// Which choice is regretted least and which most by a criterion, then who is best where among choices with equally many sites. One
    /// sentence where there is nothing to choose.
    /// </summary>
    public static IReadOnlyList<Phrase> Of(RegretResult result, RegretCriterion criterion, UserLanguage language)
    {
        if (result.Choices.Count == 1) return [new Phrase("futures.same")];
        if (result.Futures.Count == 1) return [new Phrase("futures.none")];
        RegretMeasure measure = result.By(criterion);
        var sentences = new List<Phrase> { Least(result, measure, language) };
        int most = Enumerable.Range(0, result.Choices.Count).MaxBy(c => measure.Most(c).Regret);
        (double regret, int future) = measure.Most(most);
        if (IsTold(criterion, regret)) sentences.Add(new Phrase("futures.most", result.Choices[most].Name, Told(criterion, regret), NameOf(result, future, language)));
        sentences.AddRange(result.BySites.Where(g => g.Choices.Count < result.Choices.Count).Select(g => Among(result, measure, g.Sites, g.Choices, language)).OfType<Phrase>());
        return sentences;
    }

    /// <summary>What a criterion is called.</summary>
    public static Phrase TitleOf(RegretCriterion criterion) => new("futures.criterion." + NameOf(criterion));

    /// <summary>What a criterion is called in files.</summary>
    public static string NameOf(RegretCriterion criterion) => criterion switch
    {
        RegretCriterion.Mean => "mean_min",
        RegretCriterion.WorstTenth => "worst_tenth_min",
        _ => "far_people",
    };

    /// <summary>How many decimals a criterion is told with.</summary>
    public static int DecimalsOf(RegretCriterion criterion) => criterion == RegretCriterion.Far ? 0 : 1;

    /// <summary>As many decimals as it is told with.</summary>
    public static decimal Rounded(RegretCriterion criterion, double value) => decimal.Round((decimal)value, DecimalsOf(criterion), MidpointRounding.AwayFromZero);

    private static Phrase Least(RegretResult result, RegretMeasure measure, UserLanguage language)
    {
        IReadOnlyList<int> least = measure.Least();
        (double regret, int future) = measure.Most(least[0]);
        string named = NamesOf(result, least);
        return IsTold(measure.Criterion, regret)
            ? new Phrase("futures.least", named, TitleOf(measure.Criterion), Told(measure.Criterion, regret), NameOf(result, future, language))
            : new Phrase("futures.always", named, TitleOf(measure.Criterion));
    }

    /// <summary>Who is best where among choices with equally many sites; null where nobody could tell them apart.</summary>
    private static Phrase? Among(RegretResult result, RegretMeasure measure, int sites, IReadOnlyList<int> choices, UserLanguage language)
    {
        if (!choices.Any(c => IsTold(measure.Criterion, measure.Most(c, choices).Regret))) return null;
        (string Best, string Future)[] best = [.. Enumerable.Range(0, result.Futures.Count).Select(f => (NamesOf(result, measure.Best(f, choices)), NameOf(result, f, language))).Where(b => b.Item1.Length > 0)];
        string[] winners = [.. best.Select(b => b.Best).Distinct(StringComparer.Ordinal)];
        if (winners.Length == 1) return new Phrase("futures.among-always", sites, NamesOf(result, choices), winners[0]);
        string told = string.Join("; ", winners.Select(w => $"{w}: {string.Join(", ", best.Where(b => b.Best == w).Select(b => new Phrase("futures.quoted", b.Future).In(language)))}"));
        IReadOnlyList<int> least = measure.Least(choices);
        return new Phrase("futures.among-turns", sites, told, NamesOf(result, least), Told(measure.Criterion, measure.Most(least[0], choices).Regret));
    }

    private static bool IsTold(RegretCriterion criterion, double regret) => Rounded(criterion, regret) > 0;

    private static Phrase Told(RegretCriterion criterion, double value) =>
        criterion == RegretCriterion.Far ? new Phrase("futures.people", (long)Rounded(criterion, value)) : new Phrase("futures.minutes", Rounded(criterion, value));

    private static string NamesOf(RegretResult result, IReadOnlyList<int> choices) => string.Join(" / ", choices.Select(c => result.Choices[c].Name));

    private static string NameOf(RegretResult result, int future, UserLanguage language) => result.Futures[future].Name.In(language);
}
