using System.Diagnostics;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using NavGeo.Data.Formats.Columnar;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Data.Formats.Postgis;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Packages;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace NavGeo.Tests.Data.OtherTools;

/// <summary>The layers of a case in other people's stores, read back by those stores.</summary>
public sealed class OtherToolsTests : IDisposable
{
    private static readonly GeoPackageFile Layers = CasePackage.Of(
        Publication.Of(Comparison.Of(AccessStudy.Of(EmbeddedCase.Hallingdal), ["E"]), Audience.Public), new LayerSettings());

    private readonly string folder = Directory.CreateTempSubdirectory("navgeo-tools-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task GeoParquet_holds_every_row_of_every_layer_as_DuckDB_reads_it()
    {
        IReadOnlyList<string> files = await GeoParquetFile.WriteAsync(folder, Layers);
        Assert.Equal(Layers.Tables.Count, files.Count);
        using var duck = new DuckDBConnection("Data Source=:memory:");
        duck.Open();
        foreach ((GeoPackageTable table, string file) in Layers.Tables.Zip(files))
        {
            byte[] bytes = File.ReadAllBytes(file);
            GeoPackageRow[] rows = [.. table.Rows];
            Assert.Equal(rows.Select(r => string.Join('|', [Wkt(r.Geometry), .. r.Values.Select(Written)])), Read(duck, file));
            JsonObject geo = JsonNode.Parse(About(duck, file, "geo"))!.AsObject();
            Assert.Equal(("1.1.0", "geometry"), ((string)geo["version"]!, (string)geo["primary_column"]!));
            JsonNode column = geo["columns"]!["geometry"]!;
            Assert.Equal(("WKB", 25833, table.GeometryType.ToString()), ((string)column["encoding"]!, (int)column["crs"]!["id"]!["code"]!, (string)column["geometry_types"]![0]!));
            Assert.Contains("sha256", About(duck, file, "navgeo"), StringComparison.Ordinal);
            await GeoParquetFile.WriteAsync(folder, Layers with { Tables = [table] });
            Assert.Equal(bytes, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public async Task PostGIS_holds_every_row_and_an_export_leaves_all_or_nothing_changed()
    {
        Assert.SkipUnless(PostgisCluster.IsThere, "PostgreSQL 15 with PostGIS (postgresql-15-postgis-3) is not installed");
        await using PostgisCluster cluster = await PostgisCluster.Start(folder);
        IReadOnlyList<(string Table, long Rows)> written = PostgisWriter.Write(cluster.Way, "sak", Layers);
        await using var source = NpgsqlDataSource.Create(cluster.Way);
        foreach ((GeoPackageTable table, (string name, long count)) in Layers.Tables.Zip(written))
        {
            GeoPackageRow[] rows = [.. table.Rows];
            Assert.Equal(rows.Length, count);
            Assert.Equal(
                rows.Select(r => Wkt(r.Geometry)),
                await Ask(source, $"SELECT ST_AsBinary(geom) FROM sak.\"{name}\" ORDER BY fid", v => v is byte[] wkb ? Wkt(new WKBReader().Read(wkb)) : ""));
            Assert.All(await Ask(source, $"SELECT ST_SRID(geom) FROM sak.\"{name}\" WHERE geom IS NOT NULL", v => v), srid => Assert.Equal(25833, srid));
            Assert.Contains("sha256", (string)(await Ask(source, $"SELECT obj_description('sak.\"{name}\"'::regclass)", v => v)).Single()!, StringComparison.Ordinal);
        }
        Assert.Equal(Layers.Tables.Count(t => t.Style is not null), (await Ask(source, "SELECT stylename FROM public.layer_styles WHERE f_table_schema = 'sak' AND useasdefault", v => v)).Count);

        // Somebody's own table stays; ours that are no more go.
        await Ask(source, "CREATE TABLE sak.mine AS SELECT 1 AS a", v => v);
        PostgisWriter.Write(cluster.Way, "sak", Layers with { Tables = [Layers.Tables[0]] });
        Assert.Equal([Layers.Tables[0].Name, "mine"], await Tables(source));
        // Somebody's view on ours: refused, and everything as it was.
        await Ask(source, $"CREATE VIEW sak.theirs AS SELECT fid FROM sak.\"{Layers.Tables[0].Name}\"", v => v);
        Assert.Throws<InputException>(() => PostgisWriter.Write(cluster.Way, "sak", Layers));
        Assert.Equal([Layers.Tables[0].Name, "mine"], await Tables(source));
        Assert.Throws<InputException>(() => PostgisWriter.Write(cluster.Way + ";Database=nowhere", "sak", Layers));
        Assert.Throws<InputException>(() => PostgisWriter.Write("Host=/nowhere", "sak", Layers));
        Assert.Throws<InputException>(() => PostgisWriter.Write("what is this", "sak", Layers));
    }

    private static async Task<string[]> Tables(NpgsqlDataSource source) =>
        [.. (await Ask(source, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'sak'", v => (string)v!)).Order(StringComparer.Ordinal)];

    private static async Task<List<T>> Ask<T>(NpgsqlDataSource source, string sql, Func<object?, T> of)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync()) values.Add(of(reader.IsDBNull(0) ? null : reader.GetValue(0)));
        return values;
    }

    private static List<string> Read(DuckDBConnection duck, string file)
    {
        using DuckDBCommand command = duck.CreateCommand();
        // As the bytes that stand in the file, and not as a type of DuckDB's own.
        command.CommandText = "set enable_geoparquet_conversion = false";
        command.ExecuteNonQuery();
        command.CommandText = $"select * from read_parquet('{file}')";
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            string[] values = [.. Enumerable.Range(1, reader.FieldCount - 1).Select(i => reader.IsDBNull(i) ? "" : Written(reader.GetValue(i)))];
            rows.Add(string.Join('|', [reader.IsDBNull(0) ? "" : Wkt(Geometry(reader.GetValue(0))), .. values]));
        }
        return rows;
    }

    private static Geometry Geometry(object value)
    {
        if (value is byte[] bytes) return new WKBReader().Read(bytes);
        using var all = new MemoryStream();
        ((Stream)value).CopyTo(all);
        return new WKBReader().Read(all.ToArray());
    }

    private static string About(DuckDBConnection duck, string file, string key)
    {
        using DuckDBCommand command = duck.CreateCommand();
        command.CommandText = $"select decode(value) from parquet_kv_metadata('{file}') where decode(key) = '{key}'";
        return (string)command.ExecuteScalar()!;
    }

    private static string Wkt(Geometry? geometry) => geometry?.AsText() ?? "";

    private static string Written(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A PostgreSQL of one's own that listens on a socket in a folder and nowhere else.</summary>
    private sealed class PostgisCluster : IAsyncDisposable
    {
        private const string Programs = "/usr/lib/postgresql/15/bin";
        private readonly string data;

        private PostgisCluster(string folder) => (data, Way) = (Path.Combine(folder, "data"), $"Host={folder};Username=postgres;Database=postgres;Pooling=false");

        public static bool IsThere => File.Exists(Path.Combine(Programs, "initdb")) && File.Exists("/usr/share/postgresql/15/extension/postgis.control");

        public string Way { get; }

        public static async Task<PostgisCluster> Start(string folder)
        {
            var cluster = new PostgisCluster(folder);
            // PostgreSQL refuses to run as root, and its user must get at the folder.
            if (Environment.IsPrivilegedProcess) await Must("chown", "postgres", folder);
            await AsPostgres("initdb", "-D", cluster.data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C");
            await AsPostgres("pg_ctl", "-D", cluster.data, "-w", "-t", "120", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off", "start");
            return cluster;
        }

        public async ValueTask DisposeAsync() => await AsPostgres("pg_ctl", "-D", data, "-m", "immediate", "stop");

        private static Task AsPostgres(string program, params string[] words) => Environment.IsPrivilegedProcess
            ? Must("runuser", ["-u", "postgres", "--", Path.Combine(Programs, program), .. words]) : Must(Path.Combine(Programs, program), words);

        private static async Task Must(string program, params string[] words)
        {
            // The server keeps the outputs it was started with: whoever read them to the end would wait for ever.
            using Process process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, WorkingDirectory = "/" })!;
            await process.WaitForExitAsync(CancellationToken.None);
            Assert.True(process.ExitCode == 0, program);
        }
    }
}
