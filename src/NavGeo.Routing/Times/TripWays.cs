using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;
using NavGeo.Routing.Hierarchy.Ways;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// The fastest ways of trips to one destination after another, on the hierarchy, and what passes the roads when all have
/// been sent. Made once a metric. Scratch for one thread.
/// </summary>
internal sealed class TripWays
{
    private readonly RoadMetric metric;
    private readonly RoadMetric access;
    private readonly SearchNetwork walk;
    private readonly CustomisedTimes times;
    private readonly WayMeasures measures;
    private readonly WayTree tree;
    private readonly long[] flows;
    private RoadSnap destination;

    /// <param name="metric">Times of the edges.</param>
    /// <param name="access">Those of the first and last edge of a trip.</param>
    public TripWays(RoadMetric metric, RoadMetric access)
    {
        this.metric = metric;
        this.access = access;
        RoadGraph graph = metric.Graph;
        walk = graph.Walk;
        ChordalGraph chordal = RoadHierarchy.Of(graph).Chordal;
        times = new Customiser(chordal).Customise(metric.StepForward.ToArray(), metric.StepBackward.ToArray());
        var isFerry = new bool[walk.StepCount];
        for (int step = 0; step < isFerry.Length; step++)
        {
            int edge = walk.StepEdges[step];
            isFerry[step] = edge >= 0 && (graph.EdgeKinds[edge].IsFerry() || graph.EdgeKinds[edge] == LinkKind.Boarding);
        }
        measures = new WayMeasures(times, walk.StepLengths, isFerry);
        tree = new WayTree(times, measures);
        flows = new long[2 * chordal.ArcCount];
    }

    /// <summary>Chooses where trips come from.</summary>
    public void From(IEnumerable<RoadSnap> places) => tree.Ask(places.Where(p => p.Edge >= 0).SelectMany(Ends));

    /// <summary>Finds the ways to a destination from the places chosen.</summary>
    public void To(RoadSnap place)
    {
        destination = place;
        if (place.Edge < 0)
        {
            tree.Run([]);
            return;
        }
        (int toFirst, int toSecond) = SnapTimes.ToEnds(access, place, fromPlace: false);
        (long lengthToFirst, long lengthToSecond) = SnapTimes.LengthsToEnds(metric.Graph, place);
        (int first, int second) = walk.EndsOf(place.Edge, fromPlace: false);
        tree.Run([(first, toFirst, lengthToFirst), (second, toSecond, lengthToSecond)]);
    }

    /// <summary>Finds the ways to a destination from some places.</summary>
    public void Find(RoadSnap place, IEnumerable<RoadSnap> places)
    {
        From(places);
        To(place);
    }

    /// <summary>A trip from one of the places to the destination.</summary>
    /// <param name="from">One of the places.</param>
    /// <param name="to">The destination.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    /// <param name="arrival">How the way leaves the place's edge; none where the trip does not touch the roads.</param>
    public TripMeasure Measure(SnappedPlace from, SnappedPlace to, WaterMask? water, out EdgeArrival arrival)
    {
        TravelProfile profile = metric.Profile;
        arrival = ArrivalFrom(from.Snap);
        int onNetwork = arrival.Time.IsReachable
            ? arrival.Time.Milliseconds + profile.OffRoadMilliseconds(from.Snap.GapMetres) + profile.OffRoadMilliseconds(to.Snap.GapMetres)
            : TravelTime.UnreachableMilliseconds;
        int direct = DirectAccess.Milliseconds(profile, water, from, to);
        if (direct < onNetwork)
        {
            arrival = EdgeArrival.None;
            return new TripMeasure(TravelTime.FromMilliseconds(direct), ToMillimetres(from.Point.DistanceTo(to.Point)), 0, 0);
        }
        if (!arrival.Time.IsReachable) return new TripMeasure(TravelTime.Unreachable, 0, 0, 0);
        long gaps = ToMillimetres(from.Snap.GapMetres) + ToMillimetres(to.Snap.GapMetres);
        int onFerry = arrival.Node == EdgeArrival.NoNode ? 0 : tree.FerryFrom(arrival.Node);
        return new TripMeasure(TravelTime.FromMilliseconds(onNetwork), arrival.Millimetres + gaps, gaps, onFerry);
    }

    /// <summary>Sends so many by the way an arrival tells of.</summary>
    public void Add(EdgeArrival arrival, long weight)
    {
        if (weight > 0 && arrival.Node != EdgeArrival.NoNode) tree.Add(arrival.Node, weight);
    }

    /// <summary>Lets all that was sent come to the destination; the last stretch is counted on the destination's edge.</summary>
    public void Pour(long[] milliseconds, long[] millimetres) => tree.Pour(flows, (weight, time, length) =>
    {
        milliseconds[destination.Edge] += weight * time;
        millimetres[destination.Edge] += weight * length;
    });

    /// <summary>Adds what passed to the columns of the edges, once after all destinations.</summary>
    public void AddTo(long[] passing, long[] milliseconds, long[] millimetres)
    {
        long[] onSteps = ArcFlows.OnEdges(times, measures, flows);
        for (int place = 0; place < onSteps.Length; place++)
        {
            long weight = onSteps[place];
            int edge = walk.StepEdges[place >> 1];
            if (weight == 0 || edge < 0) continue;
            passing[edge] += weight;
            milliseconds[edge] += weight * ((place & 1) == 0 ? metric.Forward[edge] : metric.Backward[edge]);
            millimetres[edge] += weight * metric.Graph.EdgeLengths[edge];
        }
    }

    private EdgeArrival ArrivalFrom(RoadSnap place)
    {
        if (place.Edge < 0 || destination.Edge < 0) return EdgeArrival.None;
        (int first, int second) = walk.EndsOf(place.Edge, fromPlace: true);
        return EdgeArrival.Between(access, destination, place, placeIsStart: true, tree.From(first), tree.From(second));
    }

    private int[] Ends(RoadSnap place)
    {
        (int first, int second) = walk.EndsOf(place.Edge, fromPlace: true);
        return [first, second];
    }

    private static long ToMillimetres(double metres) => (long)Math.Round(metres * 1000);
}
