using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Snapping;

namespace NavGeo.Web.Edits;

/// <summary>
/// What edits look up in a case as it was read, looked up once: a search across the country for a sentence that stands in
/// every answer would be made again with each. Kept as long as the case. Any number of threads.
/// </summary>
internal sealed class EditMemory
{
    private static readonly ConditionalWeakTable<PlanningCase, EditMemory> Known = [];

    /// <summary>Many more than a log shows; then they are looked up anew.</summary>
    private const int MostKept = 1000;

    private readonly PlanningCase original;
    private readonly Lazy<RoadSnapper> snapper;
    private readonly ConcurrentDictionary<Edit, Phrase> sentences = [];
    private readonly ConcurrentDictionary<Edit, RoadEdit> roadEdits = [];

    private EditMemory(PlanningCase original)
    {
        this.original = original;
        snapper = new(() => new RoadSnapper(original.Roads, original.Profile, water: null));
    }

    /// <summary>What is known of a case as it was read.</summary>
    public static EditMemory Of(PlanningCase original) => Known.GetValue(original, o => new EditMemory(o));

    /// <summary>Finds the road nearest to a point.</summary>
    public RoadSnapper.Session Snapping() => snapper.Value.NewSession();

    /// <summary>What an edit does, in a sentence.</summary>
    public Phrase Sentence(Edit edit) => Kept(sentences, edit, e => e.Describe(original));

    /// <summary>What an edit does to the roads; the same object for the same edit.</summary>
    public RoadEdit OnRoads(Edit edit, Func<RoadEdit> find) => Kept(roadEdits, edit, _ => find());

    private static T Kept<T>(ConcurrentDictionary<Edit, T> memory, Edit edit, Func<Edit, T> find)
    {
        if (memory.Count >= MostKept) memory.Clear();
        return memory.GetOrAdd(edit, find);
    }
}
