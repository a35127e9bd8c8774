namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// What ferry routes say of their ways. A way that does not say who may come on board, or what it is called, has that from
/// its route; one without any tag of a ferry is a ferry by its route alone, and must be looked for in the file once more.
/// </summary>
internal sealed class FerryRoutes
{
    private readonly Dictionary<long, WayTraits> byWay = [];
    private readonly Dictionary<long, long> sailings = [];

    /// <param name="batches">The ways and relations of the file.</param>
    public FerryRoutes(IReadOnlyList<OsmWayBatch> batches)
    {
        foreach (OsmFerryRoute route in batches.SelectMany(b => b.FerryRoutes))
        {
            if (route.Traits is not { } traits) continue;
            foreach (long way in route.Ways)
            {
                byWay.TryAdd(way, traits);
                sailings[SailingOf(way)] = SailingOf(route.Ways[0]);
            }
        }
    }

    /// <summary>The sailing a way belongs to, by one of its ways: routes that share a way are one, a way of no route is its own.</summary>
    public long SailingOf(long way)
    {
        while (sailings.TryGetValue(way, out long other) && other != way) way = other;
        return way;
    }

    /// <summary>Completes the ferries that are known.</summary>
    /// <returns>The ways of routes that are not known yet, with what their routes say.</returns>
    public Dictionary<long, WayTraits> Complete(IReadOnlyList<OsmWayBatch> batches)
    {
        var unknown = new Dictionary<long, WayTraits>(byWay);
        if (byWay.Count == 0) return unknown;
        foreach (OsmWayBatch batch in batches)
        {
            for (int i = 0; i < batch.Ways.Count; i++)
            {
                OsmWay way = batch.Ways[i];
                if (!unknown.Remove(way.Id)) continue;
                if (way.Traits.DoesSayUsers is { } saysUsers) batch.Ways[i] = way with { Traits = Completed(way.Traits, saysUsers, byWay[way.Id]) };
            }
        }
        return unknown;
    }

    private static WayTraits Completed(WayTraits way, bool saysUsers, WayTraits route) => way with
    {
        Kind = saysUsers ? way.Kind : route.Kind,
        Name = way.Name ?? route.Name,
    };
}

/// <summary>A ferry route as the relation has it.</summary>
/// <param name="Ways">Its ways, quays and stops left out.</param>
/// <param name="Traits">What its tags say of a way that says nothing itself; null where they say it is no ferry to use.</param>
/// <param name="Milliseconds">Sailing time of the whole route; null where it is not given.</param>
internal sealed record OsmFerryRoute(long[] Ways, WayTraits? Traits, int? Milliseconds);
