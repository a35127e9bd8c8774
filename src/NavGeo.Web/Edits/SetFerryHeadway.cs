using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Web.Situations;

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
        if (!EdgeSelection.ByFerry(draft.Original.Roads, Ferry).Contains(true)) throw EditNames.Wrong("web.wrong.nothingToClose", Ferry);
        bool hasRoad = RoadNumber.TryParse(Ferry, out RoadNumber road);
        draft.ChangeLinks(link => link.Kind.IsFerry()
            && (string.Equals(link.Name, Ferry, StringComparison.OrdinalIgnoreCase) || (hasRoad && link.Road == road))
                ? link with { HeadwayMinutes = Minutes }
                : link);
    }
}
