using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Snapping;

/// <summary>Times on the edge that a place lies on.</summary>
public static class SnapTimes
{
    /// <summary>
    /// Milliseconds between a place on an edge and the edge's two ends, or <see cref="RoadMetric.Closed"/>: from the
    /// place to the ends, or from the ends to the place.
    /// </summary>
    public static (int First, int Second) ToEnds(RoadMetric metric, RoadSnap place, bool fromPlace)
    {
        int forward = metric.Forward[place.Edge];
        int backward = metric.Backward[place.Edge];
        double along = metric.Graph.ForwardShare(place.Edge, place.Share), against = metric.Graph.BackwardShare(place.Edge, place.Share);
        (int first, int second) = fromPlace
            ? (Share(backward, against), Share(forward, 1 - along))
            : (Share(forward, along), Share(backward, 1 - against));
        if (metric.SpanOf(place.Edge) is not { } span) return (first, second);
        if (place.Share < span.From) second = RoadMetric.Closed;
        if (place.Share > span.To) first = RoadMetric.Closed;
        return (first, second);
    }

    /// <summary>Milliseconds from one place to another on the same edge without leaving it, or closed.</summary>
    public static int Along(RoadMetric metric, RoadSnap from, RoadSnap to)
    {
        if (metric.SpanOf(from.Edge) is { } span && !span.Allows(from.Share, to.Share)) return RoadMetric.Closed;
        RoadGraph graph = metric.Graph;
        return to.Share >= from.Share
            ? Share(metric.Forward[from.Edge], graph.ForwardShare(from.Edge, to.Share) - graph.ForwardShare(from.Edge, from.Share))
            : Share(metric.Backward[from.Edge], graph.BackwardShare(from.Edge, from.Share) - graph.BackwardShare(from.Edge, to.Share));
    }

    /// <summary>Millimetres between a place on an edge and the edge's two ends.</summary>
    public static (long First, long Second) LengthsToEnds(RoadGraph graph, RoadSnap place)
    {
        double share = graph.LengthShare(place.Edge, place.Share);
        double length = graph.EdgeLengths[place.Edge];
        return ((long)Math.Round(length * share), (long)Math.Round(length * (1 - share)));
    }

    /// <summary>Millimetres between two points of an edge.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="from">0 to 1 of the drawing's length.</param>
    /// <param name="to">Likewise.</param>
    public static long LengthBetween(RoadGraph graph, int edge, double from, double to) =>
        (long)Math.Round(graph.EdgeLengths[edge] * Math.Abs(graph.LengthShare(edge, to) - graph.LengthShare(edge, from)));

    private static int Share(int milliseconds, double share) =>
        milliseconds == RoadMetric.Closed ? RoadMetric.Closed : (int)Math.Round(milliseconds * share);
}

/// <summary>
/// The straight way between two places that leaves the network aside: where one of them has no road at all, or where
/// the straight line is shorter than what both travel off the road anyway.
/// </summary>
public static class DirectAccess
{
    /// <summary>Milliseconds of the straight way, or <see cref="TravelTime.UnreachableMilliseconds"/> where it does not count.</summary>
    public static int Milliseconds(TravelProfile profile, WaterMask? water, SnappedPlace from, SnappedPlace to)
    {
        bool isOnRoad = from.Snap.State == SnapState.OnRoad && to.Snap.State == SnapState.OnRoad;
        double most = isOnRoad ? from.Snap.GapMetres + to.Snap.GapMetres : profile.MaximumDirectMetres;
        double metres = from.Point.DistanceTo(to.Point);
        if (metres > most) return TravelTime.UnreachableMilliseconds;
        if (water is not null && metres > profile.MaximumSeaMetres && water.SeaMetres(from.Point, to.Point) > profile.MaximumSeaMetres)
            return TravelTime.UnreachableMilliseconds;
        return profile.OffRoadMilliseconds(metres);
    }
}
