using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Transit.Search;
using NavGeo.Transit.Timetables;

namespace NavGeo.Planning.Edits;

/// <summary>
/// What edits look up in a network and a case as they were read, looked up once: a search across the country for a
/// sentence that stands in every answer would be made again with each. Kept as long as the case. Any number of threads.
/// </summary>
internal sealed class EditMemory
{
    private static readonly ConditionalWeakTable<PlanningCase, EditMemory> Known = [];

    /// <summary>Many more than a log shows; then they are looked up anew.</summary>
    private const int MostKept = 1000;

    /// <summary>A timetable of a country takes a hundred megabytes.</summary>
    private const int MostTimetables = 6;

    private readonly PlanningCase? original;
    private readonly Lazy<RoadSnapper> snapper;
    private readonly Lazy<RoadSnapper> onLand;
    private readonly ConcurrentDictionary<Edit, Phrase> sentences = [];
    private readonly ConcurrentDictionary<Edit, RoadEdit> roadEdits = [];
    private readonly ConcurrentDictionary<ClosedStretch, RoadStretch?> stretches = [];
    private readonly ConcurrentDictionary<RoadNumber, IReadOnlyList<PlaceAlong>> alongRoads = [];
    private readonly ConcurrentDictionary<(TransitNetwork Before, MovedDeparture Edit), TransitNetwork> timetables = [];
    private readonly ConcurrentDictionary<(Edit Edit, PlanePoint From, PlanePoint To), BuiltLink> moved = [];

    /// <param name="roads">The network as it was read.</param>
    /// <param name="profile">How fast one travels on it.</param>
    /// <param name="original">The case it belongs to; null where there is none.</param>
    public EditMemory(RoadGraph roads, TravelProfile profile, PlanningCase? original = null)
    {
        Roads = roads;
        Profile = profile;
        this.original = original;
        snapper = new(() => new RoadSnapper(roads, profile, water: null));
        onLand = original?.Water is { } sea ? new(() => new RoadSnapper(roads, profile, sea)) : snapper;
    }

    /// <summary>The network as it was read.</summary>
    public RoadGraph Roads { get; }

    /// <summary>How fast one travels on it.</summary>
    public TravelProfile Profile { get; }

    /// <summary>What is known of a case as it was read.</summary>
    public static EditMemory Of(PlanningCase original) => Known.GetValue(original, o => new EditMemory(o.Roads, o.Profile, o));

    /// <summary>Finds roads near points.</summary>
    public RoadSnapper Snapper => snapper.Value;

    /// <summary>Finds the road nearest to a point.</summary>
    public RoadSnapper.Session Snapping() => snapper.Value.NewSession();

    /// <summary>The same for who cannot cross the sea, where it is known.</summary>
    public RoadSnapper.Session SnappingOnLand() => onLand.Value.NewSession();

    /// <summary>Kommunenummer of the people nearest to a point who live in a municipality of the case.</summary>
    public string MunicipalityNear(PlanePoint point)
    {
        Demand demand = original!.Demand;
        IEnumerable<int> inside = Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0);
        return original.Municipalities[demand.Municipalities[inside.MinBy(p => demand.Points[p].DistanceTo(point))]].Number;
    }

    /// <summary>What an edit does, in a sentence.</summary>
    public Phrase Sentence(Edit edit) => Kept(sentences, edit, e => e.Describe(original!));

    /// <summary>What an edit does to the roads; the same object for the same edit.</summary>
    public RoadEdit OnRoads(Edit edit, Func<RoadEdit> find) => Kept(roadEdits, edit, _ => find());

    /// <summary>How much of a road is closed between two places; null where it does not go from one to the other.</summary>
    public RoadStretch? Stretch(ClosedStretch closed) => Kept(stretches, closed, c => RoadStretch.Of(this, c));

    /// <summary>The sites that a road comes by.</summary>
    public IReadOnlyList<PlaceAlong> PlacesAlong(RoadNumber road, Func<IReadOnlyList<PlaceAlong>> find) => Kept(alongRoads, road, _ => find());

    /// <summary>A link with its ends moved; the same object for the same.</summary>
    public BuiltLink Moved(Edit edit, BuiltLink drawn, PlanePoint from, PlanePoint to) => Kept(
        moved, (edit, from, to), _ => new BuiltLink(drawn.Link with { Shape = [from, .. drawn.Link.Shape.Skip(1).SkipLast(1), to] }));

    /// <summary>A timetable with a departure taken out or moved; the same object for the same, so that going back needs no search.</summary>
    /// <exception cref="UnknownDepartureException">There is no such departure.</exception>
    public TransitNetwork Moved(TransitNetwork before, MovedDeparture edit) => Kept(timetables, (before, edit), static key => key.Item1.With(key.Item2), MostTimetables);

    private static TValue Kept<TKey, TValue>(ConcurrentDictionary<TKey, TValue> memory, TKey key, Func<TKey, TValue> find, int most = MostKept)
        where TKey : notnull
    {
        if (memory.Count >= most) memory.Clear();
        return memory.GetOrAdd(key, find);
    }
}
