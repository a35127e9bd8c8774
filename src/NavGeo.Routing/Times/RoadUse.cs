using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Which roads and ferries a set of weighted trips uses: weight times time and length on every edge. The parts add up
/// to the trips' own times, to the millisecond. Immutable.
/// </summary>
public sealed class RoadUse
{
    private readonly RoadGraph graph;
    private readonly long[] passing;
    private readonly long[] milliseconds;
    private readonly long[] millimetres;
    private readonly TripMeasure[] trips;

    private RoadUse(RoadGraph graph, int tripCount)
    {
        trips = new TripMeasure[tripCount];
        this.graph = graph;
        passing = new long[graph.EdgeCount];
        milliseconds = new long[graph.EdgeCount];
        millimetres = new long[graph.EdgeCount];
    }

    /// <summary>
    /// Weight that comes in at one end of each edge and leaves at the other, which is whom its closing can touch; not
    /// those who begin or end on it. Length: edges.
    /// </summary>
    public ReadOnlySpan<long> Passing => passing;

    /// <summary>Weight times milliseconds on each edge, those included who begin or end on it. Length: edges.</summary>
    public ReadOnlySpan<long> Milliseconds => milliseconds;

    /// <summary>Weight times millimetres on each edge. Length: edges.</summary>
    public ReadOnlySpan<long> Millimetres => millimetres;

    /// <summary>Time and length of each trip made once, in the order they were given.</summary>
    public ReadOnlySpan<TripMeasure> Trips => trips;

    /// <summary>Weight times milliseconds between places and the network.</summary>
    public long OffRoadMilliseconds { get; private set; }

    /// <summary>Weight times millimetres between places and the network.</summary>
    public long OffRoadMillimetres { get; private set; }

    /// <summary>Weight of trips that have no way; they are in no other figure.</summary>
    public long UnreachableWeight { get; private set; }

    /// <summary>Weight times milliseconds of all trips that have a way.</summary>
    public long TotalMilliseconds => milliseconds.Sum() + OffRoadMilliseconds;

    /// <summary>Weight times millimetres of all trips that have a way.</summary>
    public long TotalMillimetres => millimetres.Sum() + OffRoadMillimetres;

    /// <summary>
    /// Sends every trip its fastest way; of equally fast ways the shortest, and of those the one with least time on ferries.
    /// </summary>
    /// <param name="metric">Times of the edges.</param>
    /// <param name="access">Times of the edges before anything was closed; see <see cref="DijkstraSearch"/>.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    /// <param name="trips">Trips; those of weight 0 are measured and leave no trace on the roads.</param>
    public static RoadUse Of(RoadMetric metric, RoadMetric? access, WaterMask? water, IReadOnlyList<WeightedTrip> trips)
    {
        var use = new RoadUse(metric.Graph, trips.Count);
        var ways = new TripWays(metric, access ?? metric);
        int[] all = [.. Enumerable.Range(0, trips.Count)];
        foreach (IGrouping<SnappedPlace, int> to in all.GroupBy(t => trips[t].To))
        {
            ways.Find(to.Key.Snap, to.Select(t => trips[t].From.Snap));
            foreach (int trip in to) use.trips[trip] = use.Begin(ways, water, trips[trip]);
            ways.Pour(use.milliseconds, use.millimetres);
        }
        ways.AddTo(use.passing, use.milliseconds, use.millimetres);
        return use;
    }

    /// <summary>Gathered by road number and by ferry, the most time first; off-road last of equals.</summary>
    public IReadOnlyList<RoadUseRow> ByRoad()
    {
        var sums = new Dictionary<(RoadUseKind Kind, RoadNumber Road, string? Name), (long Milliseconds, long Millimetres)>();
        for (int edge = 0; edge < milliseconds.Length; edge++)
        {
            if (milliseconds[edge] == 0 && millimetres[edge] == 0) continue;
            (RoadUseKind, RoadNumber, string?) key = KeyOf(edge);
            (long ms, long mm) = sums.GetValueOrDefault(key);
            sums[key] = (ms + milliseconds[edge], mm + millimetres[edge]);
        }
        if (OffRoadMilliseconds > 0) sums[(RoadUseKind.OffRoad, default, null)] = (OffRoadMilliseconds, OffRoadMillimetres);
        return
        [
            .. sums.Select(s => new RoadUseRow(s.Key.Kind, s.Key.Road, s.Key.Name, s.Value.Milliseconds, s.Value.Millimetres))
                .OrderByDescending(r => r.Milliseconds).ThenBy(r => r.Kind).ThenBy(r => r.Road.Category).ThenBy(r => r.Road.Number)
                .ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
    }

    private TripMeasure Begin(TripWays ways, WaterMask? water, WeightedTrip trip)
    {
        TripMeasure measure = ways.Measure(trip.From, trip.To, water, out EdgeArrival arrival);
        if (!measure.Time.IsReachable)
        {
            UnreachableWeight += trip.Weight;
            return measure;
        }
        if (!arrival.Time.IsReachable)
        {
            OffRoadMilliseconds += trip.Weight * measure.Time.Milliseconds;
            OffRoadMillimetres += trip.Weight * measure.Millimetres;
            return measure;
        }
        OffRoadMilliseconds += trip.Weight * (measure.Time.Milliseconds - arrival.Time.Milliseconds);
        OffRoadMillimetres += trip.Weight * measure.GapMillimetres;
        milliseconds[trip.From.Snap.Edge] += trip.Weight * arrival.RestMilliseconds;
        millimetres[trip.From.Snap.Edge] += trip.Weight * arrival.RestMillimetres;
        ways.Add(arrival, trip.Weight);
        return measure;
    }

    private (RoadUseKind Kind, RoadNumber Road, string? Name) KeyOf(int edge)
    {
        RoadNumber road = graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge] : new RoadNumber(graph.EdgeCategories[edge], 0);
        LinkKind kind = graph.EdgeKinds[edge];
        if (kind == LinkKind.Boarding) return (RoadUseKind.FerryWait, road, graph.NameOf(edge));
        return kind.IsFerry() ? (RoadUseKind.Ferry, road, graph.NameOf(edge)) : (RoadUseKind.Road, road, null);
    }
}

/// <summary>What a trip's time is spent on.</summary>
public enum RoadUseKind : byte
{
    /// <summary>Driving on a road.</summary>
    Road = 0,

    /// <summary>Sailing.</summary>
    Ferry,

    /// <summary>Waiting for the ferry.</summary>
    FerryWait,

    /// <summary>On the straight line between a place and the network.</summary>
    OffRoad,
}

/// <summary>How much of all trips falls on one road or ferry.</summary>
/// <param name="Kind">What the time is spent on.</param>
/// <param name="Road">The road's number; where it has none, its owner with number 0.</param>
/// <param name="Name">The ferry's name; null for roads and for ferries without one.</param>
/// <param name="Milliseconds">Weight times milliseconds.</param>
/// <param name="Millimetres">Weight times millimetres.</param>
public sealed record RoadUseRow(RoadUseKind Kind, RoadNumber Road, string? Name, long Milliseconds, long Millimetres);
