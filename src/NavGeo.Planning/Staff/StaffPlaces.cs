using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing.Snapping;

namespace NavGeo.Planning.Staff;

/// <summary>Where staff sits and goes to under the structures of a case.</summary>
internal sealed class StaffPlaces(AccessStudy study)
{
    private readonly PlanningCase planningCase = study.Case;
    private readonly SnappedPlace[] sites = study.Sites.ToArray();
    private readonly SnappedPlace[] partners = new RoadSnapper(study.Scenario.Graph, study.Case.Profile, study.Case.Water).SnapAll([.. study.Case.PartnerPoints]);

    /// <summary>A site by index.</summary>
    public StaffPlace Site(int site) =>
        new(planningCase.Sites[site].Name, planningCase.Sites[site].Municipality, sites[site]);

    /// <summary>Index of a site by id; -1 where there is none.</summary>
    public int IndexOf(string id) => planningCase.Sites.Index().Where(s => s.Item.Id == id).Select(s => s.Index).DefaultIfEmpty(-1).First();

    /// <summary>A partner by id; null where there is none.</summary>
    public StaffPlace? Partner(string id)
    {
        int index = planningCase.Partners.Index().Where(p => p.Item.Id == id).Select(p => p.Index).DefaultIfEmpty(-1).First();
        return index < 0 ? null : new StaffPlace(planningCase.Partners[index].Name, planningCase.Partners[index].Municipality, partners[index]);
    }

    /// <summary>The open sites of an office, by index, its <see cref="MainSite"/> first.</summary>
    public IReadOnlyList<int> OpenSites(Office office)
    {
        string? main = MainSite.Of(planningCase, office)?.Id;
        return [.. office.OpenSites.OrderBy(id => id == main ? 0 : 1).Select(IndexOf)];
    }

    /// <summary>
    /// Where somebody with a desk at a site sits under a structure: there while it is open, else at the main site of the
    /// office that is responsible for its municipality. Null where that has none.
    /// </summary>
    public StaffPlace? Base(Structure structure, int site)
    {
        if (structure.OpenSites.Contains(planningCase.Sites[site].Id)) return Site(site);
        Office? office = structure.FindOffice(planningCase, planningCase.Sites[site].Municipality);
        return office is not null && OpenSites(office) is [int main, ..] ? Site(main) : null;
    }
}

/// <summary>A site or a partner as the end of a trip.</summary>
internal sealed record StaffPlace(string Name, string Municipality, SnappedPlace Place);
