using NavGeo.Maps.Drawing;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Projection;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Maps;

public sealed class SheetPartTests
{
    [Theory]
    [InlineData(8.5, 60.7)]
    [InlineData(15, 68)]
    [InlineData(30.5, 70)]
    public void Arrow_turns_from_grid_north_by_the_meridian_convergence(double longitude, double latitude)
    {
        PlanePoint point = MapProjection.Norway.ToPlane(new GeoPoint(longitude, latitude));
        // First terms of the series of the convergence of a transverse Mercator; east of 15° true north lies to the left.
        double offset = (longitude - 15) * Math.PI / 180;
        double sine = Math.Sin(latitude * Math.PI / 180);
        double cosine = Math.Cos(latitude * Math.PI / 180);
        double convergence = (offset * sine + offset * offset * offset * sine * cosine * cosine / 3) * 180 / Math.PI;
        Assert.Equal(-convergence, NorthArrow.DegreesToTrueNorth(point, 25833), 0.01);
    }

    [Fact]
    public void Window_shows_the_whole_extent_at_a_round_scale()
    {
        var extent = new Envelope(100_000, 210_000, 6_700_000, 6_790_000);
        var frame = PaperFrame.Fit(extent, new PaperBox(10, 28, 219, 188), 6);
        Assert.Equal(700_000, frame.Denominator);
        Assert.True(frame.Extent.Contains(extent));
        PaperPoint corner = frame.ToPaper(new PlanePoint(100_000, 6_790_000));
        Assert.True(frame.Box.Grown(-6).Contains(corner));
    }

    [Fact]
    public void Single_place_still_has_a_window() =>
        Assert.True(PaperFrame.Fit(new Envelope(1, 1, 2, 2), new PaperBox(0, 0, 100, 100), 5).Denominator > 0);

}
