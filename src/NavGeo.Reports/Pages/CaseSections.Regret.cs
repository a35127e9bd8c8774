using NavGeo.Planning.Futures;

namespace NavGeo.Reports.Pages;

/// <summary>The structures in other futures.</summary>
public sealed partial class CaseSections
{
    private static readonly RegretCriterion[] ToldCriteria = [RegretCriterion.Mean, RegretCriterion.Far];

    /// <summary>What regret is, which structure is regretted least, and the tables of structures and futures.</summary>
    /// <param name="result">What was measured; null where nobody asked.</param>
    public void AddRegret(RegretResult? result)
    {
        if (result is null || result.Futures.Count == 1) return;
        page.Heading("futures.heading");
        page.Paragraph("futures.note", page.Whole(result.Futures.Count));
        string[] left = [.. Structures.Select(s => s.Id).Except(result.Choices.SelectMany(c => c.Structures).Select(s => s.Id), StringComparer.Ordinal)];
        if (left.Length > 0) page.Paragraph("futures.part-time", string.Join(", ", left));
        page.Points(RegretSentences.Of(result, RegretCriterion.Mean, page.Language).Select(page.Texts.Say));
        if (result.Choices.Count == 1)
        {
            AddPeople(result);
            return;
        }
        foreach (RegretCriterion criterion in ToldCriteria)
        {
            RegretMeasure measure = result.By(criterion);
            int decimals = RegretSentences.DecimalsOf(criterion);
            page.SubheadingText(page.Say("futures.table", RegretSentences.TitleOf(criterion)));
            page.Table(
                [page.Say("futures.future"), page.Say("futures.people-head"), page.Say("futures.best"), .. result.Choices.Select(c => c.Name)],
                [
                    .. result.Futures.Select((f, i) => (string[])
                    [
                        f.Name.In(page.Language), page.Whole(result.People[i]), string.Join(" / ", measure.Best(i).Select(c => result.Choices[c].Name)),
                        .. result.Choices.Select((_, c) => Regretted(measure.Values[i][c], measure.Regret(i, c), decimals)),
                    ]),
                    [
                        page.Say("futures.greatest"), "", string.Join(" / ", measure.Least().Select(c => result.Choices[c].Name)),
                        .. result.Choices.Select((_, c) => page.Number((decimal)measure.Most(c).Regret, decimals)),
                    ],
                ],
                2);
        }
    }

    private void AddPeople(RegretResult result) => page.Table(
        [page.Say("futures.future"), page.Say("futures.people-head"), page.Texts.Say(RegretSentences.TitleOf(RegretCriterion.Mean)), page.Texts.Say(RegretSentences.TitleOf(RegretCriterion.Far))],
        result.Futures.Select((f, i) => (string[])
        [
            f.Name.In(page.Language), page.Whole(result.People[i]), page.Number(Finite(result.By(RegretCriterion.Mean).Values[i][0]), 1),
            page.Number(Finite(result.By(RegretCriterion.Far).Values[i][0]), 0),
        ]));

    private string Regretted(double value, double regret, int decimals) => !double.IsFinite(value) ? PageWriter.None
        : regret <= 1e-9 ? page.Number((decimal)value, decimals) : page.Say("futures.regretted", page.Number((decimal)value, decimals), page.Number((decimal)regret, decimals));

    private static decimal? Finite(double value) => double.IsFinite(value) ? (decimal)value : null;
}
