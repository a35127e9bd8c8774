using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Times;

/// <summary>
/// How far one comes from a place in a time: the reached parts of every road, cut where the time is up. Times and cuts are
/// those of <see cref="DijkstraSearch"/>; a part ends exactly where the last whole millisecond is spent. Scratch for one
/// thread.
/// </summary>
/// <param name="metric">Times of the edges, some perhaps closed to through traffic.</param>
/// <param name="access">The same before anything was closed; see <see cref="DijkstraSearch"/>.</param>
/// <param name="water">The sea, which a straight way off the road does not cross; null where nothing is known of it.</param>
public sealed class ReachedRoads(RoadMetric metric, RoadMetric access, WaterMask? water)
{
    private readonly DijkstraSearch search = new(metric, access);
    private SnappedPlace start;

    /// <summary>Searches from a place.</summary>
    public void Run(SnappedPlace place)
    {
        start = place;
        search.Run(place.Snap, SearchDirection.FromStart);
    }

    /// <summary>Time from the start to another place, off-road time at both ends included; straight ways count.</summary>
    public TravelTime TimeTo(SnappedPlace place)
    {
        int direct = DirectAccess.Milliseconds(metric.Profile, water, start, place);
        return TravelTime.FromMilliseconds(Math.Min(direct, search.WithOffRoad(place.Snap).Time.ToRaw()));
    }

    /// <summary>The reached parts of the roads, by edge; of one edge by their beginning and not overlapping.</summary>
    /// <param name="milliseconds">The time, included.</param>
    public IReadOnlyList<ReachedPart> Within(int milliseconds)
    {
        var parts = new List<ReachedPart>();
        if (start.Snap.Edge < 0) return parts;
        long left = milliseconds - (long)metric.Profile.OffRoadMilliseconds(start.Snap.GapMetres);
        if (left < 0) return parts;
        RoadGraph graph = metric.Graph;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.EdgeKinds[edge].IsRoad()) continue;
            (int firstNode, int secondNode) = graph.Walk.EndsOf(edge, fromPlace: false);
            // Who lives on a closed edge comes out of it, and in: its times are those before the closing, up to the closure.
            ClosedSpan? span = access.SpanOf(edge);
            double fromFirst = Share(left, search.Milliseconds[firstNode], access.Forward[edge]);
            double fromSecond = Share(left, search.Milliseconds[secondNode], access.Backward[edge]);
            if (fromFirst > 0) fromFirst = graph.AtForwardShare(edge, fromFirst);
            if (fromSecond > 0) fromSecond = 1 - graph.AtBackwardShare(edge, 1 - fromSecond);
            if (span is { } barred) (fromFirst, fromSecond) = (Math.Min(fromFirst, barred.From), Math.Min(fromSecond, 1 - barred.To));
            bool isStart = edge == start.Snap.Edge;
            double low = isStart ? Math.Max(StartLow(edge, left), Lowest(span)) : 1;
            double high = isStart ? Math.Min(StartHigh(edge, left), Highest(span)) : 0;
            Join(parts, edge, fromFirst, low, high, 1 - fromSecond);
        }
        return parts;
    }

    /// <summary>How far towards the first end of its edge the start comes; beyond it where the way is closed.</summary>
    private double StartLow(int edge, long left)
    {
        double at = start.Snap.Share, driven = Share(left, 0, access.Backward[edge]);
        if (driven < 0) return at - driven;
        return metric.Graph.AtBackwardShare(edge, Math.Max(0, metric.Graph.BackwardShare(edge, at) - driven));
    }

    private double StartHigh(int edge, long left)
    {
        double at = start.Snap.Share, driven = Share(left, 0, access.Forward[edge]);
        if (driven < 0) return at + driven;
        return metric.Graph.AtForwardShare(edge, Math.Min(1, metric.Graph.ForwardShare(edge, at) + driven));
    }

    private double Lowest(ClosedSpan? span) => span is { } barred && start.Snap.Share > barred.To ? barred.To : 0;

    private double Highest(ClosedSpan? span) => span is { } barred && start.Snap.Share < barred.From ? barred.From : 1;

    /// <summary>The share of an edge that can be driven in what is left; negative where not even its beginning is reached.</summary>
    private static double Share(long left, int before, int whole)
    {
        if (before == TravelTime.UnreachableMilliseconds || whole == RoadMetric.Closed || before > left) return -1;
        return whole == 0 ? 1 : Math.Min(1, (left - before) / (double)whole);
    }

    /// <summary>Up to three parts: from the first end, round the start, to the second end.</summary>
    private static void Join(List<ReachedPart> parts, int edge, double first, double low, double high, double second)
    {
        double from = -1, to = -1;
        foreach ((double a, double b) in (ReadOnlySpan<(double, double)>)[(0, first), (low, high), (second, 1)])
        {
            if (b < a) continue;
            if (to < 0) (from, to) = (a, b);
            else if (a <= to) to = Math.Max(to, b);
            else
            {
                parts.Add(new ReachedPart(edge, from, to));
                (from, to) = (a, b);
            }
        }
        if (to >= 0) parts.Add(new ReachedPart(edge, from, to));
    }
}
