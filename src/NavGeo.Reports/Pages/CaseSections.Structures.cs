using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;
using NavGeo.Reports.Catalogue;

namespace NavGeo.Reports.Pages;

/// <summary>The structures side by side, and the size criteria.</summary>
public sealed partial class CaseSections
{
    /// <summary>The structures on every indicator.</summary>
    public void AddIndicators()
    {
        page.Heading("page.indicators-heading");
        page.Paragraph("page.days-note");
        page.PlainOnce(page.Texts.Say(MinutesText.Of(planningCase)));
        page.Paragraph("page.sums-note");
        if (planningCase.Demand.FewPlaces > 0)
        {
            page.Paragraph("page.small-note", planningCase.Demand.LeastPeople);
            if (publication.RoundingError is { } error)
                page.Paragraph("page.small-error", Limit(error.SharePoints), Limit(error.MunicipalityPoints), Limit(error.Minutes));
        }
        page.Table(
            StructureHeader("page.indicator"),
            [.. IndicatorCatalogue.Rows(comparison.Structures, page.Texts), [page.Say("page.worst"), .. comparison.Structures.Select(Worst)]]);
        if (comparison.Study.MissesPassengerBoats && comparison.Structures.Any(s => s.Access.Total.WithoutAccess > 0)) page.Paragraph("page.no-boats");
    }

    /// <summary>What each indicator is made of, in words, and which way is better.</summary>
    public void AddFormulas()
    {
        IndicatorSubject[] subjects = [.. comparison.Structures.Select(c => IndicatorSubject.Of(c))];
        page.Heading("page.formulas-heading");
        page.Paragraph("page.formulas-note");
        page.Table(
            [page.Say("page.indicator"), page.Say("page.formula"), page.Say("page.better"), page.Say("page.counted")],
            IndicatorCatalogue.Groups.SelectMany(g => g.Indicators.Where(i => Array.Exists(subjects, s => i.Value(s) is not null)).Select(i => (string[])
            [
                i.Title(page.Texts), i.Formula(page.Texts), page.Say($"page.better.{i.Better}"), page.YesNo(g.IsCounted),
            ])),
            1, 2, 3);
    }

    private string Moved(IReadOnlyList<StaffMove> moves)
    {
        string figure = page.Number(moves.Sum(m => m.Equivalents), 2);
        return moves.Any(m => m.IsEstimate) ? $"{figure} {page.Say("staffing.estimate-mark")}" : figure;
    }

    private string Limit(double under) => page.Number((decimal)under, under < 1 ? 1 : 0);

    private string Minutes(double? minutes) => page.Number((decimal?)minutes, 1);

    /// <summary>The municipality with the longest mean time; those without any access come before all others.</summary>
    private string Worst(ComparedStructure structure)
    {
        (Municipality municipality, AccessIndicators access) = planningCase.Municipalities
            .Zip(structure.Access.ByMunicipality)
            .MaxBy(m => m.Second.People > 0 && m.Second.Served == 0 ? double.PositiveInfinity : m.Second.MeanMinutes ?? -1);
        return $"{municipality.Name} ({Minutes(access.MeanMinutes)})";
    }

    /// <summary>The structures against the size criteria a report printed.</summary>
    public void AddCriteria()
    {
        decimal? offices = planningCase.Figures.Printed.FirstOrDefault(p => p.Figure == "offices_criteria")?.Value;
        decimal? leaders = planningCase.Figures.Printed.FirstOrDefault(p => p.Figure == "leaders_criteria")?.Value;
        if (offices is null || leaders is null) return;
        page.Heading("page.criteria-heading");
        page.Paragraph("page.criteria-note", page.Whole(offices), page.Whole(leaders));
        page.Table(
            [
                page.Say("money.structure"), page.Say("page.criteria-offices"), page.Say("page.criteria-over"),
                page.Say("page.criteria-leaders"), page.Say("page.criteria-under"),
            ],
            Structures.Select(s => (string[])
            [
                s.Id,
                page.Whole(s.Offices.Count),
                page.Signed(s.Offices.Count - offices, 0),
                page.Signed(LeaderPost.CountUnder(planningCase, s) - leaders, 0),
                page.Whole(OfficeSize.Of(planningCase, s).Count(o => o.Inhabitants < 2000)),
            ]));
    }
}
