using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Dijkstra's algorithm from one place to all nodes: plain, exact, and the oracle the hierarchy is held against. Of
/// equally fast ways it takes the shortest.
/// Scratch for one thread; a second run reuses the first one's arrays and allocates nothing.
/// Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959).
/// </summary>
/// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
/// <param name="access">
/// Times on the edge a place lies on, from the place to the edge's ends: those of the open network, because who
/// lives on a closed stretch still comes out of it. <paramref name="metric"/> itself where null.
/// </param>
/// <param name="within">
/// Edges that may be used, where they are a small part of the network: the search then looks up times as it goes. All
/// where null.
/// </param>
public sealed class DijkstraSearch(RoadMetric metric, RoadMetric? access = null, IReadOnlySet<int>? within = null)
{
    /// <summary>The arrival of a node the search started from, and of one it did not reach.</summary>
    internal const int NoArc = -1;

    private readonly RoadMetric access = access ?? metric;
    private readonly SearchNetwork walk = metric.Graph.Walk;
    private readonly int[] milliseconds = new int[metric.Graph.Walk.NodeCount];
    private readonly long[] millimetres = new long[metric.Graph.Walk.NodeCount];
    private readonly int[] arrivalArcs = new int[metric.Graph.Walk.NodeCount];
    private readonly TravelHeap heap = new();
    private RoadSnap start;
    private SearchDirection direction;

    /// <summary>Raw time of each node of the walk after a run; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</summary>
    public ReadOnlySpan<int> Milliseconds => milliseconds;

    /// <summary>Length in millimetres of the fastest way to each node of the walk that has one.</summary>
    public ReadOnlySpan<long> Millimetres => millimetres;

    /// <summary>Runs from a place on an edge; off-road time is the caller's to add.</summary>
    public void Run(RoadSnap place, SearchDirection searchDirection)
    {
        Begin(searchDirection);
        start = place;
        if (place.Edge < 0) return;
        RoadGraph graph = metric.Graph;
        bool isFrom = searchDirection == SearchDirection.FromStart;
        (int toFirst, int toSecond) = SnapTimes.ToEnds(access, place, isFrom);
        (long lengthToFirst, long lengthToSecond) = SnapTimes.LengthsToEnds(graph, place);
        (int first, int second) = walk.EndsOf(place.Edge, isFrom);
        Seed(first, toFirst, lengthToFirst);
        Seed(second, toSecond, lengthToSecond);
        Settle();
    }

    /// <summary>Runs from a node of the graph: into any of its edges, or from any of them.</summary>
    public void Run(int node, SearchDirection searchDirection)
    {
        Begin(searchDirection);
        start = new RoadSnap(SnapState.TooFar, -1, 0, 0, default);
        Seed(node, 0, 0);
        (int first, int count) = walk.NodesSplitFrom(node);
        for (int i = 0; i < count; i++) Seed(first + i, 0, 0);
        Settle();
    }

    /// <summary>Raw time between the start and a node of the graph, by whichever of its edges.</summary>
    public int MillisecondsAt(int node)
    {
        int least = milliseconds[node];
        (int first, int count) = walk.NodesSplitFrom(node);
        for (int i = 0; i < count; i++) least = Math.Min(least, milliseconds[first + i]);
        return least;
    }

    /// <summary>Time and length in millimetres between the start and another place, both on the network; off-road time not included.</summary>
    public (TravelTime Time, long Millimetres) At(RoadSnap place)
    {
        EdgeArrival arrival = ArrivalAt(place);
        return (arrival.Time, arrival.Millimetres);
    }

    /// <summary>The same, with the node through which the way enters or leaves the place's edge.</summary>
    internal EdgeArrival ArrivalAt(RoadSnap place)
    {
        if (place.Edge < 0 || start.Edge < 0) return EdgeArrival.None;
        bool placeIsStart = direction == SearchDirection.ToStart;
        (int first, int second) = walk.EndsOf(place.Edge, placeIsStart);
        return EdgeArrival.Between(
            access, start, place, placeIsStart, (milliseconds[first], millimetres[first]), (milliseconds[second], millimetres[second]));
    }

