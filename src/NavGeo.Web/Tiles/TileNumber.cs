namespace NavGeo.Web.Tiles;

/// <summary>A tile of the web's square map: XYZ, spherical Mercator (EPSG:3857), y from the north.</summary>
/// <param name="Zoom">0 for the whole world, twice as fine with each step.</param>
/// <param name="X">From the west.</param>
/// <param name="Y">From the north.</param>
internal readonly record struct TileNumber(int Zoom, int X, int Y)
{
    /// <summary>Side of a tile in its own whole coordinates.</summary>
    public const int Extent = 4096;

    /// <summary>No finer tiles are made: a coordinate is about a metre there, and pages enlarge them further.</summary>
    public const int MostZoom = 12;

    private const int ExtentBits = 12;

    /// <summary>Whether there is such a tile.</summary>
    public bool IsOnMap => Zoom is >= 0 and <= MostZoom && X >= 0 && Y >= 0 && X < 1 << Zoom && Y < 1 << Zoom;

    /// <summary>Units of <see cref="MapPoint"/> in one coordinate of the tile, as a power of two.</summary>
    private int Shift => MapPoint.WorldBits - Zoom - ExtentBits;

    /// <summary>A point in the tile's coordinates, beyond 0 to <see cref="Extent"/> where it lies outside.</summary>
    public (int X, int Y) Within(MapPoint point)
    {
        int half = 1 << (Shift - 1);
        return (((point.X + half) >> Shift) - (X << ExtentBits), ((point.Y + half) >> Shift) - (Y << ExtentBits));
    }

    /// <summary>The tile of a zoom that a point lies on.</summary>
    public static (int X, int Y) At(MapPoint point, int zoom) => (point.X >> (MapPoint.WorldBits - zoom), point.Y >> (MapPoint.WorldBits - zoom));
}
