using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Building;

/// <summary>
/// Adds links to a finished network. Nodes and edges keep their numbers; new ones come after them, and a road that a new
/// link ends on is cut: its first part keeps the number. So what is known of the rest of the network (where people meet
/// the road, the order of the nodes, the drawing's grid) stays true.
/// </summary>
/// <remarks>
/// An end of a new link is joined, in this order: to the junction it is drawn at; to the ferry line that turns there, which
/// thereby gets a quay; to the nearest point of a road within reach, drawn on to that point; else it is a dead end.
/// A new ferry line is a service of its own with a wait of its own, unless it belongs to a numbered road whose ferry
/// calls at the same quay.
/// </remarks>
internal sealed class LinkAddition
{
    /// <summary>An end drawn this near to a junction is at it.</summary>
    private const double JunctionMetres = 1;

    private readonly RoadGraph graph;
    private readonly double reachMetres;
    private readonly List<PlanePoint> nodes = [];
    private readonly List<DraftLink> added = [];
    private readonly SortedDictionary<int, DraftLink> cut = [];
    private readonly Dictionary<int, List<int>> partsOf = [];

    private LinkAddition(RoadGraph graph, double reachMetres)
    {
        this.graph = graph;
        this.reachMetres = reachMetres;
    }

    private int NodeCount => graph.NodeCount + nodes.Count;

    private int EdgeCount => graph.EdgeCount + added.Count;

    /// <summary>The network with links added, one after the other.</summary>
    /// <param name="graph">The network; stays as it is.</param>
    /// <param name="links">In the network's coordinates.</param>
    /// <param name="reachMetres">How far from a road the end of a link may be drawn.</param>
    /// <exception cref="ArgumentException">A link has fewer than two points, one that is not finite, or a negative figure.</exception>
    public static RoadGraph To(RoadGraph graph, IReadOnlyList<RoadLink> links, double reachMetres)
    {
        var addition = new LinkAddition(graph, reachMetres);
        foreach (RoadLink link in links) addition.Add(link);
        return addition.Build();
    }

    private void Add(RoadLink link)
    {
        DraftLink.Check(link);
        PlanePoint[] shape = [.. link.Shape];
        bool isFerry = link.Kind.IsFerry();
        int from = NodeFor(shape[0], isFerry), to = NodeFor(shape[^1], isFerry);
        (PlanePoint start, PlanePoint end) = (PointOf(from), PointOf(to));
        PlanePoint[] drawn =
        [
            start,
            .. shape.Where((p, i) => (i > 0 || p != start) && (i < shape.Length - 1 || p != end)),
            end,
        ];
        int length = link.LengthMillimetres ?? checked((int)Math.Round(PlaneLine.Metres(drawn) * 1000));
        if (from == to && length == 0) return;
        if (isFerry) (from, to) = (DeckAt(from, link), DeckAt(to, link));
        added.Add(new DraftLink
        {
            Link = link,
            Shape = drawn,
            LengthMillimetres = length,
            ForwardMilliseconds = link.ForwardMilliseconds,
            BackwardMilliseconds = link.BackwardMilliseconds,
            From = from,
            To = to,
        });
    }

    private int NodeFor(PlanePoint end, bool isFerry)
    {
        (int ashore, int atSea) = NodesAt(end);
        if (ashore >= 0) return ashore;
        if (atSea >= 0) return isFerry ? atSea : QuayAt(atSea);
        if (NearestRoad(end) is not { } road) return NewNode(end);
        (int edge, PlanePoint at) = road;
        int part = PartNearest(edge, at, out int piece);
        DraftLink link = EdgeAt(part);
        if (link.Shape.Span[0].DistanceTo(at) <= LinkCutter.EndToleranceMetres) return link.From;
        if (link.Shape.Span[^1].DistanceTo(at) <= LinkCutter.EndToleranceMetres) return link.To;
        int node = NewNode(at);
        (DraftLink first, DraftLink second) = link.CutAt(piece, at, node);
        if (part < graph.EdgeCount) cut[part] = first;
        else added[part - graph.EdgeCount] = first;
        if (!partsOf.TryGetValue(edge, out List<int>? parts)) partsOf[edge] = parts = [edge];
        parts.Insert(parts.IndexOf(part) + 1, EdgeCount);
        added.Add(second);
        return node;
    }

