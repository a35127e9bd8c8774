using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;
using SQLitePCL;

namespace NavGeo.Data.Formats.GeoPackage;

/// <summary>
/// Reads the feature tables of a GeoPackage (OGC 12-128). The file is only read, also from a folder that cannot be
/// written to. One reader, one thread; dispose it to let go of the file.
/// </summary>
/// <remarks>Every fault of the file is an <see cref="InputException"/> with table, fid and remedy.</remarks>
public sealed class GeoPackageReader : IDisposable
{
    private const int SqliteHeader = 100;

    /// <summary>SQLite understood the question's words but cannot answer it: no such table, column or function.</summary>
    private const int GeneralError = 1;

    private readonly SqliteConnection connection;
    private readonly GCHandle pages;

    private GeoPackageReader(string file, SqliteConnection connection, GCHandle pages, IReadOnlyList<GeoPackageLayer> layers)
    {
        File = file;
        this.connection = connection;
        this.pages = pages;
        Layers = layers;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>All feature tables, in the order of their names.</summary>
    public IReadOnlyList<GeoPackageLayer> Layers { get; }

    /// <summary>Opens a file and reads its list of layers.</summary>
    /// <exception cref="InputException">The file is missing, cut off, damaged or no GeoPackage.</exception>
    /// <remarks>
    /// SQLite works on the bytes that were read (sqlite3_deserialize). It opens the file itself only where those are not
    /// all: beside a write-ahead journal, and where the file is too large to be held.
    /// </remarks>
    public static GeoPackageReader Open(InputFile file)
    {
        bool hasJournal = new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 };
        CheckHeader(file, hasJournal);
        bool isInMemory = !hasJournal && file.IsHeld;
        // Immutable lets SQLite read where it may not write, but would hide what still stands in a write-ahead journal.
        string source = isInMemory ? ":memory:" : new Uri(Path.GetFullPath(file.Path)).AbsoluteUri + (hasJournal ? "" : "?immutable=1");
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Pooling = false };
        if (!isInMemory) settings.Mode = SqliteOpenMode.ReadOnly;
        var opened = new SqliteConnection(settings.ToString());
        GCHandle pages = default;
        try
        {
            opened.Open();
            if (isInMemory) pages = Lay(file.Bytes, opened);
            return new GeoPackageReader(file.Path, opened, pages, ReadLayers(opened));
        }
        catch (Exception failure)
        {
            opened.Dispose();
            if (pages.IsAllocated) pages.Free();
            if (failure is SqliteException damage) throw Damaged(file.Path, null, damage);
            throw;
        }
    }

    /// <summary>Lays the bytes of a file under a connection, pinned for as long as that lives.</summary>
    private static GCHandle Lay(byte[] bytes, SqliteConnection connection)
    {
        const int WriteVersion = 18, ReadVersion = 19;
        if (bytes[ReadVersion] != 1)
        {
            // Written under a journal that is closed and gone: without one, SQLite would look for it.
            bytes = [.. bytes];
            bytes[WriteVersion] = bytes[ReadVersion] = 1;
        }
        var pages = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        int code = raw.sqlite3_deserialize(connection.Handle, "main", pages.AddrOfPinnedObject(), bytes.Length, bytes.Length, raw.SQLITE_DESERIALIZE_READONLY);
        if (code == raw.SQLITE_OK) return pages;
        pages.Free();
        throw new SqliteException("deserialize", code);
    }

    /// <summary>The first of the names that is a layer, whatever its case; null where none is.</summary>
    public GeoPackageLayer? FindLayer(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Layers.FirstOrDefault(layer => layer.Table.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        }
        return null;
    }

    /// <summary>The first of the names that is a layer.</summary>
    /// <exception cref="InputException">None is; the remedy lists the layers there are.</exception>
    public GeoPackageLayer GetLayer(params ReadOnlySpan<string> names) => FindLayer(names) ?? throw new InputException(
        File, null,
        new Phrase("geo.gpkg.no-layer", string.Join(", ", names!)),
        new Phrase("geo.gpkg.no-layer.remedy", string.Join(", ", Layers.Select(layer => layer.Table))));

    /// <summary>Stops where a layer lies in other coordinates than <paramref name="epsg"/>.</summary>
    /// <exception cref="InputException">It does.</exception>
    public void RequireEpsg(GeoPackageLayer layer, int epsg)
    {
        // 32633 and its sisters are the WGS84 twins of 25833: within a metre the same.
        if (layer.Epsg == epsg || layer.Epsg == epsg + 6800) return;
        // And 5973 is the same with heights.
        if (layer.Epsg == 5973 && epsg == 25833) return;
        throw new InputException(
            File, layer.Table,
            layer.Epsg == 0 ? new Phrase("geo.gpkg.no-crs") : new Phrase("geo.gpkg.wrong-crs", Code(layer.Epsg), Code(epsg)),
            new Phrase("geo.gpkg.wrong-crs.remedy", Code(epsg)));
    }

    /// <summary>
    /// The rows of a layer in the order of their keys, each read when it is asked for. A row whose geometry is damaged
    /// becomes an error among <paramref name="findings"/> and is passed over.
    /// </summary>
    /// <param name="layer">One of <see cref="Layers"/>.</param>
    /// <param name="columns">Columns wanted beside the geometry; case does not matter.</param>
    /// <param name="findings">Takes the errors.</param>
    /// <exception cref="InputException">A column is missing, the file is damaged, or there were twenty errors.</exception>
    public IEnumerable<GeoPackageFeature> Read(GeoPackageLayer layer, IReadOnlyList<string> columns, Findings findings)
    {
        if (layer.Fault is { } fault) throw NotAnswered(File, layer.Table, fault);
        string[] missing = [.. columns.Where(column => layer.FindColumn(column) is null)];
        foreach (string column in missing)
        {
            findings.Error(
                File, layer.Table, new Phrase("geo.gpkg.no-column", column),
                new Phrase("geo.gpkg.no-column.remedy", string.Join(", ", layer.Columns)));
        }
        if (missing.Length > 0) findings.ThrowIfErrors();
        return ReadRows(layer, columns, findings);
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose()
    {
        connection.Dispose();
        if (pages.IsAllocated) pages.Free();
    }

    private IEnumerable<GeoPackageFeature> ReadRows(GeoPackageLayer layer, IReadOnlyList<string> columns, Findings findings)
    {
        using SqliteCommand command = connection.CreateCommand();
        string wanted = string.Concat(columns.Select(column => ", " + Quoted(layer.FindColumn(column)!)));
        string key = layer.KeyColumn is { } name ? Quoted(name) : "NULL";
        string order = layer.KeyColumn is null ? "" : " ORDER BY 1";
        command.CommandText = $"SELECT {key}, {Quoted(layer.GeometryColumn)}{wanted} FROM {Quoted(layer.Table)}{order}";
        using SqliteDataReader rows = Guarded(layer, command.ExecuteReader);
        for (long number = 1; Guarded(layer, rows.Read); number++)
        {
            if (Guarded(layer, () => ReadRow(layer, rows, number, columns.Count, findings)) is { } feature) yield return feature;
        }
    }

    private GeoPackageFeature? ReadRow(GeoPackageLayer layer, SqliteDataReader row, long number, int columns, Findings findings)
    {
        // What a view has for a key may be empty or text.
        long fid = row.GetValue(0) is long key ? key : number;
        Geometry? geometry = null;
        if (!row.IsDBNull(1))
        {
            try
            {
                geometry = GeoPackageGeometry.Decode(row.GetFieldValue<byte[]>(1), out int srsId);
                if (srsId != layer.SrsId && srsId > 0)
                {
                    findings.Error(File, Place(layer, fid), new Phrase("geo.gpkg.row-crs", Code(srsId), Code(layer.SrsId)), new Phrase("geo.gpkg.export-again"));
                    return null;
                }
            }
            catch (Exception fault) when (fault is FormatException or InvalidCastException)
            {
                findings.Error(File, Place(layer, fid), new Phrase("geo.gpkg.bad-geometry", layer.GeometryColumn), new Phrase("geo.gpkg.export-again"));
                return null;
            }
        }
        var values = new object?[columns];
        for (int column = 0; column < columns; column++) values[column] = row.IsDBNull(column + 2) ? null : row.GetValue(column + 2);
        return new GeoPackageFeature(fid, geometry, values);
    }

    private T Guarded<T>(GeoPackageLayer layer, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw Damaged(File, layer.Table, failure);
        }
    }

    private static void CheckHeader(InputFile file, bool hasJournal)
    {
        ReadOnlySpan<byte> header = file.Begin(SqliteHeader);
        bool isSqlite = header.Length == SqliteHeader && header.StartsWith("SQLite format 3\0"u8);
        // Application ids of GeoPackage 1.2 and later, 1.0 and 1.1.
        bool isGeoPackage = isSqlite && (header[68..72].SequenceEqual("GPKG"u8) || header[68..72].SequenceEqual("GP10"u8) || header[68..72].SequenceEqual("GP11"u8));
        if (!isGeoPackage)
        {
            throw new InputException(
                file.Path, null, new Phrase(isSqlite ? "geo.gpkg.plain-sqlite" : "geo.gpkg.not-geopackage"), new Phrase("geo.gpkg.not-geopackage.remedy"));
        }
        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is 1 ? 65536 : BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        long promised = (long)pageSize * BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        bool pageCountIsValid = header[24..28].SequenceEqual(header[92..96]);
        if (pageCountIsValid && !hasJournal && file.Length < promised)
            throw new InputException(file.Path, null, new Phrase("geo.gpkg.cut-off", file.Length, promised), new Phrase("geo.gpkg.fetch-again"));
    }

    private static List<GeoPackageLayer> ReadLayers(SqliteConnection opened)
    {
        var layers = new List<GeoPackageLayer>();
        using SqliteCommand command = opened.CreateCommand();
        command.CommandText = """
            SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id,
                   CASE WHEN upper(s.organization) = 'EPSG' THEN s.organization_coordsys_id ELSE 0 END, m.type = 'view'
            FROM gpkg_contents c
            JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
            JOIN sqlite_master m ON lower(m.name) = lower(c.table_name) AND m.type IN ('table', 'view')
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            WHERE c.data_type = 'features'
            ORDER BY c.table_name
            """;
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            string table = rows.GetString(0);
            string geometry = rows.GetString(1);
            (string? key, List<string> columns, string? fault) = ReadColumns(opened, table, geometry, isView: rows.GetBoolean(5));
            layers.Add(new GeoPackageLayer(
                table, geometry, rows.GetString(2), rows.GetInt32(3), rows.IsDBNull(4) ? 0 : rows.GetInt32(4), key, columns)
            { Fault = fault });
        }
        return layers;
    }

    /// <summary>
    /// The columns of a table or view. A view has no primary key of its own: the standard wants its first column to be
    /// one (OGC 12-128r18, clause 2.1.6), and SQLite knows no type of a column that is computed.
    /// </summary>
    private static (string? Key, List<string> Columns, string? Fault) ReadColumns(SqliteConnection opened, string table, string geometryColumn, bool isView)
    {
        string? key = isView ? null : "rowid";
        var columns = new List<string>();
        using SqliteCommand command = opened.CreateCommand();
        command.CommandText = "SELECT name, pk, type FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        try
        {
            using SqliteDataReader rows = command.ExecuteReader();
            for (bool isFirst = true; rows.Read(); isFirst = false)
            {
                string name = rows.GetString(0);
                bool isKeyOfView = isView && isFirst && (rows.GetString(2).Length == 0 || rows.GetString(2).Contains("INT", StringComparison.OrdinalIgnoreCase));
                if (name.Equals(geometryColumn, StringComparison.OrdinalIgnoreCase)) continue;
                if (rows.GetInt32(1) > 0 || isKeyOfView) key = name;
                if (rows.GetInt32(1) == 0) columns.Add(name);
            }
        }
        catch (SqliteException fault) when (isView && fault.SqliteErrorCode == GeneralError)
        {
            // The view asks for a table or a function that is not there; the other layers are sound.
            return (null, [], fault.Message);
        }
        return (key, columns, null);
    }

    private static InputException Damaged(string file, string? table, SqliteException failure)
    {
        const int NotADatabase = 26;
        return failure.SqliteErrorCode switch
        {
            // The file is sound SQLite, but the tables every GeoPackage has are not there.
            GeneralError when table is null => new InputException(
                file, null, new Phrase("geo.gpkg.plain-sqlite"), new Phrase("geo.gpkg.not-geopackage.remedy")),
            GeneralError => NotAnswered(file, table!, failure.Message),
            NotADatabase => new InputException(
                file, table, new Phrase("geo.gpkg.not-geopackage"), new Phrase("geo.gpkg.not-geopackage.remedy")),
            _ => new InputException(file, table, new Phrase("geo.gpkg.damaged", Code(failure.SqliteErrorCode)), new Phrase("geo.gpkg.fetch-again")),
        };
    }

    /// <summary>The bytes are sound, but SQLite cannot answer the question: a view wants what this file does not have.</summary>
    private static InputException NotAnswered(string file, string layer, string message) =>
        new(file, layer, new Phrase("geo.gpkg.view", message), new Phrase("geo.gpkg.view.remedy"));

    private static string Place(GeoPackageLayer layer, long fid) => FormattableString.Invariant($"{layer.Table} fid {fid}");

    private static string Code(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
