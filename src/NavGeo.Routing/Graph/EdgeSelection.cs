namespace NavGeo.Routing.Graph;

/// <summary>Which edges a closure is about: their numbers, rising. What is asked for by number or name is found in lists kept with the network.</summary>
public static class EdgeSelection
{
    /// <summary>All road edges of a number; the ferries on the road are not among them.</summary>
    public static int[] ByRoad(RoadGraph graph, RoadNumber road) => road.IsNumbered
        ? [.. Lists.Of(graph).Numbered.GetValueOrDefault(road, [])]
        : Where(Enumerable.Range(0, graph.EdgeCount), e => graph.EdgeRoads[e] == road && IsLand(graph, e));

    /// <summary>
    /// All ferry lines whose name, or whose road number, is the one given, and the boardings that lead to no other line. A
    /// name of quays may be turned and written with any dash: "Bognes–Lødingen", "Lødingen - Bognes".
    /// </summary>
    public static int[] ByFerry(RoadGraph graph, string nameOrRoad)
    {
        bool hasRoad = RoadNumber.TryParse(nameOrRoad, out RoadNumber road);
        string[] quays = Quays(nameOrRoad);
        int[] lines = Where(Lists.Of(graph).Ferries, e => (graph.NameOf(e) is { Length: > 0 } name && Quays(name).SequenceEqual(quays, StringComparer.OrdinalIgnoreCase))
            || (hasRoad && graph.EdgeRoads[e] == road));
        HashSet<int> meant = [.. lines];
        return [.. lines.Concat(Boardings(graph, there => there.All(meant.Contains))).Order()];
    }

    /// <summary>The boardings that lead to one of the lines; other lines may share them.</summary>
    public static int[] BoardingsOf(RoadGraph graph, IReadOnlyCollection<int> lines)
    {
        HashSet<int> meant = [.. lines];
        return Boardings(graph, there => there.Any(meant.Contains));
    }

    private static int[] Boardings(RoadGraph graph, Func<IEnumerable<int>, bool> isMeant) => Where(Lists.Of(graph).Boardings, e =>
    {
        int deck = graph.EdgeTo[e];
        var lines = new List<int>();
        for (int arc = graph.ArcFirst[deck]; arc < graph.ArcFirst[deck + 1]; arc++)
        {
            if (graph.EdgeKinds[graph.ArcEdges[arc] >> 1].IsFerry()) lines.Add(graph.ArcEdges[arc] >> 1);
        }
        return lines.Count > 0 && isMeant(lines);
    });

    /// <summary>The quays of a ferry's name in an order of their own: a ferry goes both ways.</summary>
    private static string[] Quays(string name)
    {
        string[] quays = name.Split(['-', '–', '—', '‑'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Array.Sort(quays, StringComparer.OrdinalIgnoreCase);
        return quays;
    }

    /// <summary>All roads whose drawing has a point in an area or crosses its outline.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="ring">Corners of the outline; the last is joined to the first.</param>
    public static int[] InArea(RoadGraph graph, IReadOnlyList<PlanePoint> ring)
    {
        if (ring.Count < 3) throw new ArgumentException("an area has three corners or more", nameof(ring));
        return Where(Enumerable.Range(0, graph.EdgeCount), e => graph.EdgeKinds[e].IsRoad() && AreaTest.Touches(ring, graph.Shape(e)));
    }

    private static bool IsLand(RoadGraph graph, int edge) => graph.EdgeKinds[edge].IsRoad() && graph.EdgeKinds[edge] != LinkKind.QuayLink;

    private static int[] Where(IEnumerable<int> edges, Func<int, bool> isMeant) => [.. edges.Where(isMeant)];

    /// <summary>The edges that are asked for by number or name: few among millions of streets.</summary>
    private sealed record Lists(Dictionary<RoadNumber, List<int>> Numbered, List<int> Ferries, List<int> Boardings)
    {
        public static Lists Of(RoadGraph graph) => NetworkCache.Get(graph.Walk, nameof(EdgeSelection), () =>
        {
            var lists = new Lists([], [], []);
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                LinkKind kind = graph.EdgeKinds[edge];
                if (kind.IsFerry()) lists.Ferries.Add(edge);
                else if (kind == LinkKind.Boarding) lists.Boardings.Add(edge);
                else if (graph.EdgeRoads[edge].IsNumbered && IsLand(graph, edge))
                {
                    if (!lists.Numbered.TryGetValue(graph.EdgeRoads[edge], out List<int>? there)) lists.Numbered[graph.EdgeRoads[edge]] = there = [];
                    there.Add(edge);
                }
            }
            return lists;
        });
    }
}

/// <summary>The part of an edge that a closure bars, as shares of its drawing: a point where both are the same.</summary>
/// <param name="From">0 to 1.</param>
/// <param name="To"><paramref name="From"/> to 1.</param>
public readonly record struct ClosedSpan(double From, double To)
{
    /// <summary>Both parts and what lies between them.</summary>
    public ClosedSpan Joined(ClosedSpan other) => new(Math.Min(From, other.From), Math.Max(To, other.To));

    /// <summary>Whether one can go from one share of the edge to another: along the barred part only within it.</summary>
    public bool Allows(double from, double to)
    {
        (double low, double high) = from <= to ? (from, to) : (to, from);
        return high <= From || low >= To || (low >= From && high <= To);
    }
}

/// <summary>
/// A point of an edge where links with another pace were joined to one: how much of the edge's length and of its given times
/// lies before it.
/// </summary>
/// <param name="Share">Where it is, 0 to 1 of the drawing's length.</param>
/// <param name="LengthMillimetres">From the edge's first end.</param>
/// <param name="ForwardMilliseconds">Given time along the drawing from the first end; <see cref="RoadGraph.NotGiven"/> where none is given.</param>
/// <param name="BackwardMilliseconds">Given time against the drawing, to the first end; likewise.</param>
public readonly record struct EdgeBend(double Share, int LengthMillimetres, int ForwardMilliseconds, int BackwardMilliseconds);
