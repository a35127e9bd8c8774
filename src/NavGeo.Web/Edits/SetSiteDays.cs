using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>Opens a site so many days a week in a structure; 0 closes it.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Site">Id of the site.</param>
/// <param name="Days">0 to 5.</param>
public sealed record SetSiteDays(string Structure, string Site, double Days) : Edit
{
    private const double MostDays = 5;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        string site = EditNames.OfSite(original, Site);
        return Days == 0
            ? new Phrase("web.edit.closeSite", site, Structure)
            : new Phrase("web.edit.setSiteDays", site, Days, Structure);
    }

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (!(Days >= 0 && Days <= MostDays)) throw EditNames.Wrong("web.wrong.days", Days);
        Structure structure = draft.Structure(Structure);
        string municipality = draft.Sites[draft.SiteIndex(Site)].Municipality;
        // A site no office keeps goes to the office that is responsible for where it stands.
        Office keeper = structure.Offices.FirstOrDefault(o => o.Sites.Contains(Site, StringComparer.Ordinal))
            ?? structure.FindOffice(draft.Original, municipality)
            ?? structure.Offices[0];
        draft.Replace(structure, [.. structure.Offices.Select(o =>
            ReferenceEquals(o, keeper) || o.Sites.Contains(Site, StringComparer.Ordinal) ? o.WithSite(Site, Days) : o)]);
    }
}
