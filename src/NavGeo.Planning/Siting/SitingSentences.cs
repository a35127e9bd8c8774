using NavGeo.Planning.Language;

namespace NavGeo.Planning.Siting;

/// <summary>An answer in sentences: what is chosen, how good that is and how sure, what today is worth, what each demand costs.</summary>
public static class SitingSentences
{
    /// <summary>The sentences in the order they are read.</summary>
    /// <param name="report">The answer.</param>
    /// <param name="isCase">Whether costs are minutes and weights persons; plain numbers otherwise.</param>
    public static IReadOnlyList<Phrase> Of(SitingReport report, bool isCase)
    {
        (SitingTable table, SitingAnswer answer) = (report.Table, report.Answer);
        string unit = isCase ? "case" : "matrix";
        var sentences = new List<Phrase>
        {
            new($"siting.model-{SitingModelName.Of(answer.Question.Model)}", answer.Sites.Count, table.SiteCount, Within(table, answer)),
            new("siting.chosen", List(report, answer.Sites)),
            new($"siting.result-{unit}", SitingFigures.Mean(table, answer) ?? 0, SitingFigures.Worst(table, answer), table.Total(answer.Assignment)),
        };
        if (answer.Covered is { } covered)
            sentences.Add(new Phrase("siting.covered", covered / table.WeightScale, Share(covered, answer), Within(table, answer)));
        sentences.Add(answer.IsProven
            ? new Phrase("siting.proven", SitingFigures.Objective(table, answer))
            : new Phrase("siting.bounded", SitingFigures.Objective(table, answer), SitingFigures.Bound(table, answer), 100 * answer.Gap));
        if (answer.Unserved.Count > 0)
            sentences.Add(new Phrase("siting.unserved", answer.Unserved.Count, answer.Unserved.Sum(r => table.Weights[r]) / table.WeightScale));
        if (report.Today is { } today) AddToday(report, today, unit, sentences);
        AddStandings(report, sentences);
        foreach (ConstraintPrice price in report.Prices) sentences.Add(PriceOf(report, price, unit));
        return sentences;
    }

    /// <summary>Names joined by commas.</summary>
    public static string List(SitingReport report, IEnumerable<int> sites) => string.Join(", ", sites.Select(s => report.SiteNames[s]));

    private static decimal Within(SitingTable table, SitingAnswer answer) => (answer.Question.Within ?? 0) / table.CostScale;

    private static double Share(long covered, SitingAnswer answer) =>
        answer.ServedWeight == 0 ? 0 : Phrasebook.PercentOf((double)covered / answer.ServedWeight);

    private static void AddToday(SitingReport report, SitingAnswer today, string unit, List<Phrase> sentences)
    {
        (SitingTable table, SitingAnswer answer) = (report.Table, report.Answer);
        sentences.Add(new Phrase(
            $"siting.today-{unit}", today.Sites.Count, SitingFigures.Mean(table, today) ?? 0, SitingFigures.Worst(table, today),
            SitingFigures.Objective(table, today)));
        int[] closed = [.. today.Sites.Except(answer.Sites)];
        int[] opened = [.. answer.Sites.Except(today.Sites)];
        if (closed.Length > 0) sentences.Add(new Phrase("siting.closed", closed.Length, List(report, closed)));
        if (opened.Length > 0) sentences.Add(new Phrase("siting.opened", opened.Length, List(report, opened)));
    }

    private static void AddStandings(SitingReport report, List<Phrase> sentences)
    {
        if (report.Standings.Count == 0) return;
        foreach ((SiteStanding standing, string key) in (ReadOnlySpan<(SiteStanding, string)>)
            [(SiteStanding.Always, "siting.always"), (SiteStanding.Exchangeable, "siting.exchangeable"), (SiteStanding.Unknown, "siting.unsettled")])
        {
            int[] sites = [.. report.Answer.Sites.Where((_, i) => report.Standings[i] == standing)];
            if (sites.Length > 0) sentences.Add(new Phrase(key, sites.Length, List(report, sites), 100 * SitingReport.Indifference));
        }
    }

    private static Phrase PriceOf(SitingReport report, ConstraintPrice price, string unit)
    {
        if (price.Price is not { } units) return new Phrase("siting.price-unknown", price.Demand);
        if (units <= 0) return new Phrase("siting.price-nothing", price.Demand);
        decimal value = SitingFigures.InUnits(report.Table, report.Answer.Question, units);
        decimal served = report.Answer.ServedWeight / report.Table.WeightScale;
        bool isSum = report.Answer.Question.Model is SitingModel.PMedian or SitingModel.CapacitatedPMedian or SitingModel.Lexicographic;
        return isSum && unit == "case" && served > 0
            ? new Phrase("siting.price-minutes", price.Demand, value, 60 * value / served)
            : new Phrase("siting.price", price.Demand, value);
    }
}
