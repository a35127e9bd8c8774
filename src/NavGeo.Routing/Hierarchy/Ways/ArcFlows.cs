using NavGeo.Routing.Hierarchy.Customise;
using NavGeo.Routing.Hierarchy.Order;

namespace NavGeo.Routing.Hierarchy.Ways;

/// <summary>
/// What passes the arcs of a hierarchy, brought down to the edges: from the highest node to the lowest, an arc hands what
/// it carries to the edge or the two lower arcs it stands for, so each arc is taken apart once for all trips.
/// </summary>
internal static class ArcFlows
{
    /// <summary>Adds up what passes each edge.</summary>
    /// <param name="times">The times.</param>
    /// <param name="measures">Of the same times.</param>
    /// <param name="flows">What passes each arc: entry 2·arc up, 2·arc + 1 down. Used up.</param>
    /// <returns>Entry 2·edge is from tail to head, 2·edge + 1 the other way.</returns>
    public static long[] OnEdges(CustomisedTimes times, WayMeasures measures, long[] flows)
    {
        ChordalGraph graph = times.Graph;
        var onEdges = new long[2 * graph.Shape.EdgeCount];
        // Arcs stand by the rank of their tails, and the parts of an arc have lower tails.
        for (int place = flows.Length - 1; place >= 0; place--)
        {
            long flow = flows[place];
            if (flow == 0) continue;
            int edge = measures.FindEdge(place);
            if (edge >= 0)
            {
                onEdges[edge] += flow;
                continue;
            }
            (int first, int second) = measures.FindParts(place);
            flows[first] += flow;
            flows[second] += flow;
        }
        return onEdges;
    }
}
