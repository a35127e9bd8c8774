namespace NavGeo.Routing.Building;

/// <summary>
/// A coarse sieve: which straight pieces of road may come near some places. Squares as wide as the reach, each place
/// marking its own and the eight around it; what it lets through may still be too far, what it holds back is not near.
/// </summary>
internal sealed class NeighbourhoodCells(double reachMetres)
{
    private readonly HashSet<(long Column, long Row)> marked = [];

    /// <summary>Whether no place has been added.</summary>
    public bool IsEmpty => marked.Count == 0;

    /// <summary>Adds a place to be near to.</summary>
    public void Add(PlanePoint place)
    {
        (long column, long row) = CellOf(place);
        for (long c = column - 1; c <= column + 1; c++)
        {
            for (long r = row - 1; r <= row + 1; r++) marked.Add((c, r));
        }
    }

    /// <summary>Whether a piece may come within reach of a place.</summary>
    public bool MayTouch(PlanePoint start, PlanePoint end)
    {
        (long fromColumn, long fromRow) = CellOf(start);
        (long toColumn, long toRow) = CellOf(end);
        if ((fromColumn, fromRow) == (toColumn, toRow)) return marked.Contains((fromColumn, fromRow));
        for (long c = Math.Min(fromColumn, toColumn); c <= Math.Max(fromColumn, toColumn); c++)
        {
            for (long r = Math.Min(fromRow, toRow); r <= Math.Max(fromRow, toRow); r++)
            {
                if (marked.Contains((c, r))) return true;
            }
        }
        return false;
    }

    private (long Column, long Row) CellOf(PlanePoint point) =>
        ((long)Math.Floor(point.Easting / reachMetres), (long)Math.Floor(point.Northing / reachMetres));
}
