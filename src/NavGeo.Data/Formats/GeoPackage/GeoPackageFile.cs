
namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>Everything a GeoPackage is to hold.</summary>
/// <param name="Epsg">The coordinates of all its layers: 4326 or a UTM zone that <see cref="Planning.Projection.MapProjection"/> knows.</param>
/// <param name="Date">Stands as time of change wherever the format wants one, so that the same layers are the same bytes.</param>
/// <param name="Metadata">Where the file comes from, as JSON.</param>
/// <param name="Tables">In the order in which they are written.</param>
public sealed record GeoPackageFile(int Epsg, DateOnly Date, string Metadata, IReadOnlyList<GeoPackageTable> Tables);
