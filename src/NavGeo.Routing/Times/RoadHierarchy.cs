using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Times;

/// <summary>
/// The hierarchy over a road network: order and chordal graph, which depend on no times and serve every profile and
/// every what-if that keeps the graph. Made once a network; immutable, any number of threads may read it.
/// </summary>
public sealed class RoadHierarchy
{
    private RoadHierarchy(RoadGraph roads, ChordalGraph chordal)
    {
        Roads = roads;
        Chordal = chordal;
    }

    /// <summary>The network.</summary>
    public RoadGraph Roads { get; }

    /// <summary>The nodes of the roads' walk in order, its steps as edges, with all shortcuts any times may need.</summary>
    public ChordalGraph Chordal { get; }

    /// <summary>A network's own, remembered; N1000 takes some tenths of a second.</summary>
    public static RoadHierarchy Of(RoadGraph roads) => Of(roads, BuildingRun.Default);

    /// <summary>A network's own as <see cref="Of(RoadGraph)"/> gives it; making a country's takes a minute, which can be followed and stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RoadHierarchy Of(RoadGraph roads, BuildingRun run) =>
        NetworkCache.Get(roads, r => r.Original is { } original ? In(r, original, run) : In(r, r.Order, run));

    /// <summary>Makes it; in an order that was computed before where there is one.</summary>
    private static RoadHierarchy In(RoadGraph roads, NodeOrder? order, BuildingRun run)
    {
        // Where the nodes lie is asked for an order alone.
        NetworkShape shape = ShapeOf(roads, isToOrder: order is null);
        run.Tell(BuildingStep.Ordering, 0, shape.NodeCount);
        order ??= NodeOrder.Compute(
            shape, run.Threads, placed => run.Progress?.Invoke(new BuildingProgress(BuildingStep.Ordering, placed, shape.NodeCount)), run.Cancellation);
        return new RoadHierarchy(roads, new ChordalGraph(shape, order, run.Cancellation));
    }

    /// <summary>
    /// Makes that of a network with links added in the order of the one it was made from, new nodes going first: they join
    /// few others, so that the shortcuts hardly grow. Where turns split other nodes than before, in an order of its own.
    /// </summary>
    private static RoadHierarchy In(RoadGraph roads, RoadGraph original, BuildingRun run)
    {
        (int before, int now) = (original.Walk.NodeCount, roads.Walk.NodeCount);
        int added = roads.NodeCount - original.NodeCount;
        if (now - before != added) return In(roads, (NodeOrder?)null, run);
        int[] order =
        [
            .. Enumerable.Range(original.NodeCount, added),
            .. Of(original).Chordal.Nodes.Select(n => n < original.NodeCount ? n : n + added),
        ];
        return In(roads, new NodeOrder(order), run);
    }

    private static NetworkShape ShapeOf(RoadGraph roads, bool isToOrder)
    {
        SearchNetwork walk = roads.Walk;
        (int[] tails, int[] heads) = walk.Steps;
        if (!isToOrder) return new NetworkShape(walk.NodeCount, tails, heads, null, null);
        ReadOnlySpan<PlanePoint> points = roads.NodePoints;
        var x = new double[walk.NodeCount];
        var y = new double[walk.NodeCount];
        for (int node = 0; node < x.Length; node++)
        {
            PlanePoint at = points[walk.GraphNodeOf(node)];
            (x[node], y[node]) = (at.Easting, at.Northing);
        }
        return new NetworkShape(walk.NodeCount, tails, heads, x, y);
    }
}
