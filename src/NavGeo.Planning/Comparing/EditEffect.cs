using NavGeo.Planning.Access;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;

namespace NavGeo.Planning.Comparing;

/// <summary>
/// What tried changes of the roads do by themselves: each structure of a comparison on the changed roads, held against
/// the same structure on those of the case. The comparison does not show it, because its baseline too is measured on the
/// changed roads. Immutable.
/// </summary>
public sealed class EditEffect
{
    private EditEffect(Comparison comparison)
    {
        AccessStudy changed = comparison.Study;
        // What the edits leave as it is, is not made again.
        AccessStudy own = changed.With([]);
        Edits = changed.TriedEdits;
        Comparison = comparison;
        Compared = [.. comparison.Structures.Select(s => s.Against(own.Access(s.Structure, s.Rule)))];
    }

    /// <summary>The changes that are tried; those that stand in the case, such as its winter, are not among them.</summary>
    public IReadOnlyList<RoadEdit> Edits { get; }

    /// <summary>The same in words.</summary>
    public IEnumerable<Phrase> Sentences => Comparison.Study.Case.Changes.Where(c => c.IsOfRoads).Select(c => c.Sentence);

    /// <summary>What was measured on the changed roads.</summary>
    public Comparison Comparison { get; }

    /// <summary>Each structure with the changes, held against the same without them, in the order of the comparison: the baseline first.</summary>
    public IReadOnlyList<ComparedStructure> Compared { get; }

    /// <summary>Structures that the changes mean the same for, such as those with the same open sites, together; the baseline among the first.</summary>
    public IEnumerable<IReadOnlyList<StructureChange>> Alike => StructureChange.Alike(Compared.Select(c => c.Change));

    /// <summary>Measures it; null where nothing is tried.</summary>
    public static EditEffect? Of(Comparison comparison) => comparison.Study.TriedEdits.Count == 0 ? null : new EditEffect(comparison);
}
