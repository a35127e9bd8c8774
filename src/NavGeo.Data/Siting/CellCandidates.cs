using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Data.Siting;

/// <summary>
/// Every cell of a case where enough people live as the place of a site, and the cells today's sites stand in: both
/// measured alike. A site stands in the cell with most people within the width of a cell, else in the nearest; a better spot
/// inside a cell is beyond what the cells can tell.
/// </summary>
/// <param name="Case">The case with cells only as its sites; those of today bear the names of the sites.</param>
/// <param name="Today">Which of them are today's, in the order of the baseline's open sites.</param>
public sealed record CellCandidates(PlanningCase Case, IReadOnlyList<int> Today)
{
    /// <summary>The cells of a case.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="leastPeople">Cells with fewer people are no candidates, except those of today.</param>
    public static CellCandidates Of(PlanningCase planningCase, int leastPeople)
    {
        PlanningCase all = CandidateSites.Of(planningCase, "people:1", new Findings());
        Demand demand = planningCase.Demand;
        var people = Enumerable.Range(0, demand.Count).ToDictionary(p => demand.Ids[p], p => demand.People[p], StringComparer.Ordinal);
        int[] cells = [.. Enumerable.Range(planningCase.Sites.Count, all.Sites.Count - planningCase.Sites.Count)];
        var taken = new Dictionary<int, ServiceSite>();
        foreach (string id in planningCase.GetStructure(planningCase.Baseline).OpenSites)
        {
            int site = planningCase.Sites.ToList().FindIndex(s => s.Id == id);
            if (CellOf(planningCase.SitePoints[site]) is { } cell) taken[cell] = planningCase.Sites[site];
        }
        int[] kept = [.. cells.Where(c => taken.ContainsKey(c) || people[all.Sites[c].Id] >= leastPeople)];
        PlanningCase candidates = all with
        {
            Sites = [.. kept.Select(c => taken.TryGetValue(c, out ServiceSite? site) ? all.Sites[c] with { Name = site.Name } : all.Sites[c])],
            SitePoints = [.. kept.Select(c => all.SitePoints[c])],
        };
        return new CellCandidates(candidates, [.. taken.Keys.Select(c => Array.IndexOf(kept, c))]);

        int? CellOf(PlanePoint point)
        {
            int? best = null;
            foreach (int cell in cells.Where(c => !taken.ContainsKey(c)))
            {
                if (best is not { } so || IsBetter(cell, so)) best = cell;
            }
            return best;

            bool IsBetter(int a, int b)
            {
                (double near, double than) = (all.SitePoints[a].DistanceTo(point), all.SitePoints[b].DistanceTo(point));
                bool isInside = near <= planningCase.Demand.CellMetres;
                return isInside && than <= planningCase.Demand.CellMetres ? people[all.Sites[a].Id] > people[all.Sites[b].Id] : near < than;
            }
        }
    }
}
