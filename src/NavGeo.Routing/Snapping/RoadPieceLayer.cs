using NavGeo.Routing.Building;

namespace NavGeo.Routing.Snapping;

/// <summary>The straight pieces of some roads of a network in a grid. Immutable, any number of threads may read it.</summary>
internal sealed class RoadPieceLayer
{
    private readonly RoadGraph graph;
    private readonly double[] metresBefore;

    /// <param name="graph">The network.</param>
    /// <param name="edges">The edges, ascending; those that one cannot snap to are left out.</param>
    public RoadPieceLayer(RoadGraph graph, IEnumerable<int> edges)
    {
        this.graph = graph;
        var starts = new List<PlanePoint>();
        var ends = new List<PlanePoint>();
        var owners = new List<int>();
        var before = new List<double>();
        foreach (int edge in edges)
        {
            if (!RoadPieces.Holds(graph, edge)) continue;
            ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
            double metres = 0;
            for (int at = 0; at + 1 < shape.Length; at++)
            {
                starts.Add(shape[at]);
                ends.Add(shape[at + 1]);
                owners.Add(edge);
                before.Add(metres);
                metres += shape[at].DistanceTo(shape[at + 1]);
            }
        }
        Grid = new SegmentGrid([.. starts], [.. ends], [.. owners], cellMetres: 1000);
        metresBefore = [.. before];
    }

    /// <summary>The pieces; each belongs to its edge.</summary>
    public SegmentGrid Grid { get; }

    /// <summary>A piece that was found near a place as where the place meets the road.</summary>
    public RoadSnap ToSnap(NearbySegments.Candidate found)
    {
        int edge = Grid.OwnerOf(found.Segment);
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        double whole = 0;
        for (int i = 0; i + 1 < shape.Length; i++) whole += shape[i].DistanceTo(shape[i + 1]);
        (PlanePoint start, PlanePoint end) = Grid.EndsOf(found.Segment);
        double share = whole == 0 ? 0 : Math.Clamp((metresBefore[found.Segment] + found.Share * start.DistanceTo(end)) / whole, 0, 1);
        return new RoadSnap(SnapState.OnRoad, edge, share, found.Metres, found.Point);
    }
}
