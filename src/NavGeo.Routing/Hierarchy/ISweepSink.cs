namespace NavGeo.Routing.Hierarchy;

/// <summary>What becomes of the times of a sweep. One for each thread; no two threads see the same target.</summary>
internal interface ISweepSink
{
    /// <summary>The rows that follow are of this batch of sources.</summary>
    void Begin(SourceBatch batch);

    /// <summary>The times between a target and the sources of the batch, a lane each.</summary>
    /// <param name="place">
    /// Which target in the order in which the sweep completes them: what is kept by place is written in a line.
    /// </param>
    /// <param name="target">The target.</param>
    /// <param name="row">A time for each lane.</param>
    void Take<TLanes>(int place, int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes;
}
