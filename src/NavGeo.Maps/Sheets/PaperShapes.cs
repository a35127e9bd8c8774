using NavGeo.Maps.Drawing;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Sheets;

/// <summary>Brings lines and areas from the plane to the paper, without what the eye cannot see.</summary>
internal static class PaperShapes
{
    private const double LeastStep = 0.08;
    private const double ClipMargin = 2;

    /// <summary>A line with the points left out that lie closer than a printed dot.</summary>
    public static IReadOnlyList<PaperPoint> Line(PaperFrame frame, ReadOnlySpan<PlanePoint> line)
    {
        var points = new List<PaperPoint>(line.Length);
        for (int i = 0; i < line.Length; i++) Add(points, frame.ToPaper(line[i]), isLast: i == line.Length - 1);
        return points;
    }

    /// <summary>The lines of a geometry that reach into the window.</summary>
    public static IEnumerable<IReadOnlyList<PaperPoint>> Lines(PaperFrame frame, Geometry lines)
    {
        Envelope window = frame.Extent;
        for (int i = 0; i < lines.NumGeometries; i++)
        {
            if (lines.GetGeometryN(i) is not LineString line || !window.Intersects(line.EnvelopeInternal)) continue;
            List<PaperPoint> points = Thinned(frame, line.CoordinateSequence, line.NumPoints);
            if (points.Count > 1 && (points.Count > 2 || !line.IsClosed)) yield return points;
        }
    }

    /// <summary>The rings of all polygons in a geometry that reach into the window, cut a little outside it.</summary>
    /// <param name="frame">The window.</param>
    /// <param name="areas">Polygons.</param>
    /// <param name="least">Rings narrower and lower than this many millimetres are left out.</param>
    public static IReadOnlyList<IReadOnlyList<PaperPoint>> Rings(PaperFrame frame, Geometry areas, double least = 0)
    {
        var rings = new List<IReadOnlyList<PaperPoint>>();
        Envelope window = frame.Extent;
        for (int i = 0; i < areas.NumGeometries; i++)
        {
            if (areas.GetGeometryN(i) is not Polygon polygon || !window.Intersects(polygon.EnvelopeInternal)) continue;
            Add(rings, frame, polygon.ExteriorRing, least);
            foreach (LineString hole in polygon.InteriorRings) Add(rings, frame, hole, least);
        }
        return rings;
    }

    private static void Add(List<IReadOnlyList<PaperPoint>> rings, PaperFrame frame, LineString ring, double least)
    {
        Envelope box = ring.EnvelopeInternal;
        if (Math.Max(frame.Millimetres(box.Width), frame.Millimetres(box.Height)) < Math.Max(least, LeastStep)) return;
        // The last point of a ring repeats the first; the paper's rings close by themselves.
        List<PaperPoint> points = Thinned(frame, ring.CoordinateSequence, ring.NumPoints - 1);
        if (!frame.Extent.Contains(box)) points = RingClip.Clip(points, frame.Box.Grown(ClipMargin));
        if (points.Count > 2) rings.Add(points);
    }

    private static List<PaperPoint> Thinned(PaperFrame frame, CoordinateSequence line, int count)
    {
        var points = new List<PaperPoint>(count);
        for (int i = 0; i < count; i++)
            Add(points, frame.ToPaper(new PlanePoint(line.GetX(i), line.GetY(i))), isLast: false);
        return points;
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
