namespace NavGeo.Web.Tiles;

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
