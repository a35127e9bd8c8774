namespace NavGeo.Routing.Graph;

/// <summary>
/// A road network as a search walks it. Where no turn is restricted it is the <see cref="RoadGraph"/> itself. A node
/// where one is restricted is split: ways that arrive by arcs with the same turns open share a node, ways that leave by
/// arcs open to the same arrivals share one, and a step without time leads from the one to the other where the turn is
/// allowed. Turning back costs nothing and is allowed everywhere but where a restriction forbids it. Where a restriction
/// leads over whole edges, whoever is on such a path drives them on steps of their own. Immutable, any number of threads
/// may read it.
/// </summary>
/// <remarks>
/// <para>A <i>step</i> joins two nodes of the walk. Step e is edge e; where the two directions of an edge begin or end
/// in different nodes it is the edge along its drawing only, and the way back is a step of its own, drawn the same way. Then
/// come the copies of edges on forbidden paths, drawn the same way too and open one way.
/// Further steps are turns, open forwards, and ties, open neither way, which only make the two nodes where a place on
/// an edge comes onto the network neighbours, as the hierarchy wants them.</para>
/// <para>Nodes 0 to <see cref="RoadGraph.NodeCount"/> - 1 are the graph's own, the first of the arriving ones where split.
/// Node splitting instead of a graph of turns: Winter, Modeling costs of turns in route planning, GeoInformatica 6 (2002).</para>
/// </remarks>
public sealed class SearchNetwork
{
    /// <summary>A turn, in <see cref="StepEdges"/>.</summary>
    public const int Turn = -1;

    /// <summary>A tie, in <see cref="StepEdges"/>.</summary>
    public const int Tie = -2;

    private readonly RoadGraph graph;
    private readonly int[] arriving = [];
    private readonly int[] entering = [];

    /// <summary>The arcs of the steps that are copies, of which the first is <see cref="firstCopy"/>.</summary>
    private readonly int[] copies = [];

    private readonly int firstCopy;
    private readonly int[] stepTails;
    private readonly int[] stepHeads;
    private readonly int[] stepEdges;
    private readonly int[] stepLengths;
    private readonly int[] splitNodes;
    private readonly int[] arcFirst;
    private readonly int[] arcHeads;
    private readonly int[] arcSteps;

    /// <summary>The graph itself.</summary>
    private SearchNetwork(RoadGraph graph)
    {
        this.graph = graph;
        EdgeColumns edges = graph.ToColumns().Edges;
        (stepTails, stepHeads, stepLengths) = (edges.Of(EdgeTable.From), edges.Of(EdgeTable.To), edges.Of(EdgeTable.Length));
        stepEdges = new int[stepTails.Length];
        for (int edge = 0; edge < stepEdges.Length; edge++) stepEdges[edge] = edge;
        splitNodes = [];
        (arcFirst, arcHeads, arcSteps) = graph.Rows;
    }

    private SearchNetwork(RoadGraph graph, TurnSplitter split)
    {
        this.graph = graph;
        (arriving, entering) = (split.Arriving, split.Entering);
        int[] leaving = split.Leaving;
        splitNodes = [.. split.GraphNodes];
        var tails = new List<int>();
        var heads = new List<int>();
        var edges = new List<int>();
        for (int edge = 0; edge < graph.EdgeCount; edge++) Add(leaving[2 * edge], arriving[2 * edge], edge);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            (int tail, int head) = (arriving[2 * edge + 1], leaving[2 * edge + 1]);
            if (tail == tails[edge] && head == heads[edge]) continue;
            Add(tail, head, edge);
            if (tail != tails[edge] && head != heads[edge] && tail != heads[edge]) Add(tail, heads[edge], Tie);
        }
        firstCopy = tails.Count;
        copies = [.. Enumerable.Range(2 * graph.EdgeCount, split.Copies.Count - 2 * graph.EdgeCount).Select(split.Copies.ArcOf)];
        for (int i = 0; i < copies.Length; i++)
        {
            (int from, int to) = (leaving[2 * graph.EdgeCount + i], arriving[2 * graph.EdgeCount + i]);
            if ((copies[i] & 1) == 0) Add(from, to, copies[i] >> 1);
            else Add(to, from, copies[i] >> 1);
        }
        foreach ((int come, int go) in split.Turns) Add(come, go, Turn);
        (stepTails, stepHeads, stepEdges) = ([.. tails], [.. heads], [.. edges]);
        stepLengths = Array.ConvertAll(stepEdges, e => e >= 0 ? graph.EdgeLengths[e] : 0);
        (arcFirst, arcHeads, arcSteps) = ArcRows.Of(NodeCount, stepTails, stepHeads);

