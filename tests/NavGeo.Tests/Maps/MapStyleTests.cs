using System.Globalization;
using System.Text;
using System.Text.Json;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Comparing;
using NavGeo.Routing;

namespace NavGeo.Tests.Maps;

public sealed class MapStyleTests
{
    [Fact]
    public void Every_class_is_clearly_darker_than_the_one_before_so_grey_print_keeps_the_order() =>
        AssertDarkening(MapStyle.TravelTime.Classes.Select(c => c.Colour));

    [Fact]
    public void Losses_are_solid_and_darken_up_to_hatched_black_for_who_is_cut_off()
    {
        string[] worse = [.. ChangeScale.Classes.Index().Where(c => c.Item.Kind is ChangeKind.Unchanged or ChangeKind.Longer or ChangeKind.AccessLost).Select(c => c.Item.Name)];
        AssertDarkening(worse.Reverse().Select(name => Look(name).Colour));
        Assert.All(worse, name => Assert.Equal(name == "access_lost", Look(name).Hatch is not null));
    }

    [Fact]
    public void Gains_are_hatched_and_darken_too()
    {
        string[] better = [.. ChangeScale.Classes.Where(c => c.Kind == ChangeKind.Shorter).Select(c => c.Name)];
        AssertDarkening(better.Prepend("unchanged").Select(name => Look(name).Colour));
        Assert.All(better.Append("access_gained"), name => Assert.NotNull(Look(name).Hatch));
    }

    [Fact]
    public void Style_of_another_scale_is_refused()
    {
        const string json = """{ "name": "x", "classes": [{ "class": "longer_0_10", "colour": "#ffffff" }] }""";
        Assert.Throws<JsonException>(() => ChangeStyle.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));
    }

    private static AreaStyle Look(string name) => ChangeStyle.Usual.Areas[ChangeScale.Classes.Index().First(c => c.Item.Name == name).Index];

    private static void AssertDarkening(IEnumerable<string> colours)
    {
        double[] lightness = [.. colours.Select(Lightness)];
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
