using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>Shows another structure.</summary>
/// <param name="Structure">Its id.</param>
public sealed record ChooseStructure(string Structure) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) =>
        new("web.edit.chooseStructure", Structure, EditNames.OfStructure(original, Structure));

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft) => draft.Chosen = draft.Structure(Structure).Id;
}
