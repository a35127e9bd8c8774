using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Measures;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Measures;

/// <summary>Near and open at once, and groups, worked on paper: B is 20 minutes from A and from C, which are 40 apart; X has no road.</summary>
public sealed class OpenHoursTests
{
    private static readonly PlanningCase Town = TownCase.Of(
        AsciiTown.Parse("A" + new string('-', 19) + "B" + new string('-', 19) + "C" + new string(' ', 90) + "X"), "1:AB 2:CX", "A100 B50 C40 X10", "AC",
        TownCase.Structure("S", ("12", "AC")), TownCase.Structure("T", ("12", "AC")).Open(5, 2));

    [Fact]
    public void Overlapping_hours_count_once_and_short_stretches_not_at_all()
    {
        PlanningCase town = Hours(
            new("A", null, Weekdays.Monday | Weekdays.Tuesday, 9 * 3600, 12 * 3600), new("C", null, Weekdays.Tuesday | Weekdays.Friday, 11 * 3600, 14 * 3600),
            new("C", null, Weekdays.Thursday, 9 * 3600, 9 * 3600 + 44 * 60));
        OpenHours week = OpenHours.Of(Comparison.Of(AccessStudy.Of(town), []), town.GetStructure("S"));
        // A: 3 + 3; B: Monday 3, Tuesday 9–14 = 5, Friday 3; C: 3 + 3; X: none.
        Assert.Equal((100 * 6 + 50 * 11 + 40 * 6) / 200.0, week.MeanHours, 9);
        Assert.Equal([10 / 200.0, 0, 140 / 200.0, 50 / 200.0, 0, 0], week.ByDays);
        Assert.False(week.AreHoursAssumed);
    }

    [Fact]
    public void Days_are_those_of_the_structure_and_its_own_hours_go_before_all()
    {
        PlanningCase town = Hours(new SiteHours("C", "T", Weekdays.Friday, 8 * 3600, 10 * 3600));
        var comparison = Comparison.Of(AccessStudy.Of(town), []);
        OpenHours nine = OpenHours.Of(comparison, town.GetStructure("S"));
        Assert.Equal((190 * 30) / 200.0, nine.MeanHours, 9);
        Assert.True(nine.AreHoursAssumed);
        OpenHours own = OpenHours.Of(comparison, town.GetStructure("T"));
        // B reaches A from 9 to 15 all week and C from 8 on Friday: an hour more.
        Assert.Equal((100 * 30 + 50 * 31 + 40 * 2) / 200.0, own.MeanHours, 9);
        Assert.Equal([0.05, 0.2, 0, 0, 0, 0.75], own.ByDays);
    }

    [Fact]
    public void Group_is_spread_as_the_inhabitants_and_small_ones_are_left_out()
    {
        PlanningCase town = Town with { Figures = Town.Figures with { Groups = [new PeopleGroup("old", new Names("old"), [30, 20]), new PeopleGroup("few", new Names("few"), [30, 4]), new PeopleGroup("part", new Names("part"), [null, 20])] } };
        IReadOnlyList<GroupAccess> groups = GroupAccess.Of(Comparison.Of(AccessStudy.Of(town), []), 5);
        Assert.Equal([200, 50, 30, 20], groups.Select(g => g.People));
        Assert.Equal([(0, 0), (0, 0), (1, 0), (0, 1)], groups.Select(g => (g.FewIn, g.UnknownIn)));
        // Old: 20 at A and 16 at C have no way, 10 at B twenty minutes, 4 at X no site.
        GroupTimes old = groups[1].Under[0];
        Assert.Equal(200 / 46.0, old.MeanMinutes, 3);
        Assert.Equal(0.08, old.Without, 9);
        Assert.Equal(36 / 50.0, old.Within[0], 9);
        Assert.Equal(46 / 50.0, old.Within[1], 9);
        Assert.Equal(34, GroupAccess.Of(Comparison.Of(AccessStudy.Of(town), []), 0)[2].People, 9);
    }

    private static PlanningCase Hours(params SiteHours[] hours) => Town with { Figures = Town.Figures with { Hours = hours } };
}
