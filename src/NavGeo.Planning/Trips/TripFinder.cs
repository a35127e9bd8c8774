using NavGeo.Planning.Access;
using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Trips;

/// <summary>
/// Finds the way behind a travel time, on the same network and by the same search as the time itself. Scratch for one
/// answer.
/// </summary>
public sealed class TripFinder
{
    private readonly RoadScenario scenario;
    private readonly RoadGraph graph;
    private readonly RoadMetric open;
    private readonly List<TripLeg> legs = [];
    private readonly List<PlanePoint> line = [];

    private TripFinder(RoadScenario scenario)
    {
        this.scenario = scenario;
        graph = scenario.Graph;
        open = scenario.Open;
    }

    /// <summary>The trip of a place to the site it is given; null where it reaches none.</summary>
    /// <param name="study">The measured case.</param>
    /// <param name="assignment">Who goes where, as that study measured it.</param>
    /// <param name="place">Index into the case's demand.</param>
    public static Trip? Of(AccessStudy study, SiteAssignment assignment, int place)
    {
        int site = assignment.Sites[place];
        return site == SiteAssignment.NoSite ? null
            : new TripFinder(study.Scenario).Find(study.Places[place], study.Sites[site], assignment.Milliseconds[place]) with { Site = site };
    }

    /// <summary>The trip between two places of no case; null where there is no way.</summary>
    /// <param name="scenario">The roads.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it leads.</param>
    /// <param name="time">How long it takes, as measured on the same roads.</param>
    public static Trip? Of(RoadScenario scenario, SnappedPlace from, SnappedPlace to, TravelTime time) =>
        time.IsReachable ? new TripFinder(scenario).Find(from, to, time.Milliseconds) : null;

    private Trip Find(SnappedPlace from, SnappedPlace to, int milliseconds)
    {
        if (from.Snap.Edge < 0 || to.Snap.Edge < 0) return Straight(from, to, milliseconds);
        var search = new DijkstraSearch(scenario.Metric, open);
        search.Run(to.Snap, SearchDirection.ToStart);
        if (search.WithOffRoad(from.Snap).Time.ToRaw() != milliseconds) return Straight(from, to, milliseconds);
        OffRoad(from.Snap.GapMetres);
        line.Add(from.Point);
        OnRoad(search, from.Snap, to.Snap);
        line.Add(to.Point);
        OffRoad(to.Snap.GapMetres);
        // A whole edge's time is rounded once, its halves twice; the odd millisecond goes to the longest leg.
        int rest = milliseconds - legs.Sum(l => l.Milliseconds);
        int longest = legs.IndexOf(legs.MaxBy(l => l.Milliseconds)!);
        if (rest != 0) legs[longest] = legs[longest] with { Milliseconds = legs[longest].Milliseconds + rest };
        return new Trip(-1, milliseconds, legs, line);
    }

    private static Trip Straight(SnappedPlace from, SnappedPlace to, int milliseconds)
    {
        long length = (long)Math.Round(from.Point.DistanceTo(to.Point) * 1000);
        return new Trip(-1, milliseconds, [new TripLeg(TripLegKind.OffRoad, "", length, milliseconds, IsEstimated: false)], [from.Point, to.Point]);
    }

    private void OnRoad(DijkstraSearch search, RoadSnap from, RoadSnap to)
    {
        (int toFirst, int toSecond) = SnapTimes.ToEnds(open, from, fromPlace: true);
        (int firstNode, int secondNode) = graph.Walk.EndsOf(from.Edge, fromPlace: true);
        long first = Total(search, firstNode, toFirst);
        long second = Total(search, secondNode, toSecond);
        if (from.Edge == to.Edge && SnapTimes.Along(open, from, to) <= Math.Min(first, second))
        {
            Add(from.Edge, SnapTimes.Along(open, from, to), from.Share, to.Share);
            return;
        }
        bool viaFirst = first <= second;
        int node = viaFirst ? firstNode : secondNode;
        Add(from.Edge, viaFirst ? toFirst : toSecond, from.Share, viaFirst ? 0 : 1);
        var arcs = new List<int>();
        search.PathTo(node, arcs);
        int at = graph.Walk.GraphNodeOf(node);
        // The search ran from the site; people travel its arcs the other way, the last one first.
        for (int i = arcs.Count - 1; i >= 0; i--)
        {
            int edge = arcs[i] >> 1;
            bool isBackward = (arcs[i] & 1) == 0;
            Add(edge, isBackward ? scenario.Metric.Backward[edge] : scenario.Metric.Forward[edge], isBackward ? 1 : 0, isBackward ? 0 : 1);
            at = isBackward ? graph.EdgeFrom[edge] : graph.EdgeTo[edge];
        }
        (int siteFirst, int siteSecond) = SnapTimes.ToEnds(open, to, fromPlace: false);
        bool isFirst = at == graph.EdgeFrom[to.Edge] && (at != graph.EdgeTo[to.Edge] || siteFirst <= siteSecond);
        Add(to.Edge, isFirst ? siteFirst : siteSecond, isFirst ? 0 : 1, to.Share);
    }

