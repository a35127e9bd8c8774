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
    public static RoadGraphColumns Of(
        RoadGraphColumns columns, List<PlanePoint> nodes, SortedDictionary<int, DraftLink> replaced, List<DraftLink> added,
        (int[] From, int[] To) turns)
    {
        List<PlanePoint> points = [.. columns.NodePoints, .. nodes];
        int[] numbers = replaced.Count + added.Count == 0 ? [] : [.. Enumerable.Range(0, points.Count)];
        var drafts = new DraftLinks();
        foreach (DraftLink draft in replaced.Values.Concat(added)) drafts.Add(draft);
        RoadGraphColumns fresh = GraphNumbering.Pour(columns.Epsg, drafts, [.. Enumerable.Range(0, drafts.Count)], points, numbers, [], BuildingRun.Default);
        int[] places = [.. replaced.Keys, .. Enumerable.Range(columns.EdgeFrom.Length, added.Count)];
        string[] names = [.. columns.Names, .. fresh.Names.Except(columns.Names, StringComparer.Ordinal)];
        int[] nameNumbers = Array.ConvertAll(fresh.Names, n => Array.IndexOf(names, n));
        (int[] shapeFirst, PlanePoint[] shapePoints) = Rows(columns.ShapeFirst, columns.ShapePoints, fresh.ShapeFirst, fresh.ShapePoints, places);
        (int[] bendFirst, EdgeBend[] bends) = Rows(columns.BendFirst, columns.Bends, fresh.BendFirst, fresh.Bends, places);
        return columns with
        {
            NodePoints = [.. points],
            EdgeFrom = Placed(columns.EdgeFrom, fresh.EdgeFrom),
            EdgeTo = Placed(columns.EdgeTo, fresh.EdgeTo),
            EdgeLengths = Placed(columns.EdgeLengths, fresh.EdgeLengths),
            EdgeKinds = Placed(columns.EdgeKinds, fresh.EdgeKinds),
            EdgeCategories = Placed(columns.EdgeCategories, fresh.EdgeCategories),
            EdgeRoads = Placed(columns.EdgeRoads, fresh.EdgeRoads),
            EdgeNames = Placed(columns.EdgeNames, Array.ConvertAll(fresh.EdgeNames, n => n == RoadGraph.NoName ? n : nameNumbers[n])),
            Names = names,
            EdgeDirections = Placed(columns.EdgeDirections, fresh.EdgeDirections),
            EdgeSpeeds = Placed(columns.EdgeSpeeds, fresh.EdgeSpeeds),
            EdgeForwardGiven = Placed(columns.EdgeForwardGiven, fresh.EdgeForwardGiven),
            EdgeBackwardGiven = Placed(columns.EdgeBackwardGiven, fresh.EdgeBackwardGiven),
            EdgeHeadways = Placed(columns.EdgeHeadways, fresh.EdgeHeadways),
            EdgeFlags = Placed(columns.EdgeFlags, fresh.EdgeFlags),
            EdgeClosedInWinter = Placed(columns.EdgeClosedInWinter, fresh.EdgeClosedInWinter),
            TurnFrom = turns.From,
            TurnTo = turns.To,
            BendFirst = bendFirst,
            Bends = bends,
            ShapeFirst = shapeFirst,
            ShapePoints = shapePoints,
        };

        T[] Placed<T>(T[] known, T[] values)
        {
            var column = new T[columns.EdgeFrom.Length + added.Count];
            known.CopyTo(column, 0);
            for (int i = 0; i < places.Length; i++) column[places[i]] = values[i];
            return column;
        }
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
