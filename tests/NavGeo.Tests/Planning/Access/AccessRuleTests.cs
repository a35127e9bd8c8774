using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Access;

public class AccessRuleTests
{
    /// <summary>A and B are two minutes apart, C is three from B; municipality 1 is A, 2 is B and C.</summary>
    private static readonly AsciiTown Town = AsciiTown.Parse("A-B--C");

    [Fact]
    public void Nearest_site_may_be_another_offices()
    {
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B10 C10", "AC", TownCase.Structure("A", ("1", "A"), ("2", "C")));
        Assert.Equal([0, 2, 0], AccessStudy.Of(town).Access(town.Structures[0]).Minutes());
    }

    [Fact]
    public void Own_office_is_gone_to_though_another_is_nearer()
    {
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B10 C10", "AC", TownCase.Structure("A", ("1", "A"), ("2", "C")));
        Assert.Equal([0, 3, 0], AccessStudy.Of(town).Access(town.Structures[0], AccessRule.OwnOffice).Minutes());
    }

    [Fact]
    public void Own_office_without_open_site_is_no_access()
    {
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B20 C30", "A", TownCase.Structure("A", ("1", "A"), ("2", "")));
        StructureAccess access = AccessStudy.Of(town).Access(town.Structures[0], AccessRule.OwnOffice);
        Assert.Equal([0, null, null], access.Minutes());
        Assert.Equal(50, access.Total.WithoutAccess);
    }

    [Fact]
    public void Today_only_the_sites_open_that_day_count()
    {
        // C is open on Tuesday and Thursday (the convention for two days).
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B10 C10", "AC", TownCase.Structure("A", ("12", "AC")).Open(5, 2));
        var study = AccessStudy.Of(town);
        Assert.Equal([0, 2, 5], study.Access(town.Structures[0], AccessRule.Today(Weekdays.Monday)).Minutes());
        Assert.Equal([0, 2, 0], study.Access(town.Structures[0], AccessRule.Today(Weekdays.Tuesday)).Minutes());
    }

    [Fact]
    public void Over_the_week_the_time_is_the_mean_of_the_five_days()
    {
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B10 C10", "AC", TownCase.Structure("A", ("12", "AC")).Open(5, 2));
        StructureAccess access = AccessStudy.Of(town).Access(town.Structures[0], AccessRule.OpeningDays);
        // C: three days of 5 minutes to A, two of none at home.
        Assert.Equal([0, 2, 3], access.Minutes());
        Assert.Equal(0, access.PersonDaysWithout);
        Assert.Equal(0, access.Assignment.Sites[2]);
    }

    [Fact]
    public void Over_the_week_days_without_any_open_site_are_counted_and_not_averaged()
    {
        PlanningCase town = TownCase.Of(Town, "1:A 2:BC", "A10 B10 C10", "AC", TownCase.Structure("A", ("12", "AC")).Open(2.5, 0));
        StructureAccess access = AccessStudy.Of(town).Access(town.Structures[0], AccessRule.OpeningDays);
        Assert.Equal([0, 2, 5], access.Minutes());
        Assert.Equal([2, 2, 2], access.Assignment.DaysWithout.ToArray());
        Assert.Equal(2 * 30, access.PersonDaysWithout);
    }

    [Theory]
    [InlineData("nearest")]
    [InlineData("own-office")]
    [InlineData("opening-days")]
    [InlineData("today:ti")]
    public void Rule_is_read_as_it_is_written(string text)
    {
        Assert.True(AccessRule.TryParse(text, out AccessRule? rule));
        Assert.Equal(text, rule.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("today")]
    [InlineData("today:mo+ti")]
    [InlineData("today:sunday")]
    public void Rule_that_is_none_is_refused(string text) => Assert.False(AccessRule.TryParse(text, out _));

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.5, "on")]
    [InlineData(1, "on")]
    [InlineData(2, "ti+to")]
    [InlineData(2.5, "mo+on+fr")]
    [InlineData(4, "mo+ti+to+fr")]
    [InlineData(5, "mo+ti+on+to+fr")]
    public void Days_of_which_only_the_count_is_known_are_spread_about_wednesday(double days, string codes)
    {
        Assert.Equal(codes, WeekdayCode.Of(WeekdayCode.Assumed(days)));
        Assert.Equal((int)Math.Ceiling(days), WeekdayCode.Count(WeekdayCode.Assumed(days)));
    }
}