    private static long Total(DijkstraSearch search, int node, int rest) =>
        rest == RoadMetric.Closed ? long.MaxValue : (long)search.Milliseconds[node] + rest;

    private void OffRoad(double metres)
    {
        if (metres > 0) Leg(TripLegKind.OffRoad, "", (long)Math.Round(metres * 1000), scenario.Metric.Profile.OffRoadMilliseconds(metres), isEstimated: false);
    }

    private void Add(int edge, int milliseconds, double fromShare, double toShare)
    {
        LinkKind kind = graph.EdgeKinds[edge];
        RoadNumber road = graph.EdgeRoads[edge];
        string name = road.IsNumbered ? road.ToString() : graph.NameOf(edge) ?? "";
        if (kind.IsFerry() || kind == LinkKind.Boarding) name = graph.NameOf(edge) ?? name;
        if (kind == LinkKind.Boarding && milliseconds == 0) return;
        long length = SnapTimes.LengthBetween(graph, edge, fromShare, toShare);
        if (length > 0 || milliseconds > 0)
        {
            TripLegKind on = kind == LinkKind.Boarding ? TripLegKind.Wait : kind.IsFerry() ? TripLegKind.Ferry : TripLegKind.Road;
            Leg(on, name, length, milliseconds, EdgeTimes.IsEstimated(graph, edge), LegLimits.Of(SpeedBases.Of(graph, edge), length, graph.EdgeSpeeds[edge]));
        }
        if (kind != LinkKind.Boarding) Draw(graph.Shape(edge), fromShare, toShare);
    }

    private void Leg(TripLegKind kind, string name, long millimetres, int milliseconds, bool isEstimated, LegLimits limits = default)
    {
        if (legs.Count > 0 && legs[^1].Kind == kind && legs[^1].Name == name)
        {
            legs[^1] = legs[^1] with
            {
                Millimetres = legs[^1].Millimetres + millimetres,
                Milliseconds = legs[^1].Milliseconds + milliseconds,
                IsEstimated = legs[^1].IsEstimated || isEstimated,
                Limits = legs[^1].Limits.With(limits),
            };
        }
        else
        {
            legs.Add(new TripLeg(kind, name, millimetres, milliseconds, isEstimated) { Limits = limits });
        }
    }

    /// <summary>The part of a drawing between two shares of its length, the way it is travelled.</summary>
    private void Draw(ReadOnlySpan<PlanePoint> shape, double fromShare, double toShare)
    {
        double whole = 0;
        for (int i = 1; i < shape.Length; i++) whole += shape[i - 1].DistanceTo(shape[i]);
        double low = Math.Min(fromShare, toShare) * whole;
        double high = Math.Max(fromShare, toShare) * whole;
        var part = new List<PlanePoint>();
        double before = 0;
        for (int i = 1; i < shape.Length; i++)
        {
            double step = shape[i - 1].DistanceTo(shape[i]);
            double after = before + step;
            if (after >= low && before <= high && step > 0)
            {
                if (part.Count == 0) part.Add(shape[i - 1].Towards(shape[i], Math.Clamp((low - before) / step, 0, 1)));
                part.Add(shape[i - 1].Towards(shape[i], Math.Clamp((high - before) / step, 0, 1)));
            }
            before = after;
        }
        if (fromShare > toShare) part.Reverse();
        line.AddRange(part);
    }
}
