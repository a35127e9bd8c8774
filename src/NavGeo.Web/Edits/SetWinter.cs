using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>
/// Winter roads (<see cref="WinterSeason"/>): those closed the winter through are closed, and every other takes so much
/// longer as the case says, else as NavGeo assumes.
/// </summary>
/// <param name="IsWinter">Winter or summer.</param>
public sealed record SetWinter(bool IsWinter) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new(IsWinter ? "web.edit.winter" : "web.edit.summer", WinterSeason.For(original.StandingEdits).SlowerPercent);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft) => draft.IsWinter = IsWinter;
}
