using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Graph;

/// <summary>
/// The road network: places where one may choose (nodes) and the links between them (edges) as parallel columns,
/// with the outgoing arcs of each node in compressed rows. Made by <see cref="Building.RoadGraphBuilder"/>; immutable,
/// any number of threads may read it.
/// </summary>
/// <remarks>
/// <para>An edge is stored once and drawn from its first node to its second; "forward" is along the drawing. Each edge
/// gives two arcs, one from either end, also where it is one-way: a closed direction has no travel time, it is not
/// missing, so that the topology is the same whatever is closed. Times are not here but in a
/// <see cref="Speeds.RoadMetric"/>, so that a what-if changes times and not the graph.</para>
/// <para>Ferries hang on the land by <see cref="LinkKind.Boarding"/> edges: forward is going on board and costs the
/// wait, backward is going ashore and costs nothing.</para>
/// <para>A restricted turn is a pair of arcs. It splits no node here, so that an edge stays one road that one can
/// close; the nodes are split in <see cref="Walk"/>.</para>
/// <para>Nodes are numbered along a Hilbert curve, which keeps neighbours near in memory.</para>
/// </remarks>
public sealed partial class RoadGraph
{
    /// <summary>No name, in <see cref="EdgeNames"/>.</summary>
    public const int NoName = -1;

    /// <summary>No given time, in <see cref="EdgeForwardGiven"/> and <see cref="EdgeBackwardGiven"/>.</summary>
    public const int NotGiven = -1;

    /// <param name="columns">What it is made of.</param>
    /// <param name="report">How it was made.</param>
    /// <param name="order">The order of the walk's nodes where it was computed before.</param>
    internal RoadGraph(RoadGraphColumns columns, RoadGraphReport report, NodeOrder? order = null)
        : this(columns, report, order, null)
    {
    }

    /// <param name="columns">What it is made of.</param>
    /// <param name="report">How it was made.</param>
    /// <param name="original">The network it was made from by adding links.</param>
    internal RoadGraph(RoadGraphColumns columns, RoadGraphReport report, RoadGraph original)
        : this(columns, report, null, original)
    {
    }

    private RoadGraph(RoadGraphColumns columns, RoadGraphReport report, NodeOrder? order, RoadGraph? original)
    {
        Epsg = columns.Epsg;
        Report = report;
        this.columns = columns;
        (arcFirst, arcHeads, arcEdges) = ArcRows.Of(NodeCount, columns.Edges.Of(EdgeTable.From), columns.Edges.Of(EdgeTable.To));
        Walk = SearchNetwork.Of(this);
        Original = original;
        Order = order;
    }

    /// <summary>
    /// The network this one was made from by adding links, whose nodes and edges have the same numbers here; null for one
    /// that was built. An edge that is <see cref="IsAsIn"/> it is the same road.
    /// </summary>
    public RoadGraph? Original { get; }

    /// <summary>EPSG code of the projected coordinates.</summary>
    public int Epsg { get; }

    /// <summary>What the building joined, split, laid and could not join.</summary>
    public RoadGraphReport Report { get; }

    /// <summary>The network as a search walks it, with junctions split where a turn is restricted.</summary>
    public SearchNetwork Walk { get; }

    /// <summary>The order of the walk's nodes where it was computed before and stood in the file; else null.</summary>
    internal NodeOrder? Order { get; }

    /// <summary>Whether an edge is the same in the network this one was made from; not where an added link cut it, or is it.</summary>
    internal bool IsAsIn(RoadGraph original, int edge) => edge < original.EdgeCount && EdgeTo[edge] == original.EdgeTo[edge];

    /// <summary>How many nodes; they are numbered from 0.</summary>
    public int NodeCount => columns.NodePoints.Length;

    /// <summary>How many edges; they are numbered from 0.</summary>
    public int EdgeCount => columns.Edges.Count;

    /// <summary>Twice the edges: arc 2e runs along edge e, arc 2e+1 against it.</summary>
    public int ArcCount => arcHeads.Length;
}
