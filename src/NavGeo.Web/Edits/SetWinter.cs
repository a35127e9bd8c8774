using NavGeo.Planning;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>
/// Winter roads: every road takes a tenth longer. An assumption of NavGeo's, said wherever it is used; which roads are
/// closed in winter is the meeting's to say.
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
