namespace NavGeo.Planning.Sweeps;

/// <summary>Goes through a share of a sweep on several threads; who takes the rows gets them in the order of their numbers, whatever the threads.</summary>
public static class SweepDriver
{
    /// <summary>So many rows are asked for at a time: enough that threads seldom meet, few enough that little is lost when one is stopped.</summary>
    public const int BlockRows = 256;

    private const int BlocksAhead = 8;

    /// <summary>Goes from one number to another.</summary>
    /// <param name="sweep">The questions.</param>
    /// <param name="share">Which of them.</param>
    /// <param name="threads">How many may work at once.</param>
    /// <param name="take">Gets some rows at a time, with the number of the first.</param>
    /// <param name="cancellation">Stops it between blocks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Run(
        CaseSweep sweep, SweepShare share, int threads, Action<int, IReadOnlyList<IReadOnlyList<object?>>> take, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        for (int window = share.From; window < share.To; window += BlockRows * BlocksAhead * threads)
        {
            int[] firsts = [.. Enumerable.Range(0, BlocksAhead * threads).Select(b => window + b * BlockRows).Where(first => first < share.To)];
            var blocks = new IReadOnlyList<IReadOnlyList<object?>>[firsts.Length];
            Parallel.For(0, firsts.Length, options, b => blocks[b] = [.. sweep.Rows(firsts[b], Math.Min(firsts[b] + BlockRows, share.To))]);
            foreach ((int b, int first) in firsts.Index()) take(first, blocks[b]);
        }
    }
}

/// <summary>A share of the numbers of a sweep: those that lie one after another from one on.</summary>
/// <param name="From">The first.</param>
/// <param name="To">One after the last.</param>
public readonly record struct SweepShare(int From, int To)
{
    /// <summary>How many.</summary>
    public int Count => To - From;

    /// <summary>The i-th of n shares of about one size, from 1: all together are every number once, in order.</summary>
    public static SweepShare Of(int count, int shard, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shard, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shard, shards);
        return new SweepShare((int)((long)count * (shard - 1) / shards), (int)((long)count * shard / shards));
    }
}
