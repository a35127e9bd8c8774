using NavGeo.Data.Formats.GeoPackage;
using NetTopologySuite.Geometries;

namespace NavGeo.Maps.Packages;

/// <summary>Collects the columns and rows of one layer. Scratch.</summary>
internal sealed class PackageLayer
{
    private readonly List<GeoPackageColumn> columns = [];
    private readonly List<GeoPackageRow> rows = [];
    private readonly GeoPackageGeometryType geometryType;

    public PackageLayer(GeoPackageGeometryType geometryType) => this.geometryType = geometryType;

    /// <summary>Adds columns of one type.</summary>
    public PackageLayer With(GeoPackageColumnType type, params ReadOnlySpan<string> names)
    {
        foreach (string name in names) columns.Add(new GeoPackageColumn(name, type));
        return this;
    }

    public PackageLayer Text(params ReadOnlySpan<string> names) => With(GeoPackageColumnType.Text, names);

    public PackageLayer Whole(params ReadOnlySpan<string> names) => With(GeoPackageColumnType.Whole, names);

    public PackageLayer Real(params ReadOnlySpan<string> names) => With(GeoPackageColumnType.Real, names);

    public PackageLayer Flag(params ReadOnlySpan<string> names) => With(GeoPackageColumnType.Flag, names);

    /// <summary>Adds a row with its values in the order of the columns.</summary>
    public void Row(Geometry? geometry, params object?[] values) => rows.Add(new GeoPackageRow(geometry, values));

    /// <summary>The layer as a table.</summary>
    public GeoPackageTable ToTable(string name, string title, string description, QgisStyle style, Provenance provenance) =>
        new(name, title, description, geometryType, columns, rows) { Style = style.ToQml(), Metadata = provenance.ToJson() };
}
