using System.Runtime.CompilerServices;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Publishing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Web.Situations;

/// <summary>
/// The answer to a list of edits: a pure function of the case and the edits, the same as <c>navgeo compare</c> gives for
/// a case changed that way. Immutable; any number of threads may read it.
/// </summary>
public sealed class Situation
{
    private readonly Lazy<LayerFiles> layers;
    private readonly ConditionalWeakTable<Situation, ComparedStructure> since = [];

    private Situation(PlanningCase original, EditDraft draft, Comparison comparison)
    {
        Original = original;
        OnRoads = draft.TriedByCause();
        string chosen = draft.Chosen;
        Comparison = comparison;
        Chosen = comparison.Structures.First(s => s.Structure.Id == chosen);
        Shown = comparison.AgainstToday(Chosen);
        layers = new(() => new LayerFiles(Publication, Chosen));
        // Counted here, beside the meeting, and not when somebody asks.
        _ = Shown.Ledger;
    }

    /// <summary>Its map layers.</summary>
    public LayerFiles Layers => layers.Value;

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original { get; }

    /// <summary>The baseline in the case as it was read, before any edit.</summary>
    public StructureAccess Today => Comparison.Today;

    /// <summary>All structures under the edits, held against the baseline under the edits.</summary>
    public Comparison Comparison { get; }

    /// <summary>What is tried on the roads, with the edit each comes from.</summary>
    public IReadOnlyList<(Edit Edit, RoadEdit OnRoads)> OnRoads { get; }

    /// <summary>The same for files and texts: a meeting's case holds no more than those in it may know.</summary>
    public Publication Publication => Publication.Of(Comparison, new Audience(Original.Demand.LeastPeople));

    /// <summary>The structure that is shown.</summary>
    public ComparedStructure Chosen { get; }

    /// <summary>The same held against today: what all that the meeting has changed does together.</summary>
    public ComparedStructure Shown { get; }

    /// <summary>What it changes.</summary>
    public StructureChange AgainstToday => Shown.Change;

    /// <summary>The same place by place.</summary>
    public ChangeLedger Ledger => Shown.Ledger;

    /// <summary>The roads under the edits.</summary>
    public RoadGraph Roads => Comparison.Study.Scenario.Graph;

    /// <summary>The structure with this id under the edits, that which is shown where it is null; null where there is none.</summary>
    public ComparedStructure? Find(string? structure) =>
        structure is null ? Chosen : Comparison.Structures.FirstOrDefault(s => s.Structure.Id == structure);

    /// <summary>Another structure under the edits, held against today.</summary>
    public StructureChange Against(ComparedStructure structure) =>
        ReferenceEquals(structure, Chosen) ? AgainstToday : Comparison.AgainstToday(structure).Change;

    /// <summary>The structure that is shown, held against what another answer shows: what the step between them does. Kept as long as both are.</summary>
    public ComparedStructure ShownSince(Situation before) => since.GetValue(before, b => Chosen.Against(b.Chosen.Access));

    /// <summary>Works out what going back to another answer does, and says nothing: an edit is often taken back.</summary>
    public void PrepareWayBack(Situation before) => _ = before.ShownSince(this).Ledger;

    /// <summary>Edges that were open and are closed to through traffic, rising.</summary>
    public IEnumerable<int> ClosedEdges()
    {
        AccessStudy study = Comparison.Study;
        for (int edge = 0; edge < Roads.EdgeCount; edge++)
        {
            bool isClosed = study.Metric.Forward[edge] == RoadMetric.Closed && study.Metric.Backward[edge] == RoadMetric.Closed;
            bool wasOpen = study.Open.Forward[edge] != RoadMetric.Closed || study.Open.Backward[edge] != RoadMetric.Closed;
            if (isClosed && wasOpen) yield return edge;
        }
    }

    /// <summary>The case under the edits.</summary>
    public PlanningCase Case => Comparison.Study.Case;

    /// <summary>Whether the edits give a structure other offices or opening days than the case does.</summary>
    public bool IsEdited(Structure structure) => !ReferenceEquals(structure, Original.Structures.First(s => s.Id == structure.Id));

    /// <summary>Answers.</summary>
    /// <param name="start">The case as it was read, measured before any edit.</param>
    /// <param name="today">Its baseline there.</param>
    /// <param name="edits">In their order.</param>
    /// <param name="previous">An answer to other edits of the same case; times it shares need not be measured again.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">An edit does not fit the case.</exception>
    public static Situation Of(AccessStudy start, StructureAccess today, IReadOnlyList<Edit> edits, Situation? previous = null)
    {
        var draft = new EditDraft(start.Case);
        foreach (Edit edit in edits) draft.Add(edit);
        return new Situation(start.Case, draft, Comparison.Of(draft.Measure(previous?.Comparison.Study ?? start), [], today: today));
    }
}
