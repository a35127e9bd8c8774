using NavGeo.Routing;

namespace NavGeo.Planning.Reach;

/// <summary>
/// A rectangle of squares whose corners are whole multiples of their side, row after row from the south. Immutable.
/// </summary>
internal sealed class ReachSquares
{
    private readonly long west;
    private readonly long south;

    private ReachSquares(long west, long south, int columns, int rows, double side)
    {
        this.west = west;
        this.south = south;
        Columns = columns;
        Rows = rows;
        SideMetres = side;
    }

    public double SideMetres { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int Count => Columns * Rows;

    /// <summary>The squares around a point and some lines with so many metres to spare.</summary>
    public static ReachSquares Around(PlanePoint point, IEnumerable<PlanePoint[]> lines, double spare, double side, int mostSquares)
    {
        (double west, double east, double south, double north) = (point.Easting, point.Easting, point.Northing, point.Northing);
        foreach (PlanePoint[] line in lines)
        {
            foreach (PlanePoint at in line)
            {
                west = Math.Min(west, at.Easting);
                east = Math.Max(east, at.Easting);
                south = Math.Min(south, at.Northing);
                north = Math.Max(north, at.Northing);
            }
        }
        while (true)
        {
            long left = (long)Math.Floor((west - spare) / side), right = (long)Math.Floor((east + spare) / side);
            long bottom = (long)Math.Floor((south - spare) / side), top = (long)Math.Floor((north + spare) / side);
            if ((right - left + 1) * (top - bottom + 1) <= mostSquares)
                return new ReachSquares(left, bottom, (int)(right - left + 1), (int)(top - bottom + 1), side);
            side *= 2;
        }
    }

    /// <summary>A time for each square, none reached.</summary>
    public int[] NewTable()
    {
        var times = new int[Count];
        Array.Fill(times, TravelTime.UnreachableMilliseconds);
        return times;
    }

    public PlanePoint MiddleOf(int square) =>
        new((west + square % Columns + 0.5) * SideMetres, (south + square / Columns + 0.5) * SideMetres);

    /// <summary>The corner south-west of a column and row.</summary>
    public PlanePoint CornerOf(int column, int row) => new((west + column) * SideMetres, (south + row) * SideMetres);

    /// <summary>Marks the squares a line runs through, each step of a hundredth of a side at most.</summary>
    public void Mark(PlanePoint[] line, bool[] marks)
    {
        for (int i = 0; i + 1 < line.Length; i++)
        {
            int steps = Math.Max(1, (int)Math.Ceiling(line[i].DistanceTo(line[i + 1]) / SideMetres * 100));
            for (int step = 0; step <= steps; step++)
            {
                if (SquareAt(line[i].Towards(line[i + 1], step / (double)steps)) is { } square) marks[square] = true;
            }
        }
    }

    /// <summary>Squares that may lie within so many metres of a line or point: what is farther need not be asked.</summary>
    public bool[] Near(IEnumerable<PlanePoint[]> lines, PlanePoint point, double metres)
    {
        var marks = new bool[Count];
        Mark([point, point], marks);
        foreach (PlanePoint[] line in lines) Mark(line, marks);
        // Spread by columns, then by rows: a square around each.
        int reach = (int)Math.Ceiling(metres / SideMetres) + 1;
        var wide = new bool[Count];
        for (int row = 0; row < Rows; row++) Spread(marks, wide, row * Columns, 1, Columns, reach);
        var near = new bool[Count];
        for (int column = 0; column < Columns; column++) Spread(wide, near, column, Columns, Rows, reach);
        return near;
    }

    private static void Spread(bool[] from, bool[] to, int start, int stride, int count, int reach)
    {
        int last = -reach - 1;
        for (int i = 0; i < count; i++)
        {
            if (from[start + i * stride]) last = i;
            if (i - last <= reach) to[start + i * stride] = true;
        }
        last = count + reach;
        for (int i = count - 1; i >= 0; i--)
        {
            if (from[start + i * stride]) last = i;
            if (last - i <= reach) to[start + i * stride] = true;
        }
    }

    private int? SquareAt(PlanePoint point)
    {
        long column = (long)Math.Floor(point.Easting / SideMetres) - west;
        long row = (long)Math.Floor(point.Northing / SideMetres) - south;
        return column >= 0 && column < Columns && row >= 0 && row < Rows ? (int)(row * Columns + column) : null;
    }
}
