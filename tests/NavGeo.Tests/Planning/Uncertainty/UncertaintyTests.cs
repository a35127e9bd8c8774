using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Uncertainty;
using NavGeo.Reports.Json;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Uncertainty;

/// <summary>How sure a comparison is: bands that hold what they promise, the same numbers by seed, and the plain case in the middle.</summary>
public sealed class UncertaintyTests
{
    private static readonly Comparison Lillehammer = Comparison.Of(AccessStudy.Of(EmbeddedCase.Lillehammer), []);

    [Fact]
    public void Same_seed_gives_the_same_bytes_on_one_and_two_threads_and_another_seed_others()
    {
        var study = new UncertaintyStudy(Lillehammer, UncertaintyModel.Stated);
        string one = UncertaintyJson.Of(study.Run(1000, 7, threads: 1), []).ToJsonString();
        Assert.Equal(one, UncertaintyJson.Of(study.Run(1000, 7, threads: 2), []).ToJsonString());
        Assert.NotEqual(one, UncertaintyJson.Of(study.Run(1000, 8, threads: 2), []).ToJsonString());
    }

    [Fact]
    public void What_is_stated_is_the_comparison_and_without_doubt_every_draw_is()
    {
        UncertaintyResult result = new UncertaintyStudy(Lillehammer, UncertaintyModel.None).Run(3, 1, 1);
        foreach ((StructureUncertainty drawn, ComparedStructure compared) in result.Structures.Zip(Lillehammer.Structures))
        {
            AccessIndicators total = compared.Access.Total;
            Assert.Equal(total.MeanMinutes!.Value, drawn.Of(Headline.Mean).Stated, 9);
            Assert.Equal(100 * total.ShareWithin(1)!.Value, drawn.Of(Headline.Within30).Stated, 9);
            Assert.Equal(total.WorstTenthMinutes!.Value, drawn.Of(Headline.WorstTenth).Stated, 9);
            Assert.Equal(compared.Change.Total.Lose, drawn.Of(Headline.Longer).Stated);
            Assert.Equal(Lillehammer.Contacts.Hours(compared.Change.Total.PersonMilliseconds), drawn.Of(Headline.HoursMore).Stated, 6);
            Assert.All(drawn.Numbers, n => Assert.All(n.Draws, d => Assert.Equal(n.Stated, d)));
        }
    }

