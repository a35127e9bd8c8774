using NetTopologySuite.Geometries;

namespace NavGeo.Data.GeoPackage;

/// <summary>One row of a feature table.</summary>
/// <param name="Fid">Its primary key.</param>
/// <param name="Geometry">In the layer's coordinates, heights and measures left out; null where the row has none or an empty one.</param>
/// <param name="Values">The asked-for columns in the order asked: null, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or bytes.</param>
public sealed record GeoPackageFeature(long Fid, Geometry? Geometry, IReadOnlyList<object?> Values);
