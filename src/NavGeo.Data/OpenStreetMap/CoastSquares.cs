using System.Runtime.InteropServices;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Squares on either side of a coast. Those at the line itself are on the side where their middle lies; from there the
/// sides spread to what is not known yet, a ring of squares at a time. Scratch for one thread.
/// </summary>
/// <param name="origin">Lower-left corner, metres.</param>
/// <param name="side">Side of a square, metres.</param>
/// <param name="columns">Squares from west to east.</param>
/// <param name="rows">Squares from south to north.</param>
internal sealed class CoastSquares(PlanePoint origin, double side, int columns, int rows)
{
    /// <summary>So far from the coast its sides are told: a sound twice as wide is sea throughout.</summary>
    private const double ReachMetres = 6_000;

    /// <summary>Distances as near as this, in squares, are the same: the point lies off the corner of two pieces.</summary>
    private const double SameDistance = 1e-6;

    private const double StretchSquares = 8;

    private readonly int wordsPerRow = (columns + 63) / 64;
    private readonly ulong[] isKnown = new ulong[(columns + 63) / 64 * rows];
    private readonly ulong[] isSea = new ulong[(columns + 63) / 64 * rows];
    private readonly Dictionary<int, Nearest> atCoast = [];

    /// <summary>The piece of coast nearest to the middle of a square.</summary>
    private readonly record struct Nearest(float Distance, float FromLine, bool IsSea);

    /// <summary>Adds a piece of the coast: land on its left, water on its right.</summary>
    public void Add(PlanePoint from, PlanePoint to)
    {
        (double x, double y) = ((from.Easting - origin.Easting) / side, (from.Northing - origin.Northing) / side);
        (double dx, double dy) = ((to.Easting - from.Easting) / side, (to.Northing - from.Northing) / side);
        double length = Math.Sqrt(dx * dx + dy * dy);
        if (length == 0) return;
        // The squares around are found stretch by stretch, so that a long slanting piece does not ask half a country.
        int stretches = (int)Math.Ceiling(length / StretchSquares);
        for (int i = 0; i < stretches; i++)
        {
            (double begin, double end) = (i / (double)stretches, (i + 1) / (double)stretches);
            (int west, int east) = Around(x + dx * begin, x + dx * end, columns);
            (int south, int north) = Around(y + dy * begin, y + dy * end, rows);
            for (int row = south; row <= north; row++)
            {
                for (int column = west; column <= east; column++)
                {
                    (double ex, double ey) = (column + 0.5 - x, row + 0.5 - y);
                    double cross = (dx * ey - dy * ex) / length;
                    // A square farther off than this has no line between itself and the next one.
                    if (Math.Abs(cross) > 1) continue;
                    double along = Math.Clamp((dx * ex + dy * ey) / (length * length), 0, 1);
                    (double ox, double oy) = (ex - along * dx, ey - along * dy);
                    double distance = Math.Sqrt(ox * ox + oy * oy);
                    if (distance > 1) continue;
                    Note(row * columns + column, new Nearest((float)distance, (float)Math.Abs(cross), cross < 0));
                }
            }
        }
    }

    /// <summary>Spreads the sides from the coast as far as they are told.</summary>
    public void Spread(CancellationToken cancellation)
    {
        var front = new List<int>(atCoast.Count);
        foreach ((int square, Nearest nearest) in atCoast)
        {
            Know(square % columns, square / columns, nearest.IsSea);
            front.Add(square);
        }
        // Neighbours in the order of the squares, so that a square between two sides always goes to the same.
        front.Sort();
        for (int ring = 0; ring < ReachMetres / side && front.Count > 0; ring++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = new List<int>(front.Count);
            foreach (int square in front)
            {
                (int row, int column) = Math.DivRem(square, columns);
                bool sea = IsSet(isSea, column, row);
                if (column > 0) Reach(column - 1, row, sea, next);
                if (column < columns - 1) Reach(column + 1, row, sea, next);
                if (row > 0) Reach(column, row - 1, sea, next);
                if (row < rows - 1) Reach(column, row + 1, sea, next);
            }
            front = next;
        }
        atCoast.Clear();
    }

    /// <summary>1 on land, -1 in the sea, 0 where it is not known.</summary>
    public int SideOf(PlanePoint point)
    {
        (int column, int row) = ((int)Math.Floor((point.Easting - origin.Easting) / side), (int)Math.Floor((point.Northing - origin.Northing) / side));
        if (column < 0 || column >= columns || row < 0 || row >= rows || !IsSet(isKnown, column, row)) return 0;
        return IsSet(isSea, column, row) ? -1 : 1;
    }

    public WaterMask ToMask() =>
        new(origin, side, columns, rows, (row, bits) => isSea.AsSpan(row * wordsPerRow, wordsPerRow).CopyTo(bits));

    /// <summary>The squares between two coordinates and one more on either side.</summary>
    private static (int First, int Last) Around(double a, double b, int count) =>
        (Math.Max(0, (int)Math.Floor(Math.Min(a, b)) - 1), Math.Min(count - 1, (int)Math.Floor(Math.Max(a, b)) + 1));

    private void Note(int square, Nearest piece)
    {
        ref Nearest known = ref CollectionsMarshal.GetValueRefOrAddDefault(atCoast, square, out bool exists);
        // Off a corner both pieces are as near; the one whose line is farther tells the side.
        bool isNearer = piece.Distance < known.Distance - SameDistance || (piece.Distance < known.Distance + SameDistance && piece.FromLine > known.FromLine);
        if (!exists || isNearer) known = piece;
    }

    private void Reach(int column, int row, bool sea, List<int> next)
    {
        if (IsSet(isKnown, column, row)) return;
        Know(column, row, sea);
        next.Add(row * columns + column);
    }

    private void Know(int column, int row, bool sea)
    {
        int word = row * wordsPerRow + (column >> 6);
        isKnown[word] |= 1UL << (column & 63);
        if (sea) isSea[word] |= 1UL << (column & 63);
    }

    private bool IsSet(ulong[] bits, int column, int row) => (bits[row * wordsPerRow + (column >> 6)] >> (column & 63) & 1) != 0;
}
