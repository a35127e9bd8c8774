using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>
/// How long every edge of a <see cref="RoadGraph"/> takes under a <see cref="TravelProfile"/>, in both directions, and
/// which edges are closed to traffic. Immutable; another profile or another closure is another metric, which shares all it
/// leaves as it is.
/// </summary>
public sealed class RoadMetric
{
    /// <summary>A direction that cannot be travelled.</summary>
    public const int Closed = TravelTime.UnreachableMilliseconds;

    private const int EdgesAtOnce = 1 << 15;

    private readonly Dictionary<int, ClosedSpan> spans;

    private RoadMetric(
        RoadGraph graph, TravelProfile profile, PagedTimes forward, PagedTimes backward, Dictionary<int, ClosedSpan> spans, RoadMetric? like)
    {
        this.spans = spans;
        Graph = graph;
        Profile = profile;
        Forward = forward;
        Backward = backward;
        (StepForward, StepBackward) = like is null
            ? graph.Walk.TimesOf(forward, backward)
            : graph.Walk.TimesOf(forward, backward, (like.Forward, like.Backward), (like.StepForward, like.StepBackward));
    }

    /// <summary>The network these times are for.</summary>
    public RoadGraph Graph { get; }

    /// <summary>The settings they follow from.</summary>
    public TravelProfile Profile { get; }

    /// <summary>Milliseconds along the drawing, or <see cref="Closed"/>. Length: edges.</summary>
    public PagedTimes Forward { get; }

    /// <summary>Milliseconds against the drawing, or <see cref="Closed"/>. Length: edges.</summary>
    public PagedTimes Backward { get; }

    /// <summary>Milliseconds along the steps of <see cref="RoadGraph.Walk"/>, or <see cref="Closed"/>. Length: steps.</summary>
    public PagedTimes StepForward { get; }

    /// <summary>Milliseconds against the steps. Length: steps.</summary>
    public PagedTimes StepBackward { get; }

    /// <summary>Milliseconds from the arc's node to its head, for the arcs of <see cref="RoadGraph.Walk"/>.</summary>
    internal int[] Outgoing => Arcs.Outgoing;

    /// <summary>Milliseconds from the arc's head to its node, for the same arcs.</summary>
    internal int[] Incoming => Arcs.Incoming;

    /// <summary>
    /// The part of an edge that is barred to those who live on it, where a closure takes only a part: the whole edge is
    /// closed to through traffic, but who lives on either side of the part still comes out on their side.
    /// </summary>
    public ClosedSpan? SpanOf(int edge) => spans.TryGetValue(edge, out ClosedSpan span) ? span : null;

    /// <summary>The same times with parts of edges barred.</summary>
    public RoadMetric WithSpans(IReadOnlyDictionary<int, ClosedSpan> barred) =>
        barred.Count == 0 ? this : new RoadMetric(Graph, Profile, Forward, Backward, new Dictionary<int, ClosedSpan>(barred), this);

    /// <summary>The times of a network under a profile, nothing closed but what the source closes; remembered.</summary>
    public static RoadMetric Of(RoadGraph graph, TravelProfile profile) => NetworkCache.Get(
        graph.Walk, profile, () => graph.Original is { } original ? Like(Of(original, profile), graph) : Made(graph, profile));

    private static RoadMetric Made(RoadGraph graph, TravelProfile profile)
    {
        var forward = new int[graph.EdgeCount];
        var backward = new int[graph.EdgeCount];
        Parallel.For(0, (forward.Length + EdgesAtOnce - 1) / EdgesAtOnce, new ParallelOptions { TaskScheduler = TaskScheduler.Current }, part =>
        {
            for (int edge = part * EdgesAtOnce; edge < Math.Min(forward.Length, (part + 1) * EdgesAtOnce); edge++)
            {
                forward[edge] = EdgeTimes.Milliseconds(graph, edge, profile, LinkDirections.Forward);
                backward[edge] = EdgeTimes.Milliseconds(graph, edge, profile, LinkDirections.Backward);
            }
        });
        return new RoadMetric(graph, profile, PagedTimes.Of(forward), PagedTimes.Of(backward), [], null);
    }

