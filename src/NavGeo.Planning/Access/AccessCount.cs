using NavGeo.Planning.Cases;

namespace NavGeo.Planning.Access;

/// <summary>
/// Counts who reaches what: everybody, by municipality and by site. A municipality or a site all of whose people have the
/// times of an earlier count has its indicators from there; they depend on nothing else.
/// </summary>
internal static class AccessCount
{
    /// <summary>Counts.</summary>
    /// <param name="planningCase">Whose people.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="rule">Which sites people may go to.</param>
    /// <param name="assignment">Who goes where under them.</param>
    /// <param name="earlier">A count of the same people; null where there is none.</param>
    public static StructureAccess Of(
        PlanningCase planningCase, Structure structure, AccessRule rule, SiteAssignment assignment, StructureAccess? earlier)
    {
        Demand demand = planningCase.Demand;
        var byMunicipality = new long[planningCase.Municipalities.Count];
        var bySite = new long[planningCase.Sites.Count];
        var byState = new long[Enum.GetValues<AccessState>().Length];
        var hasFew = new bool[planningCase.Municipalities.Count];
        long inside = 0;
        long daysWithout = 0;
        ReadOnlySpan<int> people = demand.People, municipalities = demand.Municipalities, sites = assignment.Sites;
        ReadOnlySpan<AccessState> states = assignment.States;
        ReadOnlySpan<byte> days = assignment.DaysWithout;
        for (int place = 0; place < people.Length; place++)
        {
            int here = people[place];
            byState[(int)states[place]] += here;
            if (states[place] == AccessState.Outside) continue;
            inside += here;
            daysWithout += (long)days[place] * here;
            byMunicipality[municipalities[place]] += here;
            if (states[place] == AccessState.Served) bySite[sites[place]] += here;
            else if (demand.IsFew(place)) hasFew[municipalities[place]] = true;
        }
        (AccessIndicators?[] knownMunicipalities, AccessIndicators?[] knownSites) = Known(assignment, municipalities, byMunicipality.Length, bySite.Length, earlier);
        var served = new ServedByTime(assignment, demand);
        AccessIndicators? total = null;
        AccessIndicators[] ofMunicipalities = [], ofSites = [];
        Parallel.Invoke(
            new ParallelOptions { TaskScheduler = TaskScheduler.Current },
            () => total = served.All(inside),
            () => ofMunicipalities = served.Each(demand.Municipalities, byMunicipality, knownMunicipalities),
            () => ofSites = served.Each(assignment.Sites, bySite, knownSites));
        return new StructureAccess
        {
            Structure = structure,
            Rule = rule,
            PersonDaysWithout = daysWithout,
            Assignment = assignment,
            DaysBySite = [.. planningCase.Sites.Select(s => structure.OpenDaysOf(s.Id))],
            Total = total! with { HasFewWithoutAccess = hasFew.Contains(true) },
            ByMunicipality = [.. ofMunicipalities.Zip(hasFew, (m, few) => m.HasFewWithoutAccess == few ? m : m with { HasFewWithoutAccess = few })],
            BySite = ofSites,
            PeopleByState = Enum.GetValues<AccessState>().ToDictionary(s => s, s => byState[(int)s]),
        };
    }

    /// <summary>The same counted of those only who have access under another assignment too; sites are not counted again.</summary>
    public static StructureAccess OfShared(StructureAccess access, SiteAssignment other, Demand demand)
    {
        var served = new ServedByTime(access.Assignment.ServedIn(other), demand);
        return access with
        {
            Total = served.All(access.Total.People),
            ByMunicipality = served.Each(demand.Municipalities, [.. access.ByMunicipality.Select(m => m.People)], new AccessIndicators?[access.ByMunicipality.Count]),
        };
    }

    private static (AccessIndicators?[] Municipalities, AccessIndicators?[] Sites) Known(
        SiteAssignment assignment, ReadOnlySpan<int> municipalities, int municipalityCount, int siteCount, StructureAccess? earlier)
    {
        bool isAlike = earlier is not null && earlier.Assignment.Sites.Length == municipalities.Length
            && earlier.ByMunicipality.Count == municipalityCount && earlier.BySite.Count == siteCount;
        if (!isAlike) return (new AccessIndicators?[municipalityCount], new AccessIndicators?[siteCount]);
        AccessIndicators?[] knownMunicipalities = [.. earlier!.ByMunicipality];
        AccessIndicators?[] knownSites = [.. earlier.BySite];
        ReadOnlySpan<int> times = assignment.Milliseconds, timesBefore = earlier.Assignment.Milliseconds;
        ReadOnlySpan<int> sites = assignment.Sites, sitesBefore = earlier.Assignment.Sites;
        for (int place = 0; place < times.Length; place++)
        {
            if (times[place] == timesBefore[place] && sites[place] == sitesBefore[place]) continue;
            if (municipalities[place] >= 0) knownMunicipalities[municipalities[place]] = null;
            if (sites[place] >= 0) knownSites[sites[place]] = null;
            if (sitesBefore[place] >= 0) knownSites[sitesBefore[place]] = null;
        }
        return (knownMunicipalities, knownSites);
    }
}
