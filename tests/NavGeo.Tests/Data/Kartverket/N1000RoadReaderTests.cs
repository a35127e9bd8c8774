using NavGeo.Data.Kartverket;
using NavGeo.Data.Roads;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Kartverket;

public sealed class N1000RoadReaderTests : IDisposable
{
    private const string Columns = "typeVeg TEXT, vegkategori TEXT, vegnummer INTEGER, motorvegtype TEXT, vegfase TEXT";
    private const string Line = "LINESTRING (0 0, 3 4)";

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Kinds_categories_and_numbers_follow_the_columns()
    {
        RoadImport import = Read(gpkg =>
        {
            Row(gpkg, "enkelBilveg", "F", 50, null, "V");
            Row(gpkg, "enkelBilveg", "E", 6, "motorveg", "V");
            Row(gpkg, "enkelBilveg", "R", 4, "motortrafikkveg", "V");
            Row(gpkg, "enkelBilveg", "E", 16, "IkkeMotorveg", "V");
            Row(gpkg, "bilferje", "E", 39, null, null);
            Row(gpkg, "passasjerferje", null, null, null, null);
            Row(gpkg, "kanalisertVeg", "K", null, null, "V");
        });
        Assert.Equal(
            [LinkKind.Road, LinkKind.Motorway, LinkKind.Expressway, LinkKind.Road, LinkKind.CarFerry, LinkKind.PassengerBoat, LinkKind.Road],
            import.Links.Select(link => link.Kind));
        Assert.Equal(["Fv 50", "E 6", "Rv 4", "E 16", "E 39", "", ""], import.Links.Select(link => link.Road.ToString()));
        Assert.Equal(RoadCategory.Municipal, import.Links[6].Category);
        Assert.Equal([new PlanePoint(0, 0), new PlanePoint(3, 4)], import.Links[0].Shape);
        Assert.Empty(import.Dropped);
    }

    [Fact]
    public void What_is_left_out_is_counted_by_reason_and_said()
    {
        var findings = new Findings();
        RoadImport import = Read(
            gpkg =>
            {
                Row(gpkg, "enkelBilveg", "F", 50, null, "V");
                Row(gpkg, "sti", null, null, null, null);
                Row(gpkg, "sti", null, null, null, null);
                Row(gpkg, "barmarksløype", null, null, null, null);
                Row(gpkg, "enkelBilveg", "E", 6, null, "P");
                Row(gpkg, "svevebane", null, null, null, null);
                gpkg.AddRow("Veglenke", null, "enkelBilveg", "F", 1, null, "V");
                gpkg.AddRow("Veglenke", SmallGeoPackage.Blob("POINT (1 1)"), "enkelBilveg", "F", 1, null, "V");
                gpkg.AddRow("Veglenke", SmallGeoPackage.Blob("LINESTRING (1 1, 1 1)"), "enkelBilveg", "F", 1, null, "V");
            },
            findings);
        Assert.Single(import.Links);
        Assert.Equal(9, import.RowCount);
        Assert.Equal(
            [
                new DroppedRoads(DropReason.NotForCars, "barmarksløype", 1), new DroppedRoads(DropReason.NotForCars, "sti", 2),
                new DroppedRoads(DropReason.NotYetOpen, "P", 1), new DroppedRoads(DropReason.UnknownKind, "svevebane", 1),
                new DroppedRoads(DropReason.NoGeometry, "", 2), new DroppedRoads(DropReason.ZeroLength, "", 1),
            ],
            import.Dropped);
        Assert.Equal(6, findings.All.Count);
        Assert.Equal(3, findings.All.Count(finding => finding.Severity == Severity.Warning));
    }

    [Fact]
    public void Row_with_two_lines_is_two_links()
    {
        RoadImport import = Read(gpkg => gpkg.AddRow(
            "Veglenke", SmallGeoPackage.Blob("MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))"), "enkelBilveg", "F", 1, null, "V"));
        Assert.Equal(2, import.Links.Count);
    }

    [Fact]
    public void Columns_in_other_case_and_layer_of_the_sister_product_are_read()
    {
        string path = scratch.File("n50.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            gpkg.AddLayer("VegSenterlinje", "typeveg TEXT, VEGKATEGORI TEXT, vegnummer TEXT, MotorvegType TEXT, vegfase TEXT");
            gpkg.AddRow("VegSenterlinje", SmallGeoPackage.Blob(Line), "enkelBilveg", "R", "7", null, "V");
        }
        Assert.Equal("Rv 7", N1000RoadReader.Read(path, new Findings()).Links[0].Road.ToString());
    }

    [Fact]
    public void File_with_paths_only_is_refused()
    {
        var fault = Assert.Throws<InputException>(() => Read(gpkg => Row(gpkg, "sti", null, null, null, null)));
        Assert.Contains("no open road", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_column_is_named()
    {
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path)) gpkg.AddLayer("Veglenke", "typeVeg TEXT, vegkategori TEXT, vegnummer INTEGER, motorvegtype TEXT");
        var fault = Assert.Throws<InputException>(() => N1000RoadReader.Read(path, new Findings()));
        Assert.Contains("no column vegfase", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_country_is_read_with_nothing_lost()
    {
        var findings = new Findings();
        RoadImport import = N1000RoadReader.Read(RealData.Path("roads/n1000.gpkg"), findings);
        Assert.Equal(14_466, import.RowCount);
        Assert.Equal(14_466 - 924 - 62 - 13, import.Links.Count);
        Assert.Equal(240, import.Links.Count(link => link.Kind == LinkKind.CarFerry));
        Assert.Equal(25, import.Links.Count(link => link.Kind == LinkKind.PassengerBoat));
        Assert.Equal(217 + 27 + 2 + 33 + 7, import.Links.Count(link => link.Kind == LinkKind.Motorway));
        Assert.Equal(112 + 12 + 2 + 16 + 2, import.Links.Count(link => link.Kind == LinkKind.Expressway));
        Assert.Equal("2024-10-15", import.Source.Date);
        Assert.Equal(0, findings.ErrorCount);
        Assert.DoesNotContain(findings.All, finding => finding.Severity != Severity.Note);
    }

    private static void Row(SmallGeoPackage gpkg, string kind, string? category, int? number, string? motorway, string? phase) =>
        gpkg.AddRow("Veglenke", SmallGeoPackage.Blob(Line), kind, category, number, motorway, phase);

    private RoadImport Read(Action<SmallGeoPackage> write, Findings? findings = null)
    {
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            gpkg.AddLayer("Veglenke", Columns);
            write(gpkg);
        }
        return N1000RoadReader.Read(path, findings ?? new Findings());
    }
}
