using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Access;

public class EquityTests
{
    [Fact]
    public void Gini_and_worst_tenth_are_those_computed_by_hand()
    {
        // Nine people at the site's door, one ten minutes away: mean 1; all the travelling is one person's.
        AccessIndicators access = Total("A---------B", "A9 B1", "A");
        Assert.Equal(0.9, access.Gini!.Value, 12);
        Assert.Equal(10, access.WorstTenthMinutes!.Value, 12);
    }

    [Fact]
    public void Gini_is_nought_where_all_travel_equally_long()
    {
        AccessIndicators access = Total("B--A--C", "B7 C5", "A");
        Assert.Equal(0, access.Gini);
        Assert.Equal(3, access.WorstTenthMinutes);
    }

    [Fact]
    public void Worst_tenth_takes_part_of_a_place_where_the_tenth_ends_in_it()
    {
        // 15 people: a tenth is one and a half, the one at C (6 min) and half of one at B (3 min).
        Assert.Equal((6 + 0.5 * 3) / 1.5, Total("A--B--C", "A10 B4 C1", "A").WorstTenthMinutes!.Value, 12);
    }

    [Fact]
    public void Equity_of_nobody_is_not_given()
    {
        AccessIndicators access = Total("A-B C-D", "C5", "A");
        Assert.Null(access.Gini);
        Assert.Null(access.WorstTenthMinutes);
    }

    private static AccessIndicators Total(string drawing, string people, string site)
    {
        PlanningCase town = TownCase.Of(AsciiTown.Parse(drawing), "1:ABCD", people, site, TownCase.Structure("A", ("1", site)));
        return AccessStudy.Of(town).Access(town.Structures[0]).Total;
    }
}
