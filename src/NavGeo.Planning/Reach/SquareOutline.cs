using NavGeo.Routing;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace NavGeo.Planning.Reach;

/// <summary>
/// The outline of a set of squares as valid polygons, by walking along its edges with the inside on the left. Squares that
/// touch only at a corner are two polygons; holes that touch only at a corner are two holes. Linear in the squares.
/// </summary>
public static class SquareOutline
{
    private static readonly GeometryFactory Factory = new();

    // East, north, west, south: a left turn is one more.
    private static readonly (int Column, int Row)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>The outline of squares by their middles, one part of them after another, from the south; null where they do not lie in one grid.</summary>
    /// <param name="middles">Metres.</param>
    /// <param name="side">Metres.</param>
    public static MultiPolygon? Around(IReadOnlyCollection<PlanePoint> middles, double side)
    {
        if (middles.Count == 0) return null;
        PlanePoint first = middles.First();
        var left = new SortedSet<(int Row, int Column)>();
        foreach (PlanePoint middle in middles)
        {
            double column = (middle.Easting - first.Easting) / side, row = (middle.Northing - first.Northing) / side;
            if (column != Math.Round(column) || row != Math.Round(row)) return null;
            left.Add(((int)row, (int)column));
        }
        var polygons = new List<Polygon>();
        while (left.Count > 0)
        {
            List<(int Row, int Column)> part = TakePart(left);
            (int south, int west) = (part.Min(p => p.Row), part.Min(p => p.Column));
            int columns = part.Max(p => p.Column) - west + 1;
            var isIn = new bool[columns * (part.Max(p => p.Row) - south + 1)];
            foreach ((int row, int column) in part) isIn[(row - south) * columns + column - west] = true;
            MultiPolygon around = Of(isIn, columns, (column, row) => new PlanePoint(
                first.Easting + (west + column - 0.5) * side, first.Northing + (south + row - 0.5) * side));
            polygons.AddRange(around.Geometries.Cast<Polygon>());
        }
        return Factory.CreateMultiPolygon([.. polygons]);
    }

    /// <summary>Takes the first square out, with all that hang together with it by their sides.</summary>
    private static List<(int Row, int Column)> TakePart(SortedSet<(int Row, int Column)> left)
    {
        (int Row, int Column) first = left.Min;
        left.Remove(first);
        var part = new List<(int Row, int Column)> { first };
        for (int i = 0; i < part.Count; i++)
        {
            foreach ((int column, int row) in Steps)
            {
                (int, int) beside = (part[i].Row + row, part[i].Column + column);
                if (left.Remove(beside)) part.Add(beside);
            }
        }
        return part;
    }

