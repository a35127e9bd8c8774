using NavGeo.Planning.Siting;

namespace NavGeo.Tests.Planning.Siting;

/// <summary>The solver against every set tried, on thousands of small questions with every option.</summary>
public class SitingOracleTests
{
    [Theory]
    [InlineData(SitingModel.PMedian, 3000)]
    [InlineData(SitingModel.PCenter, 2000)]
    [InlineData(SitingModel.SetCover, 2000)]
    [InlineData(SitingModel.MaxCover, 2000)]
    [InlineData(SitingModel.Lexicographic, 2000)]
    [InlineData(SitingModel.CapacitatedPMedian, 1000)]
    public void Answer_is_that_of_trying_every_set(SitingModel model, int count)
    {
        int feasible = 0;
        for (int seed = 1; seed <= count; seed++)
        {
            var random = new RandomSiting(seed);
            SitingQuestion question = random.Question(model);
            (Int128 Objective, long Worst)? expected = BruteForce.Best(random.Table, question);
            SitingAnswer? answer = null;
            try
            {
                answer = new SitingSolver(random.Table, new SearchLimits()).Solve(question);
            }
            catch (InfeasibleSitingException problem)
            {
                Assert.True(expected is null, $"{model} seed {seed}: said infeasible ({problem.Message}), best is {expected}");
            }
            if (answer is null) continue;
            feasible++;
            Assert.True(expected is not null, $"{model} seed {seed}: no set obeys, the solver says {answer.Objective}");
            Assert.True(
                expected.Value.Objective == answer.Objective && answer.IsProven,
                $"{model} seed {seed}: expected {expected}, got {answer.Objective} with bound {answer.Bound}, worst {answer.Worst}");
            if (model == SitingModel.Lexicographic) Assert.Equal(expected.Value.Worst, answer.Worst);
        }
        Assert.True(feasible > count / 5, $"only {feasible} of {count} questions had an answer");
    }
}
