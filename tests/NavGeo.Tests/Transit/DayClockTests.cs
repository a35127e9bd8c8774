using NavGeo.Transit.Search;

namespace NavGeo.Tests.Transit;

public sealed class DayClockTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    [Theory]
    [InlineData(2025, 3, 4)]
    [InlineData(2025, 3, 29)]
    [InlineData(2025, 3, 30)]
    [InlineData(2025, 10, 26)]
    public void Second_and_clock_are_each_others_reverse(int year, int month, int day)
    {
        var clock = new DayClock(Oslo, new DateOnly(year, month, day));
        Assert.Equal(12 * 3600, clock.SecondAt(12 * 3600));
        for (int time = 0; time < 40 * 3600; time += 600)
        {
            int shown = clock.ClockAt(clock.SecondAt(time));
            // An hour that is left out is shown as the one after it.
            Assert.True(shown == time || shown == time + 3600, $"{time} is shown as {shown}");
        }
    }

    [Fact]
    public void The_day_begins_twelve_hours_before_noon_also_where_the_clock_is_moved()
    {
        // 30 March 2025: 02:00 becomes 03:00, so that the service day begins at 23:00 the evening before.
        var spring = new DayClock(Oslo, new DateOnly(2025, 3, 30));
        Assert.Equal(-3600, spring.ClockAt(0));
        Assert.Equal(3600, spring.SecondAt(0));
        Assert.Equal(3 * 3600, spring.SecondAt(3 * 3600));
        // 26 October 2025: 03:00 becomes 02:00, so that it begins at 01:00.
        var autumn = new DayClock(Oslo, new DateOnly(2025, 10, 26));
        Assert.Equal(3600, autumn.ClockAt(0));
        Assert.Equal(-3600, autumn.SecondAt(0));
        // A night trip of the day before, at 26:30, leaves at 03:30 where 02:30 does not exist.
        Assert.Equal(3.5 * 3600, spring.ClockAt(spring.ShiftOf(new DateOnly(2025, 3, 29)) + 26 * 3600 + 1800));
    }
}
