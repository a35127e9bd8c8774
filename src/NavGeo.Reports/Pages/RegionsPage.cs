using System.Globalization;
using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Reports.Pages;

/// <summary>Every rule on the same municipalities, side by side, and what each says to the questions that were asked.</summary>
public sealed record RegionsPage
{
    /// <summary>One a rule.</summary>
    public required IReadOnlyList<RegionDivision> Divisions { get; init; }

    /// <summary>The same rules in a later year, in the same order; empty where there is none.</summary>
    public IReadOnlyList<RegionDivision> Later { get; init; } = [];

    /// <summary>For each municipality its index in the later year.</summary>
    public IReadOnlyList<int> Became { get; init; } = [];

    /// <summary>The questions with their answers.</summary>
    public IReadOnlyList<AnsweredQuestion> Questions { get; init; } = [];

    /// <summary>How firm the answers are, one a rule; empty where that was not computed.</summary>
    public IReadOnlyList<IReadOnlyList<StabilityRow>> Stability { get; init; } = [];

    /// <summary>What was read.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>The page as Markdown.</summary>
    public string Write(UserLanguage language)
    {
        var page = new PageWriter(language);
        page.Title(page.Say("regions.page.title"));
        page.Paragraph("regions.page.made-by");
        page.Paragraph("regions.page.intro");
        page.Points(Sources.Select(s => s.Licence.Length > 0 ? $"{s.Title} ({s.Licence}, {s.Date})" : s.Title).Distinct());
        AddOverview(page);
        AddQuestions(page);
        AddReasons(page);
        AddYears(page);
        AddAgreement(page);
        return MarkdownText.Of(page.Document);
    }

    private void AddOverview(PageWriter page)
    {
        page.Heading("regions.page.overview");
        page.Table(
            [
                page.Say("regions.page.rule"), page.Say("regions.page.year"), page.Say("regions.view.count"), page.Say("regions.sheet.regions"), page.Say("regions.page.alone"),
                page.Say("regions.sheet.self-contained"), page.Say("regions.page.least-supply"), page.Say("regions.page.least-demand"),
                page.Say("regions.sheet.modularity"), page.Say("regions.sheet.median-size"),
            ],
            Divisions.Concat(Later).Select(d =>
            {
                DivisionQuality quality = DivisionQuality.Of(d);
                return (string[])
                [
                    d.Rule.Name, YearOf(d), page.Whole(d.Market.Count), page.Whole(d.Regions.Count),
                    page.Whole(d.Placements.Count(p => p.Role == PlacementRole.Single)),
                    Percent(page, quality.SelfContainedPercent), Percent(page, quality.LeastSupplyPercent), Percent(page, quality.LeastDemandPercent),
                    page.Number((decimal)quality.Modularity, 3), page.Whole(quality.Sizes[2]),
                ];
            }));
        page.Paragraph("regions.page.overview-note");
    }

    private void AddQuestions(PageWriter page)
    {
        if (Questions.Count == 0) return;
        page.Heading("regions.page.questions");
        page.Paragraph("regions.page.questions-note");
        page.Table(
            [page.Say("regions.page.question"), .. Divisions.Select(d => d.Rule.Name)],
            Questions.SelectMany(q => q.Without.Count == 0
                ? [Row(q.Question.Title.In(page.Language), q.Question, q.AsIs)]
                : (string[][])
                [
                    Row(page.Say("regions.page.with", q.Question.Title.In(page.Language)), q.Question, q.AsIs),
                    Row(page.Say("regions.page.without", q.Question.Title.In(page.Language)), q.Question, q.Without),
                ]),
            [.. Enumerable.Range(1, Divisions.Count)]);

        string[] Row(string title, RegionQuestion question, IReadOnlyList<RegionDivision> divisions) =>
            [title, .. divisions.Select(d => Answer(page, question, d))];
    }

