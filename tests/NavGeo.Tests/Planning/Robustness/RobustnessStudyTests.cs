using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Robustness;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Robustness;

public class RobustnessStudyTests
{
    [Fact]
    public void Ferry_cuts_off_who_lives_behind_it()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B~~C-D-E"), "1:AB 2:CDE", "A100 D20 E3", "A", TownCase.Structure("A", ("12", "A")));
        ClosureEffect worst = Rank(town)[0];
        Assert.Equal((ClosureKind.Ferry, 23, 0), (worst.Closure.Kind, worst.CutOff, worst.Delayed));
        Assert.Equal([0, 23], worst.HitByMunicipality);
    }

    [Fact]
    public void Site_behind_the_ferry_makes_it_harmless()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B~~C-D-E"), "1:AB 2:CDE", "A100 D20 E3", "AD", TownCase.Structure("A", ("12", "AD")));
        Assert.DoesNotContain(Rank(town), e => e.Closure.Kind == ClosureKind.Ferry);
    }

    [Fact]
    public void Stretch_without_way_round_is_closed_where_most_people_pass()
    {
        // D's and E's way to A; C–B is passed by both, D–C only by E (D lives at the end of its link).
        PlanningCase town = TownCase.Of(AsciiTown.Parse("A-B-C-D-E-F"), "1:ABCDEF", "D20 F3", "A", TownCase.Structure("A", ("1", "A")));
        ClosureEffect worst = Assert.Single(Rank(town));
        Assert.Equal((ClosureKind.CutRoad, 23, 0), (worst.Closure.Kind, worst.CutOff, worst.Longer));
    }

    [Fact]
    public void Road_with_a_short_way_round_is_no_risk()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse(
                """
                A-B-C-D-E
                  |   |
                  G---H
                """), "1:ABCDEGH", "E20", "A", TownCase.Structure("A", ("1", "A")));
        Assert.DoesNotContain(Rank(town), e => e.Closure.Edges.Any(edge => IsBetween(town, edge, 2000, 6000)));
    }

    [Fact]
    public void Way_to_another_site_more_than_half_an_hour_longer_is_a_delay()
    {
        // D has 4 minutes to A; with a link of that way closed it goes 41 the other way, to Z.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse("A-B-C-D-E--------------------------------------Z"), "1:ABCDEZ", "D20 E7", "AZ", TownCase.Structure("A", ("1", "AZ")));
        ClosureEffect worst = Rank(town)[0];
        Assert.Equal((0, 27, 27), (worst.CutOff, worst.Delayed, worst.Longer));
    }

    [Fact]
    public void Roads_given_up_early_are_no_worse_than_those_given()
    {
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse(
                """
                A-B-C-D-E
                |   |
                F   G-H-I
                |
                K-L-M
                """), "1:ABCDEFGHIKLM", "E20 I30 M5 D4 L6", "A", TownCase.Structure("A", ("1", "A")));
        var study = RobustnessStudy.Of(AccessStudy.Of(town));
        RobustnessRanking all = study.Rank(town.Structures[0]);
        RobustnessRanking first = study.Rank(town.Structures[0], 1);
        Assert.Equal(all.Effects.Select(e => e.Hit).Take(1), first.Effects.Select(e => e.Hit));
        Assert.True(first.Untried > 0 && first.MostUntried <= first.Effects[0].Hit);
        Assert.Equal((0, 0), (all.Untried, all.MostUntried));
    }

    [Fact]
    public void Long_way_round_is_a_delay()
    {
        // E goes two kilometres to A; with the link closed that most pass, it goes round by F and G.
        PlanningCase town = TownCase.Of(
            AsciiTown.Parse(
                """
                A-B-------C-E
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  |       |
                  F-------G
                """), "1:ABCEFG", "E20", "A", TownCase.Structure("A", ("1", "A")));
        ClosureEffect round = Rank(town).Single(e => e.Closure.Kind == ClosureKind.Road);
        Assert.Equal((0, 20, 20 * 32 * 60_000L), (round.CutOff, round.Delayed, round.PersonMilliseconds));
    }

    private static bool IsBetween(PlanningCase town, int edge, double west, double east) =>
        town.Roads.NodePoints[town.Roads.EdgeFrom[edge]].Easting >= west && town.Roads.NodePoints[town.Roads.EdgeTo[edge]].Easting <= east
        && town.Roads.NodePoints[town.Roads.EdgeFrom[edge]].Easting <= east && town.Roads.NodePoints[town.Roads.EdgeTo[edge]].Easting >= west;

    private static IReadOnlyList<ClosureEffect> Rank(PlanningCase town) =>
        RobustnessStudy.Of(AccessStudy.Of(town)).Rank(town.Structures[0]).Effects;
}
