using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>Puts a site somewhere else, in every structure.</summary>
/// <param name="Site">Its id.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
public sealed record MoveSite(string Site, double Longitude, double Latitude) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("web.edit.moveSite", EditNames.OfSite(original, Site), EditNames.Near(original, new GeoPoint(Longitude, Latitude)));

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft) => draft.Move(draft.SiteIndex(Site), new GeoPoint(Longitude, Latitude));
}
