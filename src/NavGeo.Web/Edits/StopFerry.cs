using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>Takes a ferry out, as <c>--no-ferry</c> does.</summary>
/// <param name="Ferry">Its name or road number.</param>
public sealed record StopFerry(string Ferry) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("web.edit.stopFerry", Ferry);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft) =>
        draft.Change(new RoadEdits.RemoveFerry(Ferry), Ferry);
}
