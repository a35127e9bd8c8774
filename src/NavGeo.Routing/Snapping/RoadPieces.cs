using NavGeo.Routing.Building;
using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// The straight pieces of the roads one can snap to: made once a network. One that was made by adding links shares
/// those of the network it was made from and has a small layer of its own. Immutable, any number of threads may read it.
/// </summary>
internal sealed class RoadPieces
{
    private readonly HashSet<int> replaced;

    private RoadPieces(RoadPieceLayer[] layers, HashSet<int> replaced)
    {
        Layers = layers;
        this.replaced = replaced;
    }

    /// <summary>The pieces; an edge's are all in one layer but for those that are replaced.</summary>
    public RoadPieceLayer[] Layers { get; }

    /// <summary>The pieces of a network that was built.</summary>
    public static RoadPieces Of(RoadGraph graph) => new([new RoadPieceLayer(graph, Enumerable.Range(0, graph.EdgeCount))], []);

    /// <summary>The pieces of a network that was made from another by adding links.</summary>
    public static RoadPieces Of(RoadGraph graph, RoadGraph original)
    {
        int[] others = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => !graph.IsAsIn(original, e))];
        return new([original.Pieces.Layers[0], new RoadPieceLayer(graph, others)], [.. others]);
    }

    /// <summary>Whether a layer's piece belongs to an edge that is another now.</summary>
    public bool IsReplaced(int layer, int segment) =>
        layer + 1 < Layers.Length && replaced.Contains(Layers[layer].Grid.OwnerOf(segment));

    /// <summary>
    /// A metric of another profile may close an edge; what can be snapped to follows from the kind alone. Nobody lives on
    /// a road over ice.
    /// </summary>
    public static bool Holds(RoadGraph graph, int edge) =>
        graph.EdgeKinds[edge] is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway
        && graph.EdgeDirections[edge] != LinkDirections.None
        && (graph.EdgeFlags[edge] & LinkMarks.OnlyInWinter) == 0;
}

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

/// <summary>The box around a line, to tell at a glance which places it cannot be near to.</summary>
internal sealed class LineBox
{
    private readonly PlanePoint southWest;
    private readonly PlanePoint northEast;

    public LineBox(ReadOnlySpan<PlanePoint> shape)
    {
        (double west, double south) = (double.PositiveInfinity, double.PositiveInfinity);
        (double east, double north) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (PlanePoint point in shape)
        {
            (west, east) = (Math.Min(west, point.Easting), Math.Max(east, point.Easting));
            (south, north) = (Math.Min(south, point.Northing), Math.Max(north, point.Northing));
        }
        southWest = new PlanePoint(west, south);
        northEast = new PlanePoint(east, north);
    }

    /// <summary>Whether the box comes within so many metres of a place; if not, the line does not either.</summary>
    public bool MayLieWithin(PlanePoint place, double metres)
    {
        var nearest = new PlanePoint(
            Math.Clamp(place.Easting, southWest.Easting, northEast.Easting), Math.Clamp(place.Northing, southWest.Northing, northEast.Northing));
        return nearest.DistanceTo(place) <= metres;
    }
}
