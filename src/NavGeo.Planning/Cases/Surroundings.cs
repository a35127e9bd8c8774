using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Cases;

/// <summary>
/// The part of a road network that a case is about: within <see cref="Kilometres"/> of its people or sites. A case of a district stands
/// on the roads of the whole country; nobody there looks for a road at the other end of it. Immutable.
/// </summary>
public sealed class Surroundings
{
    /// <summary>So near to people or sites of the case, and in places half as much again: it is looked up by squares of half that side.</summary>
    public const int Kilometres = 50;

    private const double SquareMetres = Kilometres * 1000.0 / 2;

    private readonly HashSet<(int Column, int Row)> squares = [];

    private Surroundings(IEnumerable<PlanePoint> points)
    {
        foreach ((int column, int row) in points.Select(SquareOf).Distinct())
        {
            for (int c = -2; c <= 2; c++)
            {
                for (int r = -2; r <= 2; r++) squares.Add((column + c, row + r));
            }
        }
    }

    /// <summary>Around the sites of a case and the people of its municipalities.</summary>
    public static Surroundings Of(PlanningCase planningCase)
    {
        Demand demand = planningCase.Demand;
        return new Surroundings(planningCase.SitePoints.Concat(
            Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0).Select(p => demand.Points[p])));
    }

    /// <summary>Whether an edge begins or ends there.</summary>
    public bool Hold(RoadGraph roads, int edge) => squares.Contains(SquareOf(roads.Shape(edge)[0])) || squares.Contains(SquareOf(roads.Shape(edge)[^1]));

    private static (int Column, int Row) SquareOf(PlanePoint point) =>
        ((int)Math.Floor(point.Easting / SquareMetres), (int)Math.Floor(point.Northing / SquareMetres));
}
