using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>Makes two offices of a structure one. Every site stays open as it was.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="First">Name of the office whose place in the list, name and host the new one takes.</param>
/// <param name="Second">Name of the office that goes into it.</param>
public sealed record MergeOffices(string Structure, string First, string Second) : Edit
{
    /// <inheritdoc/>
    public override Phrase Describe(PlanningCase original) => new("web.edit.mergeOffices", First, Second, Structure);

    /// <inheritdoc/>
    public override void Apply(SituationDraft draft)
    {
        Structure structure = draft.Structure(Structure);
        Office first = SituationDraft.OfficeOf(structure, First);
        Office second = SituationDraft.OfficeOf(structure, Second);
        if (ReferenceEquals(first, second)) throw EditNames.Wrong("web.wrong.sameOffice", First);
        Office merged = first.WithSitesOf(second) with
        {
            Municipalities = [.. first.Municipalities.Concat(second.Municipalities).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        draft.Replace(structure, [.. structure.Offices.Where(o => !ReferenceEquals(o, second)).Select(o => ReferenceEquals(o, first) ? merged : o)]);
    }
}
