using NavGeo.Routing;
using NavGeo.Routing.Edits;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;
using NetTopologySuite.Geometries;

namespace NavGeo.Planning.Reach;

/// <summary>
/// Reach from places as areas. The ground lies in squares on whole multiples of their side; a square is reached where its
/// middle is reached in time, by the rule every place is measured by, or where a reached part of a road runs through it.
/// Squares in the sea are left out unless a reached road runs there. One call at a time.
/// </summary>
public sealed class ReachStudy
{
    /// <summary>Side of a square unless asked otherwise: that of the population grid.</summary>
    public const double UsualSquareMetres = 250;

    /// <summary>More squares than this between the outermost reached roads, and the side is doubled.</summary>
    public const int MostSquares = 1_000_000;

    private readonly RoadScenario scenario;
    private readonly WaterMask? water;
    private readonly RoadSnapper snapper;
    private readonly ReachedRoads reached;
    private readonly double squareMetres;

    /// <param name="scenario">The roads.</param>
    /// <param name="water">The sea; null where nothing is known of it.</param>
    /// <param name="squareMetres">Side of a square.</param>
    public ReachStudy(RoadScenario scenario, WaterMask? water, double squareMetres = UsualSquareMetres)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(squareMetres);
        this.scenario = scenario;
        this.water = water;
        this.squareMetres = squareMetres;
        snapper = new RoadSnapper(scenario.Graph, scenario.Metric.Profile, water);
        reached = new ReachedRoads(scenario.Metric, scenario.Open, water);
    }

    /// <summary>One area a limit, in the order of the limits; each holds the ones before it.</summary>
    /// <param name="from">Where one starts.</param>
    /// <param name="minutes">The limits, 0 or more, in any order.</param>
    public IReadOnlyList<ReachArea> From(PlanePoint from, IReadOnlyList<int> minutes)
    {
        SnappedPlace start = snapper.SnapAll([from])[0];
        reached.Run(start);
        int[] limits = [.. minutes.Select(m => checked(m * 60_000))];
        int longest = limits.Length == 0 ? 0 : limits.Max();
        ReachSquares squares = ReachSquares.Around(
            from, ShapesOf(reached.Within(longest)), MetresIn(longest), squareMetres, MostSquares);
        var times = squares.NewTable();
        PlanePoint[] middles = [.. Enumerable.Range(0, squares.Count).Select(squares.MiddleOf)];
        bool[] isNear = squares.Near(ShapesOf(reached.Within(longest)), from, MetresIn(longest));
        int[] asked = [.. Enumerable.Range(0, squares.Count).Where(s => isNear[s] && water?.IsSea(middles[s]) != true)];
        SnappedPlace[] places = snapper.SnapAll([.. asked.Select(s => middles[s])]);
        for (int i = 0; i < asked.Length; i++) times[asked[i]] = reached.TimeTo(places[i]).ToRaw();
        return [.. limits.Select((limit, i) => Within(minutes[i], limit, squares, times))];
    }

    private ReachArea Within(int minutes, int limit, ReachSquares squares, int[] times)
    {
        IReadOnlyList<ReachedPart> parts = reached.Within(limit);
        bool[] isIn = Array.ConvertAll(times, time => time <= limit);
        foreach (PlanePoint[] shape in ShapesOf(parts)) squares.Mark(shape, isIn);
        return new ReachArea(
            minutes, squares.SideMetres, isIn.Count(i => i), parts.Sum(p => p.Kilometres(scenario.Graph)),
            SquareOutline.Of(isIn, squares.Columns, squares.CornerOf));
    }

    private IEnumerable<PlanePoint[]> ShapesOf(IReadOnlyList<ReachedPart> parts) => parts.Select(p => p.Shape(scenario.Graph));

    /// <summary>How far off the road one comes in a time at most.</summary>
    private double MetresIn(int milliseconds)
    {
        TravelProfile profile = scenario.Metric.Profile;
        double most = Math.Max(profile.MaximumOffRoadMetres, profile.MaximumDirectMetres);
        return Math.Min(most, milliseconds / 3.6e6 * profile.OffRoadKmh * 1000);
    }
}

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
