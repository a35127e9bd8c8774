namespace NavGeo.Routing.Hierarchy;

/// <summary>Writes a table of 16-bit times, a row for each target.</summary>
internal struct ShortTableSink(ushort[] table, int sourceCount, int unit) : ISweepSink
{
    private int column;
    private int width;

    /// <summary>How many times did not fit.</summary>
    public long TooLong { get; private set; }

    public void Begin(SourceBatch batch)
    {
        column = batch.Sources.Length == 0 ? 0 : batch.Sources[0];
        width = batch.Sources.Length;
    }

    public void Take<TLanes>(int place, int target, ReadOnlySpan<int> row) where TLanes : struct, ISweepLanes =>
        TooLong += TLanes.WriteShort(row, table.AsSpan((int)((long)target * sourceCount) + column, width), unit);
}
