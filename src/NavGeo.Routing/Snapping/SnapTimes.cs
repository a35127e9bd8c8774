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
        (int first, int second) = fromPlace
            ? (Share(backward, place.Share), Share(forward, 1 - place.Share))
            : (Share(forward, place.Share), Share(backward, 1 - place.Share));
        if (metric.SpanOf(place.Edge) is not { } span) return (first, second);
        if (place.Share < span.From) second = RoadMetric.Closed;
        if (place.Share > span.To) first = RoadMetric.Closed;
        return (first, second);
    }

    /// <summary>Milliseconds from one place to another on the same edge without leaving it, or closed.</summary>
    public static int Along(RoadMetric metric, RoadSnap from, RoadSnap to)
    {
        if (metric.SpanOf(from.Edge) is { } span && !span.Allows(from.Share, to.Share)) return RoadMetric.Closed;
        return to.Share >= from.Share
            ? Share(metric.Forward[from.Edge], to.Share - from.Share)
            : Share(metric.Backward[from.Edge], from.Share - to.Share);
    }

    private static int Share(int milliseconds, double share) =>
        milliseconds == RoadMetric.Closed ? RoadMetric.Closed : (int)Math.Round(milliseconds * share);
}
