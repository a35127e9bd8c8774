using NavGeo.Data.Boundaries;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.Boundaries;

public sealed class OutlineTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void No_slit_is_left_between_neighbours(double gap)
    {
        Geometry[] areas = [Box(0, 0, 1000, 1000), Box(1000 + gap, 0, 2000, 1000), Box(0, 1000 + gap, 2000, 2000)];
        Geometry whole = Outline.Dissolved(areas);
        var polygon = Assert.IsType<Polygon>(whole);
        Assert.Empty(polygon.Holes);
        Assert.Equal(4_000_000, polygon.Area, 10.0);
    }

    [Fact]
    public void Islands_stay_apart_and_one_alone_is_itself()
    {
        Geometry one = new WKTReader().Read("POLYGON ((0 0, 9 0, 9 9, 0 0))");
        Assert.Same(one, Outline.Dissolved([one]));
        Assert.Equal(2, Outline.Dissolved([Box(0, 0, 100, 100), Box(200, 0, 300, 100)]).NumGeometries);
    }

    private static Geometry Box(double west, double south, double east, double north) =>
        new GeometryFactory().ToGeometry(new Envelope(west, east, south, north));
}
