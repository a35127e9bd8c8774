namespace NavGeo.Routing.Hierarchy.Order;

/// <summary>
/// A network with every shortcut its node order can need: contracting nodes in that order joins all neighbours of a
/// contracted node that come later, whatever the travel times are. Kept as <i>upward arcs</i> from each node to its
/// later neighbours. Immutable; safe for any number of threads. Memory about 50 bytes an arc and 2 a triangle.
/// </summary>
/// <remarks>
/// Nodes are renumbered by <i>rank</i>: a postorder of the elimination tree (the parent of a node is its lowest
/// upward neighbour), which has the same shortcuts as the order it comes from. Two things follow that everything
/// fast here rests on: all upward neighbours of a node are its ancestors, so a node's depth in the tree names it among
/// them; and going from the last rank to the first, a node's ancestors are exactly the nodes on the way down to it.
/// Dibbelt, Strasser and Wagner, Customizable Contraction Hierarchies, 2016. See docs/engine/supergraph.md.
/// </remarks>
public sealed class ChordalGraph
{
    /// <summary>No tree may be deeper: depths are stored in 16 bits.</summary>
    private const int MostDepth = ushort.MaxValue;

    /// <summary>Adds the shortcuts. Takes well under a second for a million nodes.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="order">The order of its nodes.</param>
    /// <param name="stop">To give up early.</param>
    /// <exception cref="ArgumentException">The order is for another network, or so poor that its tree is too deep.</exception>
    public ChordalGraph(NetworkShape shape, NodeOrder order, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Nodes.Length != shape.NodeCount)
            throw new ArgumentException("the order has another number of nodes than the network", nameof(order));
        Shape = shape;
        SimpleGraph graph = SimpleGraph.From(shape);
        Nodes = EliminationTree.Postorder(graph, order);
        Ranks = new int[Nodes.Length];
        for (int rank = 0; rank < Nodes.Length; rank++) Ranks[Nodes[rank]] = rank;
        stop.ThrowIfCancellationRequested();
        (First, Heads) = EliminationTree.UpwardArcs(graph, Nodes, Ranks);
        Depths = new ushort[Nodes.Length];
        HeadDepths = new ushort[Heads.Length];
        TriangleCount = Measure();
        EdgeArcs = new int[shape.EdgeCount];
        stop.ThrowIfCancellationRequested();
        // Independent of each other, and on a large network most of the work.
        (int[] First, int[] Edges) placed = ([], []);
        (int[] First, int[] Arcs, int[] DownTails, int[] Tails) turned = ([], [], [], []);
        (long[] First, ushort[] Places) triangles = ([], []);
        Parallel.Invoke(() => placed = PlaceEdges(), () => turned = Turned(), () => triangles = Triangles());
        (FirstEdges, Edges) = placed;
        (FirstDown, DownArcs, DownTails, Tails) = turned;
        (FirstTriangle, TrianglePlaces) = triangles;
    }

    /// <summary>The network.</summary>
    public NetworkShape Shape { get; }

    /// <summary>How many nodes.</summary>
    public int NodeCount => Nodes.Length;

    /// <summary>How many upward arcs.</summary>
    public int ArcCount => Heads.Length;

    /// <summary>
    /// How many lower triangles, that is pairs of upward arcs of one node: the work of customisation.
    /// </summary>
    public long TriangleCount { get; }

    /// <summary>Nodes on the longest way from a root to a leaf.</summary>
    public int Height { get; private set; }

    /// <summary>The network's node of each rank, [node count].</summary>
    public int[] Nodes { get; }

    /// <summary>The rank of each node of the network, [node count].</summary>
    public int[] Ranks { get; }

    /// <summary>Start of the upward arcs of each rank, [node count + 1].</summary>
    public int[] First { get; }

    /// <summary>The rank each upward arc leads to, ascending for each tail; the first is the tail's parent. [arc count]</summary>
    public int[] Heads { get; }

    /// <summary>The rank each upward arc starts from, [arc count].</summary>
    public int[] Tails { get; }

    /// <summary>Depth of each rank in the elimination tree, 0 for a root, [node count].</summary>
    public ushort[] Depths { get; }

    /// <summary>Depth of each arc's head, [arc count].</summary>
    public ushort[] HeadDepths { get; }

    /// <summary>
    /// Where the time of each edge goes: twice its arc, plus 1 if the edge's tail is the arc's head; −1 for a
    /// self-loop. [edge count]
    /// </summary>
    public int[] EdgeArcs { get; }

    /// <summary>Start of each arc's edges in <see cref="Edges"/>, [arc count + 1].</summary>
    public int[] FirstEdges { get; }

    /// <summary>The edges behind each arc, ascending.</summary>
    public int[] Edges { get; }

    /// <summary>Start of the arcs that lead up to each rank in <see cref="DownArcs"/>, [node count + 1].</summary>
    public int[] FirstDown { get; }

    /// <summary>The arcs that lead up to each rank, ascending by tail. [arc count]</summary>
    public int[] DownArcs { get; }

    /// <summary>The tail of each entry of <see cref="DownArcs"/>. [arc count]</summary>
    internal int[] DownTails { get; }

    /// <summary>Start of each rank's triangles in <see cref="TrianglePlaces"/>, [node count].</summary>
    internal long[] FirstTriangle { get; }

    /// <summary>
    /// For each pair of upward arcs of a rank, first by the lower head and then by the upper, where the arc between
    /// the heads stands in the lower head's row. [triangle count]
    /// </summary>
    internal ushort[] TrianglePlaces { get; }

    /// <summary>Parent of a rank in the elimination tree, or −1.</summary>
    public int Parent(int rank) => First[rank] < First[rank + 1] ? Heads[First[rank]] : -1;

    /// <summary>The arc between two ranks, or −1.</summary>
    public int FindArc(int lower, int upper)
    {
        int found = Heads.AsSpan(First[lower]..First[lower + 1]).BinarySearch(upper);
        return found < 0 ? -1 : First[lower] + found;
    }

    private long Measure()
    {
        long triangles = 0;
        for (int rank = NodeCount - 1; rank >= 0; rank--)
        {
            long degree = First[rank + 1] - First[rank];
            triangles += degree * (degree - 1) / 2;
            int parent = Parent(rank);
            int depth = parent < 0 ? 0 : Depths[parent] + 1;
            if (depth > MostDepth) throw new ArgumentException("the order's elimination tree is too deep");
            Depths[rank] = (ushort)depth;
            Height = Math.Max(Height, depth + 1);
            for (int arc = First[rank]; arc < First[rank + 1]; arc++) HeadDepths[arc] = Depths[Heads[arc]];
        }
        return triangles;
    }

    private (int[] First, int[] Edges) PlaceEdges()
    {
        var first = new int[ArcCount + 1];
        for (int edge = 0; edge < Shape.EdgeCount; edge++)
        {
            int tail = Ranks[Shape.Tails[edge]], head = Ranks[Shape.Heads[edge]];
            if (tail == head)
            {
                EdgeArcs[edge] = -1;
                continue;
            }
            int arc = FindArc(Math.Min(tail, head), Math.Max(tail, head));
            EdgeArcs[edge] = arc * 2 + (tail > head ? 1 : 0);
            first[arc + 1]++;
        }
        for (int arc = 0; arc < ArcCount; arc++) first[arc + 1] += first[arc];
        var edges = new int[first[ArcCount]];
        for (int edge = Shape.EdgeCount - 1; edge >= 0; edge--)
        {
            if (EdgeArcs[edge] >= 0) edges[--first[(EdgeArcs[edge] >> 1) + 1]] = edge;
        }
        // The loop moved every start one place: first[arc + 1] is now where the arc starts.
        Array.Copy(first, 1, first, 0, ArcCount);
        first[ArcCount] = edges.Length;
        return (first, edges);
    }

    private (int[] FirstDown, int[] DownArcs, int[] DownTails, int[] Tails) Turned()
    {
        var first = new int[NodeCount + 1];
        var tails = new int[ArcCount];
        foreach (int head in Heads) first[head + 1]++;
        for (int rank = 0; rank < NodeCount; rank++) first[rank + 1] += first[rank];
        int[] next = first[..NodeCount];
        int[] arcs = new int[ArcCount], downTails = new int[ArcCount];
        for (int rank = 0; rank < NodeCount; rank++)
        {
            for (int arc = First[rank]; arc < First[rank + 1]; arc++)
            {
                tails[arc] = rank;
                int at = next[Heads[arc]]++;
                arcs[at] = arc;
                downTails[at] = rank;
            }
        }
        return (first, arcs, downTails, tails);
    }

    private (long[] First, ushort[] Places) Triangles()
    {
        var starts = new long[NodeCount];
        var places = new ushort[TriangleCount];
        long at = 0;
        int[] first = First, heads = Heads;
        for (int rank = 0; rank < NodeCount; rank++)
        {
            starts[rank] = at;
            int end = first[rank + 1];
            for (int i = first[rank]; i < end - 1; i++)
            {
                int start = first[heads[i]];
                int place = start;
                for (int j = i + 1; j < end; j++)
                {
                    while (heads[place] != heads[j]) place++;
                    places[at++] = (ushort)(place - start);
                    place++;
                }
            }
        }
        return (starts, places);
    }
}
