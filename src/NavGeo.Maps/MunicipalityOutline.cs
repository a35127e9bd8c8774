using NetTopologySuite.Geometries;

namespace NavGeo.Maps;

/// <summary>The area of a municipality.</summary>
/// <param name="Name">As written on the map.</param>
/// <param name="Area">Polygon or multipolygon, metres in the case's projection.</param>
public sealed record MunicipalityOutline(string Name, Geometry Area);
