using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Speeds;

/// <summary>
/// How long every edge of a <see cref="RoadGraph"/> takes under a <see cref="TravelProfile"/>, in both directions, and
/// which edges are closed to traffic. Immutable; another profile or another closure is another metric.
/// </summary>
public sealed class RoadMetric
{
    /// <summary>A direction that cannot be travelled.</summary>
    public const int Closed = TravelTime.UnreachableMilliseconds;

    private readonly int[] forward;
    private readonly int[] backward;
    private readonly int[] stepForward;
    private readonly int[] stepBackward;
    private readonly Dictionary<int, ClosedSpan> spans;

    private RoadMetric(RoadGraph graph, TravelProfile profile, int[] forward, int[] backward, Dictionary<int, ClosedSpan>? spans = null)
    {
        this.spans = spans ?? [];
        Graph = graph;
        Profile = profile;
        this.forward = forward;
        this.backward = backward;
        (stepForward, stepBackward) = graph.Walk.TimesOf(forward, backward);
    }

    /// <summary>The network these times are for.</summary>
    public RoadGraph Graph { get; }

    /// <summary>The settings they follow from.</summary>
    public TravelProfile Profile { get; }

    /// <summary>Milliseconds along the drawing, or <see cref="Closed"/>. Length: edges.</summary>
    public ReadOnlySpan<int> Forward => forward;

    /// <summary>Milliseconds against the drawing, or <see cref="Closed"/>. Length: edges.</summary>
    public ReadOnlySpan<int> Backward => backward;

    /// <summary>Milliseconds along the steps of <see cref="RoadGraph.Walk"/>, or <see cref="Closed"/>. Length: steps.</summary>
    public ReadOnlySpan<int> StepForward => stepForward;

    /// <summary>Milliseconds against the steps. Length: steps.</summary>
    public ReadOnlySpan<int> StepBackward => stepBackward;

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
        barred.Count == 0 ? this : new RoadMetric(Graph, Profile, forward, backward, new Dictionary<int, ClosedSpan>(barred));

    /// <summary>The times of a network under a profile, nothing closed but what the source closes.</summary>
    public static RoadMetric Of(RoadGraph graph, TravelProfile profile)
    {
        var forward = new int[graph.EdgeCount];
        var backward = new int[graph.EdgeCount];
        for (int edge = 0; edge < forward.Length; edge++)
        {
            forward[edge] = EdgeTimes.Milliseconds(graph, edge, profile, LinkDirections.Forward);
            backward[edge] = EdgeTimes.Milliseconds(graph, edge, profile, LinkDirections.Backward);
        }
        return new RoadMetric(graph, profile, forward, backward);
    }

    /// <summary>Whether every edge of the same network takes the same time in both.</summary>
    public bool HasSameTimesAs(RoadMetric other) =>
        ReferenceEquals(this, other)
        || (Graph == other.Graph
            && forward.AsSpan().SequenceEqual(other.forward)
            && backward.AsSpan().SequenceEqual(other.backward)
            && spans.Count == other.spans.Count
            && spans.All(s => other.spans.TryGetValue(s.Key, out ClosedSpan span) && span == s.Value));

    /// <summary>The edges whose times, or barred parts, are not those of another metric of the same network; rising.</summary>
    internal int[] EdgesOtherThanIn(RoadMetric other)
    {
        if (Graph != other.Graph) throw new ArgumentException("a metric of another network", nameof(other));
        var edges = new List<int>();
        for (int edge = 0; edge < forward.Length; edge++)
        {
            if (forward[edge] != other.forward[edge] || backward[edge] != other.backward[edge] || SpanOf(edge) != other.SpanOf(edge)) edges.Add(edge);
        }
        return [.. edges];
    }

    /// <summary>The same network and profile with other times of the edges.</summary>
    /// <param name="newForward">Milliseconds along the drawing, or <see cref="Closed"/>. Length: edges.</param>
    /// <param name="newBackward">The same against it.</param>
    public RoadMetric With(ReadOnlySpan<int> newForward, ReadOnlySpan<int> newBackward)
    {
        if (newForward.Length != Graph.EdgeCount || newBackward.Length != Graph.EdgeCount)
            throw new ArgumentException("one time an edge", nameof(newForward));
        return new RoadMetric(Graph, Profile, newForward.ToArray(), newBackward.ToArray(), spans);
    }

    /// <summary>The same times with some edges closed to through traffic both ways.</summary>
    /// <param name="isClosed">Length: edges.</param>
    public RoadMetric Without(ReadOnlySpan<bool> isClosed)
    {
        if (isClosed.Length != Graph.EdgeCount) throw new ArgumentException("one flag an edge", nameof(isClosed));
        int[] open = [.. forward];
        int[] back = [.. backward];
        for (int edge = 0; edge < isClosed.Length; edge++)
        {
            if (isClosed[edge]) open[edge] = back[edge] = Closed;
        }
        return new RoadMetric(Graph, Profile, open, back, spans);
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
            outgoing[position] = isForward ? stepForward[step] : stepBackward[step];
            incoming[position] = isForward ? stepBackward[step] : stepForward[step];
        }
        return new ArcTimes(outgoing, incoming);
    }

    private sealed record ArcTimes(int[] Outgoing, int[] Incoming);
}
