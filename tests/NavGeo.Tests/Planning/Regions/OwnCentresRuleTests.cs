using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Planning.Regions;

public sealed class OwnCentresRuleTests
{
    private const double Far = double.PositiveInfinity;

    /// <summary>The centre 0001 is given; 0002 has 1 000 employed residents of whom so many commute to it.</summary>
    private static Placement Place(int outward, int inward, double car, double boat = Far, OwnCentresRule? rule = null)
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 50_000, inward }, { outward, 1000 - outward } },
            new[,] { { 0, car }, { car, 0 } },
            alternative: new[,] { { 0, boat }, { boat, 0 } });
        return ((rule ?? new OwnCentresRule()) with { Centres = new CentreSettings { Exactly = ["0001"] } }).Divide(market).Placements[1];
    }

    [Theory]
    [InlineData(81, 0, 74.9, "car75-out8")]
    [InlineData(80, 0, 74.9, "own")]
    [InlineData(81, 0, 75.0, "any90-sum8")]
    [InlineData(50, 31, 74.9, "car75-sum8")]
    [InlineData(50, 31, 44.9, "car45-sum8")]
    [InlineData(50, 11, 44.9, "car45-sum6")]
    [InlineData(50, 10, 44.9, "own")]
    [InlineData(50, 11, 45.0, "own")]
    [InlineData(50, 31, 89.9, "any90-sum8")]
    [InlineData(50, 31, 90.0, "own")]
    public void Test_that_fires_is_named_and_limits_are_strict(int outward, int inward, double car, string test) =>
        Assert.Equal(test, Place(outward, inward, car).Test);

    [Fact]
    public void Boat_attaches_by_the_test_of_any_mode_only()
    {
        Assert.Equal("any90-sum8", Place(200, 0, Far, boat: 60).Test);
        Assert.Equal("own", Place(70, 0, Far, boat: 30).Test);
    }

    [Fact]
    public void Commuting_in_is_of_the_residents_unless_asked_otherwise()
    {
        // 60 of 1 000 residents; of 1 030 who work there less, of 50 060 residents of the centre next to nothing.
        Assert.Equal("car45-sum8", Place(30, 60, 30).Test);
        Assert.Equal(6.0, Place(30, 60, 30).InPercent!.Value, 9);
        Assert.Equal(100 * 60 / 1030.0, Place(30, 70, 30, rule: new OwnCentresRule { InShare = InShare.OfJobs, NearPercent = 1 }).InPercent!.Value * 60 / 70 * 1040 / 1030, 9);
        Assert.Equal("own", Place(30, 60, 30, rule: new OwnCentresRule { InShare = InShare.OfCentreResidents }).Test);
    }

    [Fact]
    public void Strongest_of_several_centres_is_followed()
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 0, 0 }, { 0, 9000, 0 }, { 90, 100, 810 } }, new double[,] { { 0, 100, 10 }, { 100, 0, 40 }, { 10, 40, 0 } });
        RegionDivision division = new OwnCentresRule { Centres = new CentreSettings { Exactly = ["0001", "0002"] } }.Divide(market);
        Assert.Equal(1, division.Placements[2].Centre);
        FlipChange change = division.Placements[2].CommutingChange!.Value;
        Assert.Equal((0, 1.0), (change.Goes, Math.Round(Math.Abs(change.Amount), 9)));
    }

    [Fact]
    public void A_cut_off_member_is_joined_by_the_one_between()
    {
        // 1 is between the centre and 2, follows nobody, and holds the region together.
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 0, 0 }, { 10, 990, 0 }, { 200, 0, 800 } }, new double[,] { { 0, 20, 40 }, { 20, 0, 20 }, { 40, 20, 0 } }, [(0, 1), (1, 2)]);
        var rule = new OwnCentresRule { Centres = new CentreSettings { Exactly = ["0001"] } };
        RegionDivision division = rule.Divide(market);
        Assert.Equal(["contiguity", "car75-out8"], division.Placements.Skip(1).Select(p => p.Test));
        Assert.Single(division.Regions);
        Assert.Equal("own", (rule with { KeepsContiguity = false }).Divide(market).Placements[1].Test);
    }

    [Fact]
    public void A_cut_off_member_behind_another_centre_takes_its_next_choice()
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 0, 0 }, { 0, 9000, 0 }, { 200, 100, 700 } }, new double[,] { { 0, 20, 40 }, { 20, 0, 20 }, { 40, 20, 0 } }, [(0, 1), (1, 2)]);
        RegionDivision division = new OwnCentresRule { Centres = new CentreSettings { Exactly = ["0001", "0002"] } }.Divide(market);
        Assert.Equal(1, division.Placements[2].Centre);
        Assert.Null(division.Placements[2].CommutingChange);
        Assert.Empty(division.InPieces());
    }

    [Fact]
    public void Centres_are_chosen_by_rule_and_can_be_pinned_and_forbidden()
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 100, 0 }, { 300, 4000, 0 }, { 50, 0, 900 } }, new double[,] { { 0, 60, 100 }, { 60, 0, 100 }, { 100, 100, 0 } });
        Assert.Equal(["centre", "centre", "own"], Tests(new CentreSettings()));
        Assert.Equal(["forbidden", "centre", "pinned"], [.. CentreChoice.Choose(market, new CentreSettings { Pinned = ["0003"], Forbidden = ["0001"] }).Reasons]);

        string[] Tests(CentreSettings settings) => [.. new OwnCentresRule { Centres = settings }.Divide(market).Placements.Select(p => p.Test)];
    }

    [Fact]
    public void Large_town_that_a_larger_one_draws_from_is_the_second_of_a_pair()
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 80_000, 9000 }, { 12_000, 20_000 } }, new double[,] { { 0, 15 }, { 15, 0 } });
        RegionDivision division = new OwnCentresRule().Divide(market);
        Assert.Equal((PlacementRole.SecondCentre, "pair", 0), (division.Placements[1].Role, division.Placements[1].Test, division.Placements[1].Centre));
        Assert.Single(division.Regions);
    }

    [Fact]
    public void A_hair_beyond_the_smallest_change_moves_the_municipality_and_a_hair_less_does_not()
    {
        var rule = new OwnCentresRule { Centres = new CentreSettings { Exactly = ["0001", "0002", "0003"] } };
        int checkedChanges = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            LabourMarket market = SmallMarket.Random(9, 3000 + seed) with { Contiguity = Contiguity.Everywhere(9) };
            RegionDivision division = rule.Divide(market);
            for (int m = 3; m < market.Count; m++)
            {
                if (division.Placements[m].TimeChange is not { } change || Math.Abs(change.Amount) < 0.01) continue;
                Assert.True(Goes(market, m, change, 0.999) == division.Placements[m].Centre, $"seed {3000 + seed}, {m} moves too early");
                Assert.True(Goes(market, m, change, 1.001) == change.Goes, $"seed {3000 + seed}, {m} does not go to {change.Goes}");
                checkedChanges++;
            }
        }
        Assert.True(checkedChanges > 200, $"only {checkedChanges} changes");

        int Goes(LabourMarket market, int m, FlipChange change, double share)
        {
            double now = market.Times.Car(m, change.About).Minutes;
            double factor = (now + change.Amount * share) / now;
            (int, int) pair = (Math.Min(m, change.About), Math.Max(m, change.About));
            MunicipalityTimes times = market.Times.Scaled((a, b) => (a, b) == pair ? factor : 1);
            return rule.Divide(market with { Times = times }).Placements[m].Centre;
        }
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "M2 hører til 0001 M1: 30,0 min, 12,0 % ut, 1,0 % inn", "Ville stått alene med 7,0 prosentpoeng mindre pendling")]
    [InlineData(UserLanguage.Nynorsk, "M2 høyrer til 0001 M1: 30,0 min, 12,0 % ut, 1,0 % inn", "Ville stått åleine med 7,0 prosentpoeng mindre pendling")]
    [InlineData(UserLanguage.English, "M2 is with 0001 M1: 30.0 min, 12.0 % out, 1.0 % in", "Would stand alone with 7.0 percentage points less commuting")]
    public void Explanation_speaks_the_users_language(UserLanguage language, string summary, string change)
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 50_000, 10 }, { 120, 880 } }, new double[,] { { 0, 30 }, { 30, 0 } });
        RegionDivision division = new OwnCentresRule { Centres = new CentreSettings { Exactly = ["0001"] } }.Divide(market);
        string text = string.Join('\n', new RegionSentences(division, language).Explain(1));
        Assert.Contains(summary, text, StringComparison.Ordinal);
        Assert.Contains(change, text, StringComparison.Ordinal);
        Assert.Contains("car75-out8", text, StringComparison.Ordinal);
        Assert.Contains("car75-sum8", text, StringComparison.Ordinal);
    }
}
