using NavGeo.Routing.Speeds;

namespace NavGeo.Tests.Routing;

public sealed class AsciiTownTests
{
    [Fact]
    public void Way_round_the_block_is_the_sum_of_its_steps()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A--B
               |
            C--D
            """);
        Assert.Equal(8.0, town.Minutes('A', 'C'));
        Assert.Equal(3.0, town.Minutes('A', 'B'));
    }

    [Fact]
    public void One_way_street_is_driven_one_way_only()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A->B
            |  |
            C--D
            """);
        Assert.Equal(3.0, town.Minutes('A', 'B'));
        Assert.Equal(7.0, town.Minutes('B', 'A'));
    }

    [Fact]
    public void Ferry_costs_sailing_and_one_wait_in_each_direction()
    {
        AsciiTown town = AsciiTown.Parse("A-B~~C-D");
        double expected = 2 + AsciiTown.WaitMinutes + 9 + 2;
        Assert.Equal(expected, town.Minutes('A', 'D')!.Value, 4);
        Assert.Equal(expected, town.Minutes('D', 'A')!.Value, 4);
    }

    [Fact]
    public void Ferry_lines_that_meet_at_sea_are_boarded_once()
    {
        // X is no quay: three lines meet there.
        AsciiTown town = AsciiTown.Parse(
            """
            A-B~~X~~C-D
                 !
                 E-F
            """);
        Assert.Equal(2 + AsciiTown.WaitMinutes + 18 + 2, town.Minutes('A', 'D')!.Value, 4);
        Assert.Equal(2 + AsciiTown.WaitMinutes + 15 + 2, town.Minutes('A', 'F')!.Value, 4);
    }

    [Fact]
    public void Two_ferries_that_meet_on_land_are_two_waits()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A-B~~C~~D-E
                 |
                 F
            """);
        Assert.Equal(2 + 2 * (AsciiTown.WaitMinutes + 9) + 2, town.Minutes('A', 'E')!.Value, 4);
    }

    [Fact]
    public void Driving_past_a_quay_costs_no_wait()
    {
        AsciiTown town = AsciiTown.Parse(
            """
            A-B-C
              !
              D-E
            """);
        Assert.Equal(4.0, town.Minutes('A', 'C'));
    }

    [Fact]
    public void Passenger_boat_carries_no_car()
    {
        AsciiTown town = AsciiTown.Parse("A-B==C-D");
        Assert.Null(town.Minutes('A', 'D'));
        Assert.NotNull(town.Minutes('A', 'D', AsciiTown.Profile with { UsesPassengerBoats = true }));
    }

    [Fact]
    public void Island_without_link_is_unreachable_and_a_part_of_its_own()
    {
        AsciiTown town = AsciiTown.Parse("A-B  C-D-E");
        Assert.Null(town.Minutes('A', 'C'));
        Assert.Equal([3, 2], town.Graph.Report.Parts.Select(p => p.Nodes));
    }

    [Fact]
    public void Wait_settings_give_what_their_names_say()
    {
        AsciiTown town = AsciiTown.Parse("A-B~~C-D");
        TravelProfile none = AsciiTown.Profile with { FerryWait = FerryWait.None };
        TravelProfile half = AsciiTown.Profile with { FerryWait = FerryWait.HalfHeadway, CountyHeadwayMinutes = 50 };
        TravelProfile capped = half with { FerryWait = FerryWait.HalfHeadwayCapped(20) };
        double sailing = town.Minutes('A', 'D', none)!.Value;
        Assert.Equal(sailing + 25, town.Minutes('A', 'D', half)!.Value, 4);
        Assert.Equal(sailing + 20, town.Minutes('A', 'D', capped)!.Value, 4);
    }
}
