using NetTopologySuite.Geometries;

namespace NavGeo.Data.GeoPackage;

/// <summary>A row to write.</summary>
/// <param name="Geometry">Of the table's kind, metres or degrees of the file's coordinates; null for none.</param>
/// <param name="Values">In the order of the table's columns.</param>
public sealed record GeoPackageRow(Geometry? Geometry, IReadOnlyList<object?> Values);
