using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Catalogue;
using NavGeo.Reports.Pages;

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
    private readonly Lazy<StructureAccess[]> own;

    /// <param name="comparison">The measured case.</param>
    /// <param name="page">Where the pages go.</param>
    public MunicipalityPages(Comparison comparison, PageWriter page)
    {
        this.comparison = comparison;
        planningCase = comparison.Study.Case;
        this.page = page;
        labels = new PlaceLabels(planningCase);
        own = new(() => [.. comparison.Structures.Select(s => comparison.Study.Access(s.Structure, AccessRule.OwnOffice))]);
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
        page.Paragraph("report.own-office", string.Join(", ", comparison.Structures.Zip(own.Value)
            .GroupBy(o => page.Number((decimal?)o.Second.ByMunicipality[index].MeanMinutes, 1), StringComparer.Ordinal)
            .Select(g => $"{string.Join("/", g.Select(o => o.First.Structure.Id))} {g.Key}")));
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

    /// <summary>Of each structure who reaches no site and why, and the longest way of the others.</summary>
    private void AddWorstOff(int index)
    {
        var points = new List<(string Structure, string Told)>();
        foreach (ComparedStructure compared in comparison.Structures)
        {
            string[] told = [.. WorstOff(compared.Access, index)];
            if (told.Length > 0) points.Add((compared.Structure.Id, string.Join("; ", told)));
        }
        if (points.Count == 0) return;
        page.Paragraph("report.worst-off");
        page.Points(points.GroupBy(p => p.Told, StringComparer.Ordinal).Select(g => $"**{string.Join(", ", g.Select(p => p.Structure))}**: {g.Key}"));
    }

    private IEnumerable<string> WorstOff(StructureAccess access, int index)
    {
        Demand demand = planningCase.Demand;
        WithoutWay? without = WithoutWay.Of(planningCase, access, index);
        if (without is not null)
        {
            string at = page.Texts.Say(labels.OfPlace(without.Largest).At);
            yield return without.People == 0 ? page.Say("report.no-way-few", demand.LeastPeople, at)
                : page.Say("report.no-way-of", without.People, without.Said(page.Texts), at, page.PeopleAt(demand, without.Largest));
        }
        int longest = -1;
        for (int place = 0; place < demand.Count; place++)
        {
            if (demand.Municipalities[place] != index || access.Assignment.States[place] != AccessState.Served || !demand.IsInhabited(place)) continue;
            if (longest < 0 || access.Assignment.Milliseconds[place] > access.Assignment.Milliseconds[longest]) longest = place;
        }
        if (longest < 0) yield break;
        string told = page.Say(
            "report.worst-place", page.Texts.Say(labels.OfPlace(longest).At), page.PeopleAt(demand, longest), page.Say("report.minutes", page.Number((decimal)access.Assignment.TimeOf(longest).Minutes, 1)));
        yield return without is null ? told : page.Say("report.longest-of-others", told);
    }
}
