using System.Globalization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Risk;

namespace NavGeo.Reports.Pages;

/// <summary>
/// A case as a page: what was printed beside what NavGeo computes, the structures on every indicator, staff, money, risk
/// and the questions left open.
/// </summary>
public static class CasePage
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="publication">The measured case.</param>
    /// <param name="planned">The same case with its planned roads open; null where it has none.</param>
    /// <param name="inputs">Measured values for the risk scores; null for those that follow from the comparison alone.</param>
    /// <param name="language">The language of texts and numbers.</param>
    public static string Write(Publication publication, PlanningCase? planned, RiskInputs? inputs, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        var page = new PageWriter(language);
        AddHead(page, comparison);
        var sections = new CaseSections(publication, planned, inputs, page);
        sections.AddAgainstToday();
        sections.AddEditEffect();
        sections.AddPrinted();
        sections.AddIndicators();
        sections.AddLedgers();
        sections.AddOwnOffice();
        sections.AddTrips();
        sections.AddPlanned();
        sections.AddCriteria();
        sections.AddStaff();
        sections.AddStaffTravel();
        sections.AddContacts();
        sections.AddRobustness();
        sections.AddMoney();
        sections.AddRisk();
        sections.AddAssumptions();
        sections.AddFormulas();
        sections.AddSources();
        return MarkdownText.Of(page.Document);
    }

    private static void AddHead(PageWriter page, Comparison comparison)
    {
        PlanningCase planningCase = comparison.Study.Case;
        page.Title(planningCase.Name.In(page.Language));
        page.Paragraph("page.made-by");
        page.Paragraph("page.case", planningCase.Date, planningCase.CodeYear.ToString(CultureInfo.InvariantCulture));
        string[] differences = [.. planningCase.Differences.Select(page.Texts.Say)];
        if (differences.Length > 0) page.Paragraph("edits.head", string.Join("; ", differences));
        if (comparison.Yardstick.Sentence is { } held) page.Plain(page.Texts.Say(held));
        page.Points(comparison.Structures.Select(s => $"**{s.Access.Structure.Id}** {s.Access.Structure.Name.In(page.Language)}"));
    }
}
