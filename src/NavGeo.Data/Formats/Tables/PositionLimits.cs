using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Data.Formats.Tables;

/// <summary>Where on earth positions are believed; outside is most often a mistake. Degrees.</summary>
/// <param name="West">Least longitude.</param>
/// <param name="South">Least latitude.</param>
/// <param name="East">Greatest longitude.</param>
/// <param name="North">Greatest latitude.</param>
public sealed record PositionLimits(double West, double South, double East, double North)
{
    /// <summary>Mainland Norway with its coast. Longitudes (4–32) and latitudes (57–72) do not overlap, so swapped
    /// columns are recognised.</summary>
    public static PositionLimits Norway { get; } = new(4, 57, 32, 72);

    /// <summary>What metres are in, where a table has metres and not degrees.</summary>
    public MapProjection Plane { get; init; } = MapProjection.Norway;

    /// <summary>Everywhere.</summary>
    public static PositionLimits World { get; } = new(-180, -90, 180, 90);

    /// <summary>Whether the position is inside; the borders are.</summary>
    public bool Contains(GeoPoint position) =>
        position.Longitude >= West && position.Longitude <= East && position.Latitude >= South && position.Latitude <= North;
}
