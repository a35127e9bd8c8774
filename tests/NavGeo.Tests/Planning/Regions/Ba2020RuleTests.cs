using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Planning.Regions;

public sealed class Ba2020RuleTests
{
    private const double Far = double.PositiveInfinity;

    /// <summary>Shares of the employed residents themselves, so that they can be told at sight.</summary>
    private static readonly Ba2020Rule Plain = new() { EmployedShare = 1, Twins = [] };

    /// <summary>0001 has 50 000 employed residents, 0002 has 1 000 of whom so many commute there: a share of 0001's is a fiftieth of one's own.</summary>
    private static Placement Place(int outward, double car, double boat = Far, Ba2020Rule? rule = null) =>
        (rule ?? Plain).Divide(SmallMarket.Of(
            new[,] { { 50_000, 0 }, { outward, 1000 - outward } },
            new[,] { { 0, car }, { car, 0 } },
            alternative: new[,] { { 0, boat }, { boat, 0 } })).Placements[1];

    [Theory]
    [InlineData(81, 74.9, "car75-out8")]
    [InlineData(80, 74.9, "car75-sum8")]
    [InlineData(78, 74.9, "own")]
    [InlineData(81, 75.0, "any90-sum8")]
    [InlineData(79, 44.9, "car45-sum8")]
    [InlineData(59, 44.9, "car45-sum6")]
    [InlineData(58, 44.9, "own")]
    [InlineData(59, 45.0, "own")]
    [InlineData(79, 89.9, "any90-sum8")]
    [InlineData(79, 90.0, "own")]
    public void Both_shares_are_of_the_same_flow_and_limits_are_strict(int outward, double car, string test)
    {
        Placement placement = Place(outward, car);
        Assert.Equal(test, placement.Test);
        if (placement.Role == PlacementRole.Member) Assert.Equal((outward / 10.0, outward / 500.0), (placement.OutPercent!.Value, Math.Round(placement.InPercent!.Value, 9)));
    }

    [Fact]
    public void Shares_are_of_people_of_working_age()
    {
        var rule = new Ba2020Rule();
        Assert.Equal("car75-out8", Place(97, 60, rule: rule).Test);
        Assert.Equal(97 * 0.825 / 10, Place(97, 60, rule: rule).OutPercent!.Value, 9);
        Assert.Equal("car75-sum8", Place(96, 60, rule: rule).Test);
        Assert.Equal("own", Place(94, 60, rule: rule).Test);
    }

    [Fact]
    public void Boat_attaches_by_the_test_of_any_mode_only()
    {
        Assert.Equal("any90-sum8", Place(200, Far, boat: 60).Test);
        Assert.Equal("own", Place(70, Far, boat: 30).Test);
    }

    [Fact]
    public void Centre_emerges_where_the_strongest_flow_goes_and_then_follows_nobody()
    {
        RegionDivision division = Plain.Divide(Chain(onward: 100));
        Assert.Equal(["own", "emerged", "car75-out8"], division.Placements.Select(p => p.Test));
        TestOutcome passedOver = division.Placements[1].Tests.Single(t => t.Test == "strongest");
        Assert.Equal((0, 10.0, 20.0), (passedOver.Other, passedOver.Numbers[0].Value, passedOver.Numbers[0].Limit));
        Assert.Equal((false, 10.0, 0), (division.Placements[1].CommutingChange!.Value.IsMinutes, division.Placements[1].CommutingChange!.Value.Amount, division.Placements[1].CommutingChange!.Value.Goes));

        // Once the one between follows, nobody can follow it.
        RegionDivision other = Plain.Divide(Chain(onward: 300));
        Assert.Equal(["emerged", "car75-out8", "own"], other.Placements.Select(p => p.Test));
    }