        void Add(int tail, int head, int edge)
        {
            tails.Add(tail);
            heads.Add(head);
            edges.Add(edge);
        }
    }

    /// <summary>Nodes, those that splitting made among them.</summary>
    public int NodeCount => graph.NodeCount + splitNodes.Length;

    /// <summary>Steps; at least as many as the graph has edges.</summary>
    public int StepCount => stepTails.Length;

    /// <summary>Whether any node is split.</summary>
    public bool IsSplit => StepCount > graph.EdgeCount;

    /// <summary>First node of each step. Length: steps.</summary>
    public ReadOnlySpan<int> StepTails => stepTails;

    /// <summary>Second node of each step. Length: steps.</summary>
    public ReadOnlySpan<int> StepHeads => stepHeads;

    /// <summary>Both, not to be written to.</summary>
    internal (int[] Tails, int[] Heads) Steps => (stepTails, stepHeads);

    /// <summary>The edge under each step, <see cref="Turn"/> or <see cref="Tie"/>. Length: steps.</summary>
    public ReadOnlySpan<int> StepEdges => stepEdges;

    /// <summary>Millimetres. Length: steps.</summary>
    internal ReadOnlySpan<int> StepLengths => stepLengths;

    /// <summary>Where each node's arcs begin. Length: nodes + 1.</summary>
    internal ReadOnlySpan<int> ArcFirst => arcFirst;

    /// <summary>The node an arc leads to. Length: arcs.</summary>
    internal ReadOnlySpan<int> ArcHeads => arcHeads;

    /// <summary>The arc's step times two, plus one where the arc runs from head to tail. Length: arcs.</summary>
    internal ReadOnlySpan<int> ArcSteps => arcSteps;

    /// <summary>The graph's node that a node of the walk is, or was split from.</summary>
    public int GraphNodeOf(int node) => node < graph.NodeCount ? node : splitNodes[node - graph.NodeCount];

    /// <summary>The nodes of the walk that a node of the graph became besides itself: from the first on, so many.</summary>
    public (int First, int Count) NodesSplitFrom(int graphNode)
    {
        // Ascending, because nodes are split one after another.
        int low = 0;
        for (int high = splitNodes.Length; low < high;)
        {
            int middle = (low + high) / 2;
            if (splitNodes[middle] < graphNode) low = middle + 1;
            else high = middle;
        }
        int count = 0;
        while (low + count < splitNodes.Length && splitNodes[low + count] == graphNode) count++;
        return (graph.NodeCount + low, count);
    }

    /// <summary>
    /// The nodes between which and a place on an edge the way runs along the edge, at the edge's first and second end.
    /// </summary>
    /// <param name="edge">The edge.</param>
    /// <param name="fromPlace">From the place to them; otherwise from them to the place.</param>
    public (int First, int Second) EndsOf(int edge, bool fromPlace) => !IsSplit
        ? (stepTails[edge], stepHeads[edge])
        : fromPlace
            ? (arriving[2 * edge + 1], arriving[2 * edge])
            : (entering[2 * edge], entering[2 * edge + 1]);

    /// <summary>Times of the steps from times of the edges.</summary>
    /// <param name="forward">Milliseconds along each edge, or <see cref="TravelTime.UnreachableMilliseconds"/>.</param>
    /// <param name="backward">The same against it.</param>
    internal (PagedTimes Forward, PagedTimes Backward) TimesOf(PagedTimes forward, PagedTimes backward)
    {
        if (!IsSplit) return (forward, backward);
        var still = new int[StepCount];
        Array.Fill(still, TravelTime.UnreachableMilliseconds);
        PagedTimes.Draft along = PagedTimes.Of(still).Change(), against = PagedTimes.Of(still).Change();
        for (int step = graph.EdgeCount; step < StepCount; step++)
        {
            if (stepEdges[step] == Turn) along[step] = 0;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++) Drive(along, against, edge, forward[edge], backward[edge]);
        return (along.Done(), against.Done());
    }

    /// <summary>The same where few edges have other times than others whose steps are known.</summary>
    /// <param name="forward">Milliseconds along each edge.</param>
    /// <param name="backward">The same against it.</param>
    /// <param name="others">Other times of the edges.</param>
    /// <param name="steps">The times of the steps under those.</param>
    internal (PagedTimes Forward, PagedTimes Backward) TimesOf(
        PagedTimes forward, PagedTimes backward, (PagedTimes Forward, PagedTimes Backward) others, (PagedTimes Forward, PagedTimes Backward) steps)
    {
        if (!IsSplit) return (forward, backward);
        PagedTimes.Draft along = steps.Forward.Change(), against = steps.Backward.Change();
        foreach (int edge in PagedTimes.Differences((forward, backward), others))
            Drive(along, against, edge, forward[edge], backward[edge]);
        return (along.Done(), against.Done());
    }

    /// <summary>Gives the steps of an edge its times: where the way back is a step of its own, the edge's is closed to it.</summary>
    private void Drive(PagedTimes.Draft along, PagedTimes.Draft against, int edge, int forward, int backward)
    {
        along[edge] = forward;
        int back = backward;
        foreach (int step in MoreSteps.GetValueOrDefault(edge, []))
        {
            if (step < firstCopy)
            {
                against[step] = backward;
                back = TravelTime.UnreachableMilliseconds;
            }
            else if ((copies[step - firstCopy] & 1) == 0) along[step] = forward;
            else against[step] = backward;
        }
        against[edge] = back;
    }

    /// <summary>The steps of an edge beside its own, where it has more.</summary>
    private Dictionary<int, int[]> MoreSteps => NetworkCache.Get(this, static walk => Enumerable.Range(walk.graph.EdgeCount, walk.StepCount - walk.graph.EdgeCount)
        .Where(step => walk.stepEdges[step] >= 0).GroupBy(step => walk.stepEdges[step]).ToDictionary(g => g.Key, g => g.ToArray()));

    internal static SearchNetwork Of(RoadGraph graph) =>
        graph.TurnFrom.Length + graph.PathCount == 0 ? new SearchNetwork(graph) : new SearchNetwork(graph, new TurnSplitter(graph));
}
