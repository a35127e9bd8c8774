using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Web.Edits;

namespace NavGeo.Web.Situations;

/// <summary>
/// A case while edits are applied to it, in their order; becomes a <see cref="PlanningCase"/> and the edits of
/// its roads. Scratch for one thread.
/// </summary>
public sealed class SituationDraft
{
    private readonly List<Structure> structures;
    private readonly ServiceSite[] sites;
    private readonly PlanePoint[] sitePoints;
    private readonly List<(RoadEdit Edit, string Named)> roadEdits = [];

    /// <param name="original">The case as it was read; not changed.</param>
    public SituationDraft(PlanningCase original)
    {
        Original = original;
        structures = [.. original.Structures];
        sites = [.. original.Sites];
        sitePoints = [.. original.SitePoints];
        Chosen = original.Baseline;
    }

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original { get; }

    /// <summary>Id of the structure that is shown.</summary>
    public string Chosen { get; set; }

    /// <summary>Whether the meeting set the season to winter or to summer; that of the case where null.</summary>
    public bool? IsWinter { get; set; }

    /// <summary>Sites where they stand now.</summary>
    public IReadOnlyList<ServiceSite> Sites => sites;

    /// <summary>The structure with this id as it is now.</summary>
    public Structure Structure(string id) =>
        structures.Find(s => s.Id == id) ?? throw EditNames.Wrong("web.wrong.structure", id);

    /// <summary>The office of a structure with this name.</summary>
    public static Office OfficeOf(Structure structure, string name) =>
        structure.Offices.FirstOrDefault(o => o.Name == name) ?? throw EditNames.Wrong("web.wrong.office", name, structure.Id);

    /// <summary>Index of the site with this id.</summary>
    public int SiteIndex(string id)
    {
        int index = Array.FindIndex(sites, s => s.Id == id);
        return index >= 0 ? index : throw EditNames.Wrong("web.wrong.site", id);
    }

    /// <summary>Gives a structure other offices.</summary>
    public void Replace(Structure structure, IReadOnlyList<Office> offices) =>
        structures[structures.IndexOf(structure)] = new Structure(structure.Id, structure.Name, offices);

    /// <summary>Moves a site; its position is no longer an estimate but a choice.</summary>
    public void Move(int site, GeoPoint position)
    {
        CheckPosition(position);
        sites[site] = sites[site] with { Position = position, IsPositionEstimated = false };
        sitePoints[site] = MapProjection.ForEpsg(Original.Epsg).ToPlane(position);
    }

    /// <summary>The edits of the roads, in their order.</summary>
    public IReadOnlyList<RoadEdit> RoadEdits => [.. roadEdits.Select(e => e.Edit)];

    /// <summary>Changes the roads.</summary>
    /// <param name="edit">How.</param>
    /// <param name="named">What the user called it.</param>
    public void Change(RoadEdit edit, string named) => roadEdits.Add((edit, named));

    /// <summary>What a user is told whose edit finds nothing.</summary>
    public InputException Explain(RoadEdit edit) =>
        EditNames.Wrong("web.wrong.nothingToClose", roadEdits.Find(e => ReferenceEquals(e.Edit, edit)).Named ?? "");

    /// <summary>Refuses positions that are none, or far from Norway, before they are projected.</summary>
    public static void CheckPosition(GeoPoint position)
    {
        if (!(position.Longitude is >= -20 and <= 45 && position.Latitude is >= 50 and <= 85))
            throw EditNames.Wrong("web.wrong.position", EditNames.Written(position.Longitude, position.Latitude));
    }

    /// <summary>The case as it now is.</summary>
    public PlanningCase ToCase() => Original with
    {
        Structures = structures,
        Sites = sites,
        SitePoints = sitePoints,
        StandingEdits = IsWinter is not { } isWinter ? Original.StandingEdits
            : WinterSeason.Set(Original.StandingEdits, isWinter ? WinterSeason.For(Original.StandingEdits) : null),
    };
}
