using System.Globalization;
using System.Text;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Language;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace NavGeo.Data.Formats.Postgis;

/// <summary>
/// Writes layers as tables of a PostGIS database, one schema a case: geometry with a spatial index, the layer's provenance as the
/// table's comment, and what QGIS takes as its style in <c>layer_styles</c>. All in one transaction: whoever looks meanwhile sees the
/// tables as they were, and a failure leaves them so. Tables of an earlier export that are no more are taken away; what others made in the
/// schema stays.
/// </summary>
public sealed class PostgisWriter
{
    /// <summary>Begins the comment of a table that NavGeo made and may replace.</summary>
    private const string Mark = "navgeo: ";

    private const int LongestName = 63;

    private readonly NpgsqlConnection connection;
    private readonly string schema;
    private readonly GeoPackageFile file;

    private PostgisWriter(NpgsqlConnection connection, string schema, GeoPackageFile file) => (this.connection, this.schema, this.file) = (connection, schema, file);

    /// <summary>Writes them.</summary>
    /// <param name="database">How to get there, as Npgsql takes it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="schema">The schema; made where it is not there.</param>
    /// <param name="file">The layers.</param>
    /// <returns>The tables, with how many rows each has.</returns>
    /// <exception cref="InputException">The database cannot be reached, has no PostGIS, or does not let it be done.</exception>
    public static IReadOnlyList<(string Table, long Rows)> Write(string database, string schema, GeoPackageFile file)
    {
        try
        {
            var builder = new NpgsqlDataSourceBuilder(database);
            builder.UseNetTopologySuite();
            using NpgsqlDataSource source = builder.Build();
            using NpgsqlConnection connection = source.OpenConnection();
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            IReadOnlyList<(string, long)> written = new PostgisWriter(connection, Shortened(schema), file).Write();
            transaction.Commit();
            return written;
        }
        catch (Exception fault) when (fault is NpgsqlException or ArgumentException or FormatException or TimeoutException or System.Net.Sockets.SocketException)
        {
            string said = fault is PostgresException told ? told.MessageText : fault.InnerException?.Message ?? fault.Message;
            throw new InputException("--database", null, new Phrase("export.postgis", said), new Phrase("export.postgis.remedy"));
        }
    }

    /// <summary>The schema of a case where none is named: letters, digits and low lines.</summary>
    public static string SchemaOf(string caseId) => "navgeo_" + new string([.. caseId.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);

    private List<(string Table, long Rows)> Write()
    {
        Run("CREATE EXTENSION IF NOT EXISTS postgis");
        // A database that had none until now has types that were not there when the connection was made.
        connection.ReloadTypes();
        Run($"CREATE SCHEMA IF NOT EXISTS {Quoted(schema)}");
        // Two exports into one schema wait for each other instead of ending in a deadlock.
        using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext($1))", connection) { Parameters = { new() { Value = "navgeo " + schema } } }) wait.ExecuteNonQuery();
        foreach (string earlier in Earlier()) Run($"DROP TABLE {Table(earlier)}");
        var written = new List<(string, long)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (GeoPackageTable table in file.Tables)
        {
            string name = Unique(table.Name, names);
            Create(table, name);
            written.Add((name, Fill(table, name)));
            Run($"CREATE INDEX ON {Table(name)} USING gist (geom)");
            Run($"COMMENT ON TABLE {Table(name)} IS {Literal(Mark + (table.Metadata ?? file.Metadata))}");
        }
        Styles(written);
        return written;
    }

