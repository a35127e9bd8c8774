using System.Text;
using System.Text.Json;
using NavGeo.Data.Formats.GeoJson;
using NavGeo.Planning.Projection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.GeoJson;

public sealed class GeoJsonGeometryTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("{\"geometry\":null}")]
    [InlineData("{\"geometry\":{\"type\":\"Point\"}}")]
    [InlineData("{\"geometry\":{\"type\":null,\"coordinates\":[1,2]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Circle\",\"coordinates\":[1,2]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e999,2]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}")]
    [InlineData("{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}}")]
    [InlineData("{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0]]}}")]
    public void What_is_missing_or_damaged_is_no_geometry(string feature) =>
        Assert.Null(GeoJsonGeometry.Of<Geometry>(JsonDocument.Parse(feature).RootElement));

    [Fact]
    public void Another_kind_than_the_wanted_is_none()
    {
        JsonElement feature = JsonDocument.Parse("{\"geometry\":{\"coordinates\":[10,60,7],\"type\":\"Point\"}}").RootElement;
        Assert.Null(GeoJsonGeometry.Of<LineString>(feature));
        Assert.Equal((10, 60), GeoJsonGeometry.PositionOf(feature) is { } at ? (at.Longitude, at.Latitude) : default);
    }

    [Fact]
    public void Rings_are_written_as_the_standard_turns_them_and_rounded()
    {
        Geometry area = new WKTReader().Read("MULTIPOLYGON (((0 0, 0 9.127, 9 9, 9 0, 0 0), (2 2, 3 2, 3 3, -0.001 3, 2 2)))");
        Assert.Equal(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,9.13],[0,0]],[[2,2],[0,3],[3,3],[3,2],[2,2]]]]}", Written(area, null, 2));
        Assert.Equal("POLYGON ((0 0, 0 9.127, 9 9, 9 0, 0 0), (2 2, 3 2, 3 3, -0.001 3, 2 2))", area.GetGeometryN(0).AsText());
    }

    [Fact]
    public void What_is_written_in_degrees_comes_back_in_metres()
    {
        Geometry line = new WKTReader().Read("LINESTRING (262000 6650000, 262500.5 6650100.25)");
        JsonElement feature = JsonDocument.Parse("{\"geometry\":" + Written(line, MapProjection.Norway, 6) + "}").RootElement;
        Geometry read = GeoJsonGeometry.ToPlane(GeoJsonGeometry.Of<LineString>(feature)!, line.Factory, MapProjection.Norway);
        Assert.True(read.EqualsExact(line, 0.1), read.AsText());
    }

    private static string Written(Geometry geometry, MapProjection? projection, int decimals)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) GeoJsonGeometry.Write(json, geometry, projection, decimals);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
