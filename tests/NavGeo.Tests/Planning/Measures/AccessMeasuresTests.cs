using NavGeo.Planning.Measures;

namespace NavGeo.Tests.Planning.Measures;

/// <summary>Each measure against what paper says of three places and two sites, to 1e-9.</summary>
public sealed class AccessMeasuresTests
{
    private static readonly double[][] Minutes = [[5, 25], [15, 8], [double.PositiveInfinity, 40]];
    private static readonly double[] Supply = [3, 6];
    private static readonly double[] People = [100, 50, 10];

    [Fact]
    public void Cumulative_opportunities_count_what_is_within_the_limit()
    {
        Equal([3, 9, 0], AccessMeasures.Cumulative(Minutes, Supply, 15));
        Equal([9, 9, 0], AccessMeasures.Cumulative(Minutes, Supply, 25));
    }

    [Fact]
    public void Gravity_is_supply_times_decay() =>
        Equal([3 * Math.Exp(-0.5) + 6 * Math.Exp(-2.5), 3 * Math.Exp(-1.5) + 6 * Math.Exp(-0.8), 6 * Math.Exp(-4)], AccessMeasures.Gravity(Minutes, Supply, 0.1));

    /// <summary>W: 1, 0.22 | 0.68, 1 | 0, 0. R1 = 3 / (100 + 34), R2 = 6 / (22 + 50).</summary>
    [Fact]
    public void Two_step_catchment_is_as_on_paper_and_gives_out_the_supply_once()
    {
        double first = 3.0 / 134, second = 6.0 / 72;
        double[] found = AccessMeasures.TwoStep(Minutes, Supply, People, AccessMeasures.Zones);
        Equal([first + 0.22 * second, 0.68 * first + second, 0], found);
        Assert.Equal(9, found.Zip(People, (a, p) => a * p).Sum(), 9);
    }

    /// <summary>G: 1/1.22, 0.22/1.22 | 0.68/1.68, 1/1.68. G·W: 1/1.22, 0.0484/1.22 | 0.4624/1.68, 1/1.68.</summary>
    [Fact]
    public void Three_step_catchment_parts_people_among_sites()
    {
        double[][] chosen = [[1 / 1.22, 0.0484 / 1.22], [0.4624 / 1.68, 1 / 1.68]];
        double first = 3 / (100 * chosen[0][0] + 50 * chosen[1][0]), second = 6 / (100 * chosen[0][1] + 50 * chosen[1][1]);
        Equal(
            [chosen[0][0] * first + chosen[0][1] * second, chosen[1][0] * first + chosen[1][1] * second, 0],
            AccessMeasures.ThreeStep(Minutes, Supply, People, AccessMeasures.Zones));
    }

    [Fact]
    public void Spatial_availability_gives_out_all_of_the_supply()
    {
        double[] found = AccessMeasures.Availability(Minutes, Supply, People, 0.1);
        double first = 3 / (100 * Math.Exp(-0.5) + 50 * Math.Exp(-1.5));
        double second = 6 / (100 * Math.Exp(-2.5) + 50 * Math.Exp(-0.8) + 10 * Math.Exp(-4));
        Assert.Equal(100 * (Math.Exp(-0.5) * first + Math.Exp(-2.5) * second), found[0], 9);
        Assert.Equal(9, found.Sum(), 9);
    }

    /// <summary>One person with 1, one with 3: μ 2, Theil = (0.5 ln 0.5 + 1.5 ln 1.5) / 2.</summary>
    [Fact]
    public void Theil_is_as_on_paper_and_nothing_where_all_have_alike()
    {
        Assert.Equal((0.5 * Math.Log(0.5) + 1.5 * Math.Log(1.5)) / 2, InequalityMeasures.Theil([1, 3], [1, 1]), 9);
        Assert.Equal(0, InequalityMeasures.Theil([4, 4], [3, 9]), 9);
        Assert.Equal(Math.Log(2), InequalityMeasures.Theil([0, 4], [1, 1]), 9);
    }

    /// <summary>Ten people with 1 to 10: 10 over 1 + 2 + 3 + 4. Five with 1 to 5: half of the fifth over the first two.</summary>
    [Fact]
    public void Palma_is_the_top_tenth_over_the_bottom_four()
    {
        Assert.Equal(1, InequalityMeasures.Palma([10, 3, 4, 5, 6, 7, 8, 9, 2, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 9);
        Assert.Equal(2.5 / 3, InequalityMeasures.Palma([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]), 9);
    }

    /// <summary>Line 45: 60 and 90 minutes are 1/3 and 1 above, 20 is not; weights 2, 1, 7.</summary>
    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(1, (2.0 / 3 + 1) / 10)]
    [InlineData(2, (2.0 / 9 + 1) / 10)]
    public void Time_above_a_line_is_counted_by_power(double power, double expected) =>
        Assert.Equal(expected, InequalityMeasures.Above([60, 90, 20], [2, 1, 7], 45, power), 9);

    private static void Equal(double[] expected, double[] found) => Assert.All(expected.Zip(found), p => Assert.Equal(p.First, p.Second, 9));
}
