using NavGeo.Data.Regions;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Regions;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// The labour-market regions of a case in a report: the rule in plain words, every region, what placed each municipality
/// and what would move it, and which offices of each structure lie across regions.
/// </summary>
internal sealed class RegionsSection
{
    /// <summary>So many of those that are nearest to being moved are named.</summary>
    private const int NearestNamed = 3;

    private readonly Comparison comparison;
    private readonly RegionDivision division;
    private readonly PageWriter page;
    private readonly RegionSentences sentences;

    public RegionsSection(Comparison comparison, CaseDivision divided, PageWriter page)
    {
        this.comparison = comparison;
        division = divided.Division;
        this.page = page;
        sentences = new RegionSentences(division, page.Language);
    }

    /// <summary>Adds the tables, which follow the map.</summary>
    public void AddTables()
    {
        AddRegions();
        AddOffices();
        AddPlacements();
    }

    /// <summary>Adds the rule in words and how good the division is as a whole.</summary>
    public void AddRule()
    {
        string key = "report.regions-rule." + division.Rule.Name;
        switch (division.Rule)
        {
            case Ba2020Rule ba:
                page.Paragraph(key, ba.Minutes, ba.Percent, ba.NearMinutes, ba.NearPercent);
                break;
            case OwnCentresRule own:
                page.Paragraph(key, own.Minutes, own.Percent, own.NearMinutes, own.NearPercent);
                break;
            case TimeRule time:
                page.Paragraph(key, page.Whole(time.LeastInhabitants), time.LeastMinutesApart, time.MostMinutes);
                break;
            case FixedRule given:
                page.Paragraph(key, given.Title);
                break;
            default:
                page.Paragraph(key);
                break;
        }
        page.Paragraph("report.regions-own");
        if (division.Market.Commuting is null) return;
        DivisionQuality quality = DivisionQuality.Of(division);
        page.Paragraph(
            "report.regions-quality", page.Number((decimal)quality.SelfContainedPercent, 1), page.Number((decimal)quality.LeastSupplyPercent, 1),
            division.Market.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? PageWriter.None);
    }

    private string NameOf(int municipality) => division.Market.Municipalities[municipality].Name;

    private void AddRegions()
    {
        bool hasCommuting = division.Market.Commuting is not null;
        string[] measured = hasCommuting ? [page.Say("report.employed"), page.Say("report.jobs"), page.Say("report.supply"), page.Say("report.demand")] : [];
        if (division.Regions.Any(r => r.Members.Count > 1))
        {
            page.Table(
                [page.Say("report.region"), page.Say("report.municipalities"), page.Say("report.inhabitants"), .. measured],
                division.Regions.Where(r => r.Members.Count > 1).Select(Row),
                1);
        }
        string[] alone = [.. division.Regions.Where(r => r.Members.Count == 1).Select(r => NameOf(r.Centre))];
        if (alone.Length > 0) page.Paragraph("report.regions-alone", alone.Length, string.Join(", ", alone));

        string[] Row(Region region)
        {
            string[] row = [NameOf(region.Centre), string.Join(", ", region.Members.Select(NameOf)), page.Whole(region.Members.Sum(m => (long)division.Market.Municipalities[m].Population))];
            if (division.Market.Commuting is not { } commuting) return row;
            var measures = RegionMeasures.Of(commuting, region);
            return
            [
                .. row, page.Whole(measures.Residents), page.Whole(measures.Jobs), page.Number((decimal?)measures.SupplyPercent, 1),
                page.Number((decimal?)measures.DemandPercent, 1),
            ];
        }
    }

    /// <summary>Which offices have municipalities of more than one region; travel time alone is no ground to say so.</summary>
    private void AddOffices()
    {
        if (division.Rule is TimeRule) return;
        page.Paragraph("report.regions-offices");
        page.Table(
            [page.Say("money.structure"), page.Say("report.shared-offices"), page.Say("report.within-region"), page.Say("report.across-regions")],
            comparison.Structures.Select(s =>
            {
                Office[] shared = [.. s.Access.Structure.Offices.Where(o => RegionsOf(o).Sum(r => r.Count()) > 1)];
                Office[] across = [.. shared.Where(o => RegionsOf(o).Count() > 1)];
                return (string[])
                [
                    s.Access.Structure.Id, page.Whole(shared.Length), page.Whole(shared.Length - across.Length),
                    across.Length == 0 ? PageWriter.None : string.Join("; ", across.Select(o => $"{o.Name} ({string.Join(", ", RegionsOf(o).Select(r => NameOf(division.Regions[r.Key].Centre)))})")),
                ];
            }),
            3);
    }

    /// <summary>The municipalities an office serves, by their region.</summary>
    private IEnumerable<IGrouping<int, int>> RegionsOf(Office office) => office.Municipalities.Select(IndexOf).Where(m => m >= 0).Distinct()
        .GroupBy(m => division.Placements[m].Region);

    /// <summary>A part of a municipality counts as the municipality; -1 for what is not of the case.</summary>
    private int IndexOf(string number)
    {
        int found = division.Market.Find(number);
        return found >= 0 ? found
            : comparison.Study.Case.Parts.FirstOrDefault(p => p.Number == number)?.PartOf is { } whole ? division.Market.Find(whole) : -1;
    }

    private void AddPlacements()
    {
        int[] nearest = [.. Enumerable.Range(0, division.Placements.Count).Where(m => Margin(m) is not null).OrderBy(m => Margin(m)).ThenBy(m => m).Take(NearestNamed)];
        page.Paragraph("report.regions-placements");
        if (nearest.Length > 0) page.Points(nearest.Select(m => page.Say("report.nearest-moved", NameOf(m), Belongs(m), string.Join(' ', sentences.Changes(m)))));
        page.Table(
            [page.Say("report.municipality"), page.Say("report.belongs"), page.Say("report.decided"), page.Say("report.moves")],
            Enumerable.Range(0, division.Placements.Count).Select(m => (string[])
            [
                $"{division.Market.Municipalities[m].Number} {NameOf(m)}", Belongs(m), sentences.Decided(m), sentences.Changes(m) is { Count: > 0 } moves ? string.Join(' ', moves) : PageWriter.None,
            ]),
            1, 2, 3);
    }

    private string Belongs(int municipality) => division.Placements[municipality] switch
    {
        { Role: PlacementRole.Centre } placed => page.Say(division.Regions[placed.Region].Members.Count > 1 ? "report.is-centre" : "report.is-centre-alone"),
        { Role: PlacementRole.Single } => page.Say("report.is-alone"),
        var placement => NameOf(placement.Centre),
    };

    /// <summary>How little would move it: percentage points of commuting where they would, else minutes; null where no one number would.</summary>
    private double? Margin(int municipality)
    {
        Placement placement = division.Placements[municipality];
        FlipChange? change = division.Market.Commuting is null ? placement.TimeChange : placement.CommutingChange;
        return change is { } c ? Math.Abs(c.Amount) : null;
    }
}
