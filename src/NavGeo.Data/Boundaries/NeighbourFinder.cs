using NavGeo.Planning.Regions;
using NavGeo.Routing.Graph;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace NavGeo.Data.Boundaries;

/// <summary>
/// Finds which municipalities are neighbours: those whose boundaries come within <see cref="BorderMetres"/> of each other
/// (drawings are coarse), those that a road leads between, and those that one ferry line calls at.
/// </summary>
public static class NeighbourFinder
{
    /// <summary>Boundaries this near share a border, metres.</summary>
    public const double BorderMetres = 50;

    /// <summary>A quay is at most this far outside the boundaries of its municipality, metres.</summary>
    private const double QuayMetres = 5000;

    /// <summary>The pairs that share a border.</summary>
    public static IEnumerable<ContiguityLink> Borders(IReadOnlyList<MunicipalityBoundary> boundaries)
    {
        var tree = new STRtree<int>();
        for (int b = 0; b < boundaries.Count; b++) tree.Insert(boundaries[b].Area.EnvelopeInternal, b);
        for (int a = 0; a < boundaries.Count; a++)
        {
            Envelope near = boundaries[a].Area.EnvelopeInternal.Copy();
            near.ExpandBy(BorderMetres);
            int[] candidates = [.. tree.Query(near).Where(b => b > a).Order()];
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(boundaries[a].Area.Buffer(BorderMetres, 2));
            foreach (int b in candidates)
            {
                if (prepared.Intersects(boundaries[b].Area)) yield return new ContiguityLink(a, b, ContiguityKind.Border);
            }
        }
    }

    /// <summary>The pairs that a road or a ferry joins, on a network in the coordinates of the boundaries.</summary>
    public static IEnumerable<ContiguityLink> Roads(RoadGraph graph, MunicipalityLocator locator)
    {
        var homes = new int[graph.NodeCount];
        for (int node = 0; node < homes.Length; node++)
        {
            homes[node] = locator.Locate(graph.NodePoints[node]);
            if (homes[node] < 0) homes[node] = locator.NearestWithin(graph.NodePoints[node], QuayMetres).Index;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            (int a, int b) = (homes[graph.EdgeFrom[edge]], homes[graph.EdgeTo[edge]]);
            if (graph.EdgeKinds[edge] is LinkKind.Road or LinkKind.Motorway or LinkKind.Expressway && a >= 0 && b >= 0 && a != b)
                yield return new ContiguityLink(a, b, ContiguityKind.Road);
        }
        foreach (ContiguityLink link in Ferries(graph, homes, LinkKind.CarFerry, ContiguityKind.CarFerry)) yield return link;
        foreach (ContiguityLink link in Ferries(graph, homes, LinkKind.PassengerBoat, ContiguityKind.PassengerBoat)) yield return link;
    }

    /// <summary>Ferry lines that meet are one; every two municipalities it calls at are neighbours.</summary>
    private static IEnumerable<ContiguityLink> Ferries(RoadGraph graph, int[] homes, LinkKind kind, ContiguityKind reason)
    {
        int[] line = [.. Enumerable.Range(0, graph.NodeCount)];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] == kind) line[Root(graph.EdgeTo[edge])] = Root(graph.EdgeFrom[edge]);
        }
        var calls = new SortedDictionary<int, SortedSet<int>>();
        var isOnLine = new bool[graph.NodeCount];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] == kind) isOnLine[graph.EdgeFrom[edge]] = isOnLine[graph.EdgeTo[edge]] = true;
        }
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.EdgeKinds[edge] != LinkKind.Boarding) continue;
            (int land, int sea) = (graph.EdgeFrom[edge], graph.EdgeTo[edge]);
            if (!isOnLine[sea] || homes[land] < 0) continue;
            int root = Root(sea);
            if (!calls.TryGetValue(root, out SortedSet<int>? at)) calls[root] = at = [];
            at.Add(homes[land]);
        }
        foreach (SortedSet<int> at in calls.Values)
        {
            foreach (int a in at)
            {
                foreach (int b in at.Where(b => b > a)) yield return new ContiguityLink(a, b, reason);
            }
        }

        int Root(int node)
        {
            while (line[node] != node) node = line[node] = line[line[node]];
            return node;
        }
    }
}
