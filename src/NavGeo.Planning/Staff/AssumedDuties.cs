using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Staff;

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

/// <summary>
/// What counsellors are taken to drive where the case gives no rounds: today's employees follow up their own
/// municipality from wherever the structure seats them. While a municipality keeps an open site of its office they sit
/// there; where it does not, they sit at the office's main site and each drives to where the municipality's site was,
/// so many times a week. NavGeo's assumption, marked as such wherever it is shown.
/// </summary>
internal static class AssumedVisits
{
    public static IEnumerable<PlannedTrip> Of(PlanningCase planningCase, StaffPlaces places, Structure structure, StaffSettings settings)
    {
        foreach (OfficeStaffing unit in planningCase.Staffing.Where(u => u.Municipalities.Count > 0))
        {
            foreach ((string number, long employees) in EmployeesOf(planningCase, unit))
            {
                int local = planningCase.Sites.Index().Where(s => s.Item.Municipality == number).Select(s => s.Index).DefaultIfEmpty(-1).First();
                Office? office = structure.FindOffice(planningCase, number);
                if (local < 0 || office is null || employees == 0) continue;
                IReadOnlyList<int> open = places.OpenSites(office);
                if (open.Count == 0 || open.Any(s => planningCase.Sites[s].Municipality == number)) continue;
                yield return new PlannedTrip(
                    StaffTripKind.AssumedVisit, unit.Office, places.Site(open[0]), places.Site(local),
                    employees * settings.AssumedVisitsPerWeek * settings.WeeksPerYear);
            }
        }
    }

    /// <summary>A unit's employees by municipality, after inhabitants where it serves several; whole persons, largest remainder.</summary>
    private static IEnumerable<(string Number, long Employees)> EmployeesOf(PlanningCase planningCase, OfficeStaffing unit)
    {
        long employees = unit.Employees ?? (long)Math.Round(unit.FullTimeEquivalents);
        Municipality[] members = [.. planningCase.Municipalities.Where(m => unit.Municipalities.Contains(m.Number))];
        if (!members.Any(m => m.Population > 0)) return [];
        return LargestRemainder.Split(employees, [.. members.Select(m => (long)m.Population)]).Select((e, i) => (members[i].Number, e));
    }
}
