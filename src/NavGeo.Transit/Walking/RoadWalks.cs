using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Transit.Timetables;

namespace NavGeo.Transit.Walking;

/// <summary>
/// Walking along roads and paths in either direction, not on motorways nor on ferries; the straight line from a place to its
/// road is walked too. Immutable; any number of threads.
/// </summary>
/// <remarks>Places that are nearer to each other than to their roads are joined by the straight line. Dijkstra (1959), as far as people walk.</remarks>
public sealed class RoadWalks : IWalkNetwork
{
    private readonly RoadGraph graph;
    private readonly Func<GeoPoint, PlanePoint> project;
    private readonly RoadSnapper snapper;
    private readonly StraightWalks straight;
    private readonly SnappedPlace[] stops;

    /// <param name="graph">The roads.</param>
    /// <param name="water">The sea, which nobody crosses to a road; null where nothing is known of it.</param>
    /// <param name="project">Degrees to the plane of the roads.</param>
    /// <param name="timetable">For its stops.</param>
    /// <param name="settings">How people walk.</param>
    public RoadWalks(RoadGraph graph, WaterMask? water, Func<GeoPoint, PlanePoint> project, Timetable timetable, WalkSettings settings)
    {
        (this.graph, this.project, Settings) = (graph, project, settings);
        straight = new StraightWalks(timetable, settings);
        snapper = new RoadSnapper(graph, TravelProfile.Car with { MaximumOffRoadMetres = settings.Metres(settings.MostMinutes) }, water);
        GeoPoint[] points = timetable.StopPoints.ToArray();
        stops = new SnappedPlace[points.Length];
        int[] placed = [.. Enumerable.Range(0, points.Length).Where(timetable.IsPlaced)];
        SnappedPlace[] snapped = snapper.SnapAll([.. placed.Select(s => project(points[s]))]);
        for (int i = 0; i < placed.Length; i++) stops[placed[i]] = snapped[i];
        StopsOffRoad = snapped.Count(p => p.Snap.State != SnapState.OnRoad);
    }

    /// <inheritdoc/>
    public WalkSettings Settings { get; }

    /// <summary>How many stops nobody walks to because they are too far from a road, or a road is only across the sea.</summary>
    public int StopsOffRoad { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StopWalk> StopsNear(GeoPoint place, double mostMinutes)
    {
        // Nobody is nearer by road than as the crow flies, but for what the projection stretches.
        IReadOnlyList<StopWalk> near = straight.StopsNear(place, mostMinutes * 1.01);
        if (near.Count == 0) return [];
        SnappedPlace from = Snap(place);
        Dictionary<int, long> reached = Spread(from, mostMinutes);
        return
        [
            .. near.Select(w => (w.Stop, Seconds: Seconds(from, stops[w.Stop], reached))).Where(w => w.Seconds <= mostMinutes * 60)
                .Select(w => new StopWalk(w.Stop, w.Seconds!.Value)).OrderBy(w => w.Seconds).ThenBy(w => w.Stop),
        ];
    }

    /// <inheritdoc/>
    public int?[] Between(GeoPoint from, IReadOnlyList<GeoPoint> to)
    {
        int?[] crow = straight.Between(from, to);
        if (Array.TrueForAll(crow, c => c is null)) return crow;
        SnappedPlace start = Snap(from);
        Dictionary<int, long> reached = Spread(start, Settings.MostMinutes);
        return [.. crow.Select((c, i) => c is null ? null : Seconds(start, Snap(to[i]), reached) is { } seconds && seconds <= Settings.MostMinutes * 60 ? seconds : (int?)null)];
    }

    private SnappedPlace Snap(GeoPoint place)
    {
        PlanePoint point = project(place);
        return new SnappedPlace(point, snapper.NewSession().Snap(point));
    }

    private int? Seconds(SnappedPlace from, SnappedPlace to, Dictionary<int, long> reached)
    {
        double crow = from.Point.DistanceTo(to.Point);
        bool isOnRoad = from.Snap.State == SnapState.OnRoad && to.Snap.State == SnapState.OnRoad;
        double gaps = from.Snap.GapMetres + to.Snap.GapMetres;
        if (isOnRoad && crow <= gaps) return Settings.Seconds(crow);
        if (!isOnRoad) return null;
        (long first, long second) = SnapTimes.LengthsToEnds(graph, to.Snap);
        long length = long.MaxValue;
        if (reached.TryGetValue(graph.EdgeFrom[to.Snap.Edge], out long before)) length = before + first;
        if (reached.TryGetValue(graph.EdgeTo[to.Snap.Edge], out long after)) length = Math.Min(length, after + second);
        if (from.Snap.Edge == to.Snap.Edge) length = Math.Min(length, SnapTimes.LengthBetween(graph, to.Snap.Edge, from.Snap.Share, to.Snap.Share));
        return length == long.MaxValue ? null : Settings.Seconds(gaps + length / 1000.0);
    }

    /// <summary>Millimetres from a place on the roads to every node that people walk to in so many minutes.</summary>
    private Dictionary<int, long> Spread(SnappedPlace from, double mostMinutes)
    {
        var reached = new Dictionary<int, long>();
        if (from.Snap.State != SnapState.OnRoad) return reached;
        long most = (long)((Settings.Metres(mostMinutes) - from.Snap.GapMetres) * 1000);
        var open = new PriorityQueue<int, long>();
        (long first, long second) = SnapTimes.LengthsToEnds(graph, from.Snap);
        open.Enqueue(graph.EdgeFrom[from.Snap.Edge], first);
        open.Enqueue(graph.EdgeTo[from.Snap.Edge], second);
        while (open.TryDequeue(out int node, out long length))
        {
            if (length > most || !reached.TryAdd(node, length)) continue;
            for (int arc = graph.ArcFirst[node]; arc < graph.ArcFirst[node + 1]; arc++)
            {
                int edge = graph.ArcEdges[arc] >> 1;
                int head = graph.ArcHeads[arc];
                if (IsWalked(graph.EdgeKinds[edge]) && !reached.ContainsKey(head)) open.Enqueue(head, length + graph.EdgeLengths[edge]);
            }
        }
        return reached;
    }

    private static bool IsWalked(LinkKind kind) => kind.IsRoad() && kind is not (LinkKind.Motorway or LinkKind.Expressway);
}
