using NavGeo.Routing;

namespace NavGeo.Web.Situations;

/// <summary>
/// The links a network was built from, read back out of it, so that it can be built again with a change. What the
/// builder laid itself (boarding, ways to the quay) is left out: it lays it again.
/// </summary>
internal static class GraphLinks
{
    /// <summary>The links, in the order of the edges.</summary>
    public static IEnumerable<RoadLink> Of(RoadGraph graph)
    {
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] is LinkKind.Boarding or LinkKind.QuayLink) continue;
            yield return new RoadLink
            {
                Shape = [.. graph.Shape(edge)],
                Kind = graph.EdgeKinds[edge],
                Category = graph.EdgeCategories[edge],
                Road = graph.EdgeRoads[edge],
                Name = graph.NameOf(edge),
                Directions = graph.EdgeDirections[edge],
                LengthMillimetres = graph.EdgeLengths[edge],
                SpeedKmh = graph.EdgeSpeeds[edge] > 0 ? graph.EdgeSpeeds[edge] : null,
                ForwardMilliseconds = Given(graph.EdgeForwardGiven[edge]),
                BackwardMilliseconds = Given(graph.EdgeBackwardGiven[edge]),
                HeadwayMinutes = graph.EdgeHeadways[edge] > 0 ? graph.EdgeHeadways[edge] : null,
            };
        }
    }

    private static int? Given(int milliseconds) => milliseconds == RoadGraph.NotGiven ? null : milliseconds;
}
