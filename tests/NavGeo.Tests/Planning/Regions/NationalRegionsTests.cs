using System.Globalization;
using System.Text;
using NavGeo.Data.Regions;
using NavGeo.Data.StatisticsNorway;
using NavGeo.Maps.Layers;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Codes;
using NavGeo.Planning.Language;
using NavGeo.Planning.Regions;
using NetTopologySuite.Geometries;

namespace NavGeo.Tests.Planning.Regions;

/// <summary>What the rules promise, on the real matrices of 2018 and 2020 and the N1000 roads.</summary>
public sealed class NationalRegionsTests
{
    [Theory]
    [InlineData(2018, 422, 2_667_158)]
    [InlineData(2020, 356, 0)]
    public void Every_rule_puts_every_municipality_into_one_region_in_one_piece(int year, int municipalities, long workers)
    {
        LabourMarket market = NationalMarket.Of(year).Market;
        Assert.Equal(municipalities, market.Count);
        if (workers > 0) Assert.Equal(workers, market.Commuting!.Total);
        foreach (string name in RegionRules.Computed)
        {
            RegionDivision division = RegionRules.Default(name).Divide(market);
            Assert.Equal(Enumerable.Range(0, municipalities), division.Regions.SelectMany(r => r.Members).Order());
            Assert.Empty(division.InPieces());
            Assert.All(division.Placements, p => Assert.Equal(division.Placements[p.Centre].Region, p.Region));
        }
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    public void No_travel_to_work_area_violates_a_threshold(int year)
    {
        LabourMarket market = NationalMarket.Of(year).Market;
        var rule = new TtwaRule();
        foreach (Region region in rule.Divide(market).Regions)
        {
            var measures = RegionMeasures.Of(market.Commuting!, region);
            Assert.True(measures.Residents >= 3500, $"{region.Id} has {measures.Residents} workers");
            double contained = Math.Min(measures.SupplyPercent!.Value, measures.DemandPercent!.Value);
            Assert.True(contained >= rule.RequiredPercent(measures.Residents) - 1e-9, $"{region.Id} contains {contained}");
        }
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    public void Every_labour_market_area_is_valid(int year)
    {
        LabourMarket market = NationalMarket.Of(year).Market;
        var rule = new LmaRule();
        Assert.All(rule.Divide(market).Regions, region =>
        {
            var measures = RegionMeasures.Of(market.Commuting!, region);
            Assert.True(rule.Validity(measures.Residents, measures.Jobs, measures.Inside) >= 1, region.Id);
        });
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    public void Every_attachment_satisfies_the_test_it_prints(int year)
    {
        LabourMarket market = NationalMarket.Of(year).Market;
        var rule = new Ba2020Rule();
        RegionDivision division = rule.Divide(market);
        for (int m = 0; m < market.Count; m++)
        {
            Placement placement = division.Placements[m];
            if (placement.Role != PlacementRole.Member || placement.Test == "contiguity") continue;
            AttachmentPair pair = rule.PairOf(market, m, placement.Centre);
            AttachmentTest test = rule.Tests.First(t => t.Name == placement.Test);
            Assert.True(test.Holds(pair), market.Municipalities[m].Name);
            Assert.True(placement.Tests[0].Holds && placement.Tests[0].Test == placement.Test, market.Municipalities[m].Name);
            // In the derived rule's own words.
            Assert.True(
                (pair.CarMinutes < 75 && pair.SumPercent > 8) || (pair.CarMinutes < 45 && pair.SumPercent > 6) || (pair.AnyMinutes < 90 && pair.SumPercent > 8),
                market.Municipalities[m].Name);
        }
    }

    [Fact]
    public void Nothing_moves_when_nothing_is_shaken_and_something_does_when_it_is()
    {
        LabourMarket market = NationalMarket.Of(2020).Market;
        foreach (string name in RegionRules.Computed)
        {
            RegionDivision division = RegionRules.Default(name).Divide(market);
            Assert.All(StabilityStudy.Of(division, new StabilitySettings(1, Noise: 0, TimeShare: 0)), row => Assert.Equal(1, row.Stays));
        }
        Assert.Contains(StabilityStudy.Of(new Ba2020Rule().Divide(market), new StabilitySettings(4)), row => row.Stays < 4);
    }

    [Fact]
    public void Later_year_is_reached_through_the_table_of_changed_numbers()
    {
        LabourMarket earlier = NationalMarket.Of(2018).Market;
        LabourMarket later = NationalMarket.Of(2020).Market;
        CodeMapping codes = CodeChangeTable.General.Between(2018, 2020);
        int[] became = EarlierDivision.Became(earlier, codes, later);
        Assert.DoesNotContain(-1, became);
        // Every municipality of 2020 comes from one of 2018, and a part is never lost.
        Assert.Equal(later.Count, became.Distinct().Count());
        Assert.All(codes.Splits, split => Assert.True(split.HasShares, split.Number));
        Assert.All(codes.Unique, c => Assert.True(earlier.Find(c.Key) >= 0 && later.Find(c.Value) >= 0, $"{c.Key} to {c.Value}"));
    }

    [Fact]
    public void Polygons_are_valid_and_cover_what_the_municipalities_cover()
    {
        LoadedMarket loaded = NationalMarket.Of(2020);
        RegionDivision division = new TtwaRule().Divide(loaded.Market);
        double all = loaded.Boundaries.Sum(b => b.Area.Area);
        double dissolved = 0;
        foreach (Region region in division.Regions)
        {
            Geometry area = RegionLayer.Dissolve(loaded, region);
            Assert.True(area.IsValid, region.Id);
            dissolved += area.Area;
        }
        Assert.InRange(dissolved / all, 0.999, 1.001);
    }

    [Fact]
    public void Neighbouring_regions_have_different_colours()
    {
        RegionDivision division = new Ba2020Rule().Divide(NationalMarket.Of(2020).Market);
        IReadOnlyList<int> colours = RegionSheet.ColoursOf(division);
        foreach (ContiguityLink link in division.Market.Contiguity.Links)
        {
            (int a, int b) = (division.Placements[link.First].Region, division.Placements[link.Second].Region);
            Assert.True(a == b || colours[a] < 0 || colours[a] != colours[b], $"{division.Regions[a].Id} and {division.Regions[b].Id}");
        }
    }

    [Fact]
    public void Method_shows_the_counts_beside_the_published_ones()
    {
        RegionDivision division = new Ba2020Rule().Divide(NationalMarket.Of(2020).Market);
        (string Reason, string[] Tests, int Published)[] rows =
        [
            ("centre (*senterkommune*)", ["centre", "pair"], 78),
            ("alone (*restkommune, egen BA-region*)", ["own", "own-contiguity"], 84),
            ("commuting out above 8 %", ["car75-out8"], 165),
            ("under 45 min, sum above 6 %", ["car45-sum6"], 11),
            ("under 45 min, sum above 8 %", ["car45-sum8"], 8),
            ("under 75 min, sum above 8 %", ["car75-sum8"], 4),
            ("under 90 min by any mode, sum above 8 %", ["any90-sum8"], 4),
            ("under 30 min (not in the derived rule)", [], 1),
            ("to keep a region in one piece", ["contiguity"], 1),
        ];
        var text = new StringBuilder("| reason | published | NavGeo | difference |\n| --- | --: | --: | --: |\n");
        int counted = 0;
        foreach ((string reason, string[] tests, int published) in rows)
        {
            int here = division.Placements.Count(p => tests.Contains(p.Test));
            counted += here;
            text.Append(CultureInfo.InvariantCulture, $"| {reason} | {published} | {here} | {here - published:+0;-0;0} |\n");
        }
        Assert.Equal(division.Placements.Count, counted);
        text.Append(CultureInfo.InvariantCulture, $"| regions | 159 | {division.Regions.Count} | {division.Regions.Count - 159:+0;-0;0} |\n");
        string pairs = string.Join(", ", division.Placements.Select((p, m) => (p, m)).Where(x => x.p.Role == PlacementRole.SecondCentre)
            .Select(x => $"{division.Market.Municipalities[x.p.Centre].Name}/{division.Market.Municipalities[x.m].Name}").Order(StringComparer.Ordinal));
        text.Append(CultureInfo.InvariantCulture, $"\nPairs of centres: {pairs}.\n");
        Golden.AssertSection("docs/method.md", "regions-2020", text.ToString());
    }

    [Theory]
    [InlineData(UserLanguage.Bokmaal)]
    [InlineData(UserLanguage.Nynorsk)]
    [InlineData(UserLanguage.English)]
    public void Every_municipality_can_be_explained_under_every_rule(UserLanguage language)
    {
        LabourMarket market = NationalMarket.Of(2020).Market;
        foreach (string name in RegionRules.Computed)
        {
            RegionDivision division = RegionRules.Default(name).Divide(market);
            var sentences = new RegionSentences(division, language);
            for (int m = 0; m < market.Count; m++)
            {
                string text = string.Join('\n', sentences.Explain(m));
                Assert.True(text.Contains(market.Municipalities[m].Number, StringComparison.Ordinal) && !text.Contains('∞') && !text.Contains("NaN", StringComparison.Ordinal), text);
            }
        }
    }
}
