using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Edits;

/// <summary>The times of a network while edits are applied to them. Scratch for one thread.</summary>
internal sealed class EditedTimes
{
    private readonly RoadGraph graph;
    private readonly RoadMetric plain;
    private readonly HashSet<int> closedToAll = [];
    private PagedTimes.Draft forward;
    private PagedTimes.Draft backward;

    /// <summary>The closed edges, and the part of each that is barred.</summary>
    private Dictionary<int, ClosedSpan> spans = [];
    private bool isTouched;
    private RoadSnapper? snapper;

    public EditedTimes(RoadGraph graph, RoadMetric plain)
    {
        this.graph = graph;
        this.plain = plain;
        forward = plain.Forward.Change();
        backward = plain.Backward.Change();
    }

    /// <summary>Applies one edit.</summary>
    /// <exception cref="UnknownEditTargetException">It finds nothing to change.</exception>
    public void Apply(RoadEdit edit)
    {
        switch (edit)
        {
            case BuiltLink: break;
            case ClosedRoad close: Close(EdgeSelection.ByRoad(graph, close.Road), edit, close.IsToAll); break;
            case ClosedPoint close: Bar(Nearest(close.Point, edit)); break;
            case ClosedStretch close: CloseAlong(close); break;
            case ClosedArea close: Close(EdgeSelection.InArea(graph, close.Ring), edit, close.IsToAll); break;
            case RemovedFerry ferry: Close(EdgeSelection.ByFerry(graph, ferry.NameOrRoad), edit); break;
            case FerryHeadway change: SetHeadway(change); break;
            case RoadSpeed change: SetSpeed(change); break;
            case WinterSeason winter: BeginWinter(winter); break;
            default: throw new ArgumentException($"no rule for {edit}", nameof(edit));
        }
        isTouched |= edit is not BuiltLink;
    }

    /// <summary>The times with every edit but the closures.</summary>
    public RoadMetric Open() => plain.With(forward.Done(), backward.Done()).WithSpans(WholeEdgesLeftOut()).Without(closedToAll);

    /// <summary>The times with every edit.</summary>
    /// <param name="open">What <see cref="Open"/> gave.</param>
    public RoadMetric Metric(RoadMetric open) => open.Without(spans.Keys);

    /// <summary>The edges that are closed or have another time, rising.</summary>
    /// <param name="open">What <see cref="Open"/> gave.</param>
    public int[] ChangedEdges(RoadMetric open) =>
        [.. PagedTimes.Differences((open.Forward, open.Backward), (plain.Forward, plain.Backward)).Union(spans.Keys).Order()];

    private void Close(int[] selection, RoadEdit edit, bool isToAll = false)
    {
        if (selection.Length == 0) throw new UnknownEditTargetException(edit);
        foreach (int edge in selection) Bar(edge, isToAll, new ClosedSpan(0, 1));
    }

    /// <summary>Bars a part of an edge; to all, who lives on an edge that is closed from end to end does not come out of it either.</summary>
    private void Bar(int edge, bool isToAll, ClosedSpan span)
    {
        Bar(edge, span);
        if (isToAll && spans[edge] == new ClosedSpan(0, 1)) closedToAll.Add(edge);
    }

    private void Bar(RoadSnap point) => Bar(point.Edge, new ClosedSpan(point.Share, point.Share));

    private void Bar(int edge, ClosedSpan span) => spans[edge] = spans.TryGetValue(edge, out ClosedSpan known) ? known.Joined(span) : span;

    /// <summary>Who lives on an edge that is closed from end to end comes out at either end.</summary>
    private Dictionary<int, ClosedSpan> WholeEdgesLeftOut() =>
        spans.Where(s => s.Value != new ClosedSpan(0, 1)).ToDictionary(s => s.Key, s => s.Value);

    private void SetHeadway(FerryHeadway change)
    {
        int[] boardings = EdgeSelection.BoardingsOf(graph, EdgeSelection.ByFerry(graph, change.NameOrRoad));
        int wait = EdgeTimes.WaitMilliseconds(plain.Profile, change.Minutes);
        bool isFound = false;
        foreach (int edge in boardings)
        {
            if (forward[edge] == RoadMetric.Closed) continue;
            forward[edge] = wait;
            isFound = true;
        }
        if (!isFound) throw new UnknownEditTargetException(change);
    }

    private void SetSpeed(RoadSpeed change)
    {
        int[] road = EdgeSelection.ByRoad(graph, change.Road);
        if (road.Length == 0) throw new UnknownEditTargetException(change);
        // A sign does not make anybody walk faster.
        if (plain.Profile.OwnPaceKmh is not null) return;
        foreach (int edge in road)
        {
            int time = TravelProfile.Milliseconds(graph.EdgeLengths[edge] / 1000.0, change.Kmh);
            if (forward[edge] != RoadMetric.Closed) forward[edge] = time;
            if (backward[edge] != RoadMetric.Closed) backward[edge] = time;
        }
    }

    /// <summary>A winter that comes before all other edits, as that of a case does, is remembered: it touches every road of the country.</summary>
    private void BeginWinter(WinterSeason winter)
    {
        if (isTouched)
        {
            SetWinter(winter);
            return;
        }
        Winter known = NetworkCache.Get(graph.Walk, (plain.Profile, winter), () =>
        {
            var made = new EditedTimes(graph, plain);
            made.SetWinter(winter);
            return new Winter(made.forward.Done(), made.backward.Done(), made.spans);
        });
        (forward, backward, spans) = (known.Forward.Change(), known.Backward.Change(), new Dictionary<int, ClosedSpan>(known.Spans));
    }

    private sealed record Winter(PagedTimes Forward, PagedTimes Backward, Dictionary<int, ClosedSpan> Spans);

    /// <summary>A slower road is rounded to the nearest millisecond, half up.</summary>
    private void SetWinter(WinterSeason winter)
    {
        double factor = 1 + winter.SlowerPercent / 100;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeClosedInWinter[edge]) Bar(edge, new ClosedSpan(0, 1));
            if ((graph.EdgeFlags[edge] & LinkMarks.OnlyInWinter) != 0)
            {
                forward[edge] = EdgeTimes.WinterMilliseconds(graph, edge, plain.Profile, LinkDirections.Forward);
                backward[edge] = EdgeTimes.WinterMilliseconds(graph, edge, plain.Profile, LinkDirections.Backward);
            }
            if (factor == 1 || !graph.EdgeKinds[edge].IsRoad()) continue;
            forward[edge] = Slower(forward[edge], factor);
            backward[edge] = Slower(backward[edge], factor);
        }
    }

    private static int Slower(int milliseconds, double factor) => milliseconds == RoadMetric.Closed
        ? milliseconds
        : checked((int)Math.Round(milliseconds * factor, MidpointRounding.AwayFromZero));

    /// <summary>Bars the road on the way along it from one place to the other, and on the way back, which is another where a road has two carriageways.</summary>
    private void CloseAlong(ClosedStretch close)
    {
        WayAlong[] ways = close.WaysOn(plain, snapper ??= new RoadSnapper(graph, plain.Profile, water: null));
        if (ways.Length == 0) throw new UnknownEditTargetException(close);
        foreach ((int edge, ClosedSpan span) in ways.SelectMany(w => w.Parts)) Bar(edge, close.IsToAll, span);
    }

    private RoadSnap Nearest(PlanePoint point, RoadEdit edit)
    {
        snapper ??= new RoadSnapper(graph, plain.Profile, water: null);
        RoadSnap snap = snapper.NewSession().Snap(point);
        return snap.Edge >= 0 ? snap : throw new UnknownEditTargetException(edit);
    }
}
