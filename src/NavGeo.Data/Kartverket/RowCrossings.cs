using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Data.Kartverket;

/// <summary>
/// Where the edges of polygons cross the middle lines of a raster's rows: between the first and the second crossing
/// of a polygon lies its inside, between the third and the fourth again. So a polygon is filled with a handful of
/// operations a row, where a question a square would take minutes for the sea around Norway.
/// </summary>
internal sealed class RowCrossings
{
    private readonly PlanePoint origin;
    private readonly double squareMetres;
    private readonly int rows;

    /// <summary>First crossing of each row in <see cref="crossings"/>, and one past the last; rows + 1 entries.</summary>
    private readonly int[] firstOfRow;

    /// <summary>Polygon and metres east of the origin, sorted within each row.</summary>
    private readonly (int Polygon, double East)[] crossings;

    public RowCrossings(IReadOnlyList<Geometry> areas, PlanePoint origin, double squareMetres, int rows)
    {
        this.origin = origin;
        this.squareMetres = squareMetres;
        this.rows = rows;
        firstOfRow = new int[rows + 1];
        List<(int Polygon, Coordinate[] Ring)> rings = Rings(areas);

        // Twice over the edges, first to count and then to place: no list a row.
        foreach ((int _, Coordinate[] ring) in rings)
        {
            for (int i = 1; i < ring.Length; i++)
            {
                (int from, int to) = RowsOf(ring[i - 1], ring[i]);
                for (int row = from; row < to; row++) firstOfRow[row + 1]++;
            }
        }
        for (int row = 0; row < rows; row++) firstOfRow[row + 1] += firstOfRow[row];
        crossings = new (int, double)[firstOfRow[rows]];
        int[] next = firstOfRow[..rows];
        foreach ((int polygon, Coordinate[] ring) in rings)
        {
            for (int i = 1; i < ring.Length; i++)
            {
                (int from, int to) = RowsOf(ring[i - 1], ring[i]);
                for (int row = from; row < to; row++) crossings[next[row]++] = (polygon, EastAt(row, ring[i - 1], ring[i]));
            }
        }
        for (int row = 0; row < rows; row++) crossings.AsSpan(firstOfRow[row]..firstOfRow[row + 1]).Sort();
    }

    /// <summary>Sets the bits of the squares whose middle is inside.</summary>
    public void Fill(int row, Span<ulong> bits, int columns)
    {
        // Every ring is closed, so a row crosses a polygon an even number of times.
        for (int i = firstOfRow[row]; i < firstOfRow[row + 1]; i += 2)
        {
            int from = FirstMiddleFrom(crossings[i].East, columns);
            int to = FirstMiddleFrom(crossings[i + 1].East, columns);
            SetRange(bits, from, to);
        }
    }

    private static List<(int Polygon, Coordinate[] Ring)> Rings(IReadOnlyList<Geometry> areas)
    {
        var rings = new List<(int, Coordinate[])>();
        int number = 0;
        foreach (Geometry area in areas)
        {
            for (int part = 0; part < area.NumGeometries; part++)
            {
                var polygon = (Polygon)area.GetGeometryN(part);
                rings.Add((number, polygon.ExteriorRing.Coordinates));
                foreach (LineString hole in polygon.InteriorRings) rings.Add((number, hole.Coordinates));
                number++;
            }
        }
        return rings;
    }

    /// <summary>Rows whose middle line the edge crosses; its lower end counts, its upper does not.</summary>
    private (int From, int To) RowsOf(Coordinate a, Coordinate b) =>
        (FirstMiddleFrom(Math.Min(a.Y, b.Y) - origin.Northing, rows), FirstMiddleFrom(Math.Max(a.Y, b.Y) - origin.Northing, rows));

    private double EastAt(int row, Coordinate a, Coordinate b)
    {
        double north = (row + 0.5) * squareMetres + origin.Northing;
        return a.X + (north - a.Y) / (b.Y - a.Y) * (b.X - a.X) - origin.Easting;
    }

    /// <summary>The first square or row whose middle is at or beyond a distance from the origin, within 0 to <paramref name="count"/>.</summary>
    private int FirstMiddleFrom(double metres, int count) => (int)Math.Clamp(Math.Ceiling(metres / squareMetres - 0.5), 0, count);

    private static void SetRange(Span<ulong> bits, int from, int to)
    {
        for (int at = from; at < to;)
        {
            int bit = at & 63;
            int length = Math.Min(64 - bit, to - at);
            bits[at >> 6] |= ulong.MaxValue >> (64 - length) << bit;
            at += length;
        }
    }
}
