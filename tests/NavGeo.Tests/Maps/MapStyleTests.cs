using System.Globalization;
using NavGeo.Maps.Styles;
using NavGeo.Routing;

namespace NavGeo.Tests.Maps;

public sealed class MapStyleTests
{
    [Fact]
    public void Every_class_is_clearly_darker_than_the_one_before_so_grey_print_keeps_the_order()
    {
        double[] lightness = [.. MapStyle.TravelTime.Classes.Select(c => Lightness(c.Colour))];
        for (int i = 1; i < lightness.Length; i++)
            Assert.True(lightness[i - 1] - lightness[i] >= 7, $"class {i}: L* {lightness[i - 1]:0.0} to {lightness[i]:0.0}");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(900_000, 0)]
    [InlineData(900_001, 1)]
    [InlineData(5_400_000, 4)]
    [InlineData(5_400_001, 5)]
    public void Times_on_a_bound_belong_to_the_class_below(int milliseconds, int index) =>
        Assert.Equal(index, MapStyle.TravelTime.ClassOf(TravelTime.FromMilliseconds(milliseconds)));

    [Fact]
    public void No_way_is_no_class() => Assert.Equal(-1, MapStyle.TravelTime.ClassOf(TravelTime.Unreachable));

    /// <summary>CIE L* of an sRGB colour: what the eye sees of it in grey.</summary>
    private static double Lightness(string colour)
    {
        double red = Linear(colour[1..3]), green = Linear(colour[3..5]), blue = Linear(colour[5..7]);
        double luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return 116 * Math.Cbrt(luminance) - 16;
    }

    private static double Linear(string hexadecimal)
    {
        double share = int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
