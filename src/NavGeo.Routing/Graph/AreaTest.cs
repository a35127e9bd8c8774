namespace NavGeo.Routing.Graph;

/// <summary>Whether a line has to do with an area.</summary>
internal static class AreaTest
{
    /// <summary>True where a point of the line lies in the area or a piece of it crosses the outline.</summary>
    public static bool Touches(IReadOnlyList<PlanePoint> ring, ReadOnlySpan<PlanePoint> line)
    {
        foreach (PlanePoint point in line)
        {
            if (Contains(ring, point)) return true;
        }
        for (int i = 0; i + 1 < line.Length; i++)
        {
            for (int corner = 0; corner < ring.Count; corner++)
            {
                if (Crosses(line[i], line[i + 1], ring[corner], ring[(corner + 1) % ring.Count])) return true;
            }
        }
        return false;
    }

    /// <summary>Counts the outline's crossings of a ray to the east.</summary>
    private static bool Contains(IReadOnlyList<PlanePoint> ring, PlanePoint point)
    {
        bool isInside = false;
        for (int i = 0, previous = ring.Count - 1; i < ring.Count; previous = i++)
        {
            PlanePoint a = ring[i];
            PlanePoint b = ring[previous];
            if (a.Northing > point.Northing == b.Northing > point.Northing) continue;
            double east = a.Easting + (point.Northing - a.Northing) / (b.Northing - a.Northing) * (b.Easting - a.Easting);
            if (point.Easting < east) isInside = !isInside;
        }
        return isInside;
    }

    private static bool Crosses(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static double Side(PlanePoint from, PlanePoint to, PlanePoint point) =>
        Math.Sign((to.Easting - from.Easting) * (point.Northing - from.Northing) - (to.Northing - from.Northing) * (point.Easting - from.Easting));
}
