using System.Globalization;
using Microsoft.Data.Sqlite;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// Writes a GeoPackage 1.3: every layer with its extent, spatial index and triggers, metadata of the whole and of each
/// layer, and styles that QGIS takes by itself. The same <see cref="GeoPackageFile"/> gives the same bytes: nothing in
/// the file knows the time or the place of its writing. The file is whole or not there.
/// </summary>
public sealed class GeoPackageWriter
{
    private const string Geometry = "geom";
    private const string MetadataStandard = "urn:navgeo:provenance:1";

    private readonly SqliteConnection connection;
    private readonly GeoPackageFile file;
    private readonly string time;
    private long metadataRows;

    private GeoPackageWriter(SqliteConnection connection, GeoPackageFile file)
    {
        this.connection = connection;
        this.file = file;
        time = file.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00.000Z";
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="ArgumentException">Two tables have one name, a row has too many values, a geometry is of another kind than its table's.</exception>
    public static void Write(string path, GeoPackageFile file)
    {
        if (file.Tables.DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Count() != file.Tables.Count)
            throw new ArgumentException("two tables of a GeoPackage cannot have one name", nameof(file));
        if (file.Epsg != 4326 && MapProjection.Find(file.Epsg) is null)
            throw new ArgumentException($"EPSG:{file.Epsg} is not written into GeoPackages", nameof(file));
        AtomicFile.WriteAt(path, temporary =>
        {
            var settings = new SqliteConnectionStringBuilder { DataSource = temporary, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            using var connection = new SqliteConnection(settings.ToString());
            connection.Open();
            new GeoPackageWriter(connection, file).Write();
        });
    }

    private void Write()
    {
        // A half-written temporary file is thrown away, so a journal would protect nothing.
        Run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {GeoPackageSchema.ApplicationId}; PRAGMA user_version = {GeoPackageSchema.UserVersion};"));
        Run("BEGIN");
        Run(GeoPackageSchema.Tables);
        foreach ((string name, int id, string organization, int code, string definition, string description) in GeoPackageSchema.SystemsFor(file.Epsg))
            Insert("gpkg_spatial_ref_sys", name, id, organization, code, definition, description);
        Insert("gpkg_contents", "layer_styles", "attributes", "layer_styles", "", time, null, null, null, null, null);
        AddMetadata(file.Metadata, null);
        foreach (GeoPackageTable table in file.Tables) Add(table);
        Run("COMMIT");
    }

    private void Add(GeoPackageTable table)
    {
        string quoted = Quoted(table.Name);
        string columns = string.Concat(table.Columns.Select(c => $", {Quoted(c.Name)} {SqlOf(c.Type)}"));
        Run($"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {Geometry} {SqlOf(table.GeometryType)}{columns})");
        string index = Quoted($"rtree_{table.Name}_{Geometry}");
        Run($"CREATE VIRTUAL TABLE {index} USING rtree(id, minx, maxx, miny, maxy)");
        Envelope extent = AddRows(table, index);
        bool isEmpty = extent.IsNull;
        Insert(
            "gpkg_contents", table.Name, "features", table.Title, table.Description, time, isEmpty ? null : extent.MinX,
            isEmpty ? null : extent.MinY, isEmpty ? null : extent.MaxX, isEmpty ? null : extent.MaxY, file.Epsg);
        Insert("gpkg_geometry_columns", table.Name, Geometry, SqlOf(table.GeometryType), file.Epsg, 0, 0);
        Insert("gpkg_extensions", table.Name, Geometry, "gpkg_rtree_index", "http://www.geopackage.org/spec131/#extension_rtree", "write-only");
        Run(GeoPackageSchema.IndexTriggers(table.Name));
        if (table.Metadata is not null) AddMetadata(table.Metadata, table.Name);
        if (table.Style is not null)
            Insert("layer_styles", null, "", "", table.Name, Geometry, "NavGeo", table.Style, "", 1, table.Title, "", null, time);
    }

    private Envelope AddRows(GeoPackageTable table, string index)
    {
        var extent = new Envelope();
        using SqliteCommand row = Prepared(Quoted(table.Name), table.Columns.Count + 2);
        using SqliteCommand box = Prepared(index, 5);
        long fid = 0;
        foreach ((Geometry? geometry, IReadOnlyList<object?> values) in table.Rows)
        {
            if (values.Count != table.Columns.Count) throw new ArgumentException($"a row of {table.Name} has {values.Count} values for {table.Columns.Count} columns");
            fid++;
            row.Parameters[0].Value = fid;
            row.Parameters[1].Value = geometry is null ? DBNull.Value : GeoPackageGeometry.Encode(Checked(geometry, table), file.Epsg);
            for (int i = 0; i < values.Count; i++) row.Parameters[i + 2].Value = values[i] ?? DBNull.Value;
            row.ExecuteNonQuery();
            if (geometry is null) continue;
            Envelope each = geometry.EnvelopeInternal;
            extent.ExpandToInclude(each);
            (box.Parameters[0].Value, box.Parameters[1].Value, box.Parameters[2].Value, box.Parameters[3].Value, box.Parameters[4].Value) =
                (fid, each.MinX, each.MaxX, each.MinY, each.MaxY);
            box.ExecuteNonQuery();
        }
        return extent;
    }

    private static Geometry Checked(Geometry geometry, GeoPackageTable table)
    {
        Geometry of = table.GeometryType switch
        {
            GeoPackageGeometryType.MultiPolygon when geometry is Polygon polygon => polygon.Factory.CreateMultiPolygon([polygon]),
            GeoPackageGeometryType.MultiPoint when geometry is Point point => point.Factory.CreateMultiPoint([point]),
            _ => geometry,
        };
        return of.GeometryType.Equals(table.GeometryType.ToString(), StringComparison.OrdinalIgnoreCase) && !of.IsEmpty
            ? of
            : throw new ArgumentException($"{table.Name} holds {table.GeometryType}, not {of.GeometryType}");
    }

    private void AddMetadata(string json, string? table)
    {
        metadataRows++;
        Insert("gpkg_metadata", metadataRows, "dataset", MetadataStandard, "application/json", json);
        // The file's own metadata are the first, and the parent of those of its layers.
        Insert(
            "gpkg_metadata_reference", table is null ? "geopackage" : "table", table, null, null, time, metadataRows, table is null ? null : 1);
    }

    private void Insert(string table, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Prepared(table, values.Length);
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(string table, int values)
    {
        SqliteCommand command = connection.CreateCommand();
        string[] names = [.. Enumerable.Range(0, values).Select(i => string.Create(CultureInfo.InvariantCulture, $"$p{i}"))];
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', names)})";
        foreach (string name in names) command.Parameters.AddWithValue(name, DBNull.Value);
        return command;
    }

    private void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string SqlOf(GeoPackageColumnType type) => type switch
    {
        GeoPackageColumnType.Whole => "INTEGER",
        GeoPackageColumnType.Real => "REAL",
        GeoPackageColumnType.Flag => "BOOLEAN",
        _ => "TEXT",
    };

    private static string SqlOf(GeoPackageGeometryType type) => type.ToString().ToUpperInvariant();

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
