using NavGeo.Routing.Graph;

namespace NavGeo.Routing.Building;

/// <summary>The columns of a network with links added: nodes and edges keep their numbers, new ones come after them.</summary>
internal static class ExtendedColumns
{
    /// <param name="columns">The network's.</param>
    /// <param name="nodes">Nodes to add.</param>
    /// <param name="replaced">Edges that are others now, by number.</param>
    /// <param name="added">Edges to add.</param>
    /// <param name="turns">The arcs of every restricted turn.</param>
    /// <param name="paths">The forbidden paths.</param>
    public static RoadGraphColumns Of(
        RoadGraphColumns columns, List<PlanePoint> nodes, SortedDictionary<int, DraftLink> replaced, List<DraftLink> added,
        (int[] From, int[] To) turns, (int[] First, int[] Arcs) paths)
    {
        List<PlanePoint> points = [.. columns.NodePoints, .. nodes];
        int[] numbers = replaced.Count + added.Count == 0 ? [] : [.. Enumerable.Range(0, points.Count)];
        var drafts = new DraftLinks();
        foreach (DraftLink draft in replaced.Values.Concat(added)) drafts.Add(draft);
        RoadGraphColumns fresh = GraphNumbering.Pour(columns.Epsg, drafts, [.. Enumerable.Range(0, drafts.Count)], points, numbers, [], BuildingRun.Default);
        int before = columns.Edges.Count;
        int[] places = [.. replaced.Keys, .. Enumerable.Range(before, added.Count)];
        string[] names = [.. columns.Names, .. fresh.Names.Except(columns.Names, StringComparer.Ordinal)];
        int[] nameNumbers = Array.ConvertAll(fresh.Names, n => Array.IndexOf(names, n));
        foreach (ref int name in fresh.Edges.Of(EdgeTable.Name).AsSpan())
        {
            if (name != RoadGraph.NoName) name = nameNumbers[name];
        }
        (int[] shapeFirst, PlanePoint[] shapePoints) = Rows(columns.ShapeFirst, columns.ShapePoints, fresh.ShapeFirst, fresh.ShapePoints, places);
        (int[] bendFirst, EdgeBend[] bends) = Rows(columns.BendFirst, columns.Bends, fresh.BendFirst, fresh.Bends, places);
        return columns with
        {
            NodePoints = [.. points],
            Edges = columns.Edges.With(fresh.Edges, places, before + added.Count),
            Names = names,
            TurnFrom = turns.From,
            TurnTo = turns.To,
            PathFirst = paths.First,
            PathArcs = paths.Arcs,
            BendFirst = bendFirst,
            Bends = bends,
            ShapeFirst = shapeFirst,
            ShapePoints = shapePoints,
        };
    }

    /// <summary>What each edge has a row of: rows that stay are copied a stretch at a time.</summary>
    private static (int[] First, T[] Values) Rows<T>(int[] knownFirst, T[] known, int[] freshFirst, T[] fresh, int[] places)
    {
        int before = knownFirst.Length - 1;
        int edges = Math.Max(before, places.Length == 0 ? 0 : places[^1] + 1);
        var first = new int[edges + 1];
        var values = new List<T>(known.Length + fresh.Length);
        int at = 0;
        for (int i = 0; i <= places.Length; i++)
        {
            int until = i < places.Length ? Math.Min(places[i], before) : before;
            if (at < until)
            {
                int moved = values.Count - knownFirst[at];
                values.AddRange(known.AsSpan(knownFirst[at]..knownFirst[until]));
                for (int edge = at; edge < until; edge++) first[edge] = knownFirst[edge] + moved;
            }
            if (i == places.Length) break;
            first[places[i]] = values.Count;
            values.AddRange(fresh.AsSpan(freshFirst[i]..freshFirst[i + 1]));
            at = places[i] + 1;
        }
        first[edges] = values.Count;
        return (first, [.. values]);
    }
}
