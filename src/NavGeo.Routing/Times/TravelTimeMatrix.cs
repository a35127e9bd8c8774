
namespace NavGeo.Routing.Times;

/// <summary>
/// Travel times from places to destinations, off-road time at both ends included: one row a place, one column a
/// destination, row after row in memory. Immutable.
/// </summary>
public sealed class TravelTimeMatrix
{
    private readonly int[] table;

    internal TravelTimeMatrix(int[] table, int rowCount, int columnCount)
    {
        this.table = table;
        RowCount = rowCount;
        ColumnCount = columnCount;
    }

    /// <summary>How many places.</summary>
    public int RowCount { get; }

    /// <summary>How many destinations.</summary>
    public int ColumnCount { get; }

    /// <summary>The time from a place to a destination.</summary>
    public TravelTime this[int row, int column] => TravelTime.FromMilliseconds(Row(row)[column]);

    /// <summary>Raw times from one place to all destinations; <see cref="TravelTime.UnreachableMilliseconds"/> for no way.</summary>
    public ReadOnlySpan<int> Row(int row) => table.AsSpan(row * ColumnCount, ColumnCount);
}
