namespace NavGeo.Routing.Building;

/// <summary>Numbers nodes along a Hilbert curve, edges after their nodes, and pours the links into columns.</summary>
internal static class GraphNumbering
{
    /// <summary>The links in the order of their edges.</summary>
    /// <param name="drafts">All links.</param>
    /// <param name="points">All nodes.</param>
    /// <param name="rank">New number of each node; -1 for one that no link uses.</param>
    public static DraftLink[] Order(List<DraftLink> drafts, List<PlanePoint> points, out int[] rank)
    {
        int[] numbers = rank = RankOf(points, drafts);
        return
        [
            .. drafts.Select((draft, index) => (draft, index))
                .OrderBy(e => Math.Min(numbers[e.draft.From], numbers[e.draft.To]))
                .ThenBy(e => Math.Max(numbers[e.draft.From], numbers[e.draft.To]))
                .ThenBy(e => e.index)
                .Select(e => e.draft),
        ];
    }

    /// <summary>The columns of links that stand in order.</summary>
    public static RoadGraphColumns Pour(
        int epsg, DraftLink[] edges, List<PlanePoint> points, int[] rank, (int From, int To, bool IsOnly)[] turns)
    {
        int nodeCount = rank.Length == 0 ? 0 : rank.Max() + 1;
        var nodePoints = new PlanePoint[nodeCount];
        for (int node = 0; node < points.Count; node++)
        {
            if (rank[node] >= 0) nodePoints[rank[node]] = points[node];
        }
        string[] names = [.. edges.Select(e => e.Link.Name).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> nameIndex = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var shapeFirst = new int[edges.Length + 1];
        for (int edge = 0; edge < edges.Length; edge++) shapeFirst[edge + 1] = shapeFirst[edge] + edges[edge].Shape.Length;
        return new RoadGraphColumns
        {
            Epsg = epsg,
            NodePoints = nodePoints,
            EdgeFrom = Column(edges, e => rank[e.From]),
            EdgeTo = Column(edges, e => rank[e.To]),
            EdgeLengths = Column(edges, e => e.LengthMillimetres),
            EdgeKinds = Column(edges, e => e.Link.Kind),
            EdgeCategories = Column(edges, e => e.Link.Category),
            EdgeRoads = Column(edges, e => e.Link.Road),
            EdgeNames = Column(edges, e => e.Link.Name is { } name ? nameIndex[name] : RoadGraph.NoName),
            Names = names,
            EdgeDirections = Column(edges, e => e.Link.Directions),
            EdgeSpeeds = Column(edges, e => (float)(e.Link.SpeedKmh ?? 0)),
            EdgeForwardGiven = Column(edges, e => e.ForwardMilliseconds ?? RoadGraph.NotGiven),
            EdgeBackwardGiven = Column(edges, e => e.BackwardMilliseconds ?? RoadGraph.NotGiven),
            EdgeHeadways = Column(edges, e => (float)(e.Link.HeadwayMinutes ?? 0)),
            EdgeFlags = Column(edges, e => e.Link.Flags),
            EdgeClosedInWinter = Column(edges, e => e.Link.ClosedInWinter),
            TurnFrom = Array.ConvertAll(turns, t => t.From),
            TurnTo = Array.ConvertAll(turns, t => t.To),
            TurnIsOnly = Array.ConvertAll(turns, t => t.IsOnly),
            BendFirst = BendStarts(edges),
            Bends = [.. edges.SelectMany(Bends)],
            ShapeFirst = shapeFirst,
            ShapePoints = Poured(edges, shapeFirst[^1]),
        };
    }

    private static int[] BendStarts(DraftLink[] edges)
    {
        var first = new int[edges.Length + 1];
        for (int edge = 0; edge < edges.Length; edge++) first[edge + 1] = first[edge] + edges[edge].Bends.Count;
        return first;
    }

    private static IEnumerable<EdgeBend> Bends(DraftLink edge)
    {
        if (edge.Bends.Count == 0) yield break;
        double metres = DraftLink.LengthOf(edge.Shape);
        foreach (DraftBend bend in edge.Bends)
        {
            yield return new EdgeBend(
                metres == 0 ? 0 : bend.Metres / metres, bend.LengthMillimetres,
                bend.ForwardMilliseconds ?? RoadGraph.NotGiven, bend.BackwardMilliseconds ?? RoadGraph.NotGiven);
        }
    }

    private static PlanePoint[] Poured(DraftLink[] edges, int count)
    {
        var points = new PlanePoint[count];
        int at = 0;
        foreach (DraftLink edge in edges)
        {
            edge.Shape.CopyTo(points, at);
            at += edge.Shape.Length;
        }
        return points;
    }

    private static T[] Column<T>(DraftLink[] edges, Func<DraftLink, T> value) => Array.ConvertAll(edges, e => value(e));

    /// <summary>New number of each node; -1 for one that no link uses.</summary>
    private static int[] RankOf(List<PlanePoint> points, List<DraftLink> drafts)
    {
        var isUsed = new bool[points.Count];
        foreach (DraftLink draft in drafts) isUsed[draft.From] = isUsed[draft.To] = true;
        int[] used = [.. Enumerable.Range(0, points.Count).Where(n => isUsed[n])];
        var rank = new int[points.Count];
        Array.Fill(rank, -1);
        if (used.Length == 0) return rank;
        double west = used.Min(n => points[n].Easting);
        double south = used.Min(n => points[n].Northing);
        double side = Math.Max(used.Max(n => points[n].Easting) - west, used.Max(n => points[n].Northing) - south);
        if (side == 0) side = 1;
        long[] keys = Array.ConvertAll(
            used, n => HilbertCurve.Position((points[n].Easting - west) / side, (points[n].Northing - south) / side));
        int[] order = [.. Enumerable.Range(0, used.Length).OrderBy(i => keys[i]).ThenBy(i => used[i])];
        for (int i = 0; i < order.Length; i++) rank[used[order[i]]] = i;
        return rank;
    }
}
