using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Staff;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Risk;

/// <summary>
/// The measured values of a comparison that risk scores are made of. Values the case gives
/// (<see cref="CaseFigures.RiskInputs"/>) and those added by <see cref="With"/> come before computed ones. Immutable.
/// </summary>
public sealed record RiskInputs(IReadOnlyList<RiskInput> Values)
{
    /// <summary>A measure of a structure; null where it is neither given nor computed.</summary>
    public RiskInput? Find(string structure, RiskMeasure measure) =>
        Values.FirstOrDefault(v => v.Structure == structure && v.Measure == measure);

    /// <summary>The same with values from elsewhere, for example hours driven on a road; they replace what stands here.</summary>
    public RiskInputs With(params IReadOnlyList<RiskInput> values) =>
        new([.. values, .. Values.Where(v => !values.Any(n => n.Structure == v.Structure && n.Measure == v.Measure))]);

    /// <summary>Everything that follows from the case and its travel times, and what the case gives.</summary>
    public static RiskInputs Of(Comparison comparison)
    {
        PlanningCase planningCase = comparison.Study.Case;
        var staffing = new StaffingStudy(planningCase);
        TravelTimeMatrix? toCentres = Ways(comparison.Study);
        RoadNumber? road = planningCase.Figures.RiskMappings.FirstOrDefault(m => m.Measure == RiskMeasure.RoadHours)?.Road;
        StaffTravelStudy? driving = road is null || planningCase.Staffing.Count == 0 ? null : StaffTravelStudy.Of(comparison.Study);
        var values = new List<RiskInput>();
        foreach (ComparedStructure compared in comparison.Structures)
        {
            Structure structure = compared.Access.Structure;
            StructureStaffing staff = staffing.Of(structure);
            Add(RiskMeasure.SmallestOffice, staff.Smallest);
            Add(RiskMeasure.StaffBelowMinimumPercent, BelowMinimumPercent(staff));
            Add(RiskMeasure.Offices, structure.Offices.Count);
            // Of those who are left: where more people have no way, they would say that the risk falls.
            AccessIndicators? access = compared.Change.Total.CutsOff ? null : compared.Access.Total;
            Add(RiskMeasure.MeanMinutes, (decimal?)access?.MeanMinutes);
            Add(RiskMeasure.P90Minutes, (decimal?)access?.P90?.Minutes);
            if (driving is not null) Add(RiskMeasure.RoadHours, (decimal)driving.Travel(structure).HoursOn(road!.Value));
            if (toCentres is null) continue;
            Add(RiskMeasure.PartnerMinutes, PartnerMinutes(planningCase, structure, toCentres));
            Add(RiskMeasure.LeaderMinutes, LeaderMinutes(planningCase, structure, toCentres));

            void Add(RiskMeasure measure, decimal? value)
            {
                if (value is { } known) values.Add(new RiskInput(structure.Id, measure, known, null));
            }
        }
        return new RiskInputs(values).With(planningCase.Figures.RiskInputs);
    }

    private static decimal? BelowMinimumPercent(StructureStaffing staff)
    {
        decimal? all = staff.Offices.Sum(o => o.People);
        return staff.OfficesNotCounted > 0 || all is null or 0 ? null
            : 100 * staff.Offices.Where(o => o.IsBelowMinimum == true).Sum(o => o.People) / all;
    }

    /// <summary>From every site (rows) to the municipal centres, then the sites (columns).</summary>
    private static TravelTimeMatrix? Ways(AccessStudy study)
    {
        PlanningCase planningCase = study.Case;
        if (planningCase.Figures.CentrePoints.Count != planningCase.Municipalities.Count) return null;
        RoadGraph graph = study.Scenario.Graph;
        var snapper = new RoadSnapper(graph, planningCase.Profile, planningCase.Water);
        SnappedPlace[] centres = snapper.SnapAll([.. planningCase.Figures.CentrePoints]);
        SnappedPlace[] sites = study.Sites.ToArray();
        var times = new RoadTimes(RoadHierarchy.Of(graph), planningCase.Profile, planningCase.Water, sites, [.. centres, .. sites]);
        return times.Measure(study.Metric, study.Scenario.Open);
    }

    private static decimal? PartnerMinutes(PlanningCase planningCase, Structure structure, TravelTimeMatrix ways)
    {
        decimal personMinutes = 0;
        decimal people = 0;
        foreach (Office office in structure.Offices)
        {
            int from = SiteIndex(planningCase, MainSite.Of(planningCase, office)?.Id);
            for (int m = 0; m < planningCase.Municipalities.Count; m++)
            {
                Municipality municipality = planningCase.Municipalities[m];
                if (!office.Municipalities.Contains(municipality.Number, StringComparer.Ordinal)) continue;
                if (from < 0 || !ways[from, m].IsReachable) return null;
                personMinutes += (decimal)ways[from, m].Minutes * municipality.Population;
                people += municipality.Population;
            }
        }
        return people == 0 ? null : personMinutes / people;
    }

    private static decimal? LeaderMinutes(PlanningCase planningCase, Structure structure, TravelTimeMatrix ways)
    {
        decimal longest = 0;
        foreach (Office office in structure.Offices)
        {
            string? main = MainSite.Of(planningCase, office)?.Id;
            string[] others = [.. office.OpenSites.Where(id => id != main)];
            int from = SiteIndex(planningCase, main);
            if (from < 0 || others.Length == 0) continue;
            decimal sum = 0;
            foreach (string id in others)
            {
                int to = planningCase.Municipalities.Count + SiteIndex(planningCase, id);
                if (!ways[from, to].IsReachable) return null;
                sum += (decimal)ways[from, to].Minutes;
            }
            longest = Math.Max(longest, sum / others.Length);
        }
        return longest;
    }

    private static int SiteIndex(PlanningCase planningCase, string? id)
    {
        for (int s = 0; s < planningCase.Sites.Count; s++)
        {
            if (planningCase.Sites[s].Id == id) return s;
        }
        return -1;
    }
}
