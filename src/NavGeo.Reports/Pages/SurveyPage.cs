using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Reports.Pages;

/// <summary>The survey of offices as a page: counties, sums held against the printed ones, contradictions, cooperations.</summary>
public static class SurveyPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Write(OfficeSurvey survey, UserLanguage language)
    {
        var page = new PageWriter(language);
        page.Title(page.Say("survey.title"));
        page.Paragraph("page.made-by");
        page.Paragraph("survey.intro", survey.Counties.Count, survey.NotAnswered.Count, string.Join(", ", survey.NotAnswered));
        AddCounties(page, survey);
        IReadOnlyList<Phrase> contradictions = survey.Contradictions();
        if (contradictions.Count > 0)
        {
            page.Heading("survey.findings-heading");
            page.Points(contradictions.Select(c => c.In(language)));
        }
        AddCooperations(page, survey);
        page.Paragraph("survey.source");
        page.Points(survey.Sources.Select(s => $"`{s.Title}`, sha256 `{s.Sha256}`"));
        return MarkdownText.Of(page.Document);
    }

    private static void AddCounties(PageWriter page, OfficeSurvey survey)
    {
        page.Heading("survey.counties-heading");
        var rows = new List<string[]>();
        foreach (CountyAnswer county in survey.Counties)
        {
            rows.Add([county.County, .. county.Figures.Select(f => page.Whole(f)), Share(county.GuaranteeOffices, county.Offices)]);
        }
        IReadOnlyList<int> sums = survey.Sums;
        rows.Add([$"**{page.Say("survey.sum")}**", .. sums.Select(s => page.Whole(s)), Share(sums[6], sums[1])]);
        if (survey.PrintedSums is { } printed)
        {
            rows.Add([page.Say("survey.printed-sum"), .. printed.Select(s => page.Whole(s)), ""]);
            rows.Add([page.Say("survey.difference"), .. printed.Select((s, i) => page.Signed(sums[i] - s, 0)), ""]);
        }
        page.Table(
            [
                page.Say("survey.county"), page.Say("survey.municipalities"), page.Say("survey.offices"), page.Say("survey.state-leader"),
                page.Say("survey.municipal-leader"), page.Say("survey.joint-leader"), page.Say("survey.split-leader"),
                page.Say("survey.guarantee"), page.Say("survey.guarantee-share"),
            ],
            rows);

        string Share(int part, int of) => page.Percent(of == 0 ? null : (double)part / of);
    }

    private static void AddCooperations(PageWriter page, OfficeSurvey survey)
    {
        page.Heading("survey.cooperations-heading");
        page.Paragraph(
            "survey.forms-note",
            survey.Cooperations.Count,
            survey.Cooperations.SelectMany(c => c.Members).Distinct(StringComparer.Ordinal).Count(),
            string.Join(", ", survey.Cooperations.GroupBy(c => c.Form).OrderBy(g => g.Key)
                .Select(g => $"{page.Whole(g.Count())} {page.Say($"survey.form.{g.Key}")}")));
        page.Table(
            [page.Say("survey.county"), page.Say("survey.members"), page.Say("survey.host"), page.Say("survey.form")],
            survey.Cooperations.Select(c => (string[])
                [c.County, string.Join(", ", c.Members), c.Host ?? PageWriter.None, page.Say($"survey.form.{c.Form}")]),
            1, 2, 3);
    }
}
