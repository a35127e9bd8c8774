using NavGeo.Data.Roads;
using NavGeo.Routing;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>
/// Cuts ways into links where lines meet, where a turn is restricted and where a barrier stands. On either side of a
/// barrier the road goes on to be reached from its own side, but the two sides do not meet.
/// </summary>
/// <param name="places">Where the nodes lie and which are junctions.</param>
/// <param name="projection">From degrees to metres.</param>
/// <param name="asked">Ways that turn restrictions speak of.</param>
/// <param name="ferryTimes">Sailing times that ferry routes give, by way, for ways that give none.</param>
internal sealed class WayCutter(
    OsmPlaces places, OsmProjection projection, IReadOnlySet<long> asked, IReadOnlyDictionary<long, (double Metres, int Milliseconds)> ferryTimes)
{
    /// <summary>No road is longer between junctions, and no ferry sails farther.</summary>
    private const double MostMetres = 2_000_000;

    /// <summary>Numbers of the ends at barriers begin here, far from those of junctions.</summary>
    private const long FirstBlockedEnd = 1L << 40;

    /// <summary>Cuts the ways of one batch.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="positions">Places of their nodes.</param>
    /// <param name="batch">The batch's number, which keeps the ends at barriers apart.</param>
    public OsmLinkBatch Cut(OsmWayBatch ways, int[] positions, int batch)
    {
        var links = new OsmLinkBatch();
        long nextBlockedEnd = FirstBlockedEnd * (batch + 1L);
        foreach (OsmWay way in ways.Ways)
        {
            ReadOnlySpan<int> nodes = positions.AsSpan(way.FirstNode, way.NodeCount);
            double wholeMetres = MetresOf(nodes);
            int before = links.Links.Count;
            DropReason? reason = null;
            int from = 0;
            while (from < nodes.Length - 1)
            {
                if (places.IsMissing(nodes[from]))
                {
                    reason = DropReason.MissingPlaces;
                    from++;
                    continue;
                }
                int to = from + 1;
                while (to < nodes.Length - 1 && !places.IsMissing(nodes[to]) && !places.IsJunction(nodes[to])) to++;
                int last = places.IsMissing(nodes[to]) ? to - 1 : to;
                if (last < to) reason = DropReason.MissingPlaces;
                if (last > from) reason = Add(links, way, nodes[from..(last + 1)], wholeMetres, ref nextBlockedEnd) ?? reason;
                from = to;
            }
            // A way of which a part is left counts as kept; the rest is outside the extract.
            if (links.Links.Count == before) OsmWayBatch.Count(links.Dropped, (reason ?? DropReason.ZeroLength, ""));
        }
        return links;
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
    private DropReason? Add(OsmLinkBatch links, OsmWay way, ReadOnlySpan<int> nodes, double wholeMetres, ref long nextBlockedEnd)
    {
        var shape = new PlanePoint[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            if (projection.Project(places.Longitudes[nodes[i]], places.Latitudes[nodes[i]]) is not { } point) return DropReason.TooFar;
            shape[i] = point;
        }
        double metres = MetresOf(nodes);
        if (metres > MostMetres) return DropReason.TooFar;
        int length = (int)Math.Round(metres * 1000);
        if (length == 0 && nodes[0] == nodes[^1]) return DropReason.ZeroLength;
        if (asked.Contains(way.Id)) links.Asked.Add((way.Id, links.Links.Count, nodes[0], nodes[^1]));
        WayTraits traits = way.Traits;
        (double? kmh, int? forward, int? backward) = TimesOf(way, metres, wholeMetres);
        links.Links.Add(new RoadLink
        {
            Shape = shape,
            Kind = traits.Kind,
            Category = traits.Category,
            Road = traits.Road,
            Name = traits.Name,
            Directions = traits.Directions,
            LengthMillimetres = length,
            SpeedKmh = kmh,
            ForwardMilliseconds = forward,
            BackwardMilliseconds = backward,
            ClosedInWinter = traits.IsClosedInWinter,
            Flags = traits.Flags,
            FromJunction = places.IsBlocked(nodes[0]) ? nextBlockedEnd++ : nodes[0],
            ToJunction = places.IsBlocked(nodes[^1]) ? nextBlockedEnd++ : nodes[^1],
        });
        return null;
    }

    private (double? Kmh, int? Forward, int? Backward) TimesOf(OsmWay way, double metres, double wholeMetres)
    {
        WayTraits traits = way.Traits;
        if (traits.Kind.IsFerry())
        {
            double whole = wholeMetres;
            int? given = traits.DurationMilliseconds;
            if (given is null && ferryTimes.TryGetValue(way.Id, out (double Metres, int Milliseconds) route)) (whole, given) = route;
            int? share = given is { } milliseconds && whole > 0 ? (int)Math.Round(milliseconds * Math.Min(1, metres / whole)) : given;
            return (null, share, share);
        }
        if (traits.Directions == LinkDirections.Backward) return (traits.BackwardKmh, null, null);
        if (traits.Directions == LinkDirections.Forward || traits.ForwardKmh == traits.BackwardKmh) return (traits.ForwardKmh, null, null);
        return (null, Milliseconds(traits.ForwardKmh), Milliseconds(traits.BackwardKmh));

        int Milliseconds(double kmh) => (int)Math.Min(Math.Round(metres * 3600 / kmh), int.MaxValue / 4);
    }
}
