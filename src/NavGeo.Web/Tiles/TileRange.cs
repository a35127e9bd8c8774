namespace NavGeo.Web.Tiles;

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
