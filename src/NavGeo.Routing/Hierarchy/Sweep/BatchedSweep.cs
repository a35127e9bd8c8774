using System.Runtime.Intrinsics;
using NavGeo.Routing.Hierarchy.Customise;

namespace NavGeo.Routing.Hierarchy.Sweep;

/// <summary>Which way the times of a sweep are travelled.</summary>
public enum SweepDirection
{
    /// <summary>From each source to all targets.</summary>
    FromSources = 0,

    /// <summary>From all targets to each source: people to a site.</summary>
    ToSources,
}

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
    private readonly CustomisedTimes times;
    private readonly int threads;
    private readonly VectorWidth width;

    /// <param name="times">The times to ask; may change between sweeps.</param>
    /// <param name="threads">How many threads a sweep may use.</param>
    /// <param name="width">Which twin of the loops runs; the widest the machine has when null.</param>
    public BatchedSweep(CustomisedTimes times, int threads = 1, VectorWidth? width = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.times = times;
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
        var sinks = new TableSink[SpanCount(targets, threads)];
        Array.Fill(sinks, new TableSink(table, sources.Count));
        Run(sources, targets, direction, inOrder: true, sinks);
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
        if (perTarget == 1)
        {
            NearestSweep.Run(times, sources, targets, direction, SpanCount(targets, threads), threads, nearest);
            return nearest;
        }
        var sinks = new NearestSink[SpanCount(targets, threads)];
        Array.Fill(sinks, new NearestSink(nearest));
        Run(sources, targets, direction, inOrder: false, sinks);
        return nearest.InOrder(targets);
    }

    private void Check(SweepPoints sources, TargetSelection targets)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Graph != times.Graph) throw new ArgumentException("a selection of another graph", nameof(targets));
    }

    // More spans than threads even out the work; a span costs one walk from the root.
    internal static int SpanCount(TargetSelection targets, int threads) => threads == 1 ? 1 : Math.Clamp(targets.VisitedCount / 4096, 1, threads * 6);

    private void Run<TSink>(SweepPoints sources, TargetSelection targets, SweepDirection direction, bool inOrder, TSink[] sinks)
        where TSink : struct, ISweepSink
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                SweepRun<SweepLanes<Vector512<int>, Vectors512>, TSink>.Run(times, sources, targets, direction, inOrder, sinks, threads);
                break;
            case VectorWidth.Bits256:
                SweepRun<SweepLanes<Vector256<int>, Vectors256>, TSink>.Run(times, sources, targets, direction, inOrder, sinks, threads);
                break;
            default:
                SweepRun<SweepLanesScalar, TSink>.Run(times, sources, targets, direction, inOrder, sinks, threads);
                break;
        }
    }
}