    [Fact]
    public void Those_left_may_follow_one_that_is_no_centre()
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 900, 0 }, { 50, 950 } }, new double[,] { { 0, 40 }, { 40, 0 } });
        Assert.Equal(["emerged", "car45-sum8"], Plain.Divide(market).Placements.Select(p => p.Test));
    }

    [Fact]
    public void Twins_are_one_centre_with_their_flows_added()
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 500, 0 }, { 800, 6000, 0 }, { 50, 45, 905 } }, new double[,] { { 0, 15, 60 }, { 15, 0, 40 }, { 60, 40, 0 } });
        Assert.Equal("own", Plain.Divide(market).Placements[2].Test);
        RegionDivision division = (Plain with { Twins = [("0001", "0002")] }).Divide(market);
        Assert.Equal(["twin", "twin", "car75-out8"], division.Placements.Select(p => p.Test));
        Assert.Equal((PlacementRole.SecondCentre, 0), (division.Placements[1].Role, division.Placements[1].Centre));
        Assert.Equal((1, 40.0, 9.5), (division.Placements[2].Centre, division.Placements[2].Time.Minutes, division.Placements[2].OutPercent!.Value));
        Assert.Single(division.Regions);
        Assert.Equal(14, Ba2020Rule.PublishedTwins.Count);
    }

    [Fact]
    public void Centres_can_be_pinned_forbidden_and_given()
    {
        LabourMarket market = Chain(onward: 300);
        Assert.Equal(["own", "pinned", "car75-out8"], Tests(Plain with { Pinned = ["0002"] }));
        Assert.Equal(["own", "emerged", "car75-out8"], Tests(Plain with { Forbidden = ["0001"] }));
        Assert.Equal(["own", "given", "car75-out8"], Tests(Plain with { Exactly = ["0002"] }));

        string[] Tests(Ba2020Rule rule) => [.. rule.Divide(market).Placements.Select(p => p.Test)];
    }

    [Fact]
    public void A_cut_off_member_is_joined_by_the_one_between()
    {
        LabourMarket market = SmallMarket.Of(
            new[,] { { 9000, 0, 0 }, { 10, 990, 0 }, { 200, 0, 800 } }, new double[,] { { 0, 20, 40 }, { 20, 0, 20 }, { 40, 20, 0 } }, [(0, 1), (1, 2)]);
        RegionDivision division = Plain.Divide(market);
        Assert.Equal(["contiguity", "car75-out8"], division.Placements.Skip(1).Select(p => p.Test));
        Assert.Single(division.Regions);
        Assert.Equal("own", (Plain with { KeepsContiguity = false }).Divide(market).Placements[1].Test);
    }

    [Fact]
    public void A_hair_beyond_the_smallest_change_of_time_moves_the_municipality_and_a_hair_less_does_not()
    {
        int checkedChanges = ForEachPlacement((market, division, m) =>
        {
            if (division.Placements[m].TimeChange is not { } change || Math.Abs(change.Amount) < 0.01) return false;
            Assert.True(Goes(0.999) == Now(division, m), $"{m} moves too early");
            Assert.True(Goes(1.001) == change.Goes, $"{m} does not go to {change.Goes}");
            return true;

            int Goes(double share)
            {
                double now = market.Times.Car(m, change.About).Minutes;
                double factor = (now + change.Amount * share) / now;
                (int, int) pair = (Math.Min(m, change.About), Math.Max(m, change.About));
                return Now(Plain.Divide(market with { Times = market.Times.Scaled((a, b) => (a, b) == pair ? factor : 1) }), m);
            }
        });
        Assert.True(checkedChanges > 200, $"only {checkedChanges} changes");
    }

    [Fact]
    public void A_hair_beyond_the_smallest_change_of_commuting_moves_the_municipality_and_a_hair_less_does_not()
    {
        int checkedChanges = ForEachPlacement((market, division, m) =>
        {
            CommutingMatrix commuting = market.GetCommuting();
            if (division.Placements[m].CommutingChange is not { } change) return false;
            double persons = change.Amount / 100 * commuting.Residents[m];
            if (Math.Abs(persons) < 5000 || persons * 1.001 > commuting[m, m]) return false;
            Assert.True(Goes(0.999) == Now(division, m), $"{m} moves too early");
            Assert.True(Goes(1.001) == change.Goes, $"{m} does not go to {change.Goes}");
            return true;

            int Goes(double share)
            {
                int moved = (int)Math.Round(persons * share);
                int[] workers = [.. Enumerable.Range(0, market.Count).SelectMany(home => commuting.From(home).ToArray())];
                workers[m * market.Count + change.About] += moved;
                workers[m * market.Count + m] -= moved;
                return Now(Plain.Divide(market with { Commuting = new CommutingMatrix(market.Count, workers) }), m);
            }
        });
        Assert.True(checkedChanges > 200, $"only {checkedChanges} changes");
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal, "M2 hører til 0001 M1: 30,0 min, 12,0 % ut, 0,2 % inn", "prosentpoeng mindre pendling", "andre følger den")]
    [InlineData(UserLanguage.Nynorsk, "M2 høyrer til 0001 M1: 30,0 min, 12,0 % ut, 0,2 % inn", "prosentpoeng mindre pendling", "andre følgjer han")]
    [InlineData(UserLanguage.English, "M2 is with 0001 M1: 30.0 min, 12.0 % out, 0.2 % in", "percentage points less commuting", "others follow it")]
    public void Explanation_speaks_the_users_language(UserLanguage language, string summary, string change, string centre)
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 50_000, 0 }, { 120, 880 } }, new double[,] { { 0, 30 }, { 30, 0 } });
        var sentences = new RegionSentences(Plain.Divide(market), language);
        string text = string.Join('\n', sentences.Explain(1));
        Assert.Contains(summary, text, StringComparison.Ordinal);
        Assert.Contains(change, text, StringComparison.Ordinal);
        Assert.Contains("car75-out8", text, StringComparison.Ordinal);
        Assert.Contains(centre, sentences.Summary(0), StringComparison.Ordinal);
    }

    /// <summary>0003 sends 20 % to 0002, which sends so many of its 1 000 to 0001.</summary>
    private static LabourMarket Chain(int onward) => SmallMarket.Of(
        new[,] { { 9000, 0, 0 }, { onward, 1000 - onward, 0 }, { 0, 200, 800 } }, new double[,] { { 0, 30, 80 }, { 30, 0, 30 }, { 80, 30, 0 } });

    private static int Now(RegionDivision division, int m) => division.Placements[m].Role == PlacementRole.Member ? division.Placements[m].Centre : m;

    private static int ForEachPlacement(Func<LabourMarket, RegionDivision, int, bool> check)
    {
        int done = 0;
        for (int seed = 0; seed < 120; seed++)
        {
            LabourMarket market = SmallMarket.Random(9, 3000 + seed) with { Contiguity = Contiguity.Everywhere(9) };
            CommutingMatrix known = market.GetCommuting();
            // In thousands, so that a hair is a person.
            market = market with { Commuting = new CommutingMatrix(9, [.. Enumerable.Range(0, 9).SelectMany(home => known.From(home).ToArray()).Select(w => w * 1000)]) };
            RegionDivision division = Plain.Divide(market);
            for (int m = 0; m < market.Count; m++)
            {
                if (check(market, division, m)) done++;
            }
        }
        return done;
    }
}
