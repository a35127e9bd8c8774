using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Times;

/// <summary>A part of a road that is reached in a time.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="From">Where it begins, as a share of the edge's length, 0 to 1.</param>
/// <param name="To">Where it ends, <paramref name="From"/> to 1.</param>
public readonly record struct ReachedPart(int Edge, double From, double To)
{
    /// <summary>Kilometres.</summary>
    public double Kilometres(RoadGraph graph) => graph.EdgeLengths[Edge] / 1e6 * (To - From);

    /// <summary>The drawing of the part; two points or more.</summary>
    public PlanePoint[] Shape(RoadGraph graph)
    {
        ReadOnlySpan<PlanePoint> whole = graph.Shape(Edge);
        double length = 0;
        for (int i = 1; i < whole.Length; i++) length += whole[i - 1].DistanceTo(whole[i]);
        (double low, double high) = (From * length, To * length);
        var points = new List<PlanePoint>();
        double before = 0;
        for (int i = 1; i < whole.Length; i++)
        {
            double step = whole[i - 1].DistanceTo(whole[i]);
            double after = before + step;
            if (after >= low && before <= high && step > 0)
            {
                if (points.Count == 0) points.Add(whole[i - 1].Towards(whole[i], Math.Clamp((low - before) / step, 0, 1)));
                points.Add(whole[i - 1].Towards(whole[i], Math.Clamp((high - before) / step, 0, 1)));
            }
            before = after;
        }
        return points.Count > 1 ? [.. points] : [whole[0], whole[0]];
    }
}
