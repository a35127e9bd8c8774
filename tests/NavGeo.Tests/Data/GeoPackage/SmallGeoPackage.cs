using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.GeoPackage;

/// <summary>Writes the few tables a GeoPackage must have, and layers with rows.</summary>
internal sealed class SmallGeoPackage : IDisposable
{
    private readonly SqliteConnection connection;

    public SmallGeoPackage(string path, int applicationId = 0x47504B47)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run($"PRAGMA application_id = {applicationId.ToString(CultureInfo.InvariantCulture)}");
        Run("""
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER, definition TEXT, description TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined', '');
            """);
    }

    public void AddLayer(string table, string columns, int epsg = 25833)
    {
        string code = epsg.ToString(CultureInfo.InvariantCulture);
        Run($"INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES ('x', {code}, 'EPSG', {code}, '', '')");
        Run($"INSERT INTO gpkg_contents VALUES ('{table}', 'features', '{table}', {code})");
        Run($"INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'geom', 'GEOMETRY', {code}, 0, 0)");
        Run($"CREATE TABLE \"{table}\" (fid INTEGER PRIMARY KEY, geom BLOB{(columns.Length > 0 ? ", " + columns : "")})");
    }

    /// <summary>A layer that is a view over the others.</summary>
    public void AddView(string name, string select, int epsg = 25833)
    {
        string code = epsg.ToString(CultureInfo.InvariantCulture);
        Run($"INSERT INTO gpkg_contents VALUES ('{name}', 'features', '{name}', {code})");
        Run($"INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'GEOMETRY', {code}, 0, 0)");
        Run($"CREATE VIEW \"{name}\" AS {select}");
    }

    public void AddRow(string table, byte[]? geometry, params object?[] values)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Parameters.AddWithValue("$g", (object?)geometry ?? DBNull.Value);
        string names = "";
        for (int i = 0; i < values.Length; i++)
        {
            string name = "$v" + i.ToString(CultureInfo.InvariantCulture);
            names += ", " + name;
            command.Parameters.AddWithValue(name, values[i] ?? DBNull.Value);
        }
        command.CommandText = $"INSERT INTO \"{table}\" VALUES (NULL, $g{names})";
        command.ExecuteNonQuery();
    }

    public void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();

    /// <summary>A blob around what NetTopologySuite's own writer makes of well-known text.</summary>
    public static byte[] Blob(string wkt, int srsId = 25833, int envelopeKind = 0, bool littleEndian = true, bool empty = false, Ordinates ordinates = Ordinates.XY)
    {
        Geometry geometry = new WKTReader().Read(wkt);
        byte[] wkb = new WKBWriter(littleEndian ? ByteOrder.LittleEndian : ByteOrder.BigEndian, false, ordinates != Ordinates.XY, ordinates.HasFlag(Ordinates.M)).Write(geometry);
        return Blob(wkb, srsId, envelopeKind, littleEndian, empty);
    }

    public static byte[] Blob(byte[] wkb, int srsId = 25833, int envelopeKind = 0, bool littleEndian = true, bool empty = false)
    {
        byte flags = (byte)(envelopeKind << 1 | (littleEndian ? 1 : 0) | (empty ? 0x10 : 0));
        byte[] srs = BitConverter.GetBytes(srsId);
        if (!littleEndian) Array.Reverse(srs);
        int[] envelope = [0, 4, 6, 6, 8, 0, 0, 0];
        return [(byte)'G', (byte)'P', 0, flags, .. srs, .. new byte[envelope[envelopeKind] * 8], .. wkb];
    }
}
