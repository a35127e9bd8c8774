using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Regions;

/// <summary>
/// Measures the times between municipalities on a road network: from where people live, never from the middle of a
/// polygon. The alternative mode is the passenger boat, on which one travels without the car.
/// </summary>
public sealed class MunicipalityTravel
{
    /// <summary>The name of the alternative mode.</summary>
    public const string PassengerBoat = "passenger boat";

    /// <summary>The name of the usual mode.</summary>
    public const string Car = "car";

    /// <summary>So many places are measured at a time, to bound the memory.</summary>
    private const int PlacesAtATime = 20_000;

    private const int ManyPoints = 64;
    private const int FewPoints = 8;

    /// <summary>Nearer than this municipalities are measured from many points: no rule and no table looks farther.</summary>
    private const int NearMilliseconds = 150 * 60_000;

    private readonly RoadGraph graph;
    private readonly RoadHierarchy hierarchy;
    private readonly TravelProfile profile;
    private readonly WaterMask? water;
    private readonly IReadOnlyList<RoadEdit> edits;

    /// <param name="graph">The network.</param>
    /// <param name="profile">How fast one travels; whether it uses boats is settled here.</param>
    /// <param name="water">The sea, or null.</param>
    /// <param name="edits">What is different; none for the roads as they are.</param>
    /// <exception cref="UnknownEditTargetException">An edit finds nothing to change.</exception>
    public MunicipalityTravel(RoadGraph graph, TravelProfile profile, WaterMask? water, IReadOnlyList<RoadEdit> edits)
    {
        this.profile = profile with { UsesPassengerBoats = false };
        this.water = water;
        this.edits = edits;
        this.graph = graph;
        hierarchy = RoadHierarchy.Of(RoadScenario.Of(graph, this.profile, edits).Graph);
    }

    /// <summary>Municipalities whose centre meets no road, by the last measuring: indices, rising.</summary>
    public IReadOnlyList<int> WithoutRoad { get; private set; } = [];

    /// <summary>The times the user wants; from centre to centre where nobody knows where people live.</summary>
    /// <param name="ends">Between whom.</param>
    /// <param name="demand">Where people live; null where nobody knows.</param>
    /// <param name="centres">One a municipality.</param>
    public MunicipalityTimes Measure(TimeEnds ends, Demand? demand, IReadOnlyList<PlanePoint> centres) => (ends, demand) switch
    {
        (TimeEnds.Both, { } people) => BetweenPeople(people, centres.Count),
        (TimeEnds.One, { } people) => WeightedByPeople(people, centres),
        _ => BetweenCentres(centres),
    };

    /// <summary>From centre to centre.</summary>
    /// <param name="centres">One a municipality, in the network's coordinates.</param>
    public MunicipalityTimes BetweenCentres(IReadOnlyList<PlanePoint> centres)
    {
        SnappedPlace[] places = Snap([.. centres]);
        WithoutRoad = [.. Enumerable.Range(0, places.Length).Where(m => places[m].Snap.State != SnapState.OnRoad)];
        return new MunicipalityTimes(
            centres.Count, Table(places, places, usesBoats: false), Table(places, places, usesBoats: true), PassengerBoat)
        { Ends = TimeEnds.Centres };
    }

    /// <summary>
    /// From everybody in a municipality to the centre of the other: the mean over its people, of whom at least half must
    /// reach the centre; those who do not are left out of the mean.
    /// </summary>
    /// <param name="demand">Where people live.</param>
    /// <param name="centres">One a municipality.</param>
    public MunicipalityTimes WeightedByPeople(Demand demand, IReadOnlyList<PlanePoint> centres)
    {
        SnappedPlace[] ends = Snap([.. centres]);
        WithoutRoad = [.. Enumerable.Range(0, ends.Length).Where(m => ends[m].Snap.State != SnapState.OnRoad)];
        SnappedPlace[] starts = Snap(demand.Points);
        return new MunicipalityTimes(centres.Count, Means(demand, starts, ends, usesBoats: false), Means(demand, starts, ends, usesBoats: true), PassengerBoat) { Ends = TimeEnds.One };
    }

