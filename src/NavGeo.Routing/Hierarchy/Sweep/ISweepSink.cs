namespace NavGeo.Routing.Hierarchy.Sweep;

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

/// <summary>Writes a table of milliseconds, a row for each target.</summary>
internal struct TableSink(int[] table, int sourceCount) : ISweepSink
{
    private int column;
    private int width;

    public void Begin(SourceBatch batch)
    {
        column = batch.Sources.Length == 0 ? 0 : batch.Sources[0];
        width = batch.Sources.Length;
    }

    public readonly void Take<TLanes>(int place, int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes =>
        TLanes.Write(row, table.AsSpan((int)((long)target * sourceCount) + column, width));
}
