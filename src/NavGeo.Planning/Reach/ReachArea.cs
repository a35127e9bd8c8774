using NavGeo.Routing;
using NetTopologySuite.Geometries;

namespace NavGeo.Planning.Reach;

/// <summary>The ground one reaches from a place within some minutes.</summary>
/// <param name="Minutes">The limit, included to the millisecond.</param>
/// <param name="SquareMetres">Side of the squares the area is made of.</param>
/// <param name="Squares">How many squares.</param>
/// <param name="RoadKilometres">Length of the roads that are reached, cut where the time is up.</param>
/// <param name="Area">Valid polygons in the network's projection; empty where nothing is reached.</param>
public sealed record ReachArea(int Minutes, double SquareMetres, int Squares, double RoadKilometres, MultiPolygon Area)
{
    /// <summary>Square kilometres in the projection.</summary>
    public double SquareKilometres => Squares * SquareMetres * SquareMetres / 1e6;

    /// <summary>Whether a point is inside; the edge is.</summary>
    public bool Covers(PlanePoint point) => Area.Covers(Area.Factory.CreatePoint(new Coordinate(point.Easting, point.Northing)));
}
