namespace NavGeo.Data.OpenStreetMap;

/// <summary>Sailing times that stand on the route instead of its ways: each way has its share of the route's length.</summary>
internal static class FerryTimes
{
    /// <summary>Notes, for each way of a route that gives a time, the route's length and time.</summary>
    public static void Fill(
        Dictionary<long, (double Metres, int Milliseconds)> times, IReadOnlyList<OsmWayBatch> batches, int[][] positions, WayCutter cutter)
    {
        List<OsmFerryRoute> routes = [.. batches.SelectMany(b => b.FerryRoutes).Where(r => r.Milliseconds is not null)];
        if (routes.Count == 0) return;
        var wanted = routes.SelectMany(r => r.Ways).ToHashSet();
        var metres = new Dictionary<long, double>();
        for (int b = 0; b < batches.Count; b++)
        {
            foreach (OsmWay way in batches[b].Ways)
            {
                if (wanted.Contains(way.Id)) metres[way.Id] = cutter.MetresOf(positions[b].AsSpan(way.FirstNode, way.NodeCount));
            }
        }
        foreach ((long[] ways, _, int? milliseconds) in routes)
        {
            // A route of which a part is missing would give the rest too much time.
            if (!ways.All(metres.ContainsKey)) continue;
            double whole = ways.Distinct().Sum(way => metres[way]);
            foreach (long way in ways) times.TryAdd(way, (whole, milliseconds!.Value));
        }
    }
}