    /// <summary>The times of a network with links added to another: what is no other road has the other's times.</summary>
    private static RoadMetric Like(RoadMetric known, RoadGraph graph)
    {
        PagedTimes.Draft forward = known.Forward.Longer(graph.EdgeCount).Change(), backward = known.Backward.Longer(graph.EdgeCount).Change();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.IsAsIn(known.Graph, edge)) continue;
            forward[edge] = EdgeTimes.Milliseconds(graph, edge, known.Profile, LinkDirections.Forward);
            backward[edge] = EdgeTimes.Milliseconds(graph, edge, known.Profile, LinkDirections.Backward);
        }
        return new RoadMetric(graph, known.Profile, forward.Done(), backward.Done(), [], null);
    }

    /// <summary>Whether every edge of the same network takes the same time in both.</summary>
    public bool HasSameTimesAs(RoadMetric other) =>
        ReferenceEquals(this, other)
        || (Graph == other.Graph
            && Forward.IsSameAs(other.Forward)
            && Backward.IsSameAs(other.Backward)
            && spans.Count == other.spans.Count
            && spans.All(s => other.spans.TryGetValue(s.Key, out ClosedSpan span) && span == s.Value));

    /// <summary>The edges whose times, or barred parts, are not those of another metric of the same network; rising.</summary>
    /// <param name="other">The other.</param>
    /// <param name="most">When to give up.</param>
    /// <returns>Null where they are more.</returns>
    internal int[]? EdgesOtherThanIn(RoadMetric other, int most)
    {
        if (Graph != other.Graph) throw new ArgumentException("a metric of another network", nameof(other));
        HashSet<int> edges = [.. spans.Keys.Union(other.spans.Keys).Where(edge => SpanOf(edge) != other.SpanOf(edge))];
        foreach (int edge in PagedTimes.Differences((Forward, Backward), (other.Forward, other.Backward)))
        {
            edges.Add(edge);
            if (edges.Count > most) return null;
        }
        return edges.Count > most ? null : [.. edges.Order()];
    }

    /// <summary>The same network and profile with other times of the edges.</summary>
    /// <param name="newForward">Milliseconds along the drawing, or <see cref="Closed"/>. Length: edges.</param>
    /// <param name="newBackward">The same against it.</param>
    public RoadMetric With(ReadOnlySpan<int> newForward, ReadOnlySpan<int> newBackward)
    {
        if (newForward.Length != Graph.EdgeCount || newBackward.Length != Graph.EdgeCount)
            throw new ArgumentException("one time an edge", nameof(newForward));
        return new RoadMetric(Graph, Profile, PagedTimes.Of(newForward), PagedTimes.Of(newBackward), spans, null);
    }

    /// <summary>The same with other times, which were changed from these.</summary>
    internal RoadMetric With(PagedTimes newForward, PagedTimes newBackward) =>
        newForward == Forward && newBackward == Backward ? this : new RoadMetric(Graph, Profile, newForward, newBackward, spans, this);

    /// <summary>The same times with some edges closed to through traffic both ways.</summary>
    /// <param name="isClosed">Length: edges.</param>
    public RoadMetric Without(ReadOnlySpan<bool> isClosed)
    {
        if (isClosed.Length != Graph.EdgeCount) throw new ArgumentException("one flag an edge", nameof(isClosed));
        var closed = new List<int>();
        for (int edge = isClosed.IndexOf(true); edge >= 0;)
        {
            closed.Add(edge);
            int next = isClosed[(edge + 1)..].IndexOf(true);
            edge = next < 0 ? -1 : edge + 1 + next;
        }
        return Without(closed);
    }

    /// <summary>The same.</summary>
    /// <param name="closed">The edges.</param>
    internal RoadMetric Without(IEnumerable<int> closed)
    {
        PagedTimes.Draft forward = Forward.Change(), backward = Backward.Change();
        foreach (int edge in closed) forward[edge] = backward[edge] = Closed;
        return With(forward.Done(), backward.Done());
    }

    private ArcTimes Arcs => NetworkCache.Get(this, static metric => metric.TimesOfArcs());

    private ArcTimes TimesOfArcs()
    {
        ReadOnlySpan<int> arcs = Graph.Walk.ArcSteps;
        var outgoing = new int[arcs.Length];
        var incoming = new int[arcs.Length];
        for (int position = 0; position < arcs.Length; position++)
        {
            int step = arcs[position] >> 1;
            bool isForward = (arcs[position] & 1) == 0;
            outgoing[position] = isForward ? StepForward[step] : StepBackward[step];
            incoming[position] = isForward ? StepBackward[step] : StepForward[step];
        }
        return new ArcTimes(outgoing, incoming);
    }

    private sealed record ArcTimes(int[] Outgoing, int[] Incoming);
}
