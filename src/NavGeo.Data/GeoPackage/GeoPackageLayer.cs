namespace NavGeo.Data.GeoPackage;

/// <summary>A feature table as the GeoPackage's own tables describe it.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="GeometryColumn">The column with the geometry.</param>
/// <param name="GeometryType">As written in the file: LINESTRING, POLYGON, GEOMETRY, …</param>
/// <param name="SrsId">The file's own id of the coordinate system, which geometries repeat.</param>
/// <param name="Epsg">EPSG code behind <paramref name="SrsId"/>; 0 where the file gives none.</param>
/// <param name="KeyColumn">The integer primary key, usually <c>fid</c>.</param>
/// <param name="Columns">All other columns, as the file writes them; compare without regard to case.</param>
public sealed record GeoPackageLayer(
    string Table, string GeometryColumn, string GeometryType, int SrsId, int Epsg, string KeyColumn, IReadOnlyList<string> Columns)
{
    /// <summary>The file's spelling of a column, or null where it has none.</summary>
    public string? FindColumn(string name) =>
        Columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}
