using NavGeo.Data.Projection;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>Closes the link nearest to a point, as <c>--close-at</c> does.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
public sealed record CloseAt(double Longitude, double Latitude) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original)
    {
        RoadSnap snap = EditMemory.Of(original).Snapping()
            .Snap(MapProjection.ForEpsg(original.Epsg).ToPlane(new GeoPoint(Longitude, Latitude)));
        string road = snap.Edge < 0 ? "" : original.Roads.EdgeRoads[snap.Edge].ToString();
        if (road.Length == 0 && snap.Edge >= 0) road = original.Roads.NameOf(snap.Edge) ?? "";
        Phrase near = EditNames.Near(original, new GeoPoint(Longitude, Latitude));
        return road.Length == 0 ? new Phrase("web.edit.closeAtUnnamed", near) : new Phrase("web.edit.closeAt", road, near);
    }

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        SituationDraft.CheckPosition(new GeoPoint(Longitude, Latitude));
        PlanePoint point = MapProjection.ForEpsg(draft.Original.Epsg).ToPlane(new GeoPoint(Longitude, Latitude));
        draft.Change(new RoadEdits.ClosePoint(point), EditNames.Written(Longitude, Latitude));
    }
}
