using NavGeo.Data.OpenStreetMap;

namespace NavGeo.Tests.Data.OpenStreetMap;

/// <summary>Values as they stand in real files: limits, times and seasons.</summary>
public class OsmValueTests
{
    [Theory]
    [InlineData("50", 50.0)]
    [InlineData("30 mph", 48.28)]
    [InlineData("30mph", 48.28)]
    [InlineData("60 km/h", 60.0)]
    [InlineData("10 knots", 18.52)]
    [InlineData("50;70", 50.0)]
    [InlineData("80|60", 80.0)]
    [InlineData("walk", 7.0)]
    [InlineData("none", null)]
    [InlineData("signals", null)]
    [InlineData("fast", null)]
    [InlineData("0", null)]
    [InlineData("999", null)]
    [InlineData("NO:urban", 50.0)]
    [InlineData("NO:rural", 80.0)]
    [InlineData("NO:motorway", 110.0)]
    [InlineData("no:zone30", 30.0)]
    [InlineData("NO:zone:30", 30.0)]
    [InlineData("NO:zone", null)]
    [InlineData("MT:urban", 50.0)]
    [InlineData("MT:rural", 80.0)]
    [InlineData("PT:urban", 50.0)]
    [InlineData("PT:rural", 90.0)]
    [InlineData("PT:trunk", 100.0)]
    [InlineData("PT:motorway", 120.0)]
    [InlineData("FR:urban", 50.0)]
    [InlineData("FR:rural", 80.0)]
    [InlineData("SE:rural", 70.0)]
    [InlineData("GB:urban", 48.28)]
    public void Limit_is_understood(string text, double? kmh)
    {
        double? read = OsmSpeeds.Signposted(text, "primary");
        Assert.Equal(kmh is null, read is null);
        Assert.Equal(kmh ?? 0, read ?? 0, 2);
    }

    [Fact]
    public void No_limit_is_one_on_a_motorway_only()
    {
        Assert.Equal(130, OsmSpeeds.Signposted("none", "motorway"));
        Assert.Null(OsmSpeeds.Signposted("none", "trunk"));
    }

    [Theory]
    [InlineData("01:30", 90.0)]
    [InlineData("1:30", 90.0)]
    [InlineData("90", 90.0)]
    [InlineData("PT1H30M", 90.0)]
    [InlineData("pt90m", 90.0)]
    [InlineData("00:20:00", 20.0)]
    [InlineData("00:20:30", 20.5)]
    [InlineData("P1DT2H", 1560.0)]
    [InlineData(" 15 ", 15.0)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("ca. 20", null)]
    [InlineData("20 min", 20.0)]
    [InlineData("20min.", 20.0)]
    [InlineData("12,5 minutter", 12.5)]
    [InlineData("1.5 h", 90.0)]
    [InlineData("1h30", 90.0)]
    [InlineData("1 time 30 min", 90.0)]
    [InlineData("2 hours", 120.0)]
    [InlineData("02:30;03:30", 150.0)]
    [InlineData("03:30; 02:30", 150.0)]
    [InlineData("25-30", 25.0)]
    [InlineData("PT20M;PT25M", 20.0)]
    [InlineData("25;see timetable", null)]
    [InlineData("20;", null)]
    [InlineData("fast", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("PT", null)]
    [InlineData("PT1H30", null)]
    [InlineData("99999:00", null)]
    public void Sailing_time_is_understood(string text, double? minutes)
    {
        int? milliseconds = OsmDuration.Parse(text);
        Assert.Equal(minutes, milliseconds / 60_000.0);
    }

    [Theory]
    [InlineData("no @ (Nov 15-May 20)", true)]
    [InlineData("no @ Nov-May", true)]
    [InlineData("no @ winter", true)]
    [InlineData("no @ (Dec-Mar); yes @ (Apr-Nov)", true)]
    [InlineData("yes @ (Apr-Nov); no @ (Dec-Mar)", true)]
    [InlineData("no @ (Jan)", true)]
    [InlineData("no @ (May-Sep)", false)]
    [InlineData("yes @ (Nov-May)", false)]
    [InlineData("no @ (Mo-Fr 07:00-09:00)", false)]
    [InlineData("no @ (weight>7.5)", false)]
    [InlineData("no @ (weight>7.5 AND Nov-Mar)", false)]
    [InlineData("no @ (Nov-Mar AND weight >= 3.5 t)", false)]
    [InlineData("no @ (weight<3.5 AND Nov-Mar)", true)]
    [InlineData("no @ (length>12 and Nov-Mar)", false)]
    [InlineData("no @ (hgv AND Nov-Mar)", false)]
    [InlineData("no @ (trailer AND winter)", false)]
    [InlineData("no @ (Nov-Mar); yes @ (weight<3.5)", false)]
    [InlineData("agricultural @ (Oct 15 - May 1)", true)]
    [InlineData("no @ (December-March)", true)]
    [InlineData("no @ (Mar,Jan)", true)]
    [InlineData("no @ (2019 Nov 15-2020 May 20)", false)]
    [InlineData("no @ (Nov-Mar 20:00-06:00)", false)]
    [InlineData("no @ (May-Sep; Oct)", false)]
    [InlineData("destination @ (Nov-May)", false)]
    [InlineData("no", false)]
    public void Time_of_the_year_that_closes_is_understood(string text, bool isShut) =>
        Assert.Equal(isShut, AccessRules.IsShut(OsmCondition.ValueIn(text, OsmCondition.January)));
}
