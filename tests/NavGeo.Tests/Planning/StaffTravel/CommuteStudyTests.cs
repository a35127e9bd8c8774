using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Publishing;
using NavGeo.Planning.Staff;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.StaffTravel;

/// <summary>Employees' own ways to work, worked on paper: C lies 50 minutes from A and 45 from the home D, which is 95 from A; E has no road.</summary>
public sealed class CommuteStudyTests
{
    private static readonly AsciiTown Roads = AsciiTown.Parse("A" + new string('-', 49) + "C" + new string('-', 44) + "D" + new string(' ', 90) + "E");

    private static readonly PlanningCase Town = Case(
        new("C", Roads.Place('D'), 3, StaffPart.State), new("C", Roads.Place('C'), 4, StaffPart.Municipal), new("A", Roads.Place('A'), 5, StaffPart.State), new("C", Roads.Place('E'), 2, StaffPart.Municipal));

    [Fact]
    public void Who_works_where_a_site_closes_goes_to_the_main_site()
    {
        StructureCommutes closed = CommuteStudy.ByCar(AccessStudy.Of(Town)).Of(Town.GetStructure("S"));
        Assert.Equal((14, 9, 0, 0), (closed.Employees, closed.Moved, closed.WithoutSite, closed.OfUnknownEmployer));
        // Today: those at E have no way. Then: D has 95 minutes too, C 50.
        Assert.Equal([2, 2], closed.Today.Over);
        Assert.Equal([5, 5], closed.Then.Over);
        Assert.Equal([5, 5], closed.MovedThen.Over);
        Assert.Equal((2, 2), (closed.Today.WithoutWay, closed.Then.WithoutWay));
        // Of those with a way both times: 3 × 45 today, then 3 × 95 + 4 × 50.
        Assert.Equal(135 / 12.0, closed.Today.MeanMinutes!.Value, 3);
        Assert.Equal(485 / 12.0, closed.Then.MeanMinutes!.Value, 3);
        Assert.Equal(485 / 7.0, closed.MovedThen.MeanMinutes!.Value, 3);
    }

    [Fact]
    public void Open_sites_keep_theirs_and_a_gathered_employer_moves_alone()
    {
        StructureCommutes kept = CommuteStudy.ByCar(AccessStudy.Of(Town)).Of(Town.GetStructure("T"));
        Assert.Equal(0, kept.Moved);
        PlanningCase gathered = Town with { Figures = Town.Figures with { Gatherings = [new StaffGathering("T", StaffPart.State, "A")] } };
        StructureCommutes state = CommuteStudy.ByCar(AccessStudy.Of(gathered)).Of(gathered.GetStructure("T"));
        Assert.Equal(3, state.Moved);
        Assert.Equal([3, 3], state.MovedThen.Over);
        PlanningCase unsaid = Case(new StaffHome("C", Roads.Place('D'), 6, StaffPart.All)) is var c ? c with { Figures = c.Figures with { Gatherings = gathered.Figures.Gatherings } } : c;
        StructureCommutes unknown = CommuteStudy.ByCar(AccessStudy.Of(unsaid)).Of(unsaid.GetStructure("T"));
        Assert.Equal((0, 6), (unknown.Moved, unknown.OfUnknownEmployer));
    }

    /// <summary>No count below the limit is told, and none can be had as the difference of two.</summary>
    [Fact]
    public void Public_counts_and_their_differences_tell_no_small_number()
    {
        Assert.Equal([0, 1, 4, 5], Enumerable.Range(0, 6).Where(n => Audience.Internal.Told(n) == n && n is 0 or 1 or 4 or 5));
        int?[] told = [.. Enumerable.Range(0, 200).Select(n => Audience.Public.Told(n))];
        Assert.All(told[..5], t => Assert.Null(t));
        Assert.All(told[5..], t => Assert.Equal(0, t % 5));
        Assert.All(Enumerable.Range(5, 195), n => Assert.InRange(Math.Abs(told[n]!.Value - n), 0, 2));
    }

    private static PlanningCase Case(params StaffHome[] homes)
    {
        PlanningCase town = TownCase.Of(
            Roads, "1:A 2:CDE", "A10 C10", "AC", TownCase.Structure("T", ("1", "A"), ("2", "C")), TownCase.Structure("S", ("12", "A")));
        return town with { Figures = town.Figures with { StaffHomes = homes } };
    }
}
