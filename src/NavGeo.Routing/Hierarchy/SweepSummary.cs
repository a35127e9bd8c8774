namespace NavGeo.Routing.Hierarchy;

/// <summary>
/// What a sweep found without keeping its table. Arrays are the result's own; nothing changes them afterwards.
/// </summary>
public sealed class SweepSummary
{
    internal SweepSummary(int sourceCount, int bandCount)
    {
        BandCount = bandCount;
        WeightWithin = new long[sourceCount * bandCount];
        WeightReached = new long[sourceCount];
        WeightedMilliseconds = new long[sourceCount];
    }

    /// <summary>The nearest source of each target.</summary>
    public NearestSources Nearest { get; internal set; } = NearestSources.None(0, 1);

    /// <summary>How many bands were asked for.</summary>
    public int BandCount { get; }

    /// <summary>Weight of the targets within each limit of each source, the limit included, [sources × bands].</summary>
    public long[] WeightWithin { get; }

    /// <summary>Weight of the targets each source is joined with at all, [sources].</summary>
    public long[] WeightReached { get; }

    /// <summary>Sum of weight × milliseconds over the targets each source is joined with, [sources].</summary>
    public long[] WeightedMilliseconds { get; }
}
