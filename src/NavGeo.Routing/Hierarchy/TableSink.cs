namespace NavGeo.Routing.Hierarchy;

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
