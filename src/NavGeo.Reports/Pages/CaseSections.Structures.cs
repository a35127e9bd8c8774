using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;

namespace NavGeo.Reports.Pages;

/// <summary>The structures side by side, and the size criteria.</summary>
public sealed partial class CaseSections
{
    /// <summary>The structures on every indicator.</summary>
    public void AddIndicators()
    {
        page.Heading("page.indicators-heading");
        page.Paragraph("page.days-note");
        page.Plain(page.Texts.Say(MinutesText.Of(planningCase)));
        if (planningCase.Demand.FewPlaces > 0) page.Paragraph("page.small-note", planningCase.Demand.LeastPeople);
        var rows = new List<string[]>();
        Dictionary<string, StructureStaffing> staff = Structures.ToDictionary(s => s.Id, staffing.Of, StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<MunicipalInfluence>> influence =
            Structures.ToDictionary(s => s.Id, s => MunicipalInfluence.Of(planningCase, s), StringComparer.Ordinal);
        bool hasStaff = planningCase.Staffing.Any(u => u.Municipalities.Count > 0);

        Row(page.Say("page.offices"), s => page.Whole(s.Offices.Count));
        Row(page.Say("page.sites"), s => page.Whole(s.Access.Structure.OpenSites.Count));
        for (int i = 0; i < AccessIndicators.Thresholds.Count; i++)
        {
            int threshold = i;
            Row(page.Say("page.within", AccessIndicators.Thresholds[i]), s => page.Percent(s.Access.Total.ShareWithin(threshold)));
        }
        Row(page.Say("page.without"), s => page.Whole(s.Access.Total.WithoutAccess));
        Row(page.Say("page.mean"), s => Minutes(s.Access.Total.MeanMinutes));
        Row(page.Say("page.week-mean"), s => Minutes(s.OverTheWeek.Total.MeanMinutes));
        Row(page.Say("page.open-days"), s => Minutes(s.Ledger.Total.MeanOpenDays));
        Row(page.Say("page.p90"), s => Minutes(s.Access.Total.P90?.Minutes));
        Row(page.Say("page.longest"), s => Minutes(s.Access.Total.Longest?.Minutes));
        Row(page.Say("page.worst"), Worst);
        Row(page.Say("page.worst-tenth"), s => Minutes(s.Access.Total.WorstTenthMinutes));
        Row(page.Say("page.gini"), s => page.Number((decimal?)s.Access.Total.Gini, 3));
        Row(page.Say("page.by-ferry"), s => page.Whole(s.Reach.ByMunicipality.Sum(m => m[LinkReach.OnlyByFerry])));
        Row(page.Say("page.by-boat"), s => page.Whole(s.Reach.ByMunicipality.Sum(m => m[LinkReach.OnlyByPassengerBoat])));
        Row(page.Say("page.without-link"), s => page.Whole(s.Reach.ByMunicipality.Sum(m => m[LinkReach.WithoutLink])));
        Row(page.Say("page.longer"), s => page.Whole(s.Change.Total.Lose + s.Change.Total.LoseAccess));
        Row(page.Say("page.shorter"), s => page.Whole(s.Change.Total.Gain + s.Change.Total.GainAccess));
        Row(page.Say("page.fewer-days"), s => page.Whole(s.Ledger.Total.FewerDays.People));
        if (hasStaff)
        {
            Row(page.Say("page.smallest"), s => page.Short(Staff(s).Smallest));
            Row(page.Say("page.below", Setting(AssumptionKey.MinimumEmployees)), s => page.Whole(Staff(s).OfficesBelowMinimum));
            Row(page.Say("page.isolated-offices", Setting(AssumptionKey.IsolatedBelow)), s => page.Short(Staff(s).IsolatedInOffices));
            Row(page.Say("page.isolated-sites", Setting(AssumptionKey.IsolatedBelow)), s => Marked(Staff(s).IsolatedAtSites, Staff(s).MovesWithSites));
            Row(page.Say("page.not-counted"), s => page.Whole(Staff(s).OfficesNotCounted));
        }
        Row(page.Say("page.hosted"), s => page.Whole(Influence(s).Where(m => m.IsHostedElsewhere).Sum(m => (decimal)m.Municipality.Population)));
        Row(page.Say("page.host-open"), s => page.Whole(Influence(s).Where(m => m.IsHostOpen).Sum(m => (decimal)m.Municipality.Population)));
        Row(page.Say("page.host-share"), s => page.Percent((double?)Least(s, m => m.HostShare)));
        Row(page.Say("page.smallest-share"), s => page.Percent((double?)Least(s, m => m.InhabitantShare)));
        Row(page.Say("page.vote-share"), s => page.Percent((double?)Least(s, m => m.VoteShare)));
        if (hasStaff)
        {
            Row(page.Say("page.moved"), s => Moved(Staff(s).MovesWithSites));
            Row(page.Say("page.moved-all"), s => Moved(Staff(s).MovesIfGathered));
        }
        page.Table(StructureHeader("page.indicator"), rows);

        void Row(string name, Func<ComparedStructure, string> value) => rows.Add([name, .. comparison.Structures.Select(value)]);

        StructureStaffing Staff(ComparedStructure s) => staff[s.Access.Structure.Id];

        IReadOnlyList<MunicipalInfluence> Influence(ComparedStructure s) => influence[s.Access.Structure.Id];

        // Nobody has a share in a case without inhabitants.
        decimal? Least(ComparedStructure s, Func<MunicipalInfluence, decimal?> share) => Influence(s).Select(share).Min();
    }

    private string Moved(IReadOnlyList<StaffMove> moves) => Estimated(page.Number(moves.Sum(m => m.Equivalents), 2), moves);

    private string Marked(decimal? people, IReadOnlyList<StaffMove> moves) => Estimated(page.Short(people), moves);

    private string Estimated(string figure, IReadOnlyList<StaffMove> moves) =>
        moves.Any(m => m.IsEstimate) ? $"{figure} {page.Say("staffing.estimate-mark")}" : figure;

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
                page.Signed(s.Offices.Count - leaders, 0),
                page.Whole(OfficeSize.Of(planningCase, s).Count(o => o.Inhabitants < 2000)),
            ]));
    }
}
