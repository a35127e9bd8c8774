using NavGeo.Data.Projection;
using NavGeo.Data.Roads;
using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Speeds;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Cuts ways into links where lines meet, where a turn is restricted and where a barrier stands. On either side of a
/// barrier the road goes on to be reached from its own side, but the two sides do not meet.
/// </summary>
/// <param name="places">Where the nodes lie and which are junctions.</param>
/// <param name="projection">From degrees to metres.</param>
/// <param name="asked">Ways that turn restrictions speak of.</param>
/// <param name="ferries">The routes of ferries.</param>
/// <param name="ferryTimes">Sailing times that ferry routes give, by way, for ways that give none.</param>
internal sealed class WayCutter(
    OsmPlaces places, OsmProjection projection, IReadOnlySet<long> asked, FerryRoutes ferries,
    IReadOnlyDictionary<long, (double Metres, int Milliseconds)> ferryTimes)
{
    /// <summary>No road is longer between junctions, and no ferry sails farther.</summary>
    private const double MostMetres = 2_000_000;

    /// <summary>Numbers of the ends at barriers begin here, far from those of junctions.</summary>
    private const long FirstBlockedEnd = 1L << 40;

    /// <summary>Cuts the ways of one batch.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="positions">Places of their nodes.</param>
    public OsmLinkBatch Cut(OsmWayBatch ways, int[] positions)
    {
        var links = new OsmLinkBatch();
        for (int way = 0; way < ways.Ways.Count; way++)
        {
            (int first, int end) = (ways.Ways[way].FirstNode, ways.Ways[way].FirstNode + ways.Ways[way].NodeCount);
            int before = links.Cuts.Count;
            DropReason? reason = null;
            int from = first;
            while (from < end - 1)
            {
                if (places.IsMissing(positions[from]))
                {
                    reason = DropReason.MissingPlaces;
                    from++;
                    continue;
                }
                int to = from + 1;
                while (to < end - 1 && !places.IsMissing(positions[to]) && !places.IsJunction(positions[to])) to++;
                int last = places.IsMissing(positions[to]) ? to - 1 : to;
                if (last < to) reason = DropReason.MissingPlaces;
                if (last > from) reason = Add(links, ways, way, positions, from, last - from + 1) ?? reason;
                from = to;
            }
            // A way of which a part is left counts as kept; the rest is outside the extract.
            if (links.Cuts.Count == before) OsmWayBatch.Count(links.Dropped, (reason ?? DropReason.ZeroLength, ""));
        }
        links.Cuts.TrimExcess();
        return links;
    }

    /// <summary>The link that a piece is.</summary>
    /// <param name="ways">The ways of the batch.</param>
    /// <param name="positions">Places of their nodes.</param>
    /// <param name="cut">The piece.</param>
    /// <param name="batch">The batch's number, which keeps the ends at barriers apart.</param>
    /// <param name="link">The piece's number in the batch, for the same.</param>
    public RoadLink LinkOf(OsmWayBatch ways, int[] positions, OsmCut cut, int batch, int link)
    {
        OsmWay way = ways.Ways[cut.Way];
        ReadOnlySpan<int> nodes = positions.AsSpan(cut.First, cut.Count);
        var shape = new PlanePoint[nodes.Length];
        for (int i = 0; i < nodes.Length; i++) shape[i] = projection.Project(places.Longitudes[nodes[i]], places.Latitudes[nodes[i]]);
        WayTraits traits = way.Traits;
        (double? kmh, int? forward, int? backward) = TimesOf(way, nodes, positions.AsSpan(way.FirstNode, way.NodeCount));
        long blockedEnd = FirstBlockedEnd * (batch + 1L) + 2L * link;
        return new RoadLink
        {
            Shape = shape,
            Kind = traits.Kind,
            Category = traits.Category,
            Road = traits.Road,
            Name = traits.Name,
            Directions = traits.Directions,
            LengthMillimetres = cut.LengthMillimetres,
            SpeedKmh = traits.IsSignposted ? kmh / TravelStandards.OneLimitShare : kmh,
            DrivenKmh = traits.IsSignposted ? kmh : null,
            ForwardMilliseconds = forward,
            BackwardMilliseconds = backward,
            ClosedInWinter = traits.IsClosedInWinter,
            Flags = traits.Flags,
            Sailing = traits.Kind.IsFerry() ? ferries.SailingOf(way.Id) : 0,
            FromJunction = places.IsBlocked(nodes[0]) ? blockedEnd : nodes[0],
            ToJunction = places.IsBlocked(nodes[^1]) ? blockedEnd + 1 : nodes[^1],
        };
    }

    /// <summary>Length of a way on the ground, without pieces whose ends the file lacks.</summary>
    public double MetresOf(ReadOnlySpan<int> nodes)
    {
        double metres = 0;
        for (int i = 1; i < nodes.Length; i++)
        {
            if (!places.IsMissing(nodes[i - 1]) && !places.IsMissing(nodes[i])) metres += Metres(nodes[i - 1], nodes[i]);
        }
        return metres;
    }

    private double Metres(int a, int b) =>
        GroundLength.Metres(places.Longitudes[a], places.Latitudes[a], places.Longitudes[b], places.Latitudes[b]);

    /// <returns>Why it is no link; null where it is one.</returns>
    private DropReason? Add(OsmLinkBatch links, OsmWayBatch ways, int number, int[] positions, int first, int count)
    {
        ReadOnlySpan<int> nodes = positions.AsSpan(first, count);
        foreach (int node in nodes)
        {
            if (!projection.Reaches(places.Longitudes[node], places.Latitudes[node])) return DropReason.TooFar;
        }
        double metres = MetresOf(nodes);
        if (metres > MostMetres) return DropReason.TooFar;
        int length = (int)Math.Round(metres * 1000);
        if (length == 0 && nodes[0] == nodes[^1]) return DropReason.ZeroLength;
        OsmWay way = ways.Ways[number];
        if (asked.Contains(way.Id)) links.Asked.Add((way.Id, links.Cuts.Count, nodes[0], nodes[^1], way.Traits.Directions));
        links.Cuts.Add(new OsmCut(number, first, count, length));
        return null;
    }

    private (double? Kmh, int? Forward, int? Backward) TimesOf(OsmWay way, ReadOnlySpan<int> nodes, ReadOnlySpan<int> wholeWay)
    {
        WayTraits traits = way.Traits;
        if (traits.Kind.IsFerry())
        {
            double whole = MetresOf(wholeWay);
            int? given = traits.DurationMilliseconds;
            if (given is null && ferryTimes.TryGetValue(way.Id, out (double Metres, int Milliseconds) route)) (whole, given) = route;
            int? share = given is { } milliseconds && whole > 0 ? (int)Math.Round(milliseconds * Math.Min(1, MetresOf(nodes) / whole)) : given;
            return (null, share, share);
        }
        if (traits.Directions == LinkDirections.Backward) return (traits.BackwardKmh, null, null);
        if (traits.Directions == LinkDirections.Forward || traits.ForwardKmh == traits.BackwardKmh) return (traits.ForwardKmh, null, null);
        double metres = MetresOf(nodes);
        return (null, Milliseconds(traits.ForwardKmh), Milliseconds(traits.BackwardKmh));

        int Milliseconds(double kmh) => (int)Math.Min(Math.Round(metres * 3600 / kmh), int.MaxValue / 4);
    }
}
