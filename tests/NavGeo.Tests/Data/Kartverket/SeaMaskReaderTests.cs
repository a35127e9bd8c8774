using NavGeo.Data.Kartverket;
using NavGeo.Planning.Language;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Tests.Data.GeoPackage;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.Kartverket;

public sealed class SeaMaskReaderTests
{
    [Fact]
    public void Square_is_sea_where_its_middle_is()
    {
        WaterMask mask = Draw("POLYGON ((5 5, 95 5, 95 25, 5 25, 5 5))", 10);
        Assert.Equal((10, 3), (mask.Columns, mask.Rows));
        Assert.True(mask.IsSea(new PlanePoint(9.9, 9.9)));
        Assert.True(mask.IsSea(new PlanePoint(89, 19)));
        Assert.False(mask.IsSea(new PlanePoint(95, 15)));
        Assert.False(mask.IsSea(new PlanePoint(50, 26)));
    }

    [Fact]
    public void Island_is_land_and_overlapping_areas_stay_sea()
    {
        WaterMask mask = Draw(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0), (400 400, 600 400, 600 600, 400 600, 400 400)), POLYGON ((0 0, 300 0, 300 300, 0 300, 0 0)))", 10);
        Assert.False(mask.IsSea(new PlanePoint(500, 500)));
        Assert.True(mask.IsSea(new PlanePoint(155, 155)));
        Assert.True(mask.IsSea(new PlanePoint(700, 500)));
    }

    [Fact]
    public void Extent_can_be_narrowed()
    {
        WaterMask mask = Draw("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))", 10, new Envelope(205, 395, 205, 395));
        Assert.Equal((new PlanePoint(200, 200), 20, 20), (mask.Origin, mask.Columns, mask.Rows));
        Assert.True(mask.IsSea(new PlanePoint(201, 201)));
        Assert.False(mask.IsSea(new PlanePoint(150, 150)));
        Assert.Equal(0, Draw("POLYGON ((0 0, 1 0, 1 1, 0 0))", 10, new Envelope(50, 60, 50, 60)).Columns);
    }

    [Fact]
    public void Every_square_agrees_with_a_question_for_its_middle()
    {
        var random = new Random(20180101);
        for (int round = 0; round < 30; round++)
        {
            Geometry[] areas = [Star(random), Star(random), Star(random)];
            WaterMask mask = SeaMaskReader.Draw(areas, 7);
            IndexedPointInAreaLocator[] locators = [.. areas.Select(area => new IndexedPointInAreaLocator(area))];
            for (int row = 0; row < mask.Rows; row++)
            {
                for (int column = 0; column < mask.Columns; column++)
                {
                    var middle = new PlanePoint(mask.Origin.Easting + (column + 0.5) * 7, mask.Origin.Northing + (row + 0.5) * 7);
                    bool expected = Array.Exists(locators, locator => locator.Locate(new Coordinate(middle.Easting, middle.Northing)) == Location.Interior);
                    Assert.True(expected == mask.IsSea(middle), $"round {round}, square {column},{row}");
                }
            }
        }
    }

    [Fact]
    public void File_without_sea_gives_no_mask_and_a_layer_of_lines_is_refused()
    {
        using var scratch = new ScratchFolder();
        string path = scratch.File("x.gpkg");
        using (var gpkg = new SmallGeoPackage(path)) gpkg.AddLayer("Veglenke", "");
        Assert.Null(SeaMaskReader.Find(path));
        using (var gpkg = new SmallGeoPackage(scratch.File("y.gpkg")))
        {
            gpkg.AddLayer("Havflate", "");
            gpkg.AddRow("Havflate", SmallGeoPackage.Blob("LINESTRING (0 0, 1 1)"));
        }
        Assert.Throws<InputException>(() => SeaMaskReader.Find(scratch.File("y.gpkg")));
    }

    [Fact]
    public void Fjords_are_sea_and_towns_and_lakes_are_land()
    {
        WaterMask mask = SeaMaskReader.Find(RealData.Path("roads/n1000.gpkg"))!;
        Assert.True(At(14.0, 67.9), "Vestfjorden");
        Assert.True(At(10.55, 59.45), "Oslofjorden between Horten and Moss");
        Assert.True(At(10.68, 59.87), "inner Oslofjorden");
        Assert.True(At(6.5, 61.13), "Sognefjorden");
        Assert.True(At(5.28, 60.41), "Byfjorden by Bergen");
        Assert.False(At(14.4049, 67.2804), "Bodø centre");
        Assert.False(At(10.7522, 59.9139), "Oslo centre");
        Assert.False(At(8.945, 60.699), "Gol");
        Assert.False(At(11.0, 60.7), "Mjøsa, a lake");
        Assert.False(At(25.0, 69.0), "Finnmarksvidda");

        bool At(double longitude, double latitude) => mask.IsSea(MapProjection.Norway.ToPlane(new GeoPoint(longitude, latitude)));
    }

    private static WaterMask Draw(string wkt, double squareMetres, Envelope? within = null)
    {
        Geometry whole = new WKTReader().Read(wkt);
        return SeaMaskReader.Draw([.. Enumerable.Range(0, whole.NumGeometries).Select(whole.GetGeometryN)], squareMetres, within);
    }

    private static Polygon Star(Random random)
    {
        double east = random.NextDouble() * 300;
        double north = random.NextDouble() * 300;
        int points = random.Next(3, 40);
        var ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / points);
            double radius = 10 + random.NextDouble() * 200;
            ring[i] = new Coordinate(east + radius * cosine, north + radius * sine);
        }
        ring[points] = ring[0].Copy();
        return new Polygon(new LinearRing(ring));
    }
}
