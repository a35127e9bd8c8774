using NavGeo.Planning.Regions;

namespace NavGeo.Tests.Planning.Regions;

public sealed class ClusterRuleTests
{
    [Fact]
    public void Ttwa_agrees_with_its_slow_reference_on_random_markets()
    {
        for (int seed = 0; seed < 120; seed++)
        {
            LabourMarket market = SmallMarket.Random(3 + seed % 14, seed);
            var rule = new TtwaRule();
            Assert.True(SlowClusters.Ttwa(market, rule).SequenceEqual(SlowClusters.NamesOf(rule.Divide(market))), $"seed {seed}");
        }
    }

    [Fact]
    public void Lma_agrees_with_its_slow_reference_on_random_markets()
    {
        for (int seed = 0; seed < 120; seed++)
        {
            LabourMarket market = SmallMarket.Random(3 + seed % 14, 1000 + seed);
            var rule = new LmaRule();
            Assert.True(SlowClusters.Lma(market, rule).SequenceEqual(SlowClusters.NamesOf(rule.Divide(market))), $"seed {1000 + seed}");
        }
    }

    [Fact]
    public void Required_self_containment_falls_in_proportion_from_small_to_large()
    {
        var rule = new TtwaRule();
        Assert.Equal(75, rule.RequiredPercent(3500));
        Assert.Equal(66.7, rule.RequiredPercent(25_000), 9);
        Assert.Equal((75 + 66.7) / 2, rule.RequiredPercent((3500 + 25_000) / 2.0), 9);
        Assert.Equal(75, rule.RequiredPercent(10));
        Assert.Equal(1, rule.Score(4000, 4000, 3000));
        Assert.True(rule.Score(3499, 3499, 3499) < 1);
    }

    [Fact]
    public void Validity_is_the_published_formula()
    {
        var rule = new LmaRule();
        // Target size and target share: everything at its best.
        Assert.Equal(0.75 / 0.6667, rule.Validity(10_000, 10_000, 8000), 9);
        // The least share is enough at the target size, the target share at the least size.
        Assert.Equal(1, rule.Validity(100_000, 100_000, 66_670), 9);
        Assert.Equal(1, rule.Validity(1000, 1000, 750), 9);
        Assert.True(rule.Validity(1000, 1000, 749) < 1);
    }

    [Fact]
    public void Two_towns_with_their_villages_are_two_areas()
    {
        LabourMarket market = SmallMarket.Of(
            new[,]
            {
                { 9000, 100, 0, 0 },
                { 900, 600, 0, 0 },
                { 0, 0, 9000, 100 },
                { 0, 0, 900, 600 },
            },
            new double[4, 4],
            [(0, 1), (1, 3), (2, 3)]);
        Assert.Equal(["0 1", "2 3"], SlowClusters.NamesOf(new TtwaRule().Divide(market)));
        RegionDivision division = new TtwaRule().Divide(market);
        Placement village = division.Placements[1];
        Assert.Equal((0, "link"), (village.Centre, village.Test));
    }

    [Fact]
    public void A_municipality_without_anybody_is_placed_all_the_same()
    {
        LabourMarket market = SmallMarket.Of(new[,] { { 9000, 0, 0 }, { 0, 0, 0 }, { 0, 0, 9000 } }, new double[3, 3], [(0, 1), (1, 2)]);
        foreach (IRegionRule rule in (IRegionRule[])[new TtwaRule(), new LmaRule(), new Ba2020Rule(), new TimeRule()])
            Assert.Equal(3, rule.Divide(market).Regions.Sum(r => r.Members.Count));
        Assert.Equal(2, new TtwaRule().Divide(market).Regions.Count);
    }

    [Fact]
    public void Regions_hang_together_on_random_markets()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            LabourMarket market = SmallMarket.Random(12, 2000 + seed);
            foreach (string rule in RegionRules.Computed)
                Assert.True(!RegionRules.Default(rule).Divide(market).InPieces().Any(), $"{rule}, seed {2000 + seed}");
        }
    }
}
