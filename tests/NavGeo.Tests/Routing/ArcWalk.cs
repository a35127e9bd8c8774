using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Routing;

/// <summary>
/// The obvious oracle where turns are restricted: what is settled is an arc with the time at its end, and the next arcs
/// are those the signs leave open. No node is split. Bellman–Ford, arc by arc until nothing changes. Where paths are
/// forbidden, what is settled is the last arcs of the way, as many as the longest of them has.
/// </summary>
internal static class ArcWalk
{
    public static int Milliseconds(RoadMetric metric, RoadMetric access, RoadSnap from, RoadSnap to)
    {
        const long None = long.MaxValue / 4;
        RoadGraph graph = metric.Graph;
        if (from.Edge < 0 || to.Edge < 0) return TravelTime.UnreachableMilliseconds;
        long offRoad = metric.Profile.OffRoadMilliseconds(from.GapMetres) + (long)metric.Profile.OffRoadMilliseconds(to.GapMetres);
        var at = new long[2 * graph.EdgeCount];
        Array.Fill(at, None);
        (int toFirst, int toSecond) = SnapTimes.ToEnds(access, from, fromPlace: true);
        at[2 * from.Edge] = toSecond == RoadMetric.Closed ? None : toSecond;
        at[2 * from.Edge + 1] = toFirst == RoadMetric.Closed ? None : toFirst;
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            for (int come = 0; come < at.Length; come++)
            {
                if (at[come] == None) continue;
                for (int go = 0; go < at.Length; go++)
                {
                    if (Head(graph, come) != Head(graph, go ^ 1) || !IsOpen(graph, come, go)) continue;
                    int step = (go & 1) == 0 ? metric.Forward[go >> 1] : metric.Backward[go >> 1];
                    if (step == RoadMetric.Closed || at[come] + step >= at[go]) continue;
                    at[go] = at[come] + step;
                    isChanged = true;
                }
            }
        }
        long best = SnapTimes.Along(access, from, to) is var along && from.Edge == to.Edge && along != RoadMetric.Closed ? along : None;
        (int fromFirst, int fromSecond) = SnapTimes.ToEnds(access, to, fromPlace: false);
        for (int come = 0; come < at.Length; come++)
        {
            if (at[come] == None) continue;
            if (fromFirst != RoadMetric.Closed && Head(graph, come) == graph.EdgeFrom[to.Edge] && IsOpen(graph, come, 2 * to.Edge))
                best = Math.Min(best, at[come] + fromFirst);
            if (fromSecond != RoadMetric.Closed && Head(graph, come) == graph.EdgeTo[to.Edge] && IsOpen(graph, come, 2 * to.Edge + 1))
                best = Math.Min(best, at[come] + fromSecond);
        }
        return best == None ? TravelTime.UnreachableMilliseconds : (int)(best + offRoad);
    }

    /// <summary>The same where paths are forbidden.</summary>
    public static int MillisecondsByPaths(RoadMetric metric, RoadMetric access, RoadSnap from, RoadSnap to)
    {
        RoadGraph graph = metric.Graph;
        if (from.Edge < 0 || to.Edge < 0) return TravelTime.UnreachableMilliseconds;
        int longest = Enumerable.Range(0, graph.PathCount).Select(p => graph.ForbiddenPath(p).Length).DefaultIfEmpty(2).Max();
        var at = new Dictionary<string, (int[] Arcs, long Time)>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        (int toFirst, int toSecond) = SnapTimes.ToEnds(access, from, fromPlace: true);
        Come([2 * from.Edge], toSecond);
        Come([2 * from.Edge + 1], toFirst);
        (int fromFirst, int fromSecond) = SnapTimes.ToEnds(access, to, fromPlace: false);
        long best = from.Edge == to.Edge && SnapTimes.Along(access, from, to) is not RoadMetric.Closed and int along ? along : long.MaxValue;
        while (waiting.TryDequeue(out string? key))
        {
            (int[] arcs, long time) = at[key];
            for (int go = 0; go < 2 * graph.EdgeCount; go++)
            {
                if (Head(graph, arcs[^1]) != Head(graph, go ^ 1) || !IsOpen(graph, arcs[^1], go)) continue;
                int[] way = [.. arcs, go];
                if (Enumerable.Range(0, graph.PathCount).Any(p => way.AsSpan().EndsWith(graph.ForbiddenPath(p)))) continue;
                if (go >> 1 == to.Edge && ((go & 1) == 0 ? fromFirst : fromSecond) is not RoadMetric.Closed and int rest) best = Math.Min(best, time + rest);
                int step = (go & 1) == 0 ? metric.Forward[go >> 1] : metric.Backward[go >> 1];
                if (step != RoadMetric.Closed) Come(way.Length >= longest ? way[1..] : way, time + step);
            }
        }
        long offRoad = metric.Profile.OffRoadMilliseconds(from.GapMetres) + (long)metric.Profile.OffRoadMilliseconds(to.GapMetres);
        return best == long.MaxValue ? TravelTime.UnreachableMilliseconds : (int)(best + offRoad);

        void Come(int[] arcs, long time)
        {
            string key = string.Join(' ', arcs);
            if (time == RoadMetric.Closed || (at.TryGetValue(key, out (int[], long Time) known) && known.Time <= time)) return;
            at[key] = (arcs, time);
            waiting.Enqueue(key);
        }
    }

    private static int Head(RoadGraph graph, int arc) => (arc & 1) == 0 ? graph.EdgeTo[arc >> 1] : graph.EdgeFrom[arc >> 1];

    private static bool IsOpen(RoadGraph graph, int come, int go)
    {
        bool hasOnly = false, isThatOne = false, isForbidden = false;
        for (int turn = 0; turn < graph.TurnFrom.Length; turn++)
        {
            if (graph.TurnFrom[turn] != come) continue;
            if (graph.TurnIsOnly[turn]) (hasOnly, isThatOne) = (true, isThatOne || graph.TurnTo[turn] == go);
            else isForbidden |= graph.TurnTo[turn] == go;
        }
        return !isForbidden && (!hasOnly || isThatOne);
    }
}
