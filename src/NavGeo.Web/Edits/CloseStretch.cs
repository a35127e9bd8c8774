using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>
/// Closes a road to through traffic between two places: where the fastest way between them comes onto it and
/// leaves it. The places are sites where the case has them, wherever the meeting has moved them to.
/// </summary>
/// <param name="Road">Number of the road.</param>
/// <param name="From">Id of a site at one end.</param>
/// <param name="To">Id of a site at the other.</param>
public sealed record CloseStretch(string Road, string From, string To) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new(
        "web.edit.closeStretch", EditNames.OfRoad(Road), EditNames.OfPlace(original, From), EditNames.OfPlace(original, To));

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (!RoadNumber.TryParse(Road, out RoadNumber number)) throw EditNames.Wrong("web.wrong.road", Road);
        PlanePoint start = draft.Original.SitePoints[draft.SiteIndex(From)];
        PlanePoint end = draft.Original.SitePoints[draft.SiteIndex(To)];
        draft.Change(EditMemory.Of(draft.Original).OnRoads(this, Find), Road);

        RoadEdits.RoadEdit Find()
        {
            (PlanePoint from, PlanePoint to) = RoadStretch.Ends(draft.Original, number, start, end);
            return new RoadEdits.CloseStretch(number, from, to);
        }
    }
}
