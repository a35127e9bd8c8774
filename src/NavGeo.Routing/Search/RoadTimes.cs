using NavGeo.Routing.Hierarchy;
using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Search;

/// <summary>
/// Travel times from a set of places to a set of destinations, asked again and again under different edits: snapping,
/// order, selection and the straight ways are done once; an edit costs a customisation and one sweep. Immutable after
/// construction; one call at a time per object.
/// </summary>
/// <remarks>
/// Equal to <see cref="DijkstraSearch"/> from every destination, to the millisecond. Off-road time at both ends is in the
/// times the points hang on the network with. Trips along one edge and straight ways off the road do not show in a
/// sweep over nodes and are laid over its result.
/// </remarks>
public sealed class RoadTimes
{
    private readonly SnappedPlace[] places;
    private readonly SnappedPlace[] destinations;
    private readonly List<(int Place, int Destination, int Milliseconds)> straight;
    private readonly Dictionary<int, List<int>> placesOnEdge = [];
    private (RoadMetric Open, TargetSelection Selection, SweepPoints Destinations)? hung;

    /// <param name="hierarchy">The network in order.</param>
    /// <param name="profile">For off-road speed and reach.</param>
    /// <param name="water">The sea, which a straight way does not cross; null where nothing is known of it.</param>
    /// <param name="places">Snapped origins: the rows.</param>
    /// <param name="destinations">Snapped destinations: the columns.</param>
    public RoadTimes(
        RoadHierarchy hierarchy, TravelProfile profile, WaterMask? water, SnappedPlace[] places, SnappedPlace[] destinations)
    {
        Hierarchy = hierarchy;
        Profile = profile;
        this.places = places;
        this.destinations = destinations;
        straight = StraightWays.Between(profile, water, places, destinations);
        var edges = destinations.Select(d => d.Snap.Edge).Where(e => e >= 0).ToHashSet();
        for (int place = 0; place < places.Length; place++)
        {
            int edge = places[place].Snap.Edge;
            if (edge < 0 || !edges.Contains(edge)) continue;
            if (!placesOnEdge.TryGetValue(edge, out List<int>? there)) placesOnEdge[edge] = there = [];
            there.Add(place);
        }
    }

    /// <summary>The network in order.</summary>
    public RoadHierarchy Hierarchy { get; }

    /// <summary>For off-road speed and reach.</summary>
    public TravelProfile Profile { get; }

    /// <summary>All times under some metric of the network.</summary>
    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="open">The same without closures: the first and last edge of a trip.</param>
    public TravelTimeMatrix Measure(RoadMetric metric, RoadMetric open)
    {
        if (metric.Graph != Hierarchy.Roads) throw new ArgumentException("a metric of another network", nameof(metric));
        int columns = destinations.Length;
        var table = new int[checked(places.Length * columns)];
        if (columns > 0 && places.Length > 0)
        {
            if (Hierarchy.Roads.NodeCount > 0) Sweep(metric, open, table);
            else Array.Fill(table, TravelTime.UnreachableMilliseconds);
            LayAlongEdges(open, table);
            foreach ((int place, int destination, int milliseconds) in straight)
                Lower(ref table[place * columns + destination], milliseconds);
        }
        return new TravelTimeMatrix(table, places.Length, columns);
    }

    private void Sweep(RoadMetric metric, RoadMetric open, int[] table)
    {
        if (hung is not { } now || !now.Open.HasSameTimesAs(open))
        {
            var selection = new TargetSelection(Hierarchy.Chordal, Hang(open, places, isLeaving: true));
            hung = now = (open, selection, Hang(open, destinations, isLeaving: false));
        }
        int threads = Environment.ProcessorCount;
        CustomisedTimes times = new Customiser(Hierarchy.Chordal, threads).Customise(metric.StepForward, metric.StepBackward);
        new BatchedSweep(times, threads).WriteTimes(now.Destinations, now.Selection, SweepDirection.ToSources, table);
    }

    /// <summary>
    /// Hangs points on the ends of their edges, all for leaving or all for arriving; one without a road hangs on node 0
    /// with no way to it.
    /// </summary>
    private SweepPoints Hang(RoadMetric open, SnappedPlace[] points, bool isLeaving)
    {
        var first = new int[points.Length + 1];
        var nodes = new int[2 * points.Length];
        var times = new int[2 * points.Length];
        var never = new int[2 * points.Length];
        Array.Fill(never, TravelTime.UnreachableMilliseconds);
        for (int i = 0; i < points.Length; i++)
        {
            first[i + 1] = 2 * (i + 1);
            RoadSnap snap = points[i].Snap;
            if (snap.Edge < 0)
            {
                times.AsSpan(2 * i, 2).Fill(TravelTime.UnreachableMilliseconds);
                continue;
            }
            int offRoad = Profile.OffRoadMilliseconds(snap.GapMetres);
            (nodes[2 * i], nodes[2 * i + 1]) = Hierarchy.Roads.Walk.EndsOf(snap.Edge, isLeaving);
            (int toFirst, int toSecond) = SnapTimes.ToEnds(open, snap, isLeaving);
            (times[2 * i], times[2 * i + 1]) = (Sum(toFirst, offRoad), Sum(toSecond, offRoad));
        }
        return isLeaving ? new SweepPoints(first, nodes, times, never) : new SweepPoints(first, nodes, never, times);
    }

    private void LayAlongEdges(RoadMetric open, int[] table)
    {
        for (int column = 0; column < destinations.Length; column++)
        {
            RoadSnap destination = destinations[column].Snap;
            if (destination.Edge < 0 || !placesOnEdge.TryGetValue(destination.Edge, out List<int>? there)) continue;
            foreach (int place in there)
            {
                int along = SnapTimes.Along(open, places[place].Snap, destination);
                if (along == RoadMetric.Closed) continue;
                int offRoad = Profile.OffRoadMilliseconds(places[place].Snap.GapMetres) + Profile.OffRoadMilliseconds(destination.GapMetres);
                Lower(ref table[place * destinations.Length + column], along + offRoad);
            }
        }
    }

    private static int Sum(int milliseconds, int offRoad) =>
        milliseconds == RoadMetric.Closed ? RoadMetric.Closed : milliseconds + offRoad;

    private static void Lower(ref int time, int other) => time = Math.Min(time, other);
}
