using NavGeo.Data.Boundaries;
using NavGeo.Data.Input;
using NavGeo.Data.Projection;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Routing;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.Boundaries;

public sealed class MunicipalityLocatorTests
{
    // Two squares side by side, the left with a lake cut out, and a third apart from them.
    private static readonly MunicipalityLocator Town = new(
    [
        Boundary("0001", "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))"),
        Boundary("0002", "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))"),
        Boundary("0003", "POLYGON ((300 0, 400 0, 400 100, 300 100, 300 0))"),
    ]);

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(150, 10, 1)]
    [InlineData(350, 10, 2)]
    [InlineData(50, 50, -1)]
    [InlineData(250, 50, -1)]
    [InlineData(100, 50, 0)]
    [InlineData(-1, 50, -1)]
    public void Point_is_where_it_is_and_a_common_boundary_is_the_first_ones(double easting, double northing, int expected) =>
        Assert.Equal(expected, Town.Locate(new PlanePoint(easting, northing)));

    [Theory]
    [InlineData(210, 50, 100, 1, 10)]
    [InlineData(290, 50, 100, 2, 10)]
    [InlineData(250, 50, 100, 1, 50)]
    [InlineData(250, 50, 49, -1, double.PositiveInfinity)]
    [InlineData(50, 55, 10, 0, 5)]
    public void Nearest_is_by_distance_to_the_boundary_and_first_on_a_tie(double easting, double northing, double within, int index, double metres) =>
        Assert.Equal(new NearestMunicipality(index, metres), Town.NearestWithin(new PlanePoint(easting, northing), within));

    [Fact]
    public void Many_points_are_settled_with_a_count_of_how()
    {
        LocatedPoints located = Town.LocateAll(
            [new PlanePoint(10, 10), new PlanePoint(205, 10), new PlanePoint(289, 10), new PlanePoint(900, 900)], 20);
        Assert.Equal([0, 1, 2, -1], located.Municipalities);
        Assert.Equal((1, 2, 11.0, 1), (located.InsideCount, located.NearestCount, located.FarthestNearestMetres, located.OutsideCount));
    }

    [Theory]
    [InlineData(50, 50, 1)]
    [InlineData(35, 50, 0)]
    [InlineData(210, 10, 0)]
    [InlineData(150, 50, -1)]
    [InlineData(260, 60, 1)]
    public void Municipality_within_another_and_parts_on_islands_are_told_apart(double easting, double northing, int expected)
    {
        // The second lies in a hole of the first and owns an islet beside the first's island.
        var locator = new MunicipalityLocator(
        [
            Boundary("0001", "MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40)), ((200 0, 250 0, 250 100, 200 100, 200 0)))"),
            Boundary("0002", "MULTIPOLYGON (((40 40, 60 40, 60 60, 40 60, 40 40)), ((255 50, 270 50, 270 70, 255 70, 255 50)))"),
        ]);
        Assert.Equal(expected, locator.Locate(new PlanePoint(easting, northing)));
    }

    [Fact]
    public void Points_in_the_sea_are_listed_with_the_nearest_however_far()
    {
        LocatedPoints located = Town.LocateAll([new PlanePoint(10, 10), new PlanePoint(205, 10), new PlanePoint(900, 100)], 20);
        Assert.Equal([new OutsidePoint(1, 1, 5, IsGiven: true), new OutsidePoint(2, 2, 500, IsGiven: false)], located.Outside);
    }

    [Fact]
    public void Every_square_with_people_is_settled_in_the_coarse_boundaries_of_2018()
    {
        PopulationGrid grid = PeopleFile.Read(RealData.Path("population/ru250m_2015.csv"), new Findings());
        var locator = new MunicipalityLocator(BoundaryReader.Read(RealData.Path("municipalities/kommune_2018.geojson"), new Findings()));
        LocatedPoints located = locator.LocateAll(grid.Middles);
        Assert.Equal(192_192, located.InsideCount);
        Assert.Equal(27_845, located.NearestCount);
        Assert.Equal(134, located.OutsideCount);
        Assert.True(located.FarthestNearestMetres <= MunicipalityLocator.DefaultToleranceMetres);
        Assert.Equal(located.Municipalities, locator.LocateAll(grid.Middles).Municipalities);
    }

    [Theory]
    [InlineData(8.945, 60.699, "Gol")]
    [InlineData(8.205, 60.534, "Hol")]
    [InlineData(10.7522, 59.9139, "Oslo")]
    [InlineData(14.4049, 67.2804, "Bodø")]
    [InlineData(31.1107, 70.3705, "Vardø")]
    public void Town_lies_in_its_municipality(double longitude, double latitude, string name)
    {
        var locator = new MunicipalityLocator(BoundaryReader.Read(RealData.Path("municipalities/kommune_2024.geojson"), new Findings()));
        int index = locator.Locate(MapProjection.Norway.ToPlane(new GeoPoint(longitude, latitude)));
        Assert.Equal(name, locator.Boundaries[index].Name);
    }

    private static MunicipalityBoundary Boundary(string number, string wkt) => new(number, number, new WKTReader().Read(wkt));
}
