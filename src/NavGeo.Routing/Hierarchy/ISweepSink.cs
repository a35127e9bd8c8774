namespace NavGeo.Routing.Hierarchy;

/// <summary>What becomes of the times of a sweep. One for each thread; no two threads see the same target.</summary>
internal interface ISweepSink
{
    /// <summary>The rows that follow are of this batch of sources.</summary>
    void Begin(SourceBatch batch);

    /// <summary>The times between a target and the sources of the batch, a lane each.</summary>
    void Take<TLanes>(int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes;
}
