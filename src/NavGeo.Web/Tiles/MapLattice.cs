using System.Collections.Concurrent;
using NavGeo.Planning.Projection;
using NavGeo.Routing;

namespace NavGeo.Web.Tiles;

/// <summary>
/// From metres of a case to the web's map, by straight interpolation between points 2.5 km apart that are projected
/// exactly: 0.3 m at most from the exact place in Norway, a hundred times as fast. For drawing only. Any number of threads.
/// </summary>
/// <param name="epsg">The case's projection.</param>
internal sealed class MapLattice(int epsg)
{
    private const double Side = 2500;

    private readonly MapProjection projection = MapProjection.ForEpsg(epsg);
    private readonly ConcurrentDictionary<(int Column, int Row), MapPoint> nodes = [];

    /// <summary>Where a point lies.</summary>
    public MapPoint Of(PlanePoint point)
    {
        double east = point.Easting / Side;
        double north = point.Northing / Side;
        int column = (int)Math.Floor(east);
        int row = (int)Math.Floor(north);
        (double u, double v) = (east - column, north - row);
        MapPoint southWest = Node(column, row);
        MapPoint southEast = Node(column + 1, row);
        MapPoint northWest = Node(column, row + 1);
        MapPoint northEast = Node(column + 1, row + 1);
        return new MapPoint(
            Between(southWest.X, southEast.X, northWest.X, northEast.X, u, v),
            Between(southWest.Y, southEast.Y, northWest.Y, northEast.Y, u, v));
    }

    private static int Between(int southWest, int southEast, int northWest, int northEast, double u, double v) =>
        (int)Math.Round((1 - v) * ((1 - u) * southWest + u * southEast) + v * ((1 - u) * northWest + u * northEast));

    private MapPoint Node(int column, int row)
    {
        if (nodes.TryGetValue((column, row), out MapPoint known)) return known;
        MapPoint made = MapPoint.Of(projection.ToGeo(new PlanePoint(column * Side, row * Side)));
        nodes[(column, row)] = made;
        return made;
    }
}
