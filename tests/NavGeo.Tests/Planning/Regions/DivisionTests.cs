using NavGeo.Planning.Codes;
using NavGeo.Planning.Regions;
using NavGeo.Routing;

namespace NavGeo.Tests.Planning.Regions;

public sealed class DivisionTests
{
    private static readonly int[] SixPeople = [9000, 100, 100, 8500, 100, 100];

    private static LabourMarket Line() => SmallMarket.Of(
        new int[6, 6], Minutes(6, 25), [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], people: SixPeople);

    [Fact]
    public void Time_rule_gives_everybody_the_nearest_centre_in_reach()
    {
        RegionDivision division = new TimeRule().Divide(Line());
        Assert.Equal(["0 1", "2 3 4", "5"], SlowClusters.NamesOf(division));
        Assert.Equal("own", division.Placements[5].Test);
        Assert.Equal(-5, division.Placements[5].TimeChange!.Value.Amount, 9);
        Assert.Equal(3, division.Placements[5].TimeChange!.Value.Goes);
    }

    [Fact]
    public void Time_rule_lets_a_smaller_centre_near_a_larger_one_go()
    {
        RegionDivision division = new TimeRule { LeastMinutesApart = 80, MostMinutes = 200 }.Divide(Line());
        Assert.Single(division.Regions);
    }

    [Fact]
    public void Given_division_is_kept_and_the_rest_stands_alone()
    {
        var given = new FixedRule("x", new Dictionary<string, string> { ["0001"] = "A", ["0002"] = "A", ["0003"] = "B" }, new Dictionary<string, string> { ["A"] = "0002" });
        RegionDivision division = given.Divide(Line());
        Assert.Equal(["A", "B", "0004", "0005", "0006"], division.Regions.Select(r => r.Id));
        Assert.Equal(1, division.Regions[0].Centre);
        Assert.Equal("not-given", division.Placements[4].Test);
    }

    [Fact]
    public void Adjusted_rand_of_the_textbook_example_is_its_value()
    {
        // Yeung and Ruzzo (2001): contingency ((1,1,0),(1,2,1),(0,0,4)) over ten objects gives 0.313.
        int[] first = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
        int[] second = [0, 1, 0, 1, 1, 2, 2, 2, 2, 2];
        DivisionAgreement agreement = DivisionAgreement.Of(Given(first), Given(second));
        Assert.Equal(0.3126, agreement.AdjustedRand, 4);
        Assert.Equal(1, DivisionAgreement.Of(Given(first), Given(first)).AdjustedRand);
        Assert.Empty(DivisionAgreement.Of(Given(first), Given(first)).Moved);
    }

    [Fact]
    public void Who_changes_centre_has_moved_and_who_stays_has_not()
    {
        // The first and the last are the largest, and so the centres.
        DivisionAgreement agreement = DivisionAgreement.Of(Given([0, 0, 0, 1, 1]), Given([0, 0, 1, 1, 1]));
        Assert.Equal([2], agreement.Moved);
        // A region of one that is taken into another moves; the other's members do not.
        Assert.Equal([2], DivisionAgreement.Of(Given([0, 0, 1]), Given([0, 0, 0])).Moved);
    }

    [Fact]
    public void Divisions_of_two_years_are_compared_through_the_table_of_changes()
    {
        var earlier = new FixedRule("old", new Dictionary<string, string> { ["0001"] = "A", ["0091"] = "A", ["0092"] = "B" }, new Dictionary<string, string>());
        RegionDivision later = Given([0, 0]);
        (RegionDivision old, int[] became) = EarlierDivision.Of(
            earlier,
            new CodeChanges(
            [
                new CodeChange(2019, "0091", 2020, "0002"),
                new CodeChange(2019, "0092", 2020, "0002") { Share = 0.4 }, new CodeChange(2019, "0092", 2020, "0001") { Share = 0.6 },
            ]).Whole(),
            later.Market);
        Assert.Equal([0, 1, 0], became);
        DivisionAgreement agreement = DivisionAgreement.Of(old, later, became);
        Assert.Equal([2], agreement.Moved);
        Assert.Equal(3, agreement.Compared);
    }

    [Fact]
    public void Modularity_of_two_closed_halves_is_a_half()
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 5, 5, 0, 0 }, { 5, 5, 0, 0 }, { 0, 0, 5, 5 }, { 0, 0, 5, 5 } }, new double[4, 4]);
        DivisionQuality quality = DivisionQuality.Of(new FixedRule("x", Dictionary([0, 0, 1, 1]), new Dictionary<string, string>()).Divide(market));
        Assert.Equal(0.5, quality.Modularity, 12);
        Assert.Equal((100, 100, 100), (quality.SelfContainedPercent, quality.LeastSupplyPercent, quality.MeanCohesionPercent));
    }

    [Fact]
    public void Shaking_without_noise_changes_nothing_and_the_same_seed_gives_the_same_answer()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            LabourMarket market = SmallMarket.Random(12, 4000 + seed);
            foreach (string name in RegionRules.Computed)
            {
                RegionDivision division = RegionRules.Default(name).Divide(market);
                Assert.All(StabilityStudy.Of(division, new StabilitySettings(3, seed, 0, 0)), row => Assert.Equal(3, row.Stays));
                var noisy = new StabilitySettings(8, seed, 5, 0.3);
                Assert.Equal(StabilityStudy.Of(division, noisy), StabilityStudy.Of(division, noisy));
            }
        }
    }

    [Fact]
    public void Parts_that_nothing_joins_are_joined_where_they_are_nearest()
    {
        double[,] minutes = Minutes(4, 10);
        LabourMarket market = SmallMarket.Of(new int[4, 4], minutes, [(0, 1), (2, 3)]);
        Assert.Equal(ContiguityKind.Nearest, market.Contiguity.KindOf(1, 2));
        Assert.Null(market.Contiguity.KindOf(0, 3));
    }

    [Fact]
    public void Unreachable_stays_unreachable_when_times_are_scaled()
    {
        MunicipalityTimes times = MunicipalityTimes.Unknown(2).Scaled((_, _) => 0.5);
        Assert.Equal(TravelTime.Unreachable, times.Any(0, 1));
    }

    private static double[,] Minutes(int count, double apart)
    {
        var minutes = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++) minutes[i, j] = Math.Abs(i - j) * apart;
        }
        return minutes;
    }

    private static Dictionary<string, string> Dictionary(int[] regions) =>
        regions.Select((r, i) => (i, r)).ToDictionary(p => $"{p.i + 1:0000}", p => $"R{p.r}");

    private static RegionDivision Given(int[] regions)
    {
        int[] people = [.. regions.Select((_, i) => i == 0 || i == regions.Length - 1 ? 9 : 1)];
        LabourMarket market = SmallMarket.Of(new int[regions.Length, regions.Length], new double[regions.Length, regions.Length], people: people);
        return new FixedRule("x", Dictionary(regions), new Dictionary<string, string>()).Divide(market with { Commuting = null });
    }
}