    private int NewNode(PlanePoint point)
    {
        nodes.Add(point);
        return NodeCount - 1;
    }

    private PlanePoint PointOf(int node) => node < graph.NodeCount ? graph.NodePoints[node] : nodes[node - graph.NodeCount];

    private DraftLink EdgeAt(int edge) =>
        edge >= graph.EdgeCount ? added[edge - graph.EdgeCount]
        : cut.TryGetValue(edge, out DraftLink first) ? first
        : DraftLink.Of(graph.LinkOf(edge), graph.Bends(edge), graph.EdgeFrom[edge], graph.EdgeTo[edge]);

    private LinkKind KindOf(int edge) => edge < graph.EdgeCount ? graph.EdgeKinds[edge] : added[edge - graph.EdgeCount].Link.Kind;

    /// <summary>The nearest node on land and the nearest turn of a ferry line at a point; -1 where there is none.</summary>
    private (int Ashore, int AtSea) NodesAt(PlanePoint point)
    {
        (int ashore, int atSea) = (-1, -1);
        (double toAshore, double toAtSea) = (double.PositiveInfinity, double.PositiveInfinity);
        for (int node = 0; node < NodeCount; node++)
        {
            double metres = PointOf(node).DistanceTo(point);
            if (metres > JunctionMetres) continue;
            LinkKind[] kinds = [.. EdgesAt(node).Select(KindOf)];
            // A quay that no road leads to is on land too.
            if (Array.Exists(kinds, k => k.IsRoad()) || Array.TrueForAll(kinds, k => k == LinkKind.Boarding))
            {
                if (metres < toAshore) (ashore, toAshore) = (node, metres);
            }
            else if (Array.TrueForAll(kinds, k => k.IsFerry()))
            {
                if (metres < toAtSea) (atSea, toAtSea) = (node, metres);
            }
        }
        return (ashore, atSea);
    }

    private IEnumerable<int> EdgesAt(int node)
    {
        if (node < graph.NodeCount)
        {
            for (int arc = graph.ArcFirst[node]; arc < graph.ArcFirst[node + 1]; arc++)
            {
                int edge = graph.ArcEdges[arc] >> 1;
                if (!cut.TryGetValue(edge, out DraftLink first) || first.From == node || first.To == node) yield return edge;
            }
        }
        for (int i = 0; i < added.Count; i++)
        {
            if (added[i].From == node || added[i].To == node) yield return graph.EdgeCount + i;
        }
    }