    private List<string> Earlier()
    {
        using var command = new NpgsqlCommand(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r' AND starts_with(obj_description(c.oid, 'pg_class'), $2) ORDER BY 1",
            connection) { Parameters = { new() { Value = schema }, new() { Value = Mark } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read()) tables.Add(reader.GetString(0));
        return tables;
    }

    private void Create(GeoPackageTable table, string name)
    {
        var columns = new HashSet<string>(["fid", "geom"], StringComparer.Ordinal);
        string described = string.Concat(table.Columns.Select(c => $", {Quoted(Unique(c.Name, columns))} {TypeOf(c.Type)}"));
        Run(string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE {Table(name)} (fid bigint PRIMARY KEY, geom geometry({table.GeometryType}, {file.Epsg}){described})"));
    }

    private long Fill(GeoPackageTable table, string name)
    {
        using NpgsqlBinaryImporter into = connection.BeginBinaryImport($"COPY {Table(name)} FROM STDIN (FORMAT BINARY)");
        long number = 0;
        foreach (GeoPackageRow row in table.Rows)
        {
            into.StartRow();
            into.Write(++number, NpgsqlDbType.Bigint);
            if (row.Geometry is null) into.WriteNull();
            else into.Write(InSystem(row.Geometry), NpgsqlDbType.Geometry);
            for (int i = 0; i < table.Columns.Count; i++) Write(into, table.Columns[i].Type, row.Values[i]);
        }
        into.Complete();
        return number;
    }

    private static void Write(NpgsqlBinaryImporter into, GeoPackageColumnType type, object? value)
    {
        if (value is null) into.WriteNull();
        else if (type == GeoPackageColumnType.Whole) into.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
        else if (type == GeoPackageColumnType.Real) into.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture), NpgsqlDbType.Double);
        else if (type == GeoPackageColumnType.Flag) into.Write((bool)value, NpgsqlDbType.Boolean);
        else into.Write((string)value, NpgsqlDbType.Text);
    }

    private Geometry InSystem(Geometry geometry)
    {
        if (geometry.SRID == file.Epsg) return geometry;
        Geometry copy = geometry.Copy();
        copy.SRID = file.Epsg;
        return copy;
    }

    /// <summary>The styles where QGIS looks for them; a style that somebody else made for the table stays, ours is the one it takes by itself.</summary>
    private void Styles(List<(string Table, long Rows)> written)
    {
        Run("CREATE TABLE IF NOT EXISTS public.layer_styles (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, f_table_name varchar, f_geometry_column varchar, styleName text, styleQML xml, styleSLD xml, useAsDefault boolean, description text, owner varchar(63), ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP)");
        using (var old = new NpgsqlCommand("DELETE FROM public.layer_styles WHERE f_table_schema = $1 AND styleName = 'NavGeo'", connection) { Parameters = { new() { Value = schema } } }) old.ExecuteNonQuery();
        foreach ((GeoPackageTable table, int i) in file.Tables.Select((t, i) => (t, i)))
        {
            if (table.Style is null) continue;
            using var add = new NpgsqlCommand(
                "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, description, owner) VALUES (current_database(), $1, $2, 'geom', 'NavGeo', XMLPARSE(CONTENT $3), true, $4, current_user)",
                connection)
            {
                // QGIS keeps no document type in a database.
                Parameters = { new() { Value = schema }, new() { Value = written[i].Table }, new() { Value = table.Style[(table.Style.IndexOf('\n', StringComparison.Ordinal) + 1)..] }, new() { Value = table.Title } },
            };
            add.ExecuteNonQuery();
        }
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private string Table(string name) => $"{Quoted(schema)}.{Quoted(name)}";

    private static string TypeOf(GeoPackageColumnType type) => type switch
    {
        GeoPackageColumnType.Whole => "bigint",
        GeoPackageColumnType.Real => "double precision",
        GeoPackageColumnType.Flag => "boolean",
        _ => "text",
    };

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name no longer than the database keeps, and not taken yet.</summary>
    private static string Unique(string name, HashSet<string> taken)
    {
        string shortened = Shortened(name);
        for (int i = 2; !taken.Add(shortened); i++)
        {
            string end = string.Create(CultureInfo.InvariantCulture, $"_{i}");
            shortened = Shortened(name, LongestName - end.Length) + end;
        }
        return shortened;
    }

    private static string Shortened(string name, int most = LongestName)
    {
        while (Encoding.UTF8.GetByteCount(name) > most) name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        return name;
    }
}
