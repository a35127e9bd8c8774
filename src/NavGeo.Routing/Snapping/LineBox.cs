namespace NavGeo.Routing.Snapping;

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
