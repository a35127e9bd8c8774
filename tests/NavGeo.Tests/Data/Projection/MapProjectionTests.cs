using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Tests.Data.Projection;

public sealed class MapProjectionTests
{
    // Control values: PROJ 9.1.1, cs2cs -f %.4f EPSG:4258 EPSG:25832 (…33, …35).
    [Theory]
    [InlineData(25832, 10.7522, 59.9139, 597979.9029, 6643118.9914)]
    [InlineData(25832, 7.0517, 57.9826, 384791.3836, 6428434.0501)]
    [InlineData(25832, 4.65, 61.53, 268778.0828, 6829544.8028)]
    [InlineData(25832, 23.6821, 70.6634, 1037929.3085, 7905327.7664)]
    [InlineData(25833, 10.7522, 59.9139, 262560.4822, 6649443.5840)]
    [InlineData(25833, 14.4049, 67.2804, 474351.6838, 7462761.7303)]
    [InlineData(25833, 31.1107, 70.3705, 1097843.7839, 7887003.0383)]
    [InlineData(25833, 25.7836, 71.1713, 886617.7832, 7931060.8927)]
    [InlineData(25833, 4.65, 61.53, -48794.0160, 6865569.8345)]
    [InlineData(25833, 7.0517, 57.9826, 30617.6506, 6454447.3509)]
    [InlineData(25833, 15, 65, 500000.0000, 7208454.5815)]
    [InlineData(25835, 31.1107, 70.3705, 654019.3677, 7812397.9207)]
    [InlineData(25835, 25.7836, 71.1713, 456186.6164, 7896942.2094)]
    [InlineData(25835, 14.4049, 67.2804, -39762.8973, 7517650.0329)]
    public void Control_point_of_PROJ_is_met_within_a_centimetre(int epsg, double longitude, double latitude, double easting, double northing)
    {
        PlanePoint point = MapProjection.ForEpsg(epsg).ToPlane(new GeoPoint(longitude, latitude));
        Assert.Equal(easting, point.Easting, 0.01);
        Assert.Equal(northing, point.Northing, 0.01);
    }

    [Theory]
    [InlineData(25832)]
    [InlineData(25833)]
    [InlineData(25835)]
    public void There_and_back_again_is_the_same_millimetre_over_all_of_Norway(int epsg)
    {
        MapProjection projection = MapProjection.ForEpsg(epsg);
        double worst = 0;
        for (double longitude = 4; longitude <= 32; longitude += 0.25)
        {
            for (double latitude = 57.5; latitude <= 71.5; latitude += 0.25)
            {
                PlanePoint start = projection.ToPlane(new GeoPoint(longitude, latitude));
                worst = Math.Max(worst, start.DistanceTo(projection.ToPlane(projection.ToGeo(start))));
            }
        }
        Assert.True(worst < 0.001, $"worst {worst} m");
    }

    [Fact]
    public void Vardo_comes_back_to_its_degrees()
    {
        GeoPoint back = MapProjection.Norway.ToGeo(new PlanePoint(1097843.7839, 7887003.0383));
        Assert.Equal(31.1107, back.Longitude, 3e-7);
        Assert.Equal(70.3705, back.Latitude, 1e-7);
    }

    [Theory]
    [InlineData(32633, 25833)]
    [InlineData(25835, 25835)]
    [InlineData(32632, 25832)]
    public void Twin_of_WGS84_is_the_same_zone(int asked, int epsg) => Assert.Equal(epsg, MapProjection.ForEpsg(asked).Epsg);

    [Theory]
    [InlineData(4326)]
    [InlineData(3857)]
    [InlineData(25801)]
    [InlineData(0)]
    public void Unknown_code_is_not_found(int epsg)
    {
        Assert.Null(MapProjection.Find(epsg));
        Assert.Throws<ArgumentOutOfRangeException>(() => MapProjection.ForEpsg(epsg));
    }

    [Fact]
    public void Many_threads_give_what_one_gives()
    {
        GeoPoint[] places = [.. Enumerable.Range(0, 20_000).Select(i => new GeoPoint(5 + i % 260 * 0.1, 58 + i % 130 * 0.1))];
        PlanePoint[] alone = [.. places.Select(MapProjection.Norway.ToPlane)];
        GeoPoint[] aloneBack = [.. alone.Select(MapProjection.Norway.ToGeo)];
        var together = new PlanePoint[places.Length];
        var togetherBack = new GeoPoint[places.Length];
        Parallel.For(0, places.Length, i =>
        {
            together[i] = MapProjection.Norway.ToPlane(places[i]);
            togetherBack[i] = MapProjection.Norway.ToGeo(together[i]);
        });
        Assert.Equal(alone, together);
        Assert.Equal(aloneBack, togetherBack);
    }
}
