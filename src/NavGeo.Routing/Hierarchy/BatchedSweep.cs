namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// Times between many sources and many targets: up to 128 sources at a time go up the hierarchy, then one pass over
/// the selected nodes from the highest rank down completes all targets, a lane a source. Reads the times as they are
/// when called. Safe for several threads; results are the same bytes for any number of threads and any vector width.
/// </summary>
/// <remarks>
/// PHAST and RPHAST (Delling, Goldberg, Nowatzyk and Werneck 2011) on an elimination tree in postorder. Because a
/// node's upward neighbours are its ancestors, the pass needs only the rows on the way from the root to the node at
/// hand: a stack that stays in the nearest caches, whatever the size of the network. See docs/engine/sweep.md.
/// </remarks>
public sealed class BatchedSweep
{
    private readonly SearchArcs arcs;
    private readonly int threads;
    private readonly VectorWidth width;

    /// <param name="times">The times to ask; may change between sweeps.</param>
    /// <param name="threads">How many threads a sweep may use.</param>
    /// <param name="width">Which twin of the loops runs; the widest the machine has when null.</param>
    public BatchedSweep(CustomisedTimes times, int threads = 1, VectorWidth? width = null)
        : this(ArcsOf(times), threads, width)
    {
    }

    /// <inheritdoc cref="BatchedSweep(CustomisedTimes, int, VectorWidth?)"/>
    public BatchedSweep(PrunedTimes times, int threads = 1, VectorWidth? width = null)
        : this(ArcsOf(times), threads, width)
    {
    }

    private BatchedSweep(SearchArcs arcs, int threads, VectorWidth? width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.arcs = arcs;
        this.threads = threads;
        this.width = width ?? VectorWidths.Best;
    }

    /// <summary>Writes every time: the time between target <i>t</i> and source <i>s</i> at <i>t</i> × sources + <i>s</i>.</summary>
    /// <param name="sources">Where the lanes start.</param>
    /// <param name="targets">Which times are wanted.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="table">[targets × sources]; <see cref="int.MaxValue"/> where there is no way.</param>
    /// <exception cref="ArgumentException">The table is too small, or the selection is of another graph.</exception>
    public void WriteTimes(SweepPoints sources, TargetSelection targets, SweepDirection direction, int[] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Check(sources, targets);
        if (table.Length < (long)sources.Count * targets.Count) throw new ArgumentException("the table is too small", nameof(table));
        var sinks = new TableSink[SpanCount(targets)];
        Array.Fill(sinks, new TableSink(table, sources.Count));
        Run(sources, targets, direction, inOrder: true, sinks);
    }

    /// <summary>
    /// Writes every time in 16 bits, in whole units rounded up, so that "at most <i>n</i> units" is exact. A time of
    /// 65 534 units or more is written as 65 534, no way as 65 535.
    /// </summary>
    /// <param name="sources">Where the lanes start.</param>
    /// <param name="targets">Which times are wanted.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="unitMilliseconds">The unit, 1 to 16 000; 1000 reaches 18 hours.</param>
    /// <param name="table">[targets × sources].</param>
    /// <returns>How many times did not fit.</returns>
    /// <exception cref="ArgumentException">The table is too small, or the selection is of another graph.</exception>
    public long WriteShortTimes(
        SweepPoints sources, TargetSelection targets, SweepDirection direction, int unitMilliseconds, ushort[] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(unitMilliseconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unitMilliseconds, 16_000);
        Check(sources, targets);
        if (table.Length < (long)sources.Count * targets.Count) throw new ArgumentException("the table is too small", nameof(table));
        var sinks = new ShortTableSink[SpanCount(targets)];
        Array.Fill(sinks, new ShortTableSink(table, sources.Count, unitMilliseconds));
        Run(sources, targets, direction, inOrder: true, sinks);
        long tooLong = 0;
        foreach (ShortTableSink sink in sinks) tooLong += sink.TooLong;
        return tooLong;
    }

