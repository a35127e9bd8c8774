using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Cases;

/// <summary>
/// The numbered roads that are offered in a case where one is to be closed or slowed: first those that matter to it, nearest first,
/// and behind them, for who looks for one by its number, the others of its surroundings. Immutable.
/// </summary>
/// <param name="Near">
/// Roads that come within <see cref="NearKilometres"/> of the people of the case's municipalities or of its sites. First all that run where people
/// live, then by how near they come, rounded to <see cref="StepKilometres"/>; among equals European roads before riksvei and fylkesvei, by number.
/// </param>
/// <param name="Others">The other roads of the <see cref="Surroundings"/>, European roads first, by number.</param>
public sealed record OfferedRoads(IReadOnlyList<RoadNumber> Near, IReadOnlyList<RoadNumber> Others)
{
    /// <summary>A road that comes no nearer than this does not matter to a case.</summary>
    public const int NearKilometres = 10;

    /// <summary>As exactly is told how near one comes.</summary>
    public const int StepKilometres = 2;

    private const int Steps = NearKilometres / StepKilometres;

    /// <summary>The roads of a case as it was read.</summary>
    public static OfferedRoads Of(PlanningCase planningCase)
    {
        var surroundings = Surroundings.Of(planningCase);
        Dictionary<(int Column, int Row), int> steps = StepsFromPeople(planningCase);
        RoadGraph graph = planningCase.Roads;
        var roads = new Dictionary<RoadNumber, int>();
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            RoadNumber road = graph.EdgeRoads[edge];
            // The way NavGeo laid to a quay is no road that could be closed.
            if (!road.IsNumbered || !graph.EdgeKinds[edge].IsRoad() || graph.EdgeKinds[edge] == LinkKind.QuayLink || !surroundings.Hold(graph, edge)) continue;
            int least = roads.GetValueOrDefault(road, int.MaxValue);
            foreach (PlanePoint point in graph.Shape(edge)) least = Math.Min(least, steps.GetValueOrDefault(SquareOf(point), int.MaxValue));
            roads[road] = least;
        }
        RoadNumber[] ordered = [.. roads.OrderBy(r => r.Value).ThenBy(r => r.Key.Category).ThenBy(r => r.Key.Number).Select(r => r.Key)];
        return new OfferedRoads([.. ordered.Where(r => roads[r] <= Steps)], [.. ordered.Where(r => roads[r] > Steps)]);
    }

    /// <summary>Squares by how many of them lie between them and the nearest in which somebody lives or a site stands.</summary>
    private static Dictionary<(int Column, int Row), int> StepsFromPeople(PlanningCase planningCase)
    {
        Demand demand = planningCase.Demand;
        IEnumerable<PlanePoint> points = planningCase.SitePoints.Concat(
            Enumerable.Range(0, demand.Count).Where(p => demand.Municipalities[p] >= 0).Select(p => demand.Points[p]));
        var steps = points.Select(SquareOf).Distinct().ToDictionary(s => s, _ => 0);
        List<(int Column, int Row)> rim = [.. steps.Keys];
        for (int step = 1; step <= Steps; step++)
        {
            rim = [.. rim.SelectMany(s => Around(s.Column, s.Row)).Where(s => steps.TryAdd(s, step))];
        }
        return steps;
    }

    private static IEnumerable<(int, int)> Around(int column, int row) =>
        from c in Enumerable.Range(column - 1, 3) from r in Enumerable.Range(row - 1, 3) select (c, r);

    private static (int Column, int Row) SquareOf(PlanePoint point) =>
        ((int)Math.Floor(point.Easting / 1000 / StepKilometres), (int)Math.Floor(point.Northing / 1000 / StepKilometres));
}
