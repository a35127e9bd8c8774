using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Benchmarks.Streets;

/// <summary>
/// The roads of a map in squares, and the junctions that streets make on them. Its points are the map's nodes, then what
/// the caller adds. Scratch for one thread.
/// </summary>
internal sealed class RoadRaster
{
    private const double SquareMetres = 250;

    private readonly RoadGraph graph;
    private readonly Dictionary<(int, int), List<(int Edge, int Piece)>> squares = [];
    private readonly List<(double Metres, int Point)>?[] junctions;

    public RoadRaster(RoadGraph graph)
    {
        this.graph = graph;
        junctions = new List<(double, int)>?[graph.EdgeCount];
        Points.AddRange(graph.NodePoints);
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            // Nobody meets a road under ground, or a ferry.
            if (!graph.EdgeKinds[edge].IsRoad() || (graph.EdgeFlags[edge] & LinkMarks.Underground) != 0) continue;
            ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
            for (int piece = 0; piece + 1 < shape.Length; piece++) Note(edge, piece, shape[piece], shape[piece + 1]);
        }
    }

    /// <summary>Nodes of the map.</summary>
    public int NodeCount => graph.NodeCount;

    /// <summary>The map's nodes, and what was added.</summary>
    public List<PlanePoint> Points { get; } = [];

    /// <summary>Junctions made on an edge as metres from its beginning and points, rising; none twice.</summary>
    public IEnumerable<(double Metres, int Point)> JunctionsOn(int edge) => (junctions[edge] ?? []).OrderBy(j => j.Metres).ThenBy(j => j.Point);

    /// <summary>The road that a straight line crosses first in the order of the map, and where; null where it crosses none.</summary>
    public (int Edge, PlanePoint At)? Crossing(PlanePoint a, PlanePoint b)
    {
        (int Edge, int Piece) best = (int.MaxValue, 0);
        PlanePoint at = default;
        foreach ((int, int) square in (ReadOnlySpan<(int, int)>)[KeyOf(a), KeyOf(b)])
        {
            if (!squares.TryGetValue(square, out List<(int Edge, int Piece)>? there)) continue;
            foreach ((int edge, int piece) in there)
            {
                if ((edge, piece).CompareTo(best) >= 0) continue;
                ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
                if (Meet(a, b, shape[piece], shape[piece + 1]) is not { } found) continue;
                (best, at) = ((edge, piece), found);
            }
        }
        return best.Edge == int.MaxValue ? null : (best.Edge, at);
    }

    /// <summary>The junction at a point of an edge; that which lies within two metres where there is one.</summary>
    public int JunctionAt(int edge, PlanePoint at)
    {
        double metres = MetresTo(edge, at);
        if (metres < 2) return graph.EdgeFrom[edge];
        if (graph.EdgeLengths[edge] / 1000.0 - metres < 2 && at.DistanceTo(graph.NodePoints[graph.EdgeTo[edge]]) < 3) return graph.EdgeTo[edge];
        List<(double Metres, int Point)> known = junctions[edge] ??= [];
        foreach ((double other, int point) in known)
        {
            if (Math.Abs(other - metres) < 2) return point;
        }
        Points.Add(at);
        known.Add((metres, Points.Count - 1));
        return Points.Count - 1;
    }

    /// <summary>The pieces that an edge's junctions cut it into, each with its ends.</summary>
    public IEnumerable<(PlanePoint[] Shape, bool IsWhole)> PiecesOf(int edge)
    {
        PlanePoint[] shape = graph.Shape(edge).ToArray();
        if (junctions[edge] is null)
        {
            yield return (shape, true);
            yield break;
        }
        var piece = new List<PlanePoint> { shape[0] };
        double walked = 0;
        int next = 1;
        foreach ((double metres, int point) in JunctionsOn(edge))
        {
            while (next < shape.Length - 1 && walked + shape[next - 1].DistanceTo(shape[next]) <= metres)
            {
                walked += shape[next - 1].DistanceTo(shape[next]);
                piece.Add(shape[next++]);
            }
            piece.Add(Points[point]);
            yield return ([.. piece], false);
            piece = [Points[point]];
        }
        piece.AddRange(shape[next..]);
        yield return ([.. piece], false);
    }

    private double MetresTo(int edge, PlanePoint at)
    {
        ReadOnlySpan<PlanePoint> shape = graph.Shape(edge);
        double walked = 0, best = double.MaxValue, metres = 0;
        for (int i = 0; i + 1 < shape.Length; i++)
        {
            PlanePoint from = shape[i], to = shape[i + 1];
            double length = from.DistanceTo(to);
            double share = length == 0 ? 0 : Math.Clamp(
                ((at.Easting - from.Easting) * (to.Easting - from.Easting) + (at.Northing - from.Northing) * (to.Northing - from.Northing)) / (length * length), 0, 1);
            double off = from.Towards(to, share).DistanceTo(at);
            if (off < best) (best, metres) = (off, walked + share * length);
            walked += length;
        }
        return metres;
    }

    private void Note(int edge, int piece, PlanePoint from, PlanePoint to)
    {
        int steps = 1 + (int)(from.DistanceTo(to) / (SquareMetres / 5));
        (int, int) last = (int.MinValue, 0);
        for (int step = 0; step <= steps; step++)
        {
            (int, int) square = KeyOf(from.Towards(to, (double)step / steps));
            if (square == last) continue;
            last = square;
            if (!squares.TryGetValue(square, out List<(int, int)>? there)) squares[square] = there = [];
            there.Add((edge, piece));
        }
    }

    private static PlanePoint? Meet(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d)
    {
        double ex = b.Easting - a.Easting, ny = b.Northing - a.Northing, fx = d.Easting - c.Easting, gy = d.Northing - c.Northing;
        double turn = ex * gy - ny * fx;
        if (turn == 0) return null;
        double t = ((c.Easting - a.Easting) * gy - (c.Northing - a.Northing) * fx) / turn;
        double u = ((c.Easting - a.Easting) * ny - (c.Northing - a.Northing) * ex) / turn;
        return t is >= 0 and <= 1 && u is >= 0 and <= 1 ? c.Towards(d, u) : null;
    }

    private static (int, int) KeyOf(PlanePoint point) => ((int)Math.Floor(point.Easting / SquareMetres), (int)Math.Floor(point.Northing / SquareMetres));
}