    [Fact]
    public void Times_of_a_draw_are_those_the_engine_finds_for_its_metric()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 20; trial++)
        {
            AccessStudy study = Lillehammer.Study;
            int[] forward = [.. study.Open.Forward.ToArray().Select(t => t == RoadMetric.Closed ? t : (int)(t * (0.5 + random.NextDouble())))];
            RoadMetric metric = study.Open.With(forward, forward);
            DrawnTimes draws = study.ForDraws();
            bool[] counts = [.. study.Case.Sites.Select((_, i) => i == 0 || random.Next(2) == 0)];
            draws.Draw(metric, metric);
            var plain = new RoadTimes(RoadHierarchy.Of(metric.Graph), study.Case.Profile, study.Case.Water, study.Places.ToArray(), study.Sites.ToArray());
            Assert.Equal(plain.Nearest(metric, metric, 1, counts).Milliseconds, draws.Nearest(counts));
        }
    }

    /// <summary>Somebody's data are off from the truth by one draw; of 300 such, the bands of 88 to 92 in 100 hold the truth.
    /// Not counts of people: here those of one square, a tenth of all, are within 30 minutes, or have a longer way, all together.</summary>
    [Fact]
    public void Nine_of_ten_bands_hold_a_simulated_truth()
    {
        var truth = new UncertaintyStudy(Lillehammer, UncertaintyModel.Stated);
        UncertaintyResult stated = truth.Run(1, 1, 1);
        Headline[] continuous = [Headline.Mean, Headline.WorstTenth, Headline.HoursMore];
        var held = new Dictionary<Headline, (int Held, int All)>();
        for (int i = 1; i <= 300; i++)
        {
            UncertaintyResult seen = truth.Observed(99, i).Run(200, (ulong)i, Environment.ProcessorCount);
            foreach ((StructureUncertainty mine, StructureUncertainty real) in seen.Structures.Zip(stated.Structures).DistinctBy(s => s.First.SiteSet))
            {
                foreach (Headline headline in continuous)
                {
                    double value = real.Of(headline).Stated;
                    if (value == 0) continue;
                    Band band = mine.Of(headline).Band;
                    (int Held, int All) so = held.GetValueOrDefault(headline);
                    held[headline] = (so.Held + (band.Low <= value && value <= band.High ? 1 : 0), so.All + 1);
                }
            }
        }
        Assert.Equal(continuous.Length, held.Count);
        Assert.All(held, h => Assert.InRange(100.0 * h.Value.Held / h.Value.All, 88, 92));
    }

    [Fact]
    public void Ranking_that_two_sites_share_almost_evenly_is_not_decided_and_a_clear_one_is()
    {
        AsciiTown town = AsciiTown.Parse("A--B--C----D");
        var comparison = Comparison.Of(
            AccessStudy.Of(TownCase.Of(
                town, "1:ABCD", "A100 C101 D1", "ABCD", TownCase.Structure("base", ("1", "B")), TownCase.Structure("left", ("1", "A")),
                TownCase.Structure("right", ("1", "C")), TownCase.Structure("far", ("1", "D")))), []);
        UncertaintyResult result = new UncertaintyStudy(comparison, UncertaintyModel.Stated).Run(400, 1, 2);
        RankingClaim close = result.Claims.Single(c => c.Headline == Headline.Mean && Is(c, "left", "right"));
        Assert.False(close.IsDecided);
        RankingClaim clear = result.Claims.Single(c => c.Headline == Headline.Mean && Is(c, "base", "far"));
        Assert.True(clear.IsDecided);
        Assert.Equal("base", clear.Better.Structure.Id);

        static bool Is(RankingClaim claim, string a, string b) =>
            new HashSet<string>([claim.Better.Structure.Id, claim.Worse.Structure.Id]).SetEquals([a, b]);
    }

    [Fact]
    public void Band_is_the_middle_nine_tenths()
    {
        Assert.Equal(new Band(5, 95), Band.Of([.. Enumerable.Range(0, 101).Select(i => (double)i)]));
        Assert.Equal(new Band(3, 3), Band.Of([3]));
    }

    /// <summary>
    /// A--B--C----D: A and C are 3 steps from B each, 100 people at A and 110 at C. With the site at C the mean is 6 x 100 / 210 steps, with the site at A
    /// 6 x 110 / 210; they are equal with 10 more people at A, or as near by its part, 10 fewer at C.
    /// </summary>
    [Fact]
    public void Ranking_turns_at_the_inhabitants_that_paper_says()
    {
        AsciiTown town = AsciiTown.Parse("A--B--C----D");
        var comparison = Comparison.Of(
            AccessStudy.Of(TownCase.Of(
                town, "1:AB 2:CD", "A100 C110", "AC", TownCase.Structure("left", ("12", "A")), TownCase.Structure("right", ("12", "C")))), []);
        var study = new UncertaintyStudy(comparison, UncertaintyModel.Stated);
        ClaimSwitches turned = Assert.Single(new SwitchStudy(study).Of(study.Run(20, 1, 1)));
        Assert.Equal("right", turned.Claim.Better.Structure.Id);
        SwitchValue people = turned.Values.Single(v => v.Kind == SwitchKind.Inhabitants);
        Assert.Contains((people.Now, Math.Round(people.Turns, 9)), ((double, double)[])[(100, 110), (110, 100)]);
    }

    /// <summary>All the sites of another and more are never worse: no number of draws may leave that open.</summary>
    [Fact]
    public void More_sites_are_certainly_no_worse()
    {
        UncertaintyResult result = new UncertaintyStudy(Lillehammer, UncertaintyModel.Stated).Run(100, 3, 2);
        Assert.All(result.Claims.Where(c => c.Worse.Structure.Id is "F1" or "R1" && c.Better.Structure.Id == "A"), c => Assert.Equal((true, 1.0), (c.IsCertain, c.Holds)));
        Assert.All(result.Claims.Where(c => c.IsCertain), c => Assert.True(c.Band.Low >= 0));
    }
}
