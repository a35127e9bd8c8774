using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Routing.Edits;

/// <summary>Where the roads of a scenario are closed, as lines to be drawn: just the part of each edge that is barred, and nothing beyond it.</summary>
public static class ClosedLines
{
    /// <summary>A closure that takes only a point is a mark of some metres.</summary>
    private const double LeastMetres = 100;

    /// <summary>The lines, in the order of the edges; what was closed before any edit is not among them.</summary>
    public static IEnumerable<PlanePoint[]> Of(RoadScenario scenario)
    {
        var plain = RoadMetric.Of(scenario.Graph, scenario.Metric.Profile);
        return scenario.ChangedEdges
            .Where(e => scenario.Graph.EdgeKinds[e] != LinkKind.Boarding && IsClosed(scenario.Metric, e) && !IsClosed(plain, e))
            .Select(e => Part(scenario.Graph.Shape(e), scenario.Metric.SpanOf(e) ?? new ClosedSpan(0, 1))).Where(line => line.Length > 1);
    }

    private static bool IsClosed(RoadMetric metric, int edge) => metric.Forward[edge] == RoadMetric.Closed && metric.Backward[edge] == RoadMetric.Closed;

    /// <summary>The part of a line that a closure takes, by shares of its length.</summary>
    private static PlanePoint[] Part(ReadOnlySpan<PlanePoint> line, ClosedSpan span)
    {
        double whole = PlaneLine.Metres(line);
        double room = Math.Max(0, LeastMetres - (span.To - span.From) * whole) / 2;
        (double from, double to) = (Math.Max(0, span.From * whole - room), Math.Min(whole, span.To * whole + room));
        var part = new List<PlanePoint>();
        double at = 0;
        for (int i = 1; i < line.Length; i++)
        {
            double length = line[i - 1].DistanceTo(line[i]);
            if (length > 0 && at + length >= from && at <= to)
            {
                if (part.Count == 0) part.Add(line[i - 1].Towards(line[i], Math.Clamp((from - at) / length, 0, 1)));
                part.Add(line[i - 1].Towards(line[i], Math.Clamp((to - at) / length, 0, 1)));
            }
            at += length;
        }
        return [.. part];
    }
}