    /// <summary>One municipality: its centre and numbers. Several: how they fall apart.</summary>
    private static string Answer(PageWriter page, RegionQuestion question, RegionDivision division)
    {
        int[] asked = [.. question.Municipalities.Select(division.Market.Find).Where(m => m >= 0)];
        if (asked.Length == 0) return PageWriter.None;
        if (asked.Length == 1)
        {
            Placement placement = division.Placements[asked[0]];
            if (placement.Role is PlacementRole.Single or PlacementRole.Centre) return page.Say("regions.page." + DivisionTable.RoleName(placement.Role));
            string minutes = placement.Time.IsReachable ? page.Number((decimal)placement.Time.Minutes, 0) + " min" : page.Say("regions.say.no-way");
            string share = placement.OutPercent is { } outShare ? ", " + page.Number((decimal)outShare, 1) + " %" : "";
            return $"{NameOf(division, placement.Centre)} ({minutes}{share})";
        }
        return string.Join("; ", asked.GroupBy(m => division.Placements[m].Region).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => $"{NameOf(division, division.Regions[g.Key].Centre)}: {string.Join(", ", g.Select(m => NameOf(division, m)))}"));
    }

    private void AddReasons(PageWriter page)
    {
        int[] asked = [.. Questions.SelectMany(q => q.Question.Municipalities).Distinct().Select(Divisions[0].Market.Find).Where(m => m >= 0)];
        if (asked.Length == 0) return;
        page.Heading("regions.page.reasons");
        page.Paragraph("regions.page.reasons-note", Divisions[0].Rule.Name);
        var sentences = new RegionSentences(Divisions[0], page.Language);
        page.Points(asked.Select(m => string.Join(' ', [sentences.Summary(m), .. sentences.Changes(m)])));
        if (Stability.Count == 0) return;
        page.Heading("regions.page.stability");
        page.Paragraph("regions.page.stability-note", Stability[0].Count == 0 ? 0 : Stability[0][0].Runs);
        page.Table(
            [page.Say("regions.page.municipality"), .. Divisions.Select(d => d.Rule.Name)],
            asked.Select(m => (string[])[NameOf(Divisions[0], m), .. Stability.Select(rows => Firm(page, rows[m]))]));
    }

    private string Firm(PageWriter page, StabilityRow row)
    {
        string stays = page.Number((decimal)row.StaysPercent, 0) + " %";
        return row.MostOftenInstead is { } other ? $"{stays} ({NameOf(Divisions[0], other)})" : stays;
    }

    private void AddYears(PageWriter page)
    {
        if (Later.Count == 0) return;
        page.Heading("regions.page.years");
        page.Paragraph("regions.page.years-note");
        page.Table(
            [page.Say("regions.page.rule"), page.Say("regions.page.rand"), page.Say("regions.page.moved"), page.Say("regions.page.which")],
            Divisions.Select((d, i) =>
            {
                var agreement = DivisionAgreement.Of(d, Later[i], Became);
                return (string[])
                [
                    d.Rule.Name, page.Number((decimal)agreement.AdjustedRand, 3), page.Whole(agreement.Moved.Count),
                    string.Join(", ", agreement.Moved.Select(m => NameOf(d, m))),
                ];
            }),
            3);
    }

    private void AddAgreement(PageWriter page)
    {
        page.Heading("regions.page.agreement");
        page.Table(
            [page.Say("regions.page.rule"), .. Divisions.Select(d => d.Rule.Name)],
            Divisions.Select(a => (string[])[a.Rule.Name, .. Divisions.Select(b => page.Number((decimal)DivisionAgreement.Of(a, b).AdjustedRand, 3))]));
    }

    private static string NameOf(RegionDivision division, int municipality) => division.Market.Municipalities[municipality].Name;

    private static string YearOf(RegionDivision division) => division.Market.Year?.ToString(CultureInfo.InvariantCulture) ?? PageWriter.None;

    private static string Percent(PageWriter page, double value) => page.Number((decimal)value, 1);
}
