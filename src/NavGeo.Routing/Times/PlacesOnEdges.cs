using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// Places by the edge they lie on, and by where they are, to find the few that a destination joins without the network.
/// Made once for a set of places. Immutable, any number of threads may read it.
/// </summary>
internal sealed class PlacesOnEdges
{
    private readonly RoadGraph graph;
    private readonly SnappedPlace[] places;
    private readonly Lazy<StraightWays> straight;
    private readonly Lazy<(int[] First, int[] Places)> byEdge;

    public PlacesOnEdges(RoadGraph graph, TravelProfile profile, WaterMask? water, SnappedPlace[] places)
    {
        this.graph = graph;
        this.places = places;
        straight = new(() => new StraightWays(profile, water, places));
        byEdge = new(ByEdge);
    }

    /// <summary>The places on an edge, ascending.</summary>
    public ReadOnlySpan<int> On(int edge)
    {
        (int[] first, int[] there) = byEdge.Value;
        return there.AsSpan(first[edge], first[edge + 1] - first[edge]);
    }

    /// <summary>The pairs whose straight way off the road counts, by destination and then by place.</summary>
    public List<(int Place, int Destination, int Milliseconds)> StraightWays(SnappedPlace[] destinations) =>
        straight.Value.To(destinations);

    private (int[] First, int[] Places) ByEdge()
    {
        var first = new int[graph.EdgeCount + 1];
        foreach (SnappedPlace place in places)
        {
            if (place.Snap.Edge >= 0) first[place.Snap.Edge + 1]++;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++) first[edge + 1] += first[edge];
        var there = new int[first[^1]];
        int[] next = first[..^1];
        for (int place = 0; place < places.Length; place++)
        {
            if (places[place].Snap.Edge >= 0) there[next[places[place].Snap.Edge]++] = place;
        }
        return (first, there);
    }
}
