using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Language;

namespace NavGeo.Tests.Data.GeoPackage;

public sealed class GeoPackageReaderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Rows_come_with_geometry_and_the_columns_asked_for()
    {
        string path = Written(gpkg =>
        {
            gpkg.AddLayer("Veg \"å\"".Replace("\"", "", StringComparison.Ordinal), "navn TEXT, nummer INTEGER, lengde REAL");
            gpkg.AddRow("Veg å", SmallGeoPackage.Blob("LINESTRING (1 2, 3 4)"), "Sørkedalsveien", 7, 1.5);
            gpkg.AddRow("Veg å", null, null, null, null);
        });
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        GeoPackageLayer layer = reader.GetLayer("finnes ikke", "veg å");
        Assert.Equal((25833, "fid", "geom"), (layer.Epsg, layer.KeyColumn, layer.GeometryColumn));
        GeoPackageFeature[] rows = [.. reader.Read(layer, ["LENGDE", "navn", "nummer"], new Findings())];
        Assert.Equal([1.5, "Sørkedalsveien", 7L], rows[0].Values);
        Assert.Equal("LINESTRING (1 2, 3 4)", rows[0].Geometry!.AsText());
        Assert.Equal((2L, null), (rows[1].Fid, rows[1].Geometry));
        Assert.Equal([null, null, null], rows[1].Values);
    }

    [Theory]
    [InlineData("SELECT fid, geom, navn FROM alle WHERE navn <> 'b'", "fid", 1, 3)]
    [InlineData("SELECT alle.fid AS fid, geom, navn FROM alle JOIN (SELECT 3 AS n UNION SELECT 1) ON n = alle.fid ORDER BY alle.fid DESC", "fid", 1, 3)]
    [InlineData("SELECT CAST(fid AS TEXT) AS nr, geom, navn FROM alle WHERE fid <> 2", null, 1, 2)]
    [InlineData("SELECT geom, navn FROM alle WHERE fid <> 2", null, 1, 2)]
    [InlineData("SELECT NULL AS fid, geom, navn FROM alle WHERE fid <> 2", "fid", 1, 2)]
    [InlineData("SELECT abs(-fid) AS nr, geom, navn FROM alle WHERE fid <> 2", "nr", 1, 3)]
    public void View_is_read_as_a_table_is(string select, string? key, int first, int second)
    {
        string path = Written(gpkg =>
        {
            gpkg.AddLayer("alle", "navn TEXT");
            foreach ((string name, int x) in new[] { ("a", 1), ("b", 2), ("c", 3) })
                gpkg.AddRow("alle", SmallGeoPackage.Blob($"POINT ({x} 0)"), name);
            gpkg.AddView("utvalg", select);
        });
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        GeoPackageLayer layer = reader.GetLayer("utvalg");
        Assert.Equal(key, layer.KeyColumn);
        GeoPackageFeature[] rows = [.. reader.Read(layer, ["navn"], new Findings())];
        Assert.Equal([("a", first), ("c", second)], rows.Select(r => ((string)r.Values[0]!, (int)r.Fid)));
        Assert.Equal(["POINT (1 0)", "POINT (3 0)"], rows.Select(r => r.Geometry!.AsText()));
    }

    [Theory]
    [InlineData("SELECT fid, geom FROM borte", "no such table: main.borte")]
    [InlineData("SELECT fid, ST_Buffer(geom, 10) AS geom FROM alle", "no such function: ST_Buffer")]
    public void View_that_cannot_be_answered_says_why_and_harms_no_other_layer(string select, string why)
    {
        string path = Written(gpkg =>
        {
            gpkg.AddLayer("alle", "navn TEXT");
            gpkg.AddRow("alle", SmallGeoPackage.Blob("POINT (1 0)"), "a");
            gpkg.AddView("utvalg", select);
        });
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        Assert.Single(reader.Read(reader.GetLayer("alle"), ["navn"], new Findings()));
        string refusal = Refusal(() => _ = reader.Read(reader.GetLayer("utvalg"), ["navn"], new Findings()).ToArray());
        Assert.Contains(why, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_said()
    {
        Assert.Contains("does not exist", Refusal(() => GeoPackageReader.Open(scratch.File("nei.gpkg"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 this is a zip file or something else that is long enough to hold a header of a hundred bytes, is it not, yes it is")]
    public void File_that_is_no_database_is_refused(string content)
    {
        string path = scratch.Write("x.gpkg", content);
        Assert.Contains("not a GeoPackage", Refusal(() => GeoPackageReader.Open(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Database_without_the_id_of_a_GeoPackage_is_refused()
    {
        string path = scratch.File("plain.gpkg");
        using (var gpkg = new SmallGeoPackage(path, applicationId: 0)) gpkg.AddLayer("a", "");
        Assert.Contains("SQLite database but not", Refusal(() => GeoPackageReader.Open(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Database_without_the_tables_of_a_GeoPackage_is_refused()
    {
        string path = Written(gpkg => gpkg.Run("DROP TABLE gpkg_geometry_columns"));
        Assert.Contains("SQLite database but not", Refusal(() => GeoPackageReader.Open(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_cut_off_says_how_much_is_there()
    {
        string path = ManyRows();
        using (FileStream stream = File.OpenWrite(path)) stream.SetLength(stream.Length / 2);
        Assert.Contains("cut off", Refusal(() => GeoPackageReader.Open(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_overwritten_in_the_middle_is_damage_with_the_table_named()
    {
        string path = ManyRows();
        byte[] bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2 / 4096 * 4096, 8192).Fill(0xEE);
        File.WriteAllBytes(path, bytes);
        string message = Refusal(() =>
        {
            using GeoPackageReader reader = GeoPackageReader.Open(path);
            var findings = new Findings();
            foreach (GeoPackageFeature _ in reader.Read(reader.GetLayer("rader"), ["navn"], findings))
            {
            }
            findings.ThrowIfErrors();
        });
        Assert.Contains(":rader", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_layer_lists_those_there_are()
    {
        string path = Written(gpkg => gpkg.AddLayer("Kommune", ""));
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        string message = Refusal(() => reader.GetLayer("Veglenke"));
        Assert.Contains("no layer Veglenke", message, StringComparison.Ordinal);
        Assert.Contains("Kommune", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_column_is_said_at_once()
    {
        string path = Written(gpkg => gpkg.AddLayer("a", "x TEXT"));
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        var fault = Assert.Throws<InputException>(() => reader.Read(reader.GetLayer("a"), ["x", "y", "z"], new Findings()));
        Assert.Equal(2, fault.Findings.Count);
        Assert.Contains("no column y", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25832, "is in EPSG:25832")]
    [InlineData(4326, "is in EPSG:4326")]
    public void Other_projection_is_refused_with_the_command_that_mends_it(int epsg, string problem)
    {
        string path = Written(gpkg => gpkg.AddLayer("a", "", epsg));
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        string message = Refusal(() => reader.RequireEpsg(reader.GetLayer("a"), 25833));
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains("-t_srs EPSG:25833", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twin_projection_and_undefined_projection_are_told_apart()
    {
        string path = Written(gpkg =>
        {
            gpkg.AddLayer("twin", "", 32633);
            gpkg.AddLayer("none", "");
            gpkg.Run("UPDATE gpkg_geometry_columns SET srs_id = -1 WHERE table_name = 'none'");
        });
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        reader.RequireEpsg(reader.GetLayer("twin"), 25833);
        Assert.Contains("does not say", Refusal(() => reader.RequireEpsg(reader.GetLayer("none"), 25833)), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_and_foreign_geometries_are_errors_at_their_fid_and_the_rest_is_read()
    {
        string path = Written(gpkg =>
        {
            gpkg.AddLayer("a", "");
            gpkg.AddRow("a", SmallGeoPackage.Blob("POINT (1 2)"));
            gpkg.AddRow("a", [1, 2, 3]);
            gpkg.AddRow("a", SmallGeoPackage.Blob("POINT (1 2)", srsId: 25832));
            gpkg.AddRow("a", SmallGeoPackage.Blob("POINT (3 4)", srsId: 0));
        });
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        var findings = new Findings();
        GeoPackageFeature[] rows = [.. reader.Read(reader.GetLayer("a"), [], findings)];
        Assert.Equal([1L, 4L], rows.Select(row => row.Fid));
        Assert.Equal(["a fid 2", "a fid 3"], findings.All.Select(finding => finding.Place));
    }

    [Fact]
    public void Disposed_reader_lets_go_of_the_file()
    {
        string path = Written(gpkg => gpkg.AddLayer("a", ""));
        GeoPackageReader.Open(path).Dispose();
        using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(alone.CanWrite);
    }

    [Fact]
    public void Name_with_signs_that_mean_something_in_an_address_is_opened()
    {
        string path = scratch.File("veg #1 100% æøå?.gpkg");
        using (var gpkg = new SmallGeoPackage(path)) gpkg.AddLayer("a", "");
        using GeoPackageReader reader = GeoPackageReader.Open(path);
        Assert.Single(reader.Layers);
    }

    private static string Refusal(Action action) => Assert.Throws<InputException>(action).Message;

    private string Written(Action<SmallGeoPackage> write)
    {
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path)) write(gpkg);
        return path;
    }

    private string ManyRows() => Written(gpkg =>
    {
        gpkg.AddLayer("rader", "navn TEXT");
        gpkg.Run("BEGIN");
        for (int i = 0; i < 2000; i++) gpkg.AddRow("rader", SmallGeoPackage.Blob("LINESTRING (1 2, 3 4)"), "en rad med litt tekst i");
        gpkg.Run("COMMIT");
    });
}
