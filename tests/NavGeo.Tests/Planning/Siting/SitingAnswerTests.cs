using NavGeo.Planning.Siting;

namespace NavGeo.Tests.Planning.Siting;

/// <summary>What is right on paper: ties, nobody at home, sites at one place, islands, too few candidates.</summary>
public class SitingAnswerTests
{
    private const long No = SitingTable.Unreachable;

    [Fact]
    public void Tie_goes_to_the_first_candidate_whatever_the_run()
    {
        SitingTable table = Table([1, 1], [5, 5, 5], [5, 5, 5]);
        for (int run = 0; run < 3; run++)
        {
            SitingAnswer answer = Solve(table, SitingModel.PMedian, 1);
            Assert.Equal(10, answer.Objective);
            Assert.Equal(Solve(table, SitingModel.PMedian, 1).Sites, answer.Sites);
        }
        Assert.Equal([0, 0], Solve(table, SitingModel.PMedian, 3).Assignment);
    }

    [Fact]
    public void Place_where_nobody_lives_counts_for_nothing()
    {
        SitingTable table = Table([1, 0, 1], [1, 9], [900, 901], [2, 9]);
        Assert.Equal(2, Solve(table, SitingModel.PCenter, 1).Objective);
        Assert.Equal(3, Solve(table, SitingModel.PMedian, 1).Objective);
        Assert.Equal(1, new SitingSolver(table, new SearchLimits()).Solve(new SitingQuestion { Model = SitingModel.SetCover, Within = 2 }).Objective);
    }

    [Fact]
    public void Everybody_of_weight_zero_is_an_answer_of_zero()
    {
        SitingAnswer answer = Solve(Table([0, 0], [1, 2], [3, 4]), SitingModel.PMedian, 1);
        Assert.Equal(0, answer.Objective);
        Assert.True(answer.IsProven);
        Assert.Equal(0, answer.Gap);
    }

    [Fact]
    public void Sites_at_the_same_place_are_two_sites()
    {
        SitingTable table = Table([10, 1], [0, 0, 7], [7, 7, 0]);
        SitingAnswer two = Solve(table, SitingModel.PMedian, 2);
        Assert.Equal(0, two.Objective);
        Assert.Contains(2, two.Sites);
        Assert.Equal(3, Solve(table, SitingModel.PMedian, 3).Sites.Count);
    }

    [Fact]
    public void Island_gets_a_site_of_its_own_or_is_declared_unserved()
    {
        SitingTable table = Table([100, 100, 1], [0, 9, No], [9, 0, No], [No, No, 3]);
        SitingAnswer own = Solve(table, SitingModel.PMedian, 2);
        Assert.Contains(2, own.Sites);
        Assert.Empty(own.Unserved);
        SitingAnswer unserved = new SitingSolver(table, new SearchLimits()).Solve(
            new SitingQuestion { Model = SitingModel.PMedian, Count = 2, Islands = IslandRule.Unserved });
        Assert.Equal([0, 1], unserved.Sites);
        Assert.Equal([2], unserved.Unserved);
        InfeasibleSitingException problem = Assert.Throws<InfeasibleSitingException>(() => Solve(table, SitingModel.PMedian, 1));
        Assert.Equal("siting.more-islands-than-p", problem.Reasons[0].Key);
    }

    [Fact]
    public void Place_that_no_candidate_reaches_is_listed_and_not_summed()
    {
        SitingAnswer answer = Solve(Table([5, 7], [2, 3], [No, No]), SitingModel.PMedian, 1);
        Assert.Equal(10, answer.Objective);
        Assert.Equal([1], answer.Unserved);
        Assert.Equal(5, answer.ServedWeight);
        InfeasibleSitingException problem = Assert.Throws<InfeasibleSitingException>(() => Solve(Table([5, 7], [2, 3], [No, No]), SitingModel.PCenter, 1));
        Assert.Equal("siting.unreachable-rows", problem.Reasons[0].Key);
    }

    [Fact]
    public void More_sites_than_candidates_is_infeasible_and_says_so()
    {
        InfeasibleSitingException problem = Assert.Throws<InfeasibleSitingException>(() => Solve(Table([1], [1, 2]), SitingModel.PMedian, 3));
        Assert.Equal("siting.more-than-candidates", problem.Reasons[0].Key);
        Assert.Equal([3, 2], problem.Reasons[0].Values.Cast<int>());
    }

    [Theory]
    [InlineData("keep", "siting.keep-more-than-p")]
    [InlineData("both", "siting.keep-and-forbid")]
    [InlineData("group", "siting.group-without-candidate")]
    [InlineData("changes", "siting.too-few-changes")]
    [InlineData("size", "siting.because-size")]
    [InlineData("capacity", "siting.too-little-room")]
    [InlineData("within", "siting.out-of-reach")]
    public void Infeasible_question_names_the_demand_that_makes_it_so(string which, string key)
    {
        SitingTable table = Table([4, 4, 4], [0, 5, 9], [5, 0, 5], [9, 5, 0]);
        var question = new SitingQuestion { Model = SitingModel.PMedian, Count = 2 };
        question = which switch
        {
            "keep" => question with { Keep = [0, 1, 2] },
            "both" => question with { Keep = [1], Forbid = [1] },
            "group" => question with { Forbid = [2], Groups = [new SitingGroup("east", [2])] },
            "changes" => question with { Today = [0, 1, 2], MostChanges = 0 },
            "size" => question with { MinimumSize = 11 },
            "capacity" => question with { Model = SitingModel.CapacitatedPMedian, Capacities = [4, 4, 3] },
            _ => question with { Model = SitingModel.SetCover, Count = null, Within = -1 },
        };
        InfeasibleSitingException problem = Assert.Throws<InfeasibleSitingException>(
            () => new SitingSolver(table, new SearchLimits()).Solve(question));
        Assert.Equal(key, problem.Reasons[0].Key);
    }

