using NavGeo.Planning.Reach;
using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Planning.Reach;

public sealed class SquareOutlineTests
{
    [Fact]
    public void Outline_of_any_squares_is_valid_and_covers_them_and_no_other()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int columns = random.Next(1, 9);
            bool[] isIn = [.. Enumerable.Range(0, columns * random.Next(1, 9)).Select(_ => random.Next(100) < 20 + seed % 70)];
            MultiPolygon outline = SquareOutline.Of(isIn, columns, (column, row) => new PlanePoint(column * 10, row * 10));
            Assert.True(outline.IsValid, $"seed {seed}: {outline}");
            Assert.Equal(isIn.Count(i => i) * 100, outline.Area, 6);
            for (int square = 0; square < isIn.Length; square++)
            {
                Point middle = outline.Factory.CreatePoint(new Coordinate(square % columns * 10 + 5, square / columns * 10 + 5));
                Assert.True(isIn[square] == outline.Covers(middle), $"seed {seed}, square {square}");
            }
        }
    }

    [Fact]
    public void Squares_that_touch_at_a_corner_are_two_polygons()
    {
        MultiPolygon outline = SquareOutline.Of([true, false, false, true], 2, (column, row) => new PlanePoint(column, row));
        Assert.Equal(2, outline.NumGeometries);
        Assert.Equal(5, outline.GetGeometryN(0).NumPoints);
    }

    [Fact]
    public void Squares_by_their_middles_are_joined_as_by_a_union_of_them()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            PlanePoint[] middles = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => new PlanePoint(-74_875 + 250 * random.Next(9), 6_450_125 + 250 * random.Next(9)))];
            MultiPolygon outline = SquareOutline.Around(middles, 250)!;
            Geometry union = NetTopologySuite.Operation.Union.UnaryUnionOp.Union([.. middles.Distinct().Select(m => (Geometry)outline.Factory.ToGeometry(
                new Envelope(m.Easting - 125, m.Easting + 125, m.Northing - 125, m.Northing + 125)))]);
            Assert.True(outline.IsValid && outline.EqualsTopologically(union), $"seed {seed}: {outline}");
        }
        Assert.Null(SquareOutline.Around([new PlanePoint(0, 0), new PlanePoint(250, 10)], 250));
        Assert.Null(SquareOutline.Around([], 250));
    }

    [Fact]
    public void No_squares_make_no_polygons() =>
        Assert.True(SquareOutline.Of([false, false], 2, (_, _) => default).IsEmpty);
}
