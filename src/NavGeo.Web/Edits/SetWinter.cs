using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>
/// Winter roads: those closed the winter through are closed, and every other takes a tenth longer: an assumption of NavGeo's,
/// said wherever it is used.
/// </summary>
/// <param name="IsWinter">Winter or summer.</param>
public sealed record SetWinter(bool IsWinter) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new(IsWinter ? "web.edit.winter" : "web.edit.summer", SituationDraft.WinterPercent);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft) => draft.IsWinter = IsWinter;
}
