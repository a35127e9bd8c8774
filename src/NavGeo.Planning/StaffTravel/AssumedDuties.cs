using NavGeo.Planning.Figures;
using NavGeo.Planning.Staffing;
using NavGeo.Planning.Structures;

namespace NavGeo.Planning.StaffTravel;

/// <summary>
/// What it takes to keep sites open whose staff has its desks elsewhere, where the case gives no rounds: on each day a site
/// is open so many counsellors are on duty there, and those of them who sit elsewhere drive there and back that day. A part
/// of the staff that the structure gathers sits at the site it is gathered at, the rest of an office at its main site, as
/// the measures of the distance to partners and leaders take it too. NavGeo's assumption, marked as such wherever it is shown.
/// </summary>
internal static class AssumedDuties
{
    public static IEnumerable<PlannedTrip> Of(PlanningCase planningCase, StaffPlaces places, Structure structure, StaffSettings settings)
    {
        decimal onDuty = planningCase.Figures.Assumptions.Get(AssumptionKey.CounsellorsOnDuty).Value;
        foreach (Office office in structure.Offices)
        {
            OfficeStaffing[] units = [.. planningCase.Staffing.Where(u => u.FullTimeEquivalents > 0 && IsOf(u, office))];
            if (units.Length == 0) continue;
            foreach ((int desk, decimal share) in DesksOf(planningCase, places, structure, office, units))
            {
                foreach (int site in places.OpenSites(office).Where(s => s != desk))
                {
                    decimal days = (decimal)structure.OpenDaysOf(planningCase.Sites[site].Id);
                    long trips = (long)Math.Round(onDuty * share * days * settings.WeeksPerYear, MidpointRounding.AwayFromZero);
                    if (trips == 0) continue;
                    yield return new PlannedTrip(StaffTripKind.AssumedDuty, office.Name, places.Site(desk), places.Site(site), trips);
                }
            }
        }
    }

    private static bool IsOf(OfficeStaffing unit, Office office) =>
        unit.Municipalities.Count > 0 && unit.Municipalities.All(m => office.Municipalities.Contains(m, StringComparer.Ordinal));

    /// <summary>Where an office's counsellors sit, by index of the site, and which share of them; together 1.</summary>
    private static IEnumerable<(int Site, decimal Share)> DesksOf(
        PlanningCase planningCase, StaffPlaces places, Structure structure, Office office, OfficeStaffing[] units)
    {
        decimal all = units.Sum(u => u.FullTimeEquivalents);
        decimal rest = 1;
        var gathered = units.SelectMany(u => GatheredShare.Of(planningCase, structure, u)
            .Select(g => (g.Site, Weight: g.Share * u.FullTimeEquivalents / all))).GroupBy(g => g.Site, StringComparer.Ordinal);
        foreach (IGrouping<string, (string Site, decimal Weight)> group in gathered)
        {
            decimal share = group.Sum(g => g.Weight);
            rest -= share;
            yield return (places.IndexOf(group.Key), share);
        }
        if (rest > 0 && places.OpenSites(office) is [int main, ..]) yield return (main, rest);
    }
}
