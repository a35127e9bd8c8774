using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

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
