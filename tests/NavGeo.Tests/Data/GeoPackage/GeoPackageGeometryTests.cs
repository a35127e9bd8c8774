using NavGeo.Data.Formats.GeoPackage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace NavGeo.Tests.Data.GeoPackage;

public sealed class GeoPackageGeometryTests
{
    [Theory]
    [InlineData("POINT (1 2)")]
    [InlineData("LINESTRING (1 2, 3 4, 5 6)")]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))")]
    [InlineData("MULTIPOINT ((1 2), (3 4))")]
    [InlineData("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))")]
    [InlineData("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))")]
    public void Every_kind_comes_back_whatever_its_envelope_and_byte_order(string wkt)
    {
        Geometry expected = new WKTReader().Read(wkt);
        for (int envelope = 0; envelope <= 4; envelope++)
        {
            foreach (bool littleEndian in (bool[])[true, false])
            {
                Geometry? read = GeoPackageGeometry.Decode(
                    SmallGeoPackage.Blob(wkt, 25833, envelope, littleEndian), out int srsId);
                Assert.True(expected.EqualsExact(read));
                Assert.Equal(25833, srsId);
            }
        }
    }

    [Theory]
    [InlineData("LINESTRING Z (1 2 100, 3 4 200)", Ordinates.XYZ)]
    [InlineData("LINESTRING ZM (1 2 100 7, 3 4 200 8)", Ordinates.XYZM)]
    public void Heights_and_measures_are_passed_over(string wkt, Ordinates ordinates)
    {
        Geometry? read = GeoPackageGeometry.Decode(SmallGeoPackage.Blob(wkt, ordinates: ordinates), out _);
        Assert.Equal("LINESTRING (1 2, 3 4)", read!.AsText());
    }

    [Theory]
    [InlineData(1002u)]
    [InlineData(0x80000002u)]
    [InlineData(2002u)]
    [InlineData(0x40000002u)]
    public void Third_ordinate_is_passed_over_in_both_ways_of_writing_it(uint code)
    {
        byte[] wkb = [1, .. BitConverter.GetBytes(code), .. BitConverter.GetBytes(2), .. Doubles(1, 2, 9, 3, 4, 9)];
        Assert.Equal("LINESTRING (1 2, 3 4)", GeoPackageGeometry.Decode(SmallGeoPackage.Blob(wkb), out _)!.AsText());
    }

    [Fact]
    public void Empty_geometry_is_null_by_flag_and_by_content()
    {
        Assert.Null(GeoPackageGeometry.Decode(SmallGeoPackage.Blob("LINESTRING EMPTY"), out _));
        Assert.Null(GeoPackageGeometry.Decode(SmallGeoPackage.Blob([], empty: true), out _));
        byte[] nan = [1, 1, 0, 0, 0, .. Doubles(double.NaN, double.NaN)];
        Assert.Null(GeoPackageGeometry.Decode(SmallGeoPackage.Blob(nan), out _));
    }

    [Theory]
    [InlineData("LINESTRING (1 2, 3 4, 5 6)")]
    [InlineData("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))")]
    public void Blob_cut_off_anywhere_is_refused(string wkt)
    {
        byte[] blob = SmallGeoPackage.Blob(wkt, envelopeKind: 1);
        for (int length = 0; length < blob.Length; length++)
            Assert.Throws<FormatException>(() => GeoPackageGeometry.Decode(blob[..length], out _));
    }

    [Fact]
    public void Count_beyond_the_bytes_is_refused_before_memory_is_asked_for()
    {
        byte[] wkb = [1, 2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Throws<FormatException>(() => GeoPackageGeometry.Decode(SmallGeoPackage.Blob(wkb), out _));
    }

    [Theory]
    [InlineData(8u)]
    [InlineData(13u)]
    [InlineData(0u)]
    [InlineData(5002u)]
    public void Curve_or_unknown_kind_is_refused(uint code)
    {
        byte[] wkb = [1, .. BitConverter.GetBytes(code), 0, 0, 0, 0];
        Assert.Throws<FormatException>(() => GeoPackageGeometry.Decode(SmallGeoPackage.Blob(wkb), out _));
    }

    [Fact]
    public void Any_single_damaged_byte_gives_a_geometry_or_a_refusal_but_no_crash()
    {
        byte[] blob = SmallGeoPackage.Blob("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))", envelopeKind: 1);
        for (int at = 0; at < blob.Length; at++)
        {
            foreach (byte value in (byte[])[0, 1, 7, 0x7F, 0x80, 0xFF])
            {
                byte[] damaged = [.. blob];
                damaged[at] = value;
                Exception? fault = Record.Exception(() => GeoPackageGeometry.Decode(damaged, out _));
                Assert.True(fault is null or FormatException, $"byte {at} = {value}: {fault}");
            }
        }
    }

    private static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
