using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;

namespace NavGeo.Planning.Publishing;

/// <summary>The groups of places whose numbers of people are published as sums when structures are: by these a hidden number could be found.</summary>
internal static class PublishedSums
{
    /// <summary>For each structure the site of every place and its class of time in its municipality; for all but the baseline the class of change too.</summary>
    public static IReadOnlyList<int[]> Of(AccessStudy study, IReadOnlyList<StructureAccess> structures)
    {
        StructureAccess? baseline = structures.FirstOrDefault(s => s.Structure.Id == study.Case.Baseline);
        var groupings = new List<int[]>();
        foreach (StructureAccess access in structures.DistinctBy(s => string.Join('|', s.Structure.OpenSites.Order(StringComparer.Ordinal)), StringComparer.Ordinal))
        {
            groupings.Add([.. access.Assignment.Sites]);
            groupings.Add(InMunicipalities(study.Case.Demand, AccessIndicators.Thresholds.Count + 2, p => TimeClass(access.Assignment.TimeOf(p))));
            if (baseline is not null && access != baseline)
                groupings.Add(InMunicipalities(study.Case.Demand, ChangeScale.Classes.Count, p => ChangeOf(baseline.Assignment.TimeOf(p), access.Assignment.TimeOf(p))));
        }
        return groupings;
    }

    private static int[] InMunicipalities(Demand demand, int classes, Func<int, int> classOf)
    {
        var groups = new int[demand.Count];
        for (int place = 0; place < groups.Length; place++)
            groups[place] = demand.Municipalities[place] < 0 ? -1 : demand.Municipalities[place] * classes + classOf(place);
        return groups;
    }

    private static int TimeClass(TravelTime time)
    {
        if (!time.IsReachable) return AccessIndicators.Thresholds.Count + 1;
        int index = 0;
        while (index < AccessIndicators.Thresholds.Count && time.Milliseconds > AccessIndicators.Thresholds[index] * 60_000) index++;
        return index;
    }

    /// <summary>Those who have no access before and after are counted with the unchanged.</summary>
    private static int ChangeOf(TravelTime before, TravelTime after) =>
        before == after ? ChangeScale.IndexOf(ChangeKind.Unchanged) : ChangeScale.IndexOf(before, after);
}
