using System.Collections.Concurrent;
using NavGeo.Planning.Cases;
using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>
/// The places of a case in squares of one size, or as they are: where each square lies on the map and which places are in
/// it. Nothing of it changes when roads or sites do. Immutable to its readers; any number of threads.
/// </summary>
internal sealed class SurfaceLevel
{
    /// <summary>Squares are found by the tiles of this zoom that they touch.</summary>
    public const int BucketZoom = 9;

    /// <summary>Drawn tiles are kept up to this many; then they are drawn again.</summary>
    private const int MostKept = 4096;

    private readonly MapPoint[] corners;
    private readonly int cornersEach;
    private readonly TileBuckets buckets = new(BucketZoom);
    private readonly ConcurrentDictionary<TileNumber, (int[] Squares, byte[][] Shapes)> drawn = [];

    /// <param name="demand">The places.</param>
    /// <param name="lattice">From metres to the map.</param>
    /// <param name="side">Of the squares, metres; 0 for points.</param>
    /// <param name="firstId">Number of the first square on the map: those of all levels have numbers of their own.</param>
    public SurfaceLevel(Demand demand, MapLattice lattice, int side, int firstId)
    {
        FirstId = firstId;
        IsOwn = side == demand.CellMetres;
        int[] inside = [.. Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0)];
        IGrouping<(long, long), int>[] groups = IsOwn ? [] : [.. inside.GroupBy(p => Key(demand.Points[p], side))];
        Members = IsOwn ? [.. inside.Select(p => new[] { p })] : [.. groups.Select(g => g.ToArray())];
        cornersEach = side == 0 ? 1 : 4;
        corners = new MapPoint[Members.Count * cornersEach];
        for (int square = 0; square < Members.Count; square++)
        {
            PlanePoint at = demand.Points[Members[square][0]];
            if (side == 0) corners[square] = lattice.Of(at);
            else if (IsOwn) Square(square, lattice, at.Easting - side / 2.0, at.Northing - side / 2.0, side);
            else Square(square, lattice, Math.Floor(at.Easting / side) * side, Math.Floor(at.Northing / side) * side, side);
            Fill(square);
        }
    }

    /// <summary>Number of the first square on the map.</summary>
    public int FirstId { get; }

    /// <summary>Whether each square is one place of the demand.</summary>
    public bool IsOwn { get; }

    /// <summary>The places in each square.</summary>
    public IReadOnlyList<int[]> Members { get; }

    /// <summary>What the squares are.</summary>
    public TileShape Shape => cornersEach == 1 ? TileShape.Point : TileShape.Polygon;

    /// <summary>The squares on a tile and their shapes there.</summary>
    public (int[] Squares, byte[][] Shapes) On(TileNumber tile)
    {
        if (drawn.TryGetValue(tile, out (int[] Squares, byte[][] Shapes) known)) return known;
        int[] squares = Touching(tile);
        (int[], byte[][]) made = (squares, [.. squares.Select(s => Draw(tile, s))]);
        if (drawn.Count >= MostKept) drawn.Clear();
        drawn[tile] = made;
        return made;
    }

    /// <summary>The squares that touch some tiles of <see cref="BucketZoom"/>, rising.</summary>
    public IEnumerable<int> In(TileRange range) => buckets.Where(range.Holds);

    private static (long, long) Key(PlanePoint point, int side) => ((long)Math.Floor(point.Easting / side), (long)Math.Floor(point.Northing / side));

    /// <summary>North-west first and then clockwise as seen on the map.</summary>
    private void Square(int square, MapLattice lattice, double west, double south, int side)
    {
        corners[4 * square] = lattice.Of(new PlanePoint(west, south + side));
        corners[4 * square + 1] = lattice.Of(new PlanePoint(west + side, south + side));
        corners[4 * square + 2] = lattice.Of(new PlanePoint(west + side, south));
        corners[4 * square + 3] = lattice.Of(new PlanePoint(west, south));
    }

    private ReadOnlySpan<MapPoint> CornersOf(int square) => corners.AsSpan(square * cornersEach, cornersEach);

    private void Fill(int square)
    {
        foreach (MapPoint corner in CornersOf(square)) buckets.Put(TileNumber.At(corner, BucketZoom), square);
    }

    /// <summary>Tiles finer than the buckets hold fewer squares than their bucket.</summary>
    private int[] Touching(TileNumber tile) => [.. buckets.On(tile).Where(s => tile.Zoom < BucketZoom || Touches(tile, s))];

    private bool Touches(TileNumber tile, int square)
    {
        (int west, int north, int east, int south) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (MapPoint corner in CornersOf(square))
        {
            (int x, int y) = tile.Within(corner);
            (west, east) = (Math.Min(west, x), Math.Max(east, x));
            (north, south) = (Math.Min(north, y), Math.Max(south, y));
        }
        // A point's disc reaches into the next tile.
        int margin = cornersEach == 1 ? TileNumber.Extent / 16 : 0;
        return east >= -margin && south >= -margin && west <= TileNumber.Extent + margin && north <= TileNumber.Extent + margin;
    }

    private byte[] Draw(TileNumber tile, int square)
    {
        Span<(int X, int Y)> there = stackalloc (int, int)[cornersEach];
        for (int i = 0; i < cornersEach; i++) there[i] = tile.Within(corners[square * cornersEach + i]);
        return cornersEach == 1 ? TileGeometry.Point(there[0]) : TileGeometry.Ring(there);
    }
}
