namespace NavGeo.Routing;

/// <summary>
/// A place in metres in a projected coordinate system: in Norway ETRS89 / UTM zone 33N (EPSG:25833).
/// The graph or file the point belongs to says which.
/// </summary>
/// <param name="Easting">Metres.</param>
/// <param name="Northing">Metres.</param>
public readonly record struct PlanePoint(double Easting, double Northing)
{
    /// <summary>The straight line, in metres of the projection.</summary>
    public double DistanceTo(PlanePoint other)
    {
        double east = other.Easting - Easting;
        double north = other.Northing - Northing;
        return Math.Sqrt(east * east + north * north);
    }

    /// <summary>The point a share <paramref name="fraction"/> (0 to 1) of the straight way to <paramref name="other"/>.</summary>
    public PlanePoint Towards(PlanePoint other, double fraction) => new(
        Easting + (other.Easting - Easting) * fraction,
        Northing + (other.Northing - Northing) * fraction);
}

/// <summary>Lines of points in metres.</summary>
public static class PlaneLine
{
    /// <summary>Length along a line, in metres of the projection.</summary>
    public static double Metres(ReadOnlySpan<PlanePoint> line)
    {
        double metres = 0;
        for (int i = 1; i < line.Length; i++) metres += line[i - 1].DistanceTo(line[i]);
        return metres;
    }

    /// <summary>The same.</summary>
    public static double Metres(IReadOnlyList<PlanePoint> line)
    {
        double metres = 0;
        for (int i = 1; i < line.Count; i++) metres += line[i - 1].DistanceTo(line[i]);
        return metres;
    }
}

/// <summary>
/// A place on the earth in degrees, ETRS89 (EPSG:4258), which within a metre is WGS84.
/// </summary>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);
