using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Staff;
using NavGeo.Planning.Survey;

namespace NavGeo.Reports.Pages;

/// <summary>The national frame as a page, with its size criterion applied to cases.</summary>
public static class NationalPage
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="figures">The frame.</param>
    /// <param name="cases">Cases to apply the size criterion to.</param>
    /// <param name="language">The language of texts and numbers.</param>
    public static string Write(IReadOnlyList<FrameFigure> figures, IReadOnlyList<PlanningCase> cases, UserLanguage language)
    {
        var page = new PageWriter(language);
        page.Title(page.Say("survey.national.title"));
        page.Paragraph("page.made-by");
        page.Paragraph("survey.national.intro");
        page.Table(
            [
                page.Say("survey.national.figure"), page.Say("survey.national.year"), page.Say("survey.national.cases"),
                page.Say("survey.municipalities"), page.Say("survey.national.per-case"), page.Say("survey.national.source"),
            ],
            figures.Select(f => (string[])
            [
                f.Name.In(language), f.Year, page.Whole(f.Cases), page.Whole(f.Municipalities), page.Number(f.MunicipalitiesPerCase, 1), f.Source.In(language),
            ]),
            1, 5);
        FrameFigure[] processes = [.. figures.Where(f => f.Year == "2016-10")];
        if (processes.Length > 0)
            page.Paragraph("survey.national.sum", processes.Sum(f => f.Cases), processes.Sum(f => f.Municipalities ?? 0));
        FrameFigure[] offices = [.. figures.Where(f => f.Id.StartsWith("offices_", StringComparison.Ordinal)).OrderBy(f => f.Year, StringComparer.Ordinal)];
        if (offices is [{ Cases: > 0 } first, .., var last])
        {
            page.Paragraph(
                "survey.national.decline", first.Cases, first.Year, last.Cases, last.Year, first.Cases - last.Cases,
                page.Number(100m * (first.Cases - last.Cases) / first.Cases, 1));
        }
        AddCriteria(page, cases);
        return MarkdownText.Of(page.Document);
    }

    private static void AddCriteria(PageWriter page, IReadOnlyList<PlanningCase> cases)
    {
        if (cases.Count == 0) return;
        page.Heading("survey.national.criteria-heading");
        page.Paragraph("survey.national.criteria-note", page.Short(Assumptions.Default.Get(AssumptionKey.MinimumEmployees).Value));
        page.Table(
            [
                page.Say("survey.national.case"), page.Say("money.structure"), page.Say("survey.offices"), page.Say("survey.national.smallest-people"),
                page.Say("survey.national.smallest"), page.Say("survey.national.below"), page.Say("survey.national.unknown"),
            ],
            cases.SelectMany(c => c.Structures.Select(s => Row(page, c, s))),
            1);
    }

    private static string[] Row(PageWriter page, PlanningCase planningCase, Structure structure)
    {
        StructureStaffing staff = new StaffingStudy(planningCase).Of(structure);
        return
        [
            planningCase.Name.In(page.Language), structure.Id, page.Whole(structure.Offices.Count),
            page.Whole(staff.Offices.Min(o => o.Size.Inhabitants)), page.Short(staff.Smallest),
            page.Whole(staff.OfficesBelowMinimum), page.Whole(staff.OfficesNotCounted),
        ];
    }
}
