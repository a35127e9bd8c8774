using NetTopologySuite.Geometries;

namespace NavGeo.Data.Boundaries;

/// <summary>Where a kommune is.</summary>
/// <param name="Number">Kommunenummer: four digits with leading zero, in the code year of the file.</param>
/// <param name="Name">As the file writes it, Sámi and Kven letters kept.</param>
/// <param name="Area">Polygon or multipolygon in EPSG:25833, valid; land and, in some editions, sea territory.</param>
public sealed record MunicipalityBoundary(string Number, string Name, Geometry Area);
