using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Planning.Risk;

namespace NavGeo.Tests.Risk;

public class RiskAssessmentTests
{
    private static readonly RiskFactor One = new(1, new Names("en"), FactorBasis.Votes, 1);
    private static readonly RiskFactor Two = new(2, new Names("to"), FactorBasis.Measured, 1);
    private static readonly RiskFactor Three = new(3, new Names("tre"), FactorBasis.Votes, 1);

    private static readonly CaseFigures Figures = new()
    {
        RiskFactors = [One, Two, Three],
        RiskVotes =
        [
            new RiskVote("A", 1, "stat", 4, 3), new RiskVote("A", 1, "kommune", 2, 3), new RiskVote("A", 1, "tillitsvalgt", 5, 5),
            new RiskVote("B", 1, "stat", 1, 2), new RiskVote("B", 1, "kommune", 2, 2),
            new RiskVote("A", 3, "stat", 1, 1),
        ],
        RiskMappings = [new RiskMapping(2, RiskMeasure.RoadHours, [10, 20, 30, 40], 2, null)],
    };

    private static readonly RiskInputs Inputs = new(
        [new RiskInput("A", RiskMeasure.RoadHours, 10, "målt"), new RiskInput("B", RiskMeasure.RoadHours, 45, "målt")]);

    private static readonly RiskAssessment Assessment = RiskAssessment.Of(Figures, Inputs, ["A", "B"]);

    [Fact]
    public void Votes_become_their_median_and_keep_their_spread()
    {
        RiskScore score = Assessment.Structures[0].Scores[0];
        Assert.Equal((4m, 3m, 12m), (score.Probability, score.Consequence, score.Risk));
        Assert.Equal((6, 25), score.Spread);
        Assert.Equal(3, score.Voters);
        Assert.Equal(1.5m, Assessment.Structures[1].Scores[0].Probability);
    }

    [Fact]
    public void Measured_value_on_a_limit_keeps_the_better_score()
    {
        Assert.Equal(1, Assessment.Structures[0].Scores[1].Probability);
        Assert.Equal(5, Assessment.Structures[1].Scores[1].Probability);
        var falling = new RiskMapping(1, RiskMeasure.SmallestOffice, [20, 10, 6, 3], 3, null);
        Assert.Equal([1, 2, 3, 4, 5], new decimal[] { 20, 19, 6, 5, 2 }.Select(falling.Probability));
    }

    [Fact]
    public void Totals_are_over_factors_assessed_for_every_structure()
    {
        Assert.Equal([One, Two], Assessment.Counted);
        Assert.Equal([12m + 2, 3m + 10], Assessment.Structures.Select(s => s.Total));
        Assert.False(Assessment.Structures[1].Scores[2].IsAssessed);
        Assert.Equal(["B", "A"], Assessment.Ranking.Select(s => s.Structure));
    }

    /// <summary>B leads by 1. On factor 1 A is 9 worse, on factor 2 B is 8 worse.</summary>
    [Fact]
    public void Ranking_flips_at_the_weight_where_both_are_level()
    {
        IReadOnlyList<RankingFlip> flips = Assessment.Flips();
        Assert.Equal([One, Two], flips.Select(f => f.Factor));
        Assert.Equal(1 - 1m / 9, flips[0].Weight);
        Assert.Equal(1 + 1m / 8, flips[1].Weight);
        foreach (RankingFlip flip in flips)
        {
            CaseFigures weighted = Figures with
            {
                RiskFactors = [.. Figures.RiskFactors.Select(f => f == flip.Factor ? f with { Weight = flip.Weight!.Value } : f)],
            };
            IReadOnlyList<StructureRisk> level = RiskAssessment.Of(weighted, Inputs, ["A", "B"]).Structures;
            Assert.Equal((double)level[0].Total, (double)level[1].Total, 12);
        }
    }

    [Fact]
    public void Factor_that_cannot_flip_the_ranking_has_no_weight()
    {
        var inputs = new RiskInputs([new RiskInput("A", RiskMeasure.RoadHours, 5, null), new RiskInput("B", RiskMeasure.RoadHours, 5, null)]);
        Assert.Null(RiskAssessment.Of(Figures, inputs, ["A", "B"]).Flips()[1].Weight);
    }

    [Fact]
    public void Votes_come_before_the_measured_value_which_stays_beside_them()
    {
        CaseFigures voted = Figures with { RiskVotes = [.. Figures.RiskVotes, new RiskVote("A", 2, "stat", 5, 5)] };
        RiskScore score = RiskAssessment.Of(voted, Inputs, ["A"]).Structures[0].Scores[1];
        Assert.Equal(25, score.Risk);
        Assert.Equal(1, score.MeasuredProbability);
    }

    [Fact]
    public void Nothing_is_assessed_without_votes_and_measurements()
    {
        RiskAssessment empty = RiskAssessment.Of(Figures with { RiskVotes = [] }, new RiskInputs([]), ["A", "B"]);
        Assert.Empty(empty.Counted);
        Assert.Empty(empty.Flips());
        Assert.All(empty.Structures, s => Assert.Equal(0, s.Total));
    }

    [Fact]
    public void Values_from_elsewhere_replace_computed_ones()
    {
        RiskInputs with = Inputs.With(new RiskInput("A", RiskMeasure.RoadHours, 99, "kjørebok"));
        Assert.Equal(99, with.Find("A", RiskMeasure.RoadHours)?.Value);
        Assert.Equal(45, with.Find("B", RiskMeasure.RoadHours)?.Value);
        Assert.Equal(2, with.Values.Count);
    }
}
