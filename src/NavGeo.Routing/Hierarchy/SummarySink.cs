namespace NavGeo.Routing.Hierarchy;

/// <summary>Keeps the nearest source of each target and, for each source, weights within bands and weighted times.</summary>
internal struct SummarySink : ISweepSink
{
    private readonly SweepSummary summary;
    private NearestSink nearest;
    private readonly int[] limits;
    private readonly int[]? weights;

    // By batch and lane; counts in 32 bits because all weights together fit. The last row counts what is not reached.
    private readonly int[][] counts;
    private readonly long[][] sums;
    private readonly int[][] laneSources;
    private int[] count = [];
    private long[] sum = [];
    private readonly long[] seen;
    private readonly int widest = -1;
    private int lanes;
    private int batch;

    /// <param name="summary">Shared by all threads: targets are disjoint, the rest is added at the end.</param>
    /// <param name="nearest">Likewise, by place.</param>
    /// <param name="limits">Milliseconds of each band, at most infinity − 1.</param>
    /// <param name="weights">Weight of each target by place, or null for 1 each.</param>
    /// <param name="batches">How many batches there are.</param>
    public SummarySink(SweepSummary summary, NearestSources nearest, int[] limits, int[]? weights, int batches)
    {
        this.summary = summary;
        this.nearest = new NearestSink(nearest);
        this.limits = limits;
        this.weights = weights;
        counts = new int[batches][];
        sums = new long[batches][];
        laneSources = new int[batches][];
        seen = new long[batches];
        foreach (int limit in limits) widest = Math.Max(widest, limit);
    }

    public void Begin(SourceBatch batch)
    {
        this.batch = batch.Index;
        lanes = batch.Lanes;
        counts[batch.Index] ??= new int[(limits.Length + 1) * lanes];
        sums[batch.Index] ??= new long[lanes];
        laneSources[batch.Index] = batch.Sources;
        count = counts[batch.Index];
        sum = sums[batch.Index];
        nearest.Begin(batch);
    }

    public readonly void Take<TLanes>(int place, int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes
    {
        nearest.Take<TLanes>(place, target, row);
        int weight = weights is null ? 1 : weights[place];
        if (weight == 0) return;
        seen[batch] += weight;
        TLanes.Sum(row, weight, sum, count.AsSpan(limits.Length * lanes, lanes));
        TLanes.Count(row, limits, widest, weight, count);
    }

    /// <summary>Adds what this thread counted to the summary.</summary>
    public readonly void AddUp()
    {
        for (int index = 0; index < sums.Length; index++)
        {
            if (sums[index] is null) continue;
            int width = sums[index].Length;
            for (int lane = 0; lane < laneSources[index].Length; lane++)
            {
                int source = laneSources[index][lane];
                for (int band = 0; band < limits.Length; band++)
                    summary.WeightWithin[source * limits.Length + band] += counts[index][band * width + lane];
                summary.WeightReached[source] += seen[index] - counts[index][limits.Length * width + lane];
                summary.WeightedMilliseconds[source] += sums[index][lane];
            }
        }
    }
}
