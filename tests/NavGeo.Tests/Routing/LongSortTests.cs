using NavGeo.Routing.Graph;

namespace NavGeo.Tests.Routing;

public sealed class LongSortTests
{
    /// <summary>Long enough to be split, and more than once.</summary>
    private const int Length = 1_300_000;

    [Theory]
    [InlineData("random")]
    [InlineData("few values")]
    [InlineData("all the same")]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("up and down")]
    public void Long_lists_are_sorted_as_the_system_sorts_them(string kind)
    {
        long[] keys = Keys(kind);
        long[] sorted = [.. keys];
        Array.Sort(sorted);
        long[] own = [.. keys];
        LongSort.Sort(own, TestContext.Current.CancellationToken);
        Assert.Equal(sorted, own);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("few values")]
    [InlineData("all the same")]
    public void Positions_of_the_same_key_keep_their_order(string kind)
    {
        long[] keys = Keys(kind);
        int[] expected = [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
        Assert.Equal(expected, LongSort.Positions([.. keys], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Stopped_sort_says_so()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LongSort.Sort(Keys("random"), stop.Token));
    }

    private static long[] Keys(string kind)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Length).Select(i => kind switch
        {
            "random" => random.NextInt64(),
            "few values" => random.Next(5),
            "all the same" => 3,
            "ascending" => i,
            "descending" => Length - i,
            _ => i < Length / 2 ? i : Length - i,
        })];
    }
}