    /// <summary>The same with the off-road time at both ends.</summary>
    public (TravelTime Time, long Millimetres) WithOffRoad(RoadSnap place)
    {
        (TravelTime time, long length) = At(place);
        if (!time.IsReachable) return (time, length);
        TravelProfile profile = metric.Profile;
        int offRoad = profile.OffRoadMilliseconds(place.GapMetres) + profile.OffRoadMilliseconds(start.GapMetres);
        return (TravelTime.FromMilliseconds(time.Milliseconds + offRoad), length);
    }

    /// <summary>
    /// The edges of the fastest way between the start's edge and a node of the walk, from the start outwards; each as edge times
    /// two, plus one where it is walked against its drawing as the search went.
    /// </summary>
    public void PathTo(int node, List<int> arcs)
    {
        arcs.Clear();
        while (arrivalArcs[node] != NoArc)
        {
            int arc = arrivalArcs[node];
            int edge = walk.StepEdges[arc >> 1];
            if (edge >= 0) arcs.Add(edge << 1 | (arc & 1));
            node = (arc & 1) == 0 ? walk.StepTails[arc >> 1] : walk.StepHeads[arc >> 1];
        }
        arcs.Reverse();
    }

    /// <summary>Forgets the last run; then <see cref="Seed"/> the starts and <see cref="Settle"/>.</summary>
    internal void Begin(SearchDirection searchDirection)
    {
        direction = searchDirection;
        Array.Fill(milliseconds, TravelTime.UnreachableMilliseconds);
        Array.Fill(arrivalArcs, NoArc);
        heap.Clear();
    }

    /// <summary>A node to start from, with the time and length that lie before it.</summary>
    internal void Seed(int node, int time, long length)
    {
        if (time == RoadMetric.Closed || time > milliseconds[node]) return;
        if (time == milliseconds[node] && length >= millimetres[node]) return;
        milliseconds[node] = time;
        millimetres[node] = length;
        heap.Add(time, node);
    }

    /// <summary>Runs until every node that can be reached has its time.</summary>
    internal void Settle()
    {
        bool isFrom = direction == SearchDirection.FromStart;
        int[]? times = within is not null ? null : isFrom ? metric.Outgoing : metric.Incoming;
        ReadOnlySpan<int> first = walk.ArcFirst;
        ReadOnlySpan<int> heads = walk.ArcHeads;
        ReadOnlySpan<int> arcSteps = walk.ArcSteps;
        ReadOnlySpan<int> lengths = walk.StepLengths;
        while (!heap.IsEmpty)
        {
            (int time, int node) = heap.TakeSmallest();
            if (time > milliseconds[node]) continue;
            for (int position = first[node]; position < first[node + 1]; position++)
            {
                int step = times is not null ? times[position] : TimeWithin(arcSteps[position], isFrom);
                if (step == RoadMetric.Closed) continue;
                int head = heads[position];
                int arrival = time + step;
                if (arrival > milliseconds[head]) continue;
                long length = millimetres[node] + lengths[arcSteps[position] >> 1];
                if (arrival == milliseconds[head] && length >= millimetres[head]) continue;
                milliseconds[head] = arrival;
                millimetres[head] = length;
                arrivalArcs[head] = arcSteps[position];
                heap.Add(arrival, head);
            }
        }
    }

    private int TimeWithin(int arc, bool isFrom)
    {
        int edge = walk.StepEdges[arc >> 1];
        if (edge >= 0 && within is not null && !within.Contains(edge)) return RoadMetric.Closed;
        return (arc & 1) == 0 == isFrom ? metric.StepForward[arc >> 1] : metric.StepBackward[arc >> 1];
    }
}

/// <summary>Which way the trips run.</summary>
public enum SearchDirection
{
    /// <summary>From the start to everywhere.</summary>
    FromStart = 0,

    /// <summary>From everywhere to the start: inhabitants to a site.</summary>
    ToStart,
}