    /// <summary>
    /// Nearest source of each target and, for each source, the weight within limits and the weighted time, without
    /// writing the times themselves.
    /// </summary>
    /// <param name="sources">Where the lanes start.</param>
    /// <param name="targets">Which times count.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="limitsMilliseconds">The bands' limits, each included in its band.</param>
    /// <param name="weights">Weight of each target (people), ≥ 0 and together below 2³¹; null for 1 each.</param>
    /// <exception cref="ArgumentException">Weights do not match, or the selection is of another graph.</exception>
    public SweepSummary Summarise(
        SweepPoints sources, TargetSelection targets, SweepDirection direction, int[] limitsMilliseconds, int[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(limitsMilliseconds);
        Check(sources, targets);
        if (weights is not null)
        {
            if (weights.Length != targets.Count) throw new ArgumentException("one weight a target", nameof(weights));
            long all = 0;
            foreach (int weight in weights)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
                all += weight;
            }
            if (all > int.MaxValue) throw new ArgumentException("the weights together exceed 2147483647", nameof(weights));
        }
        var limits = new int[limitsMilliseconds.Length];
        for (int band = 0; band < limits.Length; band++) limits[band] = Math.Min(limitsMilliseconds[band], CustomisedTimes.Infinity - 1);
        var nearest = NearestSources.None(targets.Count, 1);
        var summary = new SweepSummary(sources.Count, limits.Length);
        int[]? byPlace = null;
        if (weights is not null)
        {
            byPlace = new int[targets.Count];
            for (int place = 0; place < byPlace.Length; place++) byPlace[place] = weights[targets.Targets[place]];
        }
        var sinks = new SummarySink[SpanCount(targets)];
        int batches = SweepRun<SweepLanesScalar, SummarySink>.BatchCount(sources.Count);
        for (int i = 0; i < sinks.Length; i++) sinks[i] = new SummarySink(summary, nearest, limits, byPlace, batches);
        Run(sources, targets, direction, inOrder: false, sinks);
        foreach (SummarySink sink in sinks) sink.AddUp();
        summary.Nearest = nearest.InOrder(targets);
        return summary;
    }

    /// <summary>The nearest sources of each target, without a table.</summary>
    /// <param name="sources">Where the lanes start.</param>
    /// <param name="targets">Which targets ask.</param>
    /// <param name="direction">Which way is travelled.</param>
    /// <param name="perTarget">How many to keep for each target, at least 1.</param>
    /// <exception cref="ArgumentException">The selection is of another graph.</exception>
    public NearestSources Nearest(SweepPoints sources, TargetSelection targets, SweepDirection direction, int perTarget = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perTarget, 1);
        Check(sources, targets);
        var nearest = NearestSources.None(targets.Count, perTarget);
        var sinks = new NearestSink[SpanCount(targets)];
        Array.Fill(sinks, new NearestSink(nearest));
        Run(sources, targets, direction, inOrder: false, sinks);
        return nearest.InOrder(targets);
    }

    private static SearchArcs ArcsOf(CustomisedTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return new SearchArcs(times.Graph, times.Graph.First, times.Graph.Heads, times.Graph.HeadDepths, times.Arcs);
    }

    private static SearchArcs ArcsOf(PrunedTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return times.Arcs;
    }

    private void Check(SweepPoints sources, TargetSelection targets)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Graph != arcs.Graph) throw new ArgumentException("a selection of another graph", nameof(targets));
    }

    // More spans than threads even out the work; a span costs one walk from the root.
    private int SpanCount(TargetSelection targets) => threads == 1 ? 1 : Math.Clamp(targets.VisitedCount / 4096, 1, threads * 6);

    private void Run<TSink>(SweepPoints sources, TargetSelection targets, SweepDirection direction, bool inOrder, TSink[] sinks)
        where TSink : struct, ISweepSink
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                SweepRun<SweepLanes512, TSink>.Run(arcs, sources, targets, direction, inOrder, sinks, threads);
                break;
            case VectorWidth.Bits256:
                SweepRun<SweepLanes256, TSink>.Run(arcs, sources, targets, direction, inOrder, sinks, threads);
                break;
            default:
                SweepRun<SweepLanesScalar, TSink>.Run(arcs, sources, targets, direction, inOrder, sinks, threads);
                break;
        }
    }
}
