namespace NavGeo.Routing;

/// <summary>
/// A place on the earth in degrees, ETRS89 (EPSG:4258), which within a metre is WGS84.
/// </summary>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);
