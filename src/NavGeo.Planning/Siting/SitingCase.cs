using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Visits;

namespace NavGeo.Planning.Siting;

/// <summary>The measured times of a case as a siting table: one row a place of the planned municipalities, one candidate a site of them.</summary>
public sealed class SitingCase
{
    private SitingCase(AccessStudy study, SitingTable table, int[] places, int[] sites, int[] today)
    {
        Study = study;
        Table = table;
        Places = places;
        Sites = sites;
        Today = today;
    }

    /// <summary>What was measured.</summary>
    public AccessStudy Study { get; }

    /// <summary>Travel milliseconds and persons.</summary>
    public SitingTable Table { get; }

    /// <summary>Which place of the demand each row is.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Which site of the case each candidate is.</summary>
    public IReadOnlyList<int> Sites { get; }

    /// <summary>The candidates that the baseline keeps open.</summary>
    public IReadOnlyList<int> Today { get; }

    /// <summary>Names of the candidates.</summary>
    public IReadOnlyList<string> Names => [.. Sites.Select(s => Study.Case.Sites[s].Name)];

    /// <summary>Where the candidates stand: numbers of municipalities.</summary>
    public IReadOnlyList<string> Municipalities => [.. Sites.Select(s => Study.Case.Sites[s].Municipality)];

    /// <summary>The table of a case.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="municipalities">The numbers of the municipalities whose people and sites are planned; empty for all.</param>
    /// <param name="visits">What it takes people without a car, in place of the study's times; null for these.</param>
    public static SitingCase Of(AccessStudy study, IReadOnlyList<string> municipalities, VisitCosts? visits = null)
    {
        PlanningCase planningCase = study.Case;
        Demand demand = planningCase.Demand;
        var places = new List<int>();
        for (int place = 0; place < demand.Count; place++)
        {
            int municipality = demand.Municipalities[place];
            if (municipality >= 0 && IsPlanned(planningCase.Municipalities[municipality].Number)) places.Add(place);
        }
        int[] sites = [.. Enumerable.Range(0, planningCase.Sites.Count).Where(s => IsPlanned(planningCase.Sites[s].Municipality))];
        var ids = new string[places.Count];
        var weights = new long[places.Count];
        for (int row = 0; row < ids.Length; row++)
        {
            ids[row] = demand.Ids[places[row]];
            weights[row] = demand.People[places[row]];
        }
        string[] siteIds = [.. sites.Select(s => planningCase.Sites[s].Id)];
        SitingTable table = visits is null ? SitingTable.Of(ids, siteIds, weights, study.Times, [.. places], sites)
            : SitingTable.Of(ids, siteIds, weights, [.. places.SelectMany(p => sites.Select(s => visits.Seconds(p, s) * 1000L ?? SitingTable.Unreachable))]) with { CostScale = 60_000 };
        IReadOnlyList<string> open = planningCase.GetStructure(planningCase.Baseline).OpenSites;
        int[] today = [.. Enumerable.Range(0, sites.Length).Where(s => open.Contains(planningCase.Sites[sites[s]].Id))];
        return new SitingCase(study, table, [.. places], sites, today);

        bool IsPlanned(string number) => municipalities.Count == 0 || municipalities.Contains(number);
    }
}
