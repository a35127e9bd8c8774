using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Routing;

public sealed class RoadNumberTests
{
    [Theory]
    [InlineData("rv 7", "Rv 7")]
    [InlineData("Rv7", "Rv 7")]
    [InlineData("riksvei 7", "Rv 7")]
    [InlineData("Riksveg 52", "Rv 52")]
    [InlineData("E16", "E 16")]
    [InlineData("e 6", "E 6")]
    [InlineData("fv. 50", "Fv 50")]
    [InlineData("fylkesveg 50", "Fv 50")]
    public void Road_number_is_read_as_people_write_it(string text, string expected)
    {
        Assert.True(RoadNumber.TryParse(text, out RoadNumber road));
        Assert.Equal(expected, road.ToString());
        Assert.True(RoadNumber.TryParse(road.ToString(), out RoadNumber again));
        Assert.Equal(road, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("rv")]
    [InlineData("rv 0")]
    [InlineData("vei 7")]
    [InlineData("rv 7a")]
    public void What_is_no_road_number_is_refused(string text) => Assert.False(RoadNumber.TryParse(text, out _));
}