    /// <summary>
    /// The mean over the people at both ends, gathered at up to 64 points a municipality; at up to 8 where two
    /// municipalities are more than 150 minutes apart (<see cref="GatheredPeople"/>).
    /// </summary>
    /// <param name="demand">Where people live.</param>
    /// <param name="count">How many municipalities.</param>
    public MunicipalityTimes BetweenPeople(Demand demand, int count)
    {
        SnappedPlace[] snapped = Snap(demand.Points);
        return Means(Gather(demand, snapped, count, FewPoints), Gather(demand, snapped, count, ManyPoints));
    }

    /// <summary>
    /// The trips between all municipalities within a time, mean over the people at both ends: by car, and by the passenger
    /// boat where that is faster. Sorted by municipality of departure, of arrival, car first.
    /// </summary>
    /// <param name="demand">Where people live.</param>
    /// <param name="count">How many municipalities.</param>
    /// <param name="mostMinutes">Longer ones are left out.</param>
    public IReadOnlyList<MunicipalityTrip> TripsBetweenPeople(Demand demand, int count, double mostMinutes)
    {
        SnappedPlace[] snapped = Snap(demand.Points);
        GatheredPeople few = Gather(demand, snapped, count, FewPoints);
        MunicipalityTimes times = Means(few, Gather(demand, snapped, count, ManyPoints));
        return [.. ((bool[])[false, true]).SelectMany(isBoat => Trips(few, times, isBoat, mostMinutes)).OrderBy(t => t.From).ThenBy(t => t.To)];
    }

    /// <summary>
    /// Mean times by car of chosen pairs, over the people at both ends, at any speeds: the people are gathered once, the
    /// times measured as often as they are asked for.
    /// </summary>
    /// <param name="demand">Where people live.</param>
    /// <param name="count">How many municipalities.</param>
    /// <param name="pairs">From and to, as indices.</param>
    /// <returns>The times under a profile, in the order of the pairs.</returns>
    public Func<TravelProfile, TravelTime[]> Between(Demand demand, int count, IReadOnlyList<(int From, int To)> pairs)
    {
        GatheredPeople people = Gather(demand, Snap(demand.Points), count, ManyPoints);
        HashSet<(int, int)> wanted = [.. pairs];
        return speeds =>
        {
            var scenario = RoadScenario.Of(graph, speeds with { UsesPassengerBoats = false }, edits);
            var means = new int[count * count];
            var times = new RoadTimes(Order(scenario), scenario.Metric.Profile, water, [], []);
            PeopleMeans.Times(people, times, scenario, means, (from, to) => wanted.Contains((from, to)));
            return [.. pairs.Select(p => p.From == p.To ? TravelTime.Unreachable : TravelTime.FromMilliseconds(means[p.From * count + p.To]))];
        };
    }

    private IEnumerable<MunicipalityTrip> Trips(GatheredPeople few, MunicipalityTimes times, bool isBoat, double mostMinutes)
    {
        (double Metres, double FerryMinutes)[] ways = PeopleMeans.Ways(few, Scenario(isBoat), water, IsWanted);
        for (int pair = 0; pair < ways.Length; pair++)
        {
            (int from, int to) = (pair / few.Count, pair % few.Count);
            if (IsWanted(from, to))
                yield return new MunicipalityTrip(from, to, isBoat ? PassengerBoat : Car, Time(from, to), ways[pair].Metres / 1000, ways[pair].FerryMinutes);
        }

        TravelTime Time(int from, int to) => isBoat ? times.Alternative(from, to) : times.Car(from, to);

        bool IsWanted(int from, int to) => from != to && Time(from, to).IsReachable && Time(from, to).Minutes <= mostMinutes
            && (!isBoat || Time(from, to).CompareTo(times.Car(from, to)) < 0);
    }

    private GatheredPeople Gather(Demand demand, SnappedPlace[] snapped, int count, int most) =>
        GatheredPeople.Of(demand, snapped, hierarchy.Roads, count, most);

