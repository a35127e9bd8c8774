namespace NavGeo.Data.GeoPackage;

/// <summary>A layer to write.</summary>
/// <param name="Name">Table name: letters, digits and underscores, unique in the file whatever the case.</param>
/// <param name="Title">What users see in the list of layers; unique in the file.</param>
/// <param name="Description">One sentence.</param>
/// <param name="GeometryType">What all its geometries are.</param>
/// <param name="Columns">Beside <c>fid</c> and <c>geom</c>.</param>
/// <param name="Rows">Numbered from 1 in this order; gone through once, when the file is written.</param>
public sealed record GeoPackageTable(
    string Name,
    string Title,
    string Description,
    GeoPackageGeometryType GeometryType,
    IReadOnlyList<GeoPackageColumn> Columns,
    IEnumerable<GeoPackageRow> Rows)
{
    /// <summary>How QGIS draws the layer, as QML; null leaves it to QGIS.</summary>
    public string? Style { get; init; }

    /// <summary>Where the layer comes from, as JSON; null where the file's own metadata say all.</summary>
    public string? Metadata { get; init; }
}