    /// <summary>The outline.</summary>
    /// <param name="isIn">One flag a square, row after row.</param>
    /// <param name="columns">Squares in a row.</param>
    /// <param name="cornerOf">Where the corner south-west of a column and row lies.</param>
    public static MultiPolygon Of(bool[] isIn, int columns, Func<int, int, PlanePoint> cornerOf)
    {
        int rows = columns == 0 ? 0 : isIn.Length / columns;
        int[] parts = PartsOf(isIn, columns);
        // One bit a direction of the edges that leave each corner and are still to be walked.
        var edges = new byte[(columns + 1) * (rows + 1)];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                if (!IsIn(column, row)) continue;
                if (!IsIn(column, row - 1)) edges[Corner(column, row)] |= 1;
                if (!IsIn(column + 1, row)) edges[Corner(column + 1, row)] |= 2;
                if (!IsIn(column, row + 1)) edges[Corner(column + 1, row + 1)] |= 4;
                if (!IsIn(column - 1, row)) edges[Corner(column, row + 1)] |= 8;
            }
        }
        // Turns are chosen among all edges, so that a walk ends where it began and not in another ring.
        byte[] all = [.. edges];
        var shells = new SortedDictionary<int, LinearRing>();
        var holes = new Dictionary<int, List<LinearRing>>();
        for (int corner = 0; corner < edges.Length; corner++)
        {
            while (edges[corner] != 0)
            {
                (List<int> ring, int part) = Walk(corner);
                foreach (LinearRing simple in Split(ring))
                {
                    if (Orientation.IsCCW(simple.CoordinateSequence)) shells.Add(part, simple);
                    else if (holes.TryGetValue(part, out List<LinearRing>? known)) known.Add(simple);
                    else holes[part] = [simple];
                }
            }
        }
        return Factory.CreateMultiPolygon([.. shells.Select(s => Factory.CreatePolygon(s.Value, holes.TryGetValue(s.Key, out List<LinearRing>? inside) ? [.. inside] : []))]);

        bool IsIn(int column, int row) =>
            column >= 0 && column < columns && row >= 0 && row < rows && isIn[row * columns + column];

        int Corner(int column, int row) => row * (columns + 1) + column;

        (List<int> Ring, int Part) Walk(int start)
        {
            int first = System.Numerics.BitOperations.TrailingZeroCount(edges[start]);
            int direction = first;
            int part = parts[LeftOf(start, direction)];
            var ring = new List<int>();
            int at = start;
            do
            {
                ring.Add(at);
                edges[at] = (byte)(edges[at] & ~(1 << direction));
                (int column, int row) = Steps[direction];
                at += row * (columns + 1) + column;
                // Left before straight on before right, so that the walk keeps to its own square where two touch.
                foreach (int turn in (ReadOnlySpan<int>)[1, 0, 3])
                {
                    int next = (direction + turn) & 3;
                    if ((all[at] & (1 << next)) == 0) continue;
                    direction = next;
                    break;
                }
            }
            while (at != start || direction != first);
            return (ring, part);
        }

        int LeftOf(int corner, int direction)
        {
            (int column, int row) = (corner % (columns + 1), corner / (columns + 1));
            return direction switch
            {
                0 => row * columns + column,
                1 => row * columns + column - 1,
                2 => (row - 1) * columns + column - 1,
                _ => (row - 1) * columns + column,
            };
        }

        // A ring that comes by the same corner twice is two rings there.
        IEnumerable<LinearRing> Split(List<int> ring)
        {
            var open = new List<int>();
            var placeOf = new Dictionary<int, int>();
            foreach (int corner in ring)
            {
                if (placeOf.TryGetValue(corner, out int place))
                {
                    yield return Ring(open[place..]);
                    foreach (int gone in open[(place + 1)..]) placeOf.Remove(gone);
                    open.RemoveRange(place + 1, open.Count - place - 1);
                    continue;
                }
                placeOf[corner] = open.Count;
                open.Add(corner);
            }
            yield return Ring(open);
        }

        LinearRing Ring(List<int> corners)
        {
            var coordinates = new List<Coordinate>();
            for (int i = 0; i < corners.Count; i++)
            {
                int before = corners[(i + corners.Count - 1) % corners.Count], at = corners[i], after = corners[(i + 1) % corners.Count];
                bool isBend = (before % (columns + 1) == at % (columns + 1)) != (at % (columns + 1) == after % (columns + 1));
                if (!isBend) continue;
                PlanePoint point = cornerOf(at % (columns + 1), at / (columns + 1));
                coordinates.Add(new Coordinate(point.Easting, point.Northing));
            }
            coordinates.Add(coordinates[0].Copy());
            return Factory.CreateLinearRing([.. coordinates]);
        }
    }

    /// <summary>The number of the part each square belongs to: squares that share a side are one part.</summary>
    private static int[] PartsOf(bool[] isIn, int columns)
    {
        var parts = new int[isIn.Length];
        var waiting = new Stack<int>();
        int count = 0;
        for (int first = 0; first < isIn.Length; first++)
        {
            if (!isIn[first] || parts[first] != 0) continue;
            count++;
            Take(first);
            while (waiting.TryPop(out int square))
            {
                int column = square % columns;
                if (column > 0) Take(square - 1);
                if (column < columns - 1) Take(square + 1);
                if (square >= columns) Take(square - columns);
                if (square + columns < isIn.Length) Take(square + columns);
            }
        }
        return parts;

        void Take(int square)
        {
            if (!isIn[square] || parts[square] != 0) return;
            parts[square] = count;
            waiting.Push(square);
        }
    }
}
