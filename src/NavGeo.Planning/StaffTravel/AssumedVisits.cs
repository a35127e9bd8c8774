using NavGeo.Planning.Structures;

namespace NavGeo.Planning.StaffTravel;

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
        long inhabitants = members.Sum(m => (long)m.Population);
        if (inhabitants == 0) return [];
        long[] whole = [.. members.Select(m => employees * m.Population / inhabitants)];
        int missing = (int)(employees - whole.Sum());
        HashSet<int> rounded =
        [
            .. Enumerable.Range(0, members.Length).OrderByDescending(i => employees * members[i].Population % inhabitants)
                .ThenBy(i => i).Take(missing),
        ];
        return members.Select((m, i) => (m.Number, whole[i] + (rounded.Contains(i) ? 1 : 0)));
    }
}
