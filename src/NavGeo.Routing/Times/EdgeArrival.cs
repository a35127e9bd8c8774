using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>How the fastest way joins a place on an edge.</summary>
/// <param name="Time">Between the search's start and the place, off-road time not included.</param>
/// <param name="Millimetres">Length of that way.</param>
/// <param name="Node">The end of the place's edge the way passes; <see cref="NoNode"/> where it never leaves the edge.</param>
/// <param name="RestMilliseconds">The part of the time that is spent on the place's edge.</param>
/// <param name="RestMillimetres">The part of the length that lies on the place's edge.</param>
internal readonly record struct EdgeArrival(
    TravelTime Time, long Millimetres, int Node, int RestMilliseconds, long RestMillimetres)
{
    /// <summary>Start and place lie on one edge, and the way stays on it; or there is no way.</summary>
    public const int NoNode = -1;

    /// <summary>There is no way.</summary>
    public static readonly EdgeArrival None = new(TravelTime.Unreachable, 0, NoNode, 0, 0);

    /// <summary>The fastest way between a search's start and a place; of equally fast ones the shortest.</summary>
    /// <param name="access">Times on the edge the place lies on.</param>
    /// <param name="start">Where the search began.</param>
    /// <param name="place">The place; on a road.</param>
    /// <param name="placeIsStart">Whether the trip goes from the place to the start of the search.</param>
    /// <param name="first">Time and length between the start and the node at the first end of the place's edge.</param>
    /// <param name="second">The same at the second end.</param>
    public static EdgeArrival Between(
        RoadMetric access, RoadSnap start, RoadSnap place, bool placeIsStart, (int Milliseconds, long Millimetres) first,
        (int Milliseconds, long Millimetres) second)
    {
        (long lengthToFirst, long lengthToSecond) = SnapTimes.LengthsToEnds(access.Graph, place);
        (int toFirst, int toSecond) = SnapTimes.ToEnds(access, place, placeIsStart);
        (int firstNode, int secondNode) = access.Graph.Walk.EndsOf(place.Edge, placeIsStart);
        EdgeArrival best = Better(None, first, firstNode, toFirst, lengthToFirst);
        best = Better(best, second, secondNode, toSecond, lengthToSecond);
        if (place.Edge != start.Edge) return best;
        (RoadSnap a, RoadSnap b) = placeIsStart ? (place, start) : (start, place);
        return Better(best, (0, 0), NoNode, SnapTimes.Along(access, a, b), SnapTimes.LengthBetween(access.Graph, place.Edge, a.Share, b.Share));
    }

    private static EdgeArrival Better(EdgeArrival best, (int Milliseconds, long Millimetres) way, int node, int rest, long restMillimetres)
    {
        if (way.Milliseconds == TravelTime.UnreachableMilliseconds || rest == RoadMetric.Closed) return best;
        var total = TravelTime.FromMilliseconds(way.Milliseconds + rest);
        long length = way.Millimetres + restMillimetres;
        int order = total.CompareTo(best.Time);
        return order < 0 || (order == 0 && length < best.Millimetres) ? new EdgeArrival(total, length, node, rest, restMillimetres) : best;
    }
}
