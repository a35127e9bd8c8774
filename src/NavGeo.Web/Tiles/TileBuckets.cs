namespace NavGeo.Web.Tiles;

/// <summary>Which numbered things (edges, squares) touch which tiles of one zoom, so that those on a tile of any zoom are found.</summary>
/// <param name="zoom">Of the tiles things are put in.</param>
internal sealed class TileBuckets(int zoom)
{
    private readonly Dictionary<(int X, int Y), List<int>> buckets = [];

    /// <summary>Puts a thing on a tile; things come by rising number.</summary>
    public void Put((int X, int Y) tile, int thing)
    {
        if (!buckets.TryGetValue(tile, out List<int>? there)) buckets[tile] = there = [];
        if (there.Count == 0 || there[^1] != thing) there.Add(thing);
    }

    /// <summary>The things that may touch a tile of any zoom, rising.</summary>
    public IEnumerable<int> On(TileNumber tile)
    {
        int up = tile.Zoom - zoom;
        if (up >= 0) return buckets.TryGetValue((tile.X >> up, tile.Y >> up), out List<int>? there) ? there : [];
        return Where((x, y) => x >> -up == tile.X && y >> -up == tile.Y);
    }

    /// <summary>The things on some of the tiles they are put in, rising.</summary>
    public IEnumerable<int> Where(Func<int, int, bool> isMeant) =>
        buckets.Where(b => isMeant(b.Key.X, b.Key.Y)).SelectMany(b => b.Value).Distinct().Order();
}
