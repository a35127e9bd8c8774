using NavGeo.Routing;

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

/// <summary>What a feature of a vector tile looks like.</summary>
internal enum TileShape
{
    /// <summary>A point.</summary>
    Point = 1,

    /// <summary>One or several lines.</summary>
    Line = 2,

    /// <summary>A ring.</summary>
    Polygon = 3,
}

/// <summary>A rectangle of tiles of one zoom, its rims with it.</summary>
/// <param name="West">Least x.</param>
/// <param name="North">Least y.</param>
/// <param name="East">Largest x.</param>
/// <param name="South">Largest y.</param>
internal readonly record struct TileRange(int West, int North, int East, int South)
{
    /// <summary>Whether a tile is in it.</summary>
    public bool Holds(int x, int y) => x >= West && x <= East && y >= North && y <= South;
}

/// <summary>A place on the web's square map in whole units of four centimetres at the equator, from its north-west corner.</summary>
/// <param name="X">0 to 2^<see cref="WorldBits"/>, eastwards.</param>
/// <param name="Y">0 to 2^<see cref="WorldBits"/>, southwards.</param>
internal readonly record struct MapPoint(int X, int Y)
{
    /// <summary>The side of the world is two to this power.</summary>
    public const int WorldBits = 30;

    private const double World = 1 << WorldBits;
    private const double MostLatitude = 85;

    /// <summary>The place of degrees.</summary>
    public static MapPoint Of(GeoPoint point)
    {
        double latitude = Math.Clamp(point.Latitude, -MostLatitude, MostLatitude) * Math.PI / 180;
        double x = (point.Longitude + 180) / 360;
        double y = 0.5 - Math.Asinh(Math.Tan(latitude)) / (2 * Math.PI);
        return new MapPoint((int)(Math.Clamp(x, 0, 0.999999999) * World), (int)(Math.Clamp(y, 0, 0.999999999) * World));
    }
}
