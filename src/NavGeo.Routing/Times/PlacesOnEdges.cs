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
    private readonly StraightWays straight;
    private readonly int[] first;
    private readonly int[] there;

    public PlacesOnEdges(RoadGraph graph, TravelProfile profile, WaterMask? water, SnappedPlace[] places)
    {
        straight = new StraightWays(profile, water, places);
        first = new int[graph.EdgeCount + 1];
        foreach (SnappedPlace place in places)
        {
            if (place.Snap.Edge >= 0) first[place.Snap.Edge + 1]++;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++) first[edge + 1] += first[edge];
        there = new int[first[^1]];
        int[] next = first[..^1];
        for (int place = 0; place < places.Length; place++)
        {
            if (places[place].Snap.Edge >= 0) there[next[places[place].Snap.Edge]++] = place;
        }
    }

    /// <summary>The places on an edge, ascending.</summary>
    public ReadOnlySpan<int> On(int edge) => there.AsSpan(first[edge], first[edge + 1] - first[edge]);

    /// <summary>The pairs whose straight way off the road counts, by destination and then by place.</summary>
    public List<(int Place, int Destination, int Milliseconds)> StraightWays(SnappedPlace[] destinations) =>
        straight.To(destinations);
}