    [Fact]
    public void Few_changes_give_a_curve_that_ends_at_the_free_optimum()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            SitingTable table = new RandomSiting(seed).Table;
            if (PlannedInSeveralParts(table)) continue;
            int[] today = [0, 1];
            var question = new SitingQuestion { Model = SitingModel.PMedian, Count = 2, Today = today };
            SitingAnswer free = new SitingSolver(table, new SearchLimits()).Solve(question);
            IReadOnlyList<CurvePoint> curve = new SitingStudy(table, new SearchLimits()).ChangeCurve(question, 5);
            Assert.Equal(today, curve[0].Answer.Sites);
            Assert.Equal(free.Objective, curve[^1].Answer.Objective);
            for (int i = 1; i < curve.Count; i++) Assert.True(curve[i].Answer.Objective <= curve[i - 1].Answer.Objective, $"seed {seed}");
        }
    }

    [Fact]
    public void Site_of_every_nearly_best_set_is_one_whose_loss_costs_more_than_the_indifference()
    {
        for (int seed = 1; seed <= 80; seed++)
        {
            SitingTable table = new RandomSiting(seed).Table;
            if (PlannedInSeveralParts(table)) continue;
            SitingAnswer answer = Solve(table, SitingModel.PMedian, 2);
            IReadOnlyList<SiteStanding> standings = new SitingStudy(table, new SearchLimits()).Standings(answer, 0.01);
            for (int i = 0; i < 2; i++)
            {
                var without = new SitingQuestion { Model = SitingModel.PMedian, Count = 2, Forbid = [answer.Sites[i]] };
                bool isClose = BruteForce.Best(table, without) is { } other && (double)other.Objective <= 1.01 * (double)answer.Objective;
                Assert.True(standings[i] == (isClose ? SiteStanding.Exchangeable : SiteStanding.Always), $"seed {seed} site {answer.Sites[i]}");
            }
        }
    }

    [Fact]
    public void Price_of_a_demand_is_what_the_best_without_it_saves()
    {
        SitingTable table = Table([10, 10, 1], [0, 9, 9], [9, 0, 9], [9, 9, 0]);
        var question = new SitingQuestion { Model = SitingModel.PMedian, Count = 2, Keep = [2, 0] };
        SitingAnswer answer = new SitingSolver(table, new SearchLimits()).Solve(question);
        Assert.Equal(90, answer.Objective);
        IReadOnlyList<ConstraintPrice> prices = new SitingStudy(table, new SearchLimits()).Prices(answer);
        Assert.Equal([81, 0], prices.Select(p => (long)p.Price!.Value));
    }

    [Fact]
    public void Stopped_search_gives_the_best_so_far_with_a_bound_below_it()
    {
        SitingTable table = Scatter(120, 40, 3);
        var question = new SitingQuestion { Model = SitingModel.PMedian, Count = 8 };
        SitingAnswer whole = new SitingSolver(table, new SearchLimits()).Solve(question);
        SitingAnswer stopped = new SitingSolver(table, new SearchLimits { ShouldStop = () => true }).Solve(question);
        Assert.True(whole.IsProven);
        Assert.True(stopped.Bound <= whole.Objective && whole.Objective <= stopped.Objective);
    }

    [Fact]
    public void Short_lists_that_grow_give_the_optimum_of_the_whole_table()
    {
        SitingTable table = Scatter(150, 30, 5);
        var question = new SitingQuestion { Model = SitingModel.PMedian, Count = 4 };
        SitingAnswer whole = new SitingSolver(table, new SearchLimits()).Solve(question);
        SitingAnswer grown = new SitingSolver(table, new SearchLimits()) { SmallTable = 0, FirstNearest = 3 }.Solve(question);
        Assert.Equal((whole.Objective, whole.Bound), (grown.Objective, grown.Bound));
    }

    internal static SitingTable Scatter(int rows, int sites, int seed)
    {
        var random = new RandomSiting(seed);
        (int X, int Y)[] points = [.. Enumerable.Range(0, rows + sites).Select(_ => (random.Next(100_000), random.Next(100_000)))];
        var costs = new long[rows * sites];
        for (int row = 0; row < rows; row++)
        {
            for (int site = 0; site < sites; site++)
            {
                long x = points[row].X - points[rows + site].X;
                long y = points[row].Y - points[rows + site].Y;
                costs[row * sites + site] = (long)Math.Sqrt(x * x + y * y);
            }
        }
        return SitingTable.Of(
            [.. Enumerable.Range(0, rows).Select(r => "d" + r)], [.. Enumerable.Range(0, sites).Select(s => "s" + s)],
            [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(500))], costs);
    }

    private static bool PlannedInSeveralParts(SitingTable table) =>
        Enumerable.Range(0, table.RowCount).Any(r => Enumerable.Range(0, table.SiteCount).Any(s => table.Cost(r, s) == No));

    private static SitingTable Table(long[] weights, params long[][] rows) => SitingTable.Of(
        [.. weights.Select((_, i) => "d" + i)], [.. rows[0].Select((_, i) => "s" + i)], weights, [.. rows.SelectMany(r => r)]);

    private static SitingAnswer Solve(SitingTable table, SitingModel model, int count) =>
        new SitingSolver(table, new SearchLimits()).Solve(new SitingQuestion { Model = model, Count = count });
}
