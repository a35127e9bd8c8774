using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>Closes a whole road to through traffic, as <c>--close</c> does.</summary>
/// <param name="Road">Its number: "rv 7".</param>
public sealed record CloseRoad(string Road) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("web.edit.closeRoad", EditNames.OfRoad(Road));

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (!RoadNumber.TryParse(Road, out RoadNumber number)) throw EditNames.Wrong("web.wrong.road", Road);
        draft.Change(new RoadEdits.CloseRoad(number), Road);
    }
}
