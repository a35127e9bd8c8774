using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>Numbers nodes along a Hilbert curve, edges after their nodes, and pours the links into columns.</summary>
internal static class GraphNumbering
{
    /// <summary>The numbers of the links in the order of their edges.</summary>
    /// <param name="drafts">All links.</param>
    /// <param name="points">All nodes.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <param name="rank">New number of each node; -1 for one that no link uses.</param>
    public static int[] Order(DraftLinks drafts, List<PlanePoint> points, BuildingRun run, out int[] rank)
    {
        rank = RankOf(points, drafts, run);
        var keys = new long[drafts.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            run.Pass(BuildingStep.Numbering, i, keys.Length);
            (int from, int to) = drafts.EndsOf(i);
            keys[i] = (long)Math.Min(rank[from], rank[to]) << 32 | (uint)Math.Max(rank[from], rank[to]);
        }
        return LongSort.Positions(keys, run.Cancellation);
    }

    /// <summary>The columns of links that stand in order; the links are used up.</summary>
    public static RoadGraphColumns Pour(
        int epsg, DraftLinks drafts, int[] order, List<PlanePoint> points, int[] rank, (int From, int To, bool IsOnly)[] turns, BuildingRun run)
    {
        int nodeCount = rank.Length == 0 ? 0 : rank.Max() + 1;
        var nodePoints = new PlanePoint[nodeCount];
        for (int node = 0; node < points.Count; node++)
        {
            if (rank[node] >= 0) nodePoints[rank[node]] = points[node];
        }
        string[] names = NamesOf(drafts, order);
        Dictionary<string, int> nameIndex = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var shapeFirst = new int[order.Length + 1];
        for (int edge = 0; edge < order.Length; edge++) shapeFirst[edge + 1] = checked(shapeFirst[edge] + drafts.ShapeOf(order[edge]).Length);
        var columns = new RoadGraphColumns
        {
            Epsg = epsg,
            NodePoints = nodePoints,
            Edges = new EdgeColumns(order.Length),
            Names = names,
            TurnFrom = Array.ConvertAll(turns, t => t.From),
            TurnTo = Array.ConvertAll(turns, t => t.To),
            TurnIsOnly = Array.ConvertAll(turns, t => t.IsOnly),
            BendFirst = new int[order.Length + 1],
            Bends = [.. order.SelectMany(draft => Bends(drafts[draft]))],
            ShapeFirst = shapeFirst,
            ShapePoints = [],
        };
        for (int edge = 0; edge < order.Length; edge++)
        {
            run.Pass(BuildingStep.Pouring, edge, order.Length);
            Pour(columns, edge, drafts[order[edge]], rank, nameIndex);
        }
        // Last, and when nothing else of the links is left: a country's drawings are half of what it takes.
        return columns with { ShapePoints = drafts.Drawings(order, run) };
    }

    private static void Pour(RoadGraphColumns columns, int edge, DraftLink draft, int[] rank, Dictionary<string, int> nameIndex)
    {
        EdgeColumns edges = columns.Edges;
        edges.Set(edge, draft.Link.Values);
        edges.Of(EdgeTable.From)[edge] = rank[draft.From];
        edges.Of(EdgeTable.To)[edge] = rank[draft.To];
        edges.Of(EdgeTable.Length)[edge] = draft.LengthMillimetres;
        edges.Of(EdgeTable.ForwardGiven)[edge] = draft.ForwardMilliseconds ?? RoadGraph.NotGiven;
        edges.Of(EdgeTable.BackwardGiven)[edge] = draft.BackwardMilliseconds ?? RoadGraph.NotGiven;
        edges.Of(EdgeTable.Name)[edge] = draft.Link.Name is { } name ? nameIndex[name] : RoadGraph.NoName;
        columns.BendFirst[edge + 1] = columns.BendFirst[edge] + draft.Bends.Count;
    }

    private static IEnumerable<EdgeBend> Bends(DraftLink edge)
    {
        if (edge.Bends.Count == 0) return [];
        double metres = PlaneLine.Metres(edge.Shape.Span);
        return edge.Bends.Select(bend => new EdgeBend(
            metres == 0 ? 0 : bend.Metres / metres, bend.LengthMillimetres,
            bend.ForwardMilliseconds ?? RoadGraph.NotGiven, bend.BackwardMilliseconds ?? RoadGraph.NotGiven));
    }

    private static string[] NamesOf(DraftLinks drafts, int[] order)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int draft in order)
        {
            if (drafts[draft].Link.Name is { } name) names.Add(name);
        }
        return [.. names];
    }

    /// <summary>New number of each node; -1 for one that no link uses.</summary>
    private static int[] RankOf(List<PlanePoint> points, DraftLinks drafts, BuildingRun run)
    {
        var rank = new int[points.Count];
        Array.Fill(rank, -1);
        for (int i = 0; i < drafts.Count; i++)
        {
            (int from, int to) = drafts.EndsOf(i);
            rank[from] = rank[to] = 0;
        }
        int count = rank.Count(r => r == 0);
        if (count == 0) return rank;
        var used = new int[count];
        double west = double.PositiveInfinity, south = double.PositiveInfinity, east = double.NegativeInfinity, north = double.NegativeInfinity;
        int next = 0;
        for (int node = 0; node < rank.Length; node++)
        {
            run.Pass(BuildingStep.Numbering, node, rank.Length);
            if (rank[node] < 0) continue;
            used[next++] = node;
            west = Math.Min(west, points[node].Easting);
            east = Math.Max(east, points[node].Easting);
            south = Math.Min(south, points[node].Northing);
            north = Math.Max(north, points[node].Northing);
        }
        double side = Math.Max(east - west, north - south);
        if (side == 0) side = 1;
        long[] keys = Array.ConvertAll(
            used, n => HilbertCurve.Position((points[n].Easting - west) / side, (points[n].Northing - south) / side));
        int[] order = LongSort.Positions(keys, run.Cancellation);
        for (int i = 0; i < order.Length; i++) rank[used[order[i]]] = i;
        return rank;
    }
}
