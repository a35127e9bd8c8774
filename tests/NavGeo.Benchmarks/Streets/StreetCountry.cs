using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Benchmarks.Streets;

/// <summary>
/// A country at street level that does not exist: the roads, ferries and inhabited squares of a case, and made-up streets
/// around every square, joined by the real roads. The same for a seed on every machine.
/// </summary>
internal static class StreetCountry
{
    /// <summary>Corners planned for each junction that is wanted: where two streets meet and no third, there is none.</summary>
    private const double CornersPerJunction = 1.2;

    private const double OneWayShare = 0.05;

    /// <summary>The links of roads and streets, ready to be built.</summary>
    /// <param name="planningCase">Whose roads, people and sea.</param>
    /// <param name="nodes">About how many junctions there shall be.</param>
    /// <param name="seed">Decides.</param>
    /// <param name="hardness">Per cent: how many streets cross the lines that few cross.</param>
    public static List<RoadLink> Links(PlanningCase planningCase, int nodes, ulong seed, int hardness)
    {
        var random = new SplitMix(seed);
        RoadGraph graph = planningCase.Roads;
        var roads = new RoadRaster(graph);
        int corners = (int)(nodes * CornersPerJunction);
        StreetPlan plan = StreetPlan.Of(
            random, roads, planningCase.Water, AccessStudy.Of(planningCase).Places.ToArray(), planningCase.Demand.People, corners);
        List<Candidate> streets = new StreetLayer(random, roads.Points, 4.4 * hardness / 100.0)
            .Lay([.. plan.Candidates], graph, plan.CornerEnd - roads.NodeCount);
        var links = new List<RoadLink>(streets.Count + graph.EdgeCount);
        for (int edge = 0; edge < graph.EdgeCount; edge++) AddRoad(links, graph, roads, edge);
        foreach (Candidate street in streets) links.Add(Street(random, roads.Points, street));
        return links;
    }

    /// <summary>The pieces of a road; the way on board is laid anew when the links are built.</summary>
    private static void AddRoad(List<RoadLink> links, RoadGraph graph, RoadRaster roads, int edge)
    {
        if (graph.EdgeKinds[edge] == LinkKind.Boarding) return;
        foreach ((PlanePoint[] shape, bool isWhole) in roads.PiecesOf(edge))
        {
            links.Add(new RoadLink { Shape = shape, Name = graph.NameOf(edge), LengthMillimetres = isWhole ? graph.EdgeLengths[edge] : null }
                .With(EdgeTable.Kind, graph.EdgeKinds[edge])
                .With(EdgeTable.Category, graph.EdgeCategories[edge])
                .With(EdgeTable.Road, graph.EdgeRoads[edge])
                .With(EdgeTable.Directions, graph.EdgeDirections[edge])
                .With(EdgeTable.Speed, graph.EdgeSpeeds[edge])
                .With(EdgeTable.Driven, graph.Column(EdgeTable.Driven)[edge])
                .With(EdgeTable.Headway, graph.EdgeHeadways[edge])
                .With(EdgeTable.Flags, graph.EdgeFlags[edge])
                .With(EdgeTable.ClosedInWinter, graph.EdgeClosedInWinter[edge]) with
            {
                ForwardMilliseconds = isWhole && graph.EdgeForwardGiven[edge] >= 0 ? graph.EdgeForwardGiven[edge] : null,
                BackwardMilliseconds = isWhole && graph.EdgeBackwardGiven[edge] >= 0 ? graph.EdgeBackwardGiven[edge] : null,
            });
        }
    }

    /// <summary>A street with a bend, at the pace of its neighbourhood.</summary>
    private static RoadLink Street(SplitMix random, List<PlanePoint> points, Candidate street)
    {
        PlanePoint a = points[street.A], b = points[street.B], middle = a.Towards(b, 0.3 + 0.4 * random.Unit());
        double off = (random.Unit() - 0.5) * 0.2;
        var bend = new PlanePoint(middle.Easting + (b.Northing - a.Northing) * off, middle.Northing - (b.Easting - a.Easting) * off);
        int quarter = (int)Math.Abs(a.Easting / 1000) * 7 + (int)Math.Abs(a.Northing / 1000) * 13;
        bool isWay = street.Kind == CandidateKind.Way;
        return new RoadLink
        {
            Shape = [a, bend, b],
            Category = isWay ? RoadCategory.Private : RoadCategory.Municipal,
            SpeedKmh = isWay ? 60 : quarter % 3 * 10 + 30,
            Directions = street.Kind == CandidateKind.Street && random.Unit() < OneWayShare ? LinkDirections.Forward : LinkDirections.Both,
        };
    }
}