    /// <summary>The nearest road within reach: an edge of the network or an added one, and the point on it.</summary>
    private (int Edge, PlanePoint At)? NearestRoad(PlanePoint end)
    {
        (int edge, PlanePoint at, double metres) best = (-1, default, reachMetres);
        var nearby = new NearbyRoads(EdgeIndex.Of(graph));
        nearby.Begin(end, reachMetres);
        if (nearby.TryNext(out RoadSnap candidate)) best = (candidate.Edge, candidate.Point, candidate.GapMetres);
        // Where nobody lives, as along the way down to a quay, the grid of roads has nothing.
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            if (!KindOf(edge).IsRoad() || (edge < graph.EdgeCount ? EdgeIndex.Holds(graph, edge) : IsPartOfAnother(edge))) continue;
            ReadOnlySpan<PlanePoint> shape = EdgeAt(edge).Shape.Span;
            for (int i = 0; i + 1 < shape.Length; i++)
            {
                PlanePoint point = EdgeIndex.Project(shape[i], shape[i + 1], end).Point;
                if (point.DistanceTo(end) < best.metres) best = (edge, point, point.DistanceTo(end));
            }
        }
        return best.edge < 0 ? null : (best.edge, best.at);
    }

    private bool IsPartOfAnother(int edge) => partsOf.Any(p => p.Key != edge && p.Value.Contains(edge));

    private int PartNearest(int edge, PlanePoint at, out int piece)
    {
        (int best, double bestMetres) = (edge, double.PositiveInfinity);
        piece = 0;
        foreach (int part in partsOf.GetValueOrDefault(edge, [edge]))
        {
            ReadOnlySpan<PlanePoint> shape = EdgeAt(part).Shape.Span;
            for (int i = 0; i + 1 < shape.Length; i++)
            {
                double metres = EdgeIndex.Project(shape[i], shape[i + 1], at).Point.DistanceTo(at);
                if (metres < bestMetres) (best, piece, bestMetres) = (part, i, metres);
            }
        }
        return best;
    }

    /// <summary>Where a ferry lies at a quay: on board of the known service of its road there, or of one of its own.</summary>
    private int DeckAt(int node, RoadLink ferry)
    {
        if (!EdgesAt(node).Any(e => KindOf(e).IsRoad())) return node;
        if (ferry.Road.IsNumbered)
        {
            foreach (int boarding in EdgesAt(node).Where(e => KindOf(e) == LinkKind.Boarding))
            {
                int deck = EdgeAt(boarding).To;
                if (EdgesAt(deck).Any(e => KindOf(e) == ferry.Kind && EdgeAt(e).Link is { } line && line.Road == ferry.Road && line.Category == ferry.Category))
                    return deck;
            }
        }
        int own = NewNode(PointOf(node));
        added.Add(FerryBoarding.At(PointOf(node), node, own, ferry, ferry.HeadwayMinutes));
        return own;
    }

    /// <summary>A quay where a ferry line turned at sea: one waits for that service, whose line passes as before.</summary>
    private int QuayAt(int atSea)
    {
        DraftLink line = EdgesAt(atSea).Select(EdgeAt).MaxBy(e => e.LengthMillimetres);
        int quay = NewNode(PointOf(atSea));
        added.Add(FerryBoarding.At(PointOf(atSea), quay, atSea, line.Link, line.Link.HeadwayMinutes));
        return quay;
    }

    private RoadGraph Build()
    {
        RoadGraphColumns columns = ExtendedColumns.Of(graph.ToColumns(), nodes, cut, added, TurnsMoved(), PathsMoved());
        RoadGraphReport report = graph.Report with
        {
            Counted = new(() => (
                NetworkParts.Of(columns, withFerries: true, BuildingRun.Default),
                NetworkParts.Of(columns, withFerries: false, BuildingRun.Default).Count)),
        };
        return new RoadGraph(columns, report, graph.Original ?? graph);
    }

    /// <summary>A restricted turn at the second end of a road that is cut belongs to its last part.</summary>
    private (int[] From, int[] To) TurnsMoved()
    {
        int Last(int edge) => partsOf.TryGetValue(edge, out List<int>? parts) ? parts[^1] : edge;
        int[] from = graph.TurnFrom.ToArray(), to = graph.TurnTo.ToArray();
        for (int turn = 0; turn < from.Length; turn++)
        {
            if ((from[turn] & 1) == 0) from[turn] = Last(from[turn] >> 1) * 2;
            if ((to[turn] & 1) == 1) to[turn] = Last(to[turn] >> 1) * 2 + 1;
        }
        return (from, to);
    }

    /// <summary>
    /// A forbidden path leads over all parts of a road that is cut, but for the first road and the last; where the parts
    /// meet nobody on it turns back either.
    /// </summary>
    private (int[] First, int[] Arcs) PathsMoved()
    {
        var first = new List<int> { 0 };
        var arcs = new List<int>();
        for (int path = 0; path < graph.PathCount; path++)
        {
            int[] way = graph.ForbiddenPath(path).ToArray();
            int[] whole = [.. way.SelectMany((arc, i) => i == 0 ? Driven(arc)[^1..] : i == way.Length - 1 ? Driven(arc)[..1] : Driven(arc))];
            Forbid(whole);
            for (int i = 1; whole.Length > way.Length && i < whole.Length - 2; i++) Forbid([.. whole[..(i + 1)], whole[i] ^ 1]);
        }
        return ([.. first], [.. arcs]);

        int[] Driven(int arc)
        {
            int[] parts = [.. partsOf.GetValueOrDefault(arc >> 1, [arc >> 1]).Select(part => part * 2 + (arc & 1))];
            if ((arc & 1) == 1) Array.Reverse(parts);
            return parts;
        }

        void Forbid(int[] way)
        {
            arcs.AddRange(way);
            first.Add(arcs.Count);
        }
    }
}
