namespace NavGeo.Data.GeoPackage;

/// <summary>A column of a table beside key and geometry.</summary>
/// <param name="Name">As users see it; unique in its table whatever the case.</param>
/// <param name="Type">What its values are; each may also be null.</param>
public sealed record GeoPackageColumn(string Name, GeoPackageColumnType Type);
