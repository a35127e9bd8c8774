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

    /// <summary>So many places are measured at a time, to bound the memory.</summary>
    private const int PlacesAtATime = 20_000;

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

    /// <summary>From centre to centre.</summary>
    /// <param name="centres">One a municipality, in the network's coordinates.</param>
    public MunicipalityTimes BetweenCentres(IReadOnlyList<PlanePoint> centres)
    {
        SnappedPlace[] places = Snap([.. centres]);
        WithoutRoad = [.. Enumerable.Range(0, places.Length).Where(m => places[m].Snap.State != SnapState.OnRoad)];
        return new MunicipalityTimes(
            centres.Count, Table(places, places, usesBoats: false), Table(places, places, usesBoats: true), PassengerBoat);
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
        return new MunicipalityTimes(centres.Count, Means(demand, starts, ends, usesBoats: false), Means(demand, starts, ends, usesBoats: true), PassengerBoat);
    }

    private SnappedPlace[] Snap(ReadOnlySpan<PlanePoint> points) => new RoadSnapper(hierarchy.Roads, profile, water).SnapAll(points);

    private int[] Table(SnappedPlace[] from, SnappedPlace[] to, bool usesBoats)
    {
        RoadScenario scenario = RoadScenario.Of(graph, profile with { UsesPassengerBoats = usesBoats }, edits);
        // An added link makes the graph anew, equal to the first.
        RoadHierarchy order = scenario.Graph == hierarchy.Roads ? hierarchy : RoadHierarchy.Of(scenario.Graph);
        TravelTimeMatrix times = new RoadTimes(order, scenario.Metric.Profile, water, from, to).Measure(scenario.Metric, scenario.Open);
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
