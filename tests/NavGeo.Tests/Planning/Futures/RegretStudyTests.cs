using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using NavGeo.Tests.Routing;

namespace NavGeo.Tests.Planning.Futures;

/// <summary>What is regretted, worked on paper: A and B lie ten minutes apart, and people move from the one to the other.</summary>
public sealed class RegretStudyTests
{
    private static readonly PlanningCase Town = TownCase.Of(
        AsciiTown.Parse("A---------B"), "1:A 2:B", "A100 B50", "AB",
        TownCase.Structure("S1", ("12", "A")), TownCase.Structure("S2", ("12", "B")), TownCase.Structure("S3", ("12", "AB")), TownCase.Structure("S4", ("1", "A"), ("2", "B")));

    private static readonly Future Later = new("2040", new Names("2040")) { Year = 2040, Totals = [20, 80] };

    [Fact]
    public void Regret_is_the_distance_to_the_best_of_the_same_future()
    {
        RegretResult result = RegretStudy.Of(Comparison.Of(AccessStudy.Of(Town), []), [Later, new Future("winter", new Names("winter")) { IsWinter = true }], null);
        Assert.Equal(["S1", "S2", "S3, S4"], result.Choices.Select(c => c.Name));
        Assert.Equal([150, 100, 150], result.People);
        RegretMeasure mean = result.By(RegretCriterion.Mean);
        Near([50 * 10 / 150.0, 100 * 10 / 150.0, 0], mean.Values[0]);
        Near([80 * 10 / 100.0, 20 * 10 / 100.0, 0], mean.Values[1]);
        Near([.. mean.Values[0].Select(v => 1.1 * v)], mean.Values[2]);
        Assert.Equal(8, mean.Most(0).Regret, 6);
        Assert.Equal((1, 2), (mean.Most(0).Future, mean.Most(1).Future));
        Assert.Equal([2], mean.Least());
        // Of the two with one site each is best once; S2 is regretted less: 11/1.5 − 5.5/1.5 in winter against 8 − 2.
        Assert.Equal([0], mean.Best(0, [0, 1]));
        Assert.Equal([1], mean.Best(1, [0, 1]));
        Assert.Equal([1], mean.Least([0, 1]));
        Assert.Equal(1.1 * 50 * 10 / 150.0, mean.Most(1, [0, 1]).Regret, 3);
        (int sites, IReadOnlyList<int> alike) = Assert.Single(result.BySites);
        Assert.Equal(1, sites);
        Assert.Equal([0, 1], alike);
        // The tenth with the longest way: ten minutes under S1 and S2, as more than a tenth has them.
        Near([10, 10, 0], result.By(RegretCriterion.WorstTenth).Values[0]);
        Assert.Equal([0.0, 0, 0], result.By(RegretCriterion.Far).Values[0]);
    }

    [Fact]
    public void Nobody_gets_better_by_cutting_people_off()
    {
        PlanningCase island = TownCase.Of(
            AsciiTown.Parse("A----B" + new string(' ', 90) + "C"), "1:AB 2:C", "A10 B10 C5", "ABC", TownCase.Structure("S1", ("12", "AC")), TownCase.Structure("S2", ("12", "A")));
        RegretResult result = RegretStudy.Of(Comparison.Of(AccessStudy.Of(island), []), [Later with { Totals = [20, 7] }], null);
        Near([2.5, 2.5], result.By(RegretCriterion.Mean).Values[0]);
        Assert.Equal([0.0, 7], result.By(RegretCriterion.Far).Values[1]);
        Assert.Equal([0], result.By(RegretCriterion.Far).Least());
    }

    [Fact]
    public void Planned_roads_that_are_not_there_are_refused_with_file_and_line()
    {
        var planned = new Future("bridge", new Names("bridge")) { UsesPlanned = true, Written = ("futures.csv", "3") };
        InputException wrong = Assert.Throws<InputException>(() => RegretStudy.Of(Comparison.Of(AccessStudy.Of(Town), []), [planned], null));
        Assert.Equal(("futures.csv", "3"), (wrong.Findings[0].File, wrong.Findings[0].Place));
    }

    /// <summary>Laws of regret on 200 random tables.</summary>
    [Fact]
    public void Laws_of_regret_hold()
    {
        var random = new Random(20261129);
        for (int run = 0; run < 200; run++)
        {
            int choices = random.Next(1, 6);
            double[][] values = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => (double[])[.. Enumerable.Range(0, choices).Select(_ => (double)random.Next(0, 20))])];
            var measure = new RegretMeasure(RegretCriterion.Mean, values);
            double[] most = [.. Enumerable.Range(0, choices).Select(c => measure.Most(c).Regret)];
            Assert.All(Enumerable.Range(0, values.Length), f => Assert.NotEmpty(measure.Best(f)));
            Assert.All(measure.Least(), c => Assert.Equal(most.Min(), most[c]));
            // More for everybody in one future is regretted by nobody.
            int at = random.Next(values.Length);
            var more = new RegretMeasure(RegretCriterion.Mean, [.. values.Select((v, f) => f == at ? (double[])[.. v.Select(x => x + 7)] : v)]);
            Assert.Equal(most, Enumerable.Range(0, choices).Select(c => more.Most(c).Regret));
        }
    }

    private static void Near(double[] expected, IReadOnlyList<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 3));
}
