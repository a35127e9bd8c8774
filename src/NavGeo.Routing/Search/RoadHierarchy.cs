using NavGeo.Routing.Hierarchy;

namespace NavGeo.Routing.Search;

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

    /// <summary>The nodes in order, with all shortcuts any times may need.</summary>
    public ChordalGraph Chordal { get; }

    /// <summary>Orders a network; N1000 takes some tenths of a second.</summary>
    public static RoadHierarchy Of(RoadGraph roads)
    {
        NetworkShape shape = ShapeOf(roads);
        return new RoadHierarchy(roads, new ChordalGraph(shape, NodeOrder.Compute(shape, Environment.ProcessorCount)));
    }

    /// <summary>The hierarchy of a network in an order that was computed before.</summary>
    internal static RoadHierarchy Of(RoadGraph roads, NodeOrder order) => new(roads, new ChordalGraph(ShapeOf(roads), order));

    private static NetworkShape ShapeOf(RoadGraph roads)
    {
        ReadOnlySpan<PlanePoint> points = roads.NodePoints;
        var x = new double[points.Length];
        var y = new double[points.Length];
        for (int node = 0; node < points.Length; node++) (x[node], y[node]) = (points[node].Easting, points[node].Northing);
        return new NetworkShape(roads.NodeCount, roads.EdgeFrom.ToArray(), roads.EdgeTo.ToArray(), x, y);
    }
}
