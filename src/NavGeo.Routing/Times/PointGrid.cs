
namespace NavGeo.Routing.Times;

/// <summary>Points in square cells, to find those around a place. Immutable, any number of threads may read it.</summary>
internal sealed class PointGrid
{
    private readonly double side;
    private readonly int west;
    private readonly int south;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] first;
    private readonly int[] points;

    /// <param name="numbers">The points.</param>
    /// <param name="at">Where each lies, metres.</param>
    /// <param name="side">Side of a cell, metres; doubled until there are no more than a few cells a point.</param>
    public PointGrid(List<int> numbers, Func<int, PlanePoint> at, double side)
    {
        PlanePoint[] places = [.. numbers.Select(at)];
        (double left, double low) = places.Length == 0 ? (0, 0) : (places.Min(p => p.Easting), places.Min(p => p.Northing));
        (double right, double high) = places.Length == 0 ? (0, 0) : (places.Max(p => p.Easting), places.Max(p => p.Northing));
        while ((right - left) / side * ((high - low) / side) > 16.0 * places.Length + 1024) side *= 2;
        this.side = side;
        (west, south) = CellOf(left, low);
        (int east, int north) = CellOf(right, high);
        (columns, rows) = (east - west + 1, north - south + 1);
        first = new int[columns * rows + 1];
        int[] cells = Array.ConvertAll(places, p => Cell(p));
        foreach (int cell in cells) first[cell + 1]++;
        for (int cell = 0; cell < columns * rows; cell++) first[cell + 1] += first[cell];
        points = new int[places.Length];
        int[] next = first[..^1];
        for (int i = 0; i < cells.Length; i++) points[next[cells[i]]++] = numbers[i];
    }

    /// <summary>
    /// All points within so many metres of a place, and others that are not much farther away: row by row of cells, in each
    /// in the order they were given.
    /// </summary>
    public IEnumerable<int> Within(PlanePoint place, double metres)
    {
        (int left, int low) = CellOf(place.Easting - metres, place.Northing - metres);
        (int right, int high) = CellOf(place.Easting + metres, place.Northing + metres);
        for (int row = Math.Max(low - south, 0); row <= Math.Min(high - south, rows - 1); row++)
        {
            int from = Math.Max(left - west, 0), to = Math.Min(right - west, columns - 1);
            if (from > to) yield break;
            for (int i = first[row * columns + from]; i < first[row * columns + to + 1]; i++) yield return points[i];
        }
    }

    private (int Column, int Row) CellOf(double easting, double northing) =>
        ((int)Math.Floor(easting / side), (int)Math.Floor(northing / side));

    private int Cell(PlanePoint point)
    {
        (int column, int row) = CellOf(point.Easting, point.Northing);
        return (row - south) * columns + column - west;
    }
}
