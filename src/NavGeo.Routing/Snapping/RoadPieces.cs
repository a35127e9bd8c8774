using NavGeo.Routing.Building;

namespace NavGeo.Routing.Snapping;

/// <summary>
/// The straight pieces of the roads one can snap to, in a grid: made once a network. Immutable, any number of threads may
/// read it.
/// </summary>
internal sealed class RoadPieces
{
    public RoadPieces(RoadGraph graph)
    {
        var starts = new List<PlanePoint>();
        var ends = new List<PlanePoint>();
        var owners = new List<int>();
        var before = new List<double>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!CanSnapTo(graph, edge)) continue;
            ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
            double metres = 0;
            for (int i = 0; i + 1 < shape.Length; i++)
            {
                starts.Add(shape[i]);
                ends.Add(shape[i + 1]);
                owners.Add(edge);
                before.Add(metres);
                metres += shape[i].DistanceTo(shape[i + 1]);
            }
        }
        Grid = new SegmentGrid([.. starts], [.. ends], [.. owners], cellMetres: 1000);
        MetresBefore = [.. before];
    }

    /// <summary>The pieces; each belongs to its edge.</summary>
    public SegmentGrid Grid { get; }

    /// <summary>Metres of the edge's drawing before each piece.</summary>
    public double[] MetresBefore { get; }

    /// <summary>
    /// A metric of another profile may close an edge; what can be snapped to follows from the kind alone. Nobody lives on
    /// a road over ice.
    /// </summary>
    private static bool CanSnapTo(RoadGraph graph, int edge) =>
        graph.EdgeKinds[edge] is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway
        && graph.EdgeDirections[edge] != LinkDirections.None
        && (graph.EdgeFlags[edge] & LinkMarks.OnlyInWinter) == 0;
}
