using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NavGeo.Reports.Pages;
using NavGeo.Routing;

namespace NavGeo.Maps.Report;

/// <summary>
/// One page a municipality, for the councillor who reads no other: how long its people travel under each structure, who
/// gains and who loses, which office it gets and who hosts it, and the worst-off place, always.
/// </summary>
internal sealed class MunicipalityPages
{
    private readonly Comparison comparison;
    private readonly PlanningCase planningCase;
    private readonly PageWriter page;
    private readonly PlaceLabels labels;

    /// <param name="comparison">The measured case.</param>
    /// <param name="page">Where the pages go.</param>
    public MunicipalityPages(Comparison comparison, PageWriter page)
    {
        this.comparison = comparison;
        planningCase = comparison.Study.Case;
        this.page = page;
        labels = new PlaceLabels(planningCase);
    }

    /// <summary>Adds the pages of the municipalities with these indices.</summary>
    public void Add(IReadOnlyList<int> municipalities)
    {
        if (municipalities.Count == 0) return;
        page.Add(new PageBreakBlock());
        page.Heading("report.each-municipality");
        page.Paragraph("report.each-note");
        foreach (int municipality in municipalities)
        {
            AddPage(municipality);
            page.Add(new PageBreakBlock());
        }
    }

    private void AddPage(int index)
    {
        Municipality municipality = planningCase.Municipalities[index];
        page.SubheadingOf(municipality.Number, municipality.Name);
        page.Paragraph("report.municipality-people", page.Whole(municipality.Population), page.Whole(comparison.Structures[0].Access.ByMunicipality[index].People));
        page.Table(
            [page.Say("money.structure"), page.Say("report.office"), page.Say("report.host"), page.Say("report.nearest")],
            comparison.Structures.Select(s => OfficeRow(s, index, municipality)),
            1, 2, 3);
        Indicator[] indicators = [.. IndicatorCatalogue.Of(IndicatorLevel.Municipality, Prominence.Pages)];
        IndicatorSubject[] subjects = [.. comparison.Structures.Select(s => IndicatorSubject.Of(s, index))];
        page.Table(
            [page.Say("page.indicator"), .. comparison.Structures.Select(s => s.Structure.Id)],
            indicators.Select(i => (string[])[i.Title(page.Texts), .. subjects.Select(s => i.Cell(s, page.Texts))]));
        var sentences = new List<string>();
        int threshold = ChangeSentences.ThresholdOf([.. comparison.Structures.Select(s => s.Ledger)]);
        foreach (ComparedStructure compared in comparison.Structures.Where(s => s.Access.Structure.Id != planningCase.Baseline))
        {
            LedgerRow row = compared.Ledger.Municipalities[index];
            if (!row.IsTouched) continue;
            sentences.Add($"**{compared.Access.Structure.Id}**: {page.Texts.Say(ChangeSentences.InMunicipality(compared.Ledger, row, threshold))}");
        }
        if (sentences.Count == 0) page.Paragraph("report.municipality-unchanged");
        else page.Points(sentences);
        AddWorstOff(index);
    }

    private string[] OfficeRow(ComparedStructure compared, int index, Municipality municipality)
    {
        Office[] offices = [.. compared.Access.Structure.Offices.Where(o =>
            o.Serves(municipality) || planningCase.Parts.Any(p => p.PartOf == municipality.Number && o.Serves(p)))];
        return
        [
            compared.Access.Structure.Id,
            string.Join(" / ", offices.Select(o => o.Name)),
            string.Join(" / ", offices.Select(o => o.Host).OfType<string>().Select(NameOf).Distinct()) is { Length: > 0 } hosts ? hosts : PageWriter.None,
            string.Join(", ", NearestSites(compared.Access, index)),
        ];
    }

    /// <summary>The sites most of its people have nearest, two at most.</summary>
    private IEnumerable<string> NearestSites(StructureAccess access, int municipality)
    {
        Demand demand = planningCase.Demand;
        var people = new Dictionary<int, long>();
        for (int place = 0; place < demand.Count; place++)
        {
            int site = access.Assignment.Sites[place];
            if (demand.Municipalities[place] != municipality || site == SiteAssignment.NoSite) continue;
            people[site] = people.GetValueOrDefault(site) + demand.People[place];
        }
        return people.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Take(2).Select(p => planningCase.Sites[p.Key].Name);
    }

    private string NameOf(string number) => planningCase.Areas.FirstOrDefault(a => a.Number == number)?.Name ?? number;

    private void AddWorstOff(int index)
    {
        var points = new List<string>();
        foreach (ComparedStructure compared in comparison.Structures)
        {
            int place = compared.Ledger.Municipalities[index].WorstOff;
            if (place == LedgerRow.NoPlace) continue;
            TravelTime time = compared.Access.Assignment.TimeOf(place);
            string minutes = time.IsReachable ? page.Say("report.minutes", page.Number((decimal)time.Minutes, 1)) : page.Say("report.no-way");
            Demand demand = planningCase.Demand;
            string told = demand.IsFew(place) ? page.Say("report.few", demand.LeastPeople) : page.Say("maps.legend.people", demand.People[place]);
            points.Add($"**{compared.Access.Structure.Id}**: {page.Say("report.worst-place", page.Texts.Say(labels.OfPlace(place).At), told, minutes)}");
        }
        if (points.Count == 0) return;
        page.Paragraph("report.worst-off");
        page.Points(points.GroupBy(p => p[p.IndexOf(':', StringComparison.Ordinal)..], StringComparer.Ordinal)
            .Select(g => $"**{string.Join(", ", g.Select(p => p[2..p.IndexOf("**:", StringComparison.Ordinal)]))}**{g.Key}"));
    }
}
