using NavGeo.Maps.Drawing;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>Brings lines and areas from the plane to the paper, without what the eye cannot see.</summary>
internal static class PaperShapes
{
    private const double LeastStep = 0.08;

    /// <summary>A line with the points left out that lie closer than a printed dot.</summary>
    public static IReadOnlyList<PaperPoint> Line(PaperFrame frame, ReadOnlySpan<PlanePoint> line)
    {
        var points = new List<PaperPoint>(line.Length);
        for (int i = 0; i < line.Length; i++) Add(points, frame.ToPaper(line[i]), isLast: i == line.Length - 1);
        return points;
    }

    /// <summary>The rings of all polygons in a geometry that reach into the window.</summary>
    public static IReadOnlyList<IReadOnlyList<PaperPoint>> Rings(PaperFrame frame, Geometry areas)
    {
        var rings = new List<IReadOnlyList<PaperPoint>>();
        Envelope window = frame.Extent;
        for (int i = 0; i < areas.NumGeometries; i++)
        {
            if (areas.GetGeometryN(i) is not Polygon polygon || !window.Intersects(polygon.EnvelopeInternal)) continue;
            Add(rings, frame, polygon.ExteriorRing);
            foreach (LineString hole in polygon.InteriorRings) Add(rings, frame, hole);
        }
        return rings;
    }

    private static void Add(List<IReadOnlyList<PaperPoint>> rings, PaperFrame frame, LineString ring)
    {
        var points = new List<PaperPoint>(ring.NumPoints);
        // The last point of a ring repeats the first; the paper's rings close by themselves.
        for (int i = 0; i < ring.NumPoints - 1; i++)
        {
            Coordinate at = ring.GetCoordinateN(i);
            Add(points, frame.ToPaper(new PlanePoint(at.X, at.Y)), isLast: false);
        }
        if (points.Count > 2) rings.Add(points);
    }

    private static void Add(List<PaperPoint> points, PaperPoint point, bool isLast)
    {
        if (points.Count > 0 && !isLast)
        {
            PaperPoint before = points[^1];
            if (Math.Abs(point.X - before.X) < LeastStep && Math.Abs(point.Y - before.Y) < LeastStep) return;
        }
        points.Add(point);
    }
}
