using System.Collections.Immutable;
using NavGeo.Data.Ground;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Visits;
using NavGeo.Routing.Graph;
using NavGeo.Web.Tiles;

namespace NavGeo.Web.Situations;

/// <summary>
/// What a process needs of a case once, however many meetings are held on it: the case measured before any edit, what its map
/// lies on, and the last answers, which are the same for whoever asks. Any number of threads.
/// </summary>
public sealed class MeetingBase
{
    private const int LeastKeptAnswers = 4;
    private const int MostKeptAnswers = 64;

    /// <summary>
    /// Times of so many places are kept in all where one meeting is held, so that undo and redo need no measuring: fifty answers of
    /// all Norway, which share what an edit leaves as it is.
    /// </summary>
    private const int KeptPlaces = 11_500_000;

    /// <summary>
    /// A new road makes another network, which lies beside the case's with its order: at most so many nodes of such networks are
    /// kept where one meeting is held, those of the last answer whatever they are. N1000 has 10 000, all streets of Norway 1.5 million.
    /// </summary>
    private const long KeptNodes = 1_000_000;

    private readonly int most;
    private readonly long mostNodes;
    private readonly Lock shelf = new();
    private readonly List<(ImmutableList<Edit> Edits, Situation Situation)> answers = [];

    /// <param name="original">The case as those in the meetings may know it.</param>
    /// <param name="background">Reads what maps lie on, EPSG:25833.</param>
    /// <param name="regions">Region by kommunenummer; empty for none.</param>
    /// <param name="visits">What is asked of those without a car; null where the case has no timetable.</param>
    /// <param name="meetings">So many meetings at the same time have their last answers kept.</param>
    public MeetingBase(PlanningCase original, Func<MapBackground> background, IReadOnlyDictionary<string, string> regions, VisitQuestion? visits = null, int meetings = 1)
    {
        Visits = visits is null ? null : new MeetingVisits(visits);
        Original = original;
        Start = AccessStudy.Of(original);
        Today = Start.Access(original.GetStructure(original.Baseline));
        Tiles = new MapTiles(original, Today);
        Ground = new MeetingGround(original, background, regions);
        most = Math.Clamp(KeptPlaces / Math.Max(1, original.Demand.Count), LeastKeptAnswers, MostKeptAnswers) * meetings;
        mostNodes = KeptNodes * meetings;
    }

    /// <summary>The case as it was read.</summary>
    public PlanningCase Original { get; }

    /// <summary>The case before any edit, measured.</summary>
    public AccessStudy Start { get; }

    /// <summary>Its baseline there.</summary>
    public StructureAccess Today { get; }

    /// <summary>Who comes to a site and home without a car; null where the case has no timetable.</summary>
    public MeetingVisits? Visits { get; }

    internal MapTiles Tiles { get; }

    internal MeetingGround Ground { get; }

    /// <summary>Reads and makes what the map lies on before anybody asks.</summary>
    public void Prepare()
    {
        Tiles.Prepare(Original.Roads);
        Ground.Prepare();
    }

    /// <summary>The answer to a list of edits; measured where it is not known.</summary>
    /// <param name="edits">In their order.</param>
    /// <param name="previous">An answer to other edits; times it shares need not be measured again.</param>
    /// <exception cref="NavGeo.Planning.Language.InputException">An edit does not fit the case.</exception>
    public Situation Answer(ImmutableList<Edit> edits, Situation? previous = null)
    {
        lock (shelf)
        {
            int at = answers.FindIndex(a => a.Edits.SequenceEqual(edits));
            if (at >= 0)
            {
                // What was asked for last is at the end: the meeting without any edit is gone back to again and again.
                (ImmutableList<Edit>, Situation Situation) known = answers[at];
                answers.RemoveAt(at);
                answers.Add(known);
                return known.Situation;
            }
            previous ??= answers.Count > 0 ? answers[^1].Situation : null;
        }
        var situation = Situation.Of(Start, Today, edits, previous);
        lock (shelf)
        {
            if (answers.Count >= most) answers.RemoveAt(0);
            answers.Add((edits, situation));
            ForgetNetworks();
        }
        return situation;
    }

    /// <summary>Lets go of the answers on other networks that were asked for longest ago, as long as those networks are too large.</summary>
    private void ForgetNetworks()
    {
        long nodes = 0;
        int before = answers.Count;
        var kept = new HashSet<RoadGraph>(ReferenceEqualityComparer.Instance) { Original.Roads };
        for (int at = answers.Count - 1; at >= 0; at--)
        {
            RoadGraph roads = answers[at].Situation.Roads;
            if (kept.Contains(roads)) continue;
            if (kept.Count > 1 && nodes + roads.NodeCount > mostNodes)
            {
                answers.RemoveAt(at);
                continue;
            }
            kept.Add(roads);
            nodes += roads.NodeCount;
        }
        // Half a gigabyte a network of streets, which the collector would otherwise leave lying as long as the machine has more.
        if (answers.Count < before) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }
}
