namespace NavGeo.Routing.Graph;

/// <summary>
/// Where the sea is, as a raster of squares: enough to tell that a straight line to the nearest road goes across a
/// fjord. Immutable; one bit a square, 25 MB for Norway at 100 m. Outside its extent everything counts as land.
/// </summary>
public sealed class WaterMask
{
    private readonly ulong[] bits;
    private readonly int wordsPerRow;

    /// <param name="origin">Lower-left corner, metres.</param>
    /// <param name="squareMetres">Side of a square.</param>
    /// <param name="columns">Squares from west to east.</param>
    /// <param name="rows">Squares from south to north.</param>
    /// <param name="isSea">Asked once a square (column, row): whether its middle is in the sea.</param>
    public WaterMask(PlanePoint origin, double squareMetres, int columns, int rows, Func<int, int, bool> isSea)
        : this(origin, squareMetres, columns, rows, (row, bits) =>
        {
            for (int column = 0; column < columns; column++)
            {
                if (isSea(column, row)) bits[column >> 6] |= 1UL << (column & 63);
            }
        })
    {
    }

    /// <param name="origin">Lower-left corner, metres.</param>
    /// <param name="squareMetres">Side of a square.</param>
    /// <param name="columns">Squares from west to east.</param>
    /// <param name="rows">Squares from south to north.</param>
    /// <param name="fillRow">
    /// Called once a row, from south to north, with the row's bits, all 0: column <c>c</c> is bit <c>c &amp; 63</c> of
    /// word <c>c &gt;&gt; 6</c>. It sets the bits whose square's middle is in the sea.
    /// </param>
    public WaterMask(PlanePoint origin, double squareMetres, int columns, int rows, Action<int, Span<ulong>> fillRow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(squareMetres);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Origin = origin;
        SquareMetres = squareMetres;
        Columns = columns;
        Rows = rows;
        wordsPerRow = (columns + 63) / 64;
        bits = new ulong[wordsPerRow * rows];
        for (int row = 0; row < rows; row++) fillRow(row, bits.AsSpan(row * wordsPerRow, wordsPerRow));
    }

    internal WaterMask(PlanePoint origin, double squareMetres, int columns, int rows, ulong[] bits)
    {
        Origin = origin;
        SquareMetres = squareMetres;
        Columns = columns;
        Rows = rows;
        wordsPerRow = (columns + 63) / 64;
        this.bits = bits;
    }

    /// <summary>The rows' bits one after another, for the file that holds them.</summary>
    internal ReadOnlySpan<ulong> Bits => bits;

    /// <summary>Lower-left corner, metres.</summary>
    public PlanePoint Origin { get; }

    /// <summary>Side of a square, metres.</summary>
    public double SquareMetres { get; }

    /// <summary>Squares from west to east.</summary>
    public int Columns { get; }

    /// <summary>Squares from south to north.</summary>
    public int Rows { get; }

    /// <summary>Whether the square the point lies in is sea.</summary>
    public bool IsSea(PlanePoint point)
    {
        double column = Math.Floor((point.Easting - Origin.Easting) / SquareMetres);
        double row = Math.Floor((point.Northing - Origin.Northing) / SquareMetres);
        if (!(column >= 0 && column < Columns && row >= 0 && row < Rows)) return false;
        int c = (int)column;
        return (bits[(int)row * wordsPerRow + (c >> 6)] >> (c & 63) & 1) != 0;
    }

    /// <summary>Metres of the straight line that lie in the sea, sampled every half square.</summary>
    public double SeaMetres(PlanePoint from, PlanePoint to)
    {
        double length = from.DistanceTo(to);
        int steps = (int)Math.Ceiling(length / (SquareMetres / 2));
        if (steps == 0) return 0;
        int inSea = 0;
        for (int step = 0; step < steps; step++)
        {
            if (IsSea(from.Towards(to, (step + 0.5) / steps))) inSea++;
        }
        return length * inSea / steps;
    }
}
