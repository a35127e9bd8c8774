using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;
using RoadEdits = NavGeo.Routing.Edits;

namespace NavGeo.Web.Edits;

/// <summary>Lets a ferry leave more or less often.</summary>
/// <param name="Ferry">Its name or road number.</param>
/// <param name="Minutes">Between departures, 1 to 10 080.</param>
public sealed record SetFerryHeadway(string Ferry, double Minutes) : Edit
{
    private const double MostMinutes = 10_080;

    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("web.edit.setFerryHeadway", Ferry, Minutes);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        if (!(Minutes >= 1 && Minutes <= MostMinutes)) throw EditNames.Wrong("web.wrong.headway", Minutes);
        draft.Change(new RoadEdits.ChangeHeadway(Ferry, Minutes), Ferry);
    }
}
