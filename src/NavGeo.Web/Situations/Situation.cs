using NavGeo.Planning;
using NavGeo.Planning.Access;
using NavGeo.Planning.Structures;
using NavGeo.Web.Edits;

namespace NavGeo.Web.Situations;

/// <summary>
/// The answer to a list of edits: a pure function of the case and the edits, the same as <c>navgeo compare</c> gives for
/// a case changed that way. Immutable; any number of threads may read it.
/// </summary>
public sealed class Situation
{
    private Situation(PlanningCase original, StructureAccess today, string chosen, Comparison comparison, bool[] closed)
    {
        Original = original;
        Today = today;
        Comparison = comparison;
        Closed = closed;
        Chosen = comparison.Structures.First(s => s.Access.Structure.Id == chosen);
        AgainstToday = comparison.Study.Change(today, Chosen.Access);
    }

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original { get; }

    /// <summary>The baseline in the case as it was read, before any edit.</summary>
    public StructureAccess Today { get; }

    /// <summary>All structures under the edits, held against the baseline under the edits.</summary>
    public Comparison Comparison { get; }

    /// <summary>The structure that is shown.</summary>
    public ComparedStructure Chosen { get; }

    /// <summary>The structure that is shown, held against today: what all that the meeting has changed does together.</summary>
    public StructureChange AgainstToday { get; }

    /// <summary>Edges closed to through traffic, one flag an edge; empty for none.</summary>
    public IReadOnlyList<bool> Closed { get; }

    /// <summary>The case under the edits.</summary>
    public PlanningCase Case => Comparison.Study.Case;

    /// <summary>Whether the edits give a structure other offices or opening days than the case does.</summary>
    public bool IsEdited(Structure structure) => !ReferenceEquals(structure, Original.Structures.First(s => s.Id == structure.Id));

    /// <summary>Answers.</summary>
    /// <param name="original">The case as it was read.</param>
    /// <param name="today">Its baseline, measured before any edit.</param>
    /// <param name="edits">In their order.</param>
    /// <exception cref="NavGeo.Data.Input.InputException">An edit does not fit the case.</exception>
    public static Situation Of(PlanningCase original, StructureAccess today, IReadOnlyList<Edit> edits)
    {
        var draft = new SituationDraft(original);
        foreach (Edit edit in edits) edit.Apply(draft);
        PlanningCase edited = draft.ToCase();
        bool[] closed = draft.Closed(edited);
        Comparison comparison = Comparison.Of(AccessStudy.Of(edited, closed), []);
        return new Situation(original, today, draft.Chosen, comparison, closed);
    }

    /// <summary>The baseline of a case as it was read.</summary>
    public static StructureAccess TodayOf(PlanningCase original) =>
        AccessStudy.Of(original).Access(original.GetStructure(original.Baseline));
}
