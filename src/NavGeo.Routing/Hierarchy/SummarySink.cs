namespace NavGeo.Routing.Hierarchy;

/// <summary>Keeps the nearest source of each target and, for each source, weights within bands and weighted times.</summary>
internal struct SummarySink : ISweepSink
{
    private readonly SweepSummary summary;
    private readonly int[] limits;
    private readonly int[]? weights;

    // By batch and lane; counts in 32 bits because all weights together fit.
    private readonly int[][] counts;
    private readonly long[][] sums;
    private readonly int[][] laneSources;
    private int[] count = [];
    private long[] sum = [];
    private int[] sources = [];
    private int lanes;

    /// <param name="summary">Shared by all threads: targets are disjoint, the rest is added at the end.</param>
    /// <param name="limits">Milliseconds of each band, at most infinity − 1.</param>
    /// <param name="weights">Weight of each target, or null for 1 each.</param>
    /// <param name="batches">How many batches there are.</param>
    public SummarySink(SweepSummary summary, int[] limits, int[]? weights, int batches)
    {
        this.summary = summary;
        this.limits = limits;
        this.weights = weights;
        counts = new int[batches][];
        sums = new long[batches][];
        laneSources = new int[batches][];
    }

    public void Begin(SourceBatch batch)
    {
        lanes = batch.Lanes;
        counts[batch.Index] ??= new int[(limits.Length + 1) * lanes];
        sums[batch.Index] ??= new long[lanes];
        laneSources[batch.Index] = batch.Sources;
        count = counts[batch.Index];
        sum = sums[batch.Index];
        sources = batch.Sources;
    }

    public readonly void Take<TLanes>(int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes
    {
        ref int best = ref summary.NearestMilliseconds[target];
        // At most as far as the best so far: a tie may go to a lower source.
        int limit = best == int.MaxValue ? CustomisedTimes.Infinity : best + 1;
        if (TLanes.AnyBelow(row, limit))
        {
            (int time, int lane) = TLanes.Least(row);
            ref int nearest = ref summary.NearestSources[target];
            if (time < best || sources[lane] < nearest)
            {
                best = time;
                nearest = sources[lane];
            }
        }
        int weight = weights is null ? 1 : weights[target];
        if (weight == 0) return;
        for (int band = 0; band < limits.Length; band++)
            TLanes.Count(row, limits[band], weight, count.AsSpan(band * lanes, lanes));
        TLanes.Count(row, CustomisedTimes.Infinity - 1, weight, count.AsSpan(limits.Length * lanes, lanes));
        TLanes.Sum(row, weight, sum);
    }

    /// <summary>Adds what this thread counted to the summary.</summary>
    public readonly void AddUp()
    {
        for (int batch = 0; batch < sums.Length; batch++)
        {
            if (sums[batch] is null) continue;
            int width = sums[batch].Length;
            for (int lane = 0; lane < laneSources[batch].Length; lane++)
            {
                int source = laneSources[batch][lane];
                for (int band = 0; band < limits.Length; band++)
                    summary.WeightWithin[source * limits.Length + band] += counts[batch][band * width + lane];
                summary.WeightReached[source] += counts[batch][limits.Length * width + lane];
                summary.WeightedMilliseconds[source] += sums[batch][lane];
            }
        }
    }
}
