using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Robustness;

/// <summary>Finds what may be closed in a network: ferries, named roads, and stretches without a way round.</summary>
internal static class ClosureList
{
    /// <summary>One a ferry service: lines of one name, or lines without a name that hang together and have one road number.</summary>
    public static IReadOnlyList<Closure> Ferries(RoadGraph graph) => Gather(
        graph, ClosureKind.Ferry, Where(graph, e => graph.EdgeKinds[e].IsFerry()), edge => graph.NameOf(edge));

    /// <summary>One a name on the road.</summary>
    public static IReadOnlyList<Closure> NamedRoads(RoadGraph graph) => Gather(
        graph, ClosureKind.NamedRoad, Where(graph, e => graph.EdgeKinds[e].IsRoad() && graph.NameOf(e) is not null), edge => graph.NameOf(edge));

    /// <summary>The other roads, one a link between two junctions.</summary>
    public static IReadOnlyList<Closure> Links(RoadMetric metric)
    {
        RoadGraph graph = metric.Graph;
        bool[] isCut = CutEdges.Of(metric);
        return Gather(
            graph, ClosureKind.Road, Where(graph, e => !isCut[e] && graph.EdgeKinds[e].IsRoad()), _ => null,
            (_, node) => IsNoJunction(graph, node));
    }

    /// <summary>One a stretch of cut edges of one road that hang together, for roads without a number one between two junctions;
    /// <see cref="CutEdges"/> says which those are.</summary>
    public static IReadOnlyList<Closure> CutRoads(RoadMetric metric)
    {
        RoadGraph graph = metric.Graph;
        bool[] isCut = CutEdges.Of(metric);
        return Gather(
            graph, ClosureKind.CutRoad, Where(graph, e => isCut[e] && graph.EdgeKinds[e].IsRoad()), _ => null,
            (road, node) => road.IsNumbered || IsNoJunction(graph, node));
    }

    /// <summary>Gathers edges by name; those without one by road and by hanging together.</summary>
    private static List<Closure> Gather(
        RoadGraph graph, ClosureKind kind, int[] edges, Func<int, string?> nameOf, Func<RoadNumber, int, bool>? joins = null)
    {
        var groups = new Dictionary<(string? Name, RoadNumber Road, int Part), List<int>>();
        Dictionary<int, int> parts = PartsOf(graph, edges, joins ?? ((_, _) => true));
        foreach (int edge in edges)
        {
            string? name = nameOf(edge);
            RoadNumber road = RoadOf(graph, edge);
            (string?, RoadNumber, int) key = name is null ? (null, road, parts[edge]) : (name, default, 0);
            if (!groups.TryGetValue(key, out List<int>? group)) groups[key] = group = [];
            group.Add(edge);
        }
        return [.. groups.Select(g => new Closure(kind, g.Key.Name, RoadOf(graph, g.Value[0]), g.Value)).OrderBy(c => c.Edges[0])];
    }

    /// <summary>For each edge the first edge of those of its road that hang together with it at nodes that join.</summary>
    private static Dictionary<int, int> PartsOf(RoadGraph graph, int[] edges, Func<RoadNumber, int, bool> joins)
    {
        Dictionary<int, int> above = edges.ToDictionary(e => e, e => e);
        var firstAt = new Dictionary<(RoadNumber, int), int>();
        foreach (int edge in edges)
        {
            foreach (int node in (int[])[graph.EdgeFrom[edge], graph.EdgeTo[edge]])
            {
                if (!joins(RoadOf(graph, edge), node) || firstAt.TryAdd((RoadOf(graph, edge), node), edge)) continue;
                (int one, int other) = (TopOf(firstAt[(RoadOf(graph, edge), node)]), TopOf(edge));
                above[Math.Max(one, other)] = Math.Min(one, other);
            }
        }
        return edges.ToDictionary(edge => edge, TopOf);

        int TopOf(int edge)
        {
            int top = edge;
            while (above[top] != top) top = above[top];
            // Shortens the way up for the next one who asks.
            while (above[edge] != top) (above[edge], edge) = (top, above[edge]);
            return top;
        }
    }

    private static bool IsNoJunction(RoadGraph graph, int node) => graph.ArcFirst[node + 1] - graph.ArcFirst[node] == 2;

    private static RoadNumber RoadOf(RoadGraph graph, int edge) =>
        graph.EdgeRoads[edge].IsNumbered ? graph.EdgeRoads[edge] : new RoadNumber(graph.EdgeCategories[edge], 0);

    private static int[] Where(RoadGraph graph, Func<int, bool> isMeant) => [.. Enumerable.Range(0, graph.EdgeCount).Where(isMeant)];
}

/// <summary>Something that may be closed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The ferry's or the pass's name; null where it has none.</param>
/// <param name="Road">The road's number, with number 0 where it has none.</param>
/// <param name="Edges">The edges that are closed with it. For a stretch: those of which one at a time is closed.</param>
public sealed record Closure(ClosureKind Kind, string? Name, RoadNumber Road, IReadOnlyList<int> Edges);

/// <summary>What is closed in a robustness study.</summary>
public enum ClosureKind : byte
{
    /// <summary>All lines of one ferry service.</summary>
    Ferry = 0,

    /// <summary>All links the source gives one name: a mountain pass, a tunnel, a bridge.</summary>
    NamedRoad,

    /// <summary>
    /// One link of a stretch of road that has no way round: the link of the stretch that most people drive through on
    /// their way to a site.
    /// </summary>
    CutRoad,

    /// <summary>A link between two junctions that has a way round: the edge of it that most people drive through.</summary>
    Road,
}
