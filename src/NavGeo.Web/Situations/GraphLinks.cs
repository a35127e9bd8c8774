using NavGeo.Planning;
using NavGeo.Routing;
using NavGeo.Routing.Snapping;
using NavGeo.Web.Edits;

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

    /// <summary>A straight road between the road points nearest to two places.</summary>
    /// <exception cref="NavGeo.Data.Input.InputException">There is no road near one, or both are the same point.</exception>
    public static RoadLink Road(PlanningCase original, PlanePoint from, PlanePoint to, double kmh)
    {
        RoadSnapper.Session snapper = EditMemory.Of(original).Snapping();
        PlanePoint start = Nearest(from);
        PlanePoint end = Nearest(to);
        if (start.DistanceTo(end) < 1) throw EditNames.Wrong("web.wrong.noLength");
        // Of this kind because nobody lives along a line on a map: a place snaps to roads that are there, so that a new
        // road never lengthens a way; and because its time is an estimate.
        return new RoadLink { Shape = [start, end], Kind = LinkKind.QuayLink, SpeedKmh = kmh };

        PlanePoint Nearest(PlanePoint place)
        {
            RoadSnap snap = snapper.Snap(place);
            return snap.State == SnapState.OnRoad ? snap.Point : throw EditNames.Wrong("web.wrong.noRoadNear");
        }
    }

    private static int? Given(int milliseconds) => milliseconds == RoadGraph.NotGiven ? null : milliseconds;
}