    private MunicipalityTimes Means(GatheredPeople few, GatheredPeople many)
    {
        WithoutRoad = [.. Enumerable.Range(0, few.Count).Where(m => few.At(m).IsEmpty)];
        return new MunicipalityTimes(few.Count, Means(few, many, usesBoats: false), Means(few, many, usesBoats: true), PassengerBoat) { Ends = TimeEnds.Both };
    }

    private int[] Means(GatheredPeople few, GatheredPeople many, bool usesBoats)
    {
        RoadScenario scenario = Scenario(usesBoats);
        var times = new RoadTimes(Order(scenario), scenario.Metric.Profile, water, [], []);
        var means = new int[few.Count * few.Count];
        PeopleMeans.Times(few, times, scenario, means, (from, to) => from != to);
        int[] first = [.. means];
        PeopleMeans.Times(many, times, scenario, means, (from, to) => from != to && first[from * few.Count + to] < NearMilliseconds);
        return means;
    }

    private RoadScenario Scenario(bool usesBoats) => RoadScenario.Of(graph, profile with { UsesPassengerBoats = usesBoats }, edits);

    // An added link makes the graph anew, equal to the first.
    private RoadHierarchy Order(RoadScenario scenario) => scenario.Graph == hierarchy.Roads ? hierarchy : RoadHierarchy.Of(scenario.Graph);

    private SnappedPlace[] Snap(ReadOnlySpan<PlanePoint> points) => new RoadSnapper(hierarchy.Roads, profile, water).SnapAll(points);

    private int[] Table(SnappedPlace[] from, SnappedPlace[] to, bool usesBoats)
    {
        RoadScenario scenario = Scenario(usesBoats);
        TravelTimeMatrix times = new RoadTimes(Order(scenario), scenario.Metric.Profile, water, from, to).Measure(scenario.Metric, scenario.Open);
        var table = new int[from.Length * to.Length];
        for (int row = 0; row < from.Length; row++) times.Row(row).CopyTo(table.AsSpan(row * to.Length));
        return table;
    }

    private int[] Means(Demand demand, SnappedPlace[] starts, SnappedPlace[] ends, bool usesBoats)
    {
        int count = ends.Length;
        var sums = new double[count * count];
        var reached = new long[count * count];
        var people = new long[count];
        for (int first = 0; first < starts.Length; first += PlacesAtATime)
        {
            SnappedPlace[] batch = starts[first..Math.Min(starts.Length, first + PlacesAtATime)];
            int[] table = Table(batch, ends, usesBoats);
            for (int i = 0; i < batch.Length; i++)
            {
                int home = demand.Municipalities[first + i];
                if (home < 0) continue;
                int here = demand.People[first + i];
                people[home] += here;
                for (int to = 0; to < count; to++)
                {
                    int time = table[i * count + to];
                    if (time == TravelTime.UnreachableMilliseconds) continue;
                    sums[home * count + to] += (double)time * here;
                    reached[home * count + to] += here;
                }
            }
        }
        var means = new int[count * count];
        for (int pair = 0; pair < means.Length; pair++)
        {
            bool isReached = reached[pair] > 0 && reached[pair] * 2 >= people[pair / count];
            means[pair] = isReached ? (int)Math.Round(sums[pair] / reached[pair]) : TravelTime.UnreachableMilliseconds;
        }
        return means;
    }
}

/// <summary>The trip between two municipalities, mean over the people at both ends.</summary>
/// <param name="From">Index of the municipality of departure.</param>
/// <param name="To">Index of that of arrival.</param>
/// <param name="Mode">Car or passenger boat.</param>
/// <param name="Time">Mean time.</param>
/// <param name="Kilometres">Mean length, gathered at fewer points than the time.</param>
/// <param name="FerryMinutes">The mean time spent on ferries and boats and waiting for them, gathered likewise.</param>
public sealed record MunicipalityTrip(int From, int To, string Mode, TravelTime Time, double Kilometres, double FerryMinutes);
