using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Tests.Data.GeoPackage;

namespace NavGeo.Tests.Data.Boundaries;

public sealed class GeoPackageBoundaryReaderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Rows_of_a_municipality_are_joined_and_sorted_by_number()
    {
        IReadOnlyList<MunicipalityBoundary> read = Read(gpkg =>
        {
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((0 0, 9 0, 9 9, 0 0))"), "1103", "Stavanger");
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((20 0, 29 0, 29 9, 20 0))"), "0301", "Oslo");
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((40 0, 49 0, 49 9, 40 0))"), "1103", "Stavanger");
        });
        Assert.Equal(["0301", "1103"], read.Select(boundary => boundary.Number));
        Assert.Equal(2, read[1].Area.NumGeometries);
    }

    [Fact]
    public void Rows_without_number_name_or_area_are_errors_at_their_fid()
    {
        var fault = Assert.Throws<InputException>(() => Read(gpkg =>
        {
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((0 0, 9 0, 9 9, 0 0))"), "x", "Stavanger");
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POLYGON ((0 0, 9 0, 9 9, 0 0))"), "0301", null);
            gpkg.AddRow("Kommune", SmallGeoPackage.Blob("POINT (1 1)"), "0301", "Oslo");
            gpkg.AddRow("Kommune", null, "0301", "Oslo");
        }));
        Assert.Equal(["Kommune fid 1", "Kommune fid 2", "Kommune fid 3", "Kommune fid 4"], fault.Findings.Select(finding => finding.Place));
    }

    [Fact]
    public void Boundaries_out_to_sea_hold_all_but_a_handful_of_the_squares_with_people()
    {
        IReadOnlyList<MunicipalityBoundary> boundaries = GeoPackageBoundaryReader.Read(RealData.Path("roads/n1000.gpkg"), new Findings());
        PopulationGrid grid = PeopleFile.Read(RealData.Path("population/ru250m_2015.csv"), new Findings());
        LocatedPoints located = new MunicipalityLocator(boundaries).LocateAll(grid.Middles, 500);
        Assert.Equal(357, boundaries.Count);
        Assert.Equal((9, 0), (located.NearestCount, located.OutsideCount));
    }

    private IReadOnlyList<MunicipalityBoundary> Read(Action<SmallGeoPackage> write)
    {
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path))
        {
            gpkg.AddLayer("Kommune", "kommunenummer TEXT, kommunenavn TEXT");
            write(gpkg);
        }
        return GeoPackageBoundaryReader.Read(path, new Findings());
    }
}
