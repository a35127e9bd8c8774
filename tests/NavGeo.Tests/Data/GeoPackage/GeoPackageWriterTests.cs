using Microsoft.Data.Sqlite;
using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Language;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.GeoPackage;

public sealed class GeoPackageWriterTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly WKTReader wkt = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Layers_come_back_through_the_reader_as_they_went_in()
    {
        string path = Write("a.gpkg");
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        Assert.Equal(["linjer", "områder", "punkter"], reader.Layers.Select(l => l.Table));
        GeoPackageLayer points = reader.GetLayer("punkter");
        Assert.Equal(25833, points.Epsg);
        GeoPackageFeature[] rows = [.. reader.Read(points, ["navn", "antall", "minutter", "skjult"], new Findings())];
        Assert.Equal(["Kárášjohka", "Ål", null], rows.Select(r => (string?)r.Values[0]));
        Assert.Equal([12L, -3L, null], rows.Select(r => (long?)r.Values[1]));
        Assert.Equal([1.25, 1 / 3.0, null], rows.Select(r => (double?)r.Values[2]));
        Assert.Equal([1L, 0L, null], rows.Select(r => (long?)r.Values[3]));
        Assert.Equal(new Coordinate(200_000.123456, 6_700_000.5), rows[0].Geometry!.Coordinate);
        Assert.Null(rows[2].Geometry);
        Geometry area = reader.Read(reader.GetLayer("områder"), [], new Findings()).Single().Geometry!;
        Assert.True(area.EqualsTopologically(wkt.Read(Clockwise)));
    }

    [Fact]
    public void Same_layers_are_the_same_bytes() => Assert.Equal(File.ReadAllBytes(Write("a.gpkg")), File.ReadAllBytes(Write("b.gpkg")));

    [Theory]
    [InlineData(25832, "ETRS89 / UTM zone 32N")]
    [InlineData(32722, "WGS 84 / UTM zone 22S")]
    public async Task Every_zone_a_case_may_be_in_is_written_and_known_to_others(int epsg, string name)
    {
        string path = folder.File("zone.gpkg");
        GeoPackageTable points = new("p", "P", "", GeoPackageGeometryType.Point, [], [new(new Point(500_000, 6_700_000), [])]);
        GeoPackageWriter.Write(path, new GeoPackageFile(epsg, new DateOnly(2018, 1, 2), "{}", [points]));
        (int code, string said) = await OtherProgram.Run("ogrinfo", "-al", "-so", path);
        Assert.Equal(0, code);
        Assert.Contains($"PROJCRS[\"{name}\"", said, StringComparison.Ordinal);
        Assert.Contains($"ID[\"EPSG\",{epsg}]", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Outer_rings_turn_counter_clockwise_and_holes_clockwise()
    {
        using GeoPackageReader reader = GeoPackageReader.Open(Write("a.gpkg"));
        var polygon = (Polygon)reader.Read(reader.GetLayer("områder"), [], new Findings()).Single().Geometry!.GetGeometryN(0);
        Assert.True(Orientation.IsCCW(polygon.ExteriorRing.Coordinates));
        Assert.False(Orientation.IsCCW(polygon.InteriorRings[0].Coordinates));
    }

    [Fact]
    public void Spatial_index_has_every_geometry_and_is_kept_up_by_triggers()
    {
        string path = Write("a.gpkg");
        Assert.Equal(2, Scalar(path, "SELECT count(*) FROM rtree_punkter_geom"));
        Assert.Equal(1, Scalar(path, "SELECT count(*) FROM rtree_områder_geom WHERE minx <= 0 AND maxx >= 10 AND miny <= 0 AND maxy >= 10"));
        Assert.Equal(3 * 6, Scalar(path, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
        Assert.Equal(3, Scalar(path, "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND scope = 'write-only'"));
    }

    [Fact]
    public void Contents_have_extent_date_style_and_metadata()
    {
        string path = Write("a.gpkg");
        Assert.Equal(0, Scalar(path, "SELECT count(*) FROM gpkg_contents WHERE last_change <> '2018-01-02T00:00:00.000Z'"));
        Assert.Equal(1, Scalar(path, "SELECT count(*) FROM gpkg_contents WHERE table_name = 'områder' AND min_x = 0 AND min_y = 0 AND max_x = 10 AND max_y = 10 AND srs_id = 25833"));
        Assert.Equal(1, Scalar(path, "SELECT count(*) FROM layer_styles WHERE f_table_name = 'punkter' AND useAsDefault = 1"));
        Assert.Equal(2, Scalar(path, "SELECT count(*) FROM gpkg_metadata_reference"));
        Assert.Equal(0x47504B47, Scalar(path, "PRAGMA application_id"));
        Assert.Equal(10300, Scalar(path, "PRAGMA user_version"));
        Assert.Equal("ok", Text(path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void Geometry_of_another_kind_or_two_tables_of_one_name_are_refused_and_leave_nothing()
    {
        var line = new GeoPackageTable("x", "x", "", GeoPackageGeometryType.Point, [], [new GeoPackageRow(wkt.Read("LINESTRING (0 0, 1 1)"), [])]);
        Assert.Throws<ArgumentException>(() => GeoPackageWriter.Write(folder.File("c.gpkg"), new GeoPackageFile(25833, default, "{}", [line])));
        Assert.Throws<ArgumentException>(() => GeoPackageWriter.Write(folder.File("c.gpkg"), new GeoPackageFile(25833, default, "{}", [line, line with { Name = "X" }])));
        Assert.Throws<ArgumentException>(() => GeoPackageWriter.Write(folder.File("c.gpkg"), new GeoPackageFile(3006, default, "{}", [])));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.File("c.gpkg"))!));
    }

    private const string Clockwise = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))";

    private string Write(string name)
    {
        GeoPackageColumn[] columns =
        [
            new("navn", GeoPackageColumnType.Text), new("antall", GeoPackageColumnType.Whole), new("minutter", GeoPackageColumnType.Real),
            new("skjult", GeoPackageColumnType.Flag),
        ];
        GeoPackageTable points = new("punkter", "Punkter", "Noen punkter.", GeoPackageGeometryType.Point, columns,
        [
            new(new Point(200_000.123456, 6_700_000.5), ["Kárášjohka", 12, 1.25, true]), new(new Point(1, 2), ["Ål", -3L, 1 / 3.0, false]),
            new(null, [null, null, null, null]),
        ])
        { Style = "<qgis/>", Metadata = "{}" };
        GeoPackageTable areas = new("områder", "Områder", "", GeoPackageGeometryType.MultiPolygon, [], [new(wkt.Read(Clockwise), [])]);
        GeoPackageTable lines = new("linjer", "Linjer", "", GeoPackageGeometryType.LineString, [], [new(wkt.Read("LINESTRING (0 0, 5 5)"), [])]);
        string path = folder.File(name);
        GeoPackageWriter.Write(path, new GeoPackageFile(25833, new DateOnly(2018, 1, 2), "{}", [points, areas, lines]));
        return path;
    }

    internal static long Scalar(string path, string sql) => Convert.ToInt64(Value(path, sql), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(string path, string sql) => (string)Value(path, sql)!;

    private static object? Value(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
