using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// The time from every place to the nearest of several destinations, in one backward search: a closure is answered
/// once, not once a destination. Gives the same milliseconds as the smallest of a <see cref="TravelTimeMatrix"/>'s
/// columns. Scratch for one thread.
/// </summary>
public sealed class NearestSearch
{
    private readonly RoadMetric metric;
    private readonly RoadMetric access;
    private readonly WaterMask? water;
    private readonly DijkstraSearch search;
    private SnappedPlace[] destinations = [];
    private ILookup<int, SnappedPlace> byEdge = Array.Empty<SnappedPlace>().ToLookup(d => d.Snap.Edge);

    /// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
    /// <param name="access">Times of the edges before anything was closed; see <see cref="DijkstraSearch"/>.</param>
    /// <param name="water">The sea, which a straight way off the road does not cross; null where nothing is known of it.</param>
    public NearestSearch(RoadMetric metric, RoadMetric? access, WaterMask? water)
    {
        this.metric = metric;
        this.access = access ?? metric;
        this.water = water;
        search = new DijkstraSearch(metric, access);
    }

    /// <summary>Searches backwards from all destinations at once.</summary>
    public void Run(IEnumerable<SnappedPlace> snapped)
    {
        destinations = [.. snapped];
        byEdge = destinations.Where(d => d.Snap.Edge >= 0).ToLookup(d => d.Snap.Edge);
        search.Begin(SearchDirection.ToStart);
        foreach (SnappedPlace destination in destinations)
        {
            RoadSnap snap = destination.Snap;
            if (snap.Edge < 0) continue;
            int gap = metric.Profile.OffRoadMilliseconds(snap.GapMetres);
            (int first, int second) = SnapTimes.ToEnds(access, snap, fromPlace: false);
            (int firstNode, int secondNode) = metric.Graph.Walk.EndsOf(snap.Edge, fromPlace: false);
            if (first != RoadMetric.Closed) search.Seed(firstNode, first + gap, 0);
            if (second != RoadMetric.Closed) search.Seed(secondNode, second + gap, 0);
        }
        search.Settle();
    }

    /// <summary>From a place to the nearest destination, off-road time at both ends included.</summary>
    public TravelTime TimeFrom(SnappedPlace place)
    {
        TravelProfile profile = metric.Profile;
        int best = TravelTime.UnreachableMilliseconds;
        RoadSnap snap = place.Snap;
        if (snap.Edge >= 0)
        {
            int gap = profile.OffRoadMilliseconds(snap.GapMetres);
            (int first, int second) = SnapTimes.ToEnds(access, snap, fromPlace: true);
            (int firstNode, int secondNode) = metric.Graph.Walk.EndsOf(snap.Edge, fromPlace: true);
            best = Math.Min(Through(firstNode, first, gap), Through(secondNode, second, gap));
            foreach (SnappedPlace neighbour in byEdge[snap.Edge])
            {
                int along = SnapTimes.Along(access, snap, neighbour.Snap);
                if (along != RoadMetric.Closed)
                    best = Math.Min(best, along + gap + profile.OffRoadMilliseconds(neighbour.Snap.GapMetres));
            }
        }
        foreach (SnappedPlace destination in destinations)
            best = Math.Min(best, DirectAccess.Milliseconds(profile, water, place, destination));
        return TravelTime.FromMilliseconds(best);
    }

    private int Through(int node, int rest, int gap)
    {
        int way = search.Milliseconds[node];
        return way == TravelTime.UnreachableMilliseconds || rest == RoadMetric.Closed
            ? TravelTime.UnreachableMilliseconds
            : way + rest + gap;
    }
}
