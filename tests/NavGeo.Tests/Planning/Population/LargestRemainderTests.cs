using NavGeo.Planning.Cases;

namespace NavGeo.Tests.Planning.Population;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Parts_add_up_stay_within_one_of_their_share_and_follow_the_weights()
    {
        var random = new Random(15);
        for (int round = 0; round < 2_000; round++)
        {
            long total = random.NextInt64(1_000_000);
            long[] weights = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) == 0 ? 0 : random.NextInt64(1, 5_000)), 1];
            long[] parts = LargestRemainder.Split(total, weights);
            Assert.Equal(total, parts.Sum());
            for (int i = 0; i < parts.Length; i++)
            {
                double share = (double)total * weights[i] / weights.Sum();
                Assert.True(Math.Abs(parts[i] - share) < 1 + 1e-6, $"round {round}: {parts[i]} of {share}");
                if (weights[i] == 0) Assert.Equal(0, parts[i]);
                for (int j = 0; j < parts.Length; j++)
                {
                    if (weights[i] > weights[j]) Assert.True(parts[i] >= parts[j], $"round {round}");
                }
            }
        }
    }

    [Fact]
    public void Three_people_by_two_equal_weights_the_first_gets_two() => Assert.Equal([2L, 1L], LargestRemainder.Split(3, [7, 7]));

    [Fact]
    public void Decimals_keep_their_rounded_sum() => Assert.Equal([1L, 0L, 3L], LargestRemainder.Round([0.6, 0.3, 2.9]));
}
