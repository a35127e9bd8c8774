using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Access;

public class StructureReachTests
{
    /// <summary>B is the town; D lies across a ferry, F across a passenger boat, H on an island without anything.</summary>
    private static readonly AsciiTown Town = AsciiTown.Parse(
        """
        F=A-B~~C-D
        |
        E     G-H
        """);

    [Fact]
    public void Places_are_told_apart_by_the_link_they_cannot_do_without()
    {
        PlanningCase town = TownCase.Of(Town, "1:ABCD 2:EFGH", "A1 D20 E300 H4000", "B", TownCase.Structure("A", ("12", "B")));
        StructureReach reach = AccessStudy.Of(town).Reach(town.Structures[0]);
        Assert.Equal(
            [LinkReach.ByRoad, LinkReach.OnlyByFerry, LinkReach.OnlyByPassengerBoat, LinkReach.WithoutLink], reach.Places.ToArray());
        Assert.Equal(20, reach.People[LinkReach.OnlyByFerry]);
        Assert.Equal(4000, reach.ByMunicipality[1][LinkReach.WithoutLink]);
        Assert.Equal(4321, reach.People.Values.Sum());
    }

    [Fact]
    public void Site_on_the_island_makes_the_ferry_dispensable()
    {
        PlanningCase town = TownCase.Of(Town, "1:ABCD", "A1 D20", "BD", TownCase.Structure("A", ("1", "B")), TownCase.Structure("B", ("1", "BD")));
        var study = AccessStudy.Of(town);
        Assert.Equal(LinkReach.OnlyByFerry, study.Reach(town.Structures[0]).Places[1]);
        Assert.Equal(LinkReach.ByRoad, study.Reach(town.Structures[1]).Places[1]);
    }
}
