using NavGeo.Routing;
using NavGeo.Transit.Search;
using NavGeo.Transit.Walking;

namespace NavGeo.Transit.Visits;

/// <summary>
/// The ways there and back between all homes and all sites on a day, handed on pair by pair and then forgotten: of a whole country there
/// are more of them than a machine can keep. Immutable; any number of threads.
/// </summary>
public sealed class VisitSearch
{
    private readonly TransitNetwork network;
    private readonly GeoPoint[] homes;
    private readonly GeoPoint[] sites;
    private readonly IReadOnlyList<StopWalk>[] nearHomes;
    private readonly IReadOnlyList<StopWalk>[] nearSites;

    /// <param name="network">What people travel with.</param>
    /// <param name="homes">Where people live.</param>
    /// <param name="sites">Where they go.</param>
    public VisitSearch(TransitNetwork network, IReadOnlyList<GeoPoint> homes, IReadOnlyList<GeoPoint> sites)
    {
        this.network = network;
        (this.homes, this.sites) = ([.. homes], [.. sites]);
        (nearHomes, nearSites) = (Near(this.homes), Near(this.sites));
    }

    /// <summary>Ways between a home and a site.</summary>
    /// <param name="Home">Number of the home.</param>
    /// <param name="Site">Number of the site.</param>
    /// <param name="There">In the order one leaves; none is worse than another in both ends.</param>
    /// <param name="Back">The same.</param>
    /// <param name="WalkSeconds">On foot all the way; null where that is too long.</param>
    public readonly record struct Pair(int Home, int Site, IReadOnlyList<Journey> There, IReadOnlyList<Journey> Back, int? WalkSeconds);

    /// <summary>
    /// Hands on every pair between which one rides both ways or walks. Parallel over the side that has fewer, two searches each;
    /// pairs come in any order, and those of one from that side together.
    /// </summary>
    /// <param name="day">What runs.</param>
    /// <param name="there">When one may travel to a site; whoever may leave last may arrive last.</param>
    /// <param name="back">When one may travel home.</param>
    /// <param name="take">Given all pairs of one home, or one site; called from several threads at once. The ways are gone when it returns.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(ServiceDay day, TravelWindow there, TravelWindow back, Action<IEnumerable<Pair>> take, CancellationToken cancellation = default)
    {
        bool isBySite = sites.Length <= homes.Length;
        (GeoPoint[] hubs, GeoPoint[] rims) = isBySite ? (sites, homes) : (homes, sites);
        (IReadOnlyList<StopWalk>[] nearHubs, IReadOnlyList<StopWalk>[] nearRims) = isBySite ? (nearSites, nearHomes) : (nearHomes, nearSites);
        var goals = new TargetStops(day.Timetable.StopCount, nearRims);
        // From a site one looks forward for the way home, and backward in time for the way there; from a home the other way round.
        (TravelWindow outward, TravelWindow inward) = isBySite ? (back, Turned(there)) : (there, Turned(back));
        ServiceDay mirrored = day.Mirrored();
        Parallel.For(
            0, hubs.Length, new ParallelOptions { CancellationToken = cancellation },
            () => (Out: new JourneySearch(day, network.Paths, network.MostTransfers), In: new JourneySearch(mirrored, network.Backwards, network.MostTransfers)),
            (hub, _, searches) =>
            {
                IReadOnlyList<int> reached = searches.Out.Search(nearHubs[hub], outward.FirstLeave, outward.LastLeave, outward.LatestArrival, goals);
                searches.In.Search(nearHubs[hub], inward.FirstLeave, inward.LastLeave, inward.LatestArrival, goals);
                int?[] onFoot = network.Walks.Between(hubs[hub], rims);
                take(PairsOf(hub, isBySite, searches.Out, searches.In, reached, onFoot));
                return searches;
            },
            _ => { });
    }

    private static IEnumerable<Pair> PairsOf(int hub, bool isBySite, JourneySearch outward, JourneySearch inward, IReadOnlyList<int> reached, int?[] onFoot)
    {
        foreach (int rim in reached)
        {
            // Who rides one way only may still walk the other.
            if (inward.WaysTo(rim).Count > 0 || onFoot[rim] is not null) yield return Of(rim);
        }
        for (int rim = 0; rim < onFoot.Length; rim++)
        {
            if (onFoot[rim] is not null && outward.WaysTo(rim).Count == 0) yield return Of(rim);
        }

        Pair Of(int rim)
        {
            (IReadOnlyList<Journey> away, IReadOnlyList<Journey> home) = (outward.WaysTo(rim), JourneyTable.Turned(inward.WaysTo(rim)));
            return isBySite ? new Pair(rim, hub, home, away, onFoot[rim]) : new Pair(hub, rim, away, home, onFoot[rim]);
        }
    }

    private static TravelWindow Turned(TravelWindow window) => new(-window.LatestArrival, -window.FirstLeave, -window.FirstLeave);

    private IReadOnlyList<StopWalk>[] Near(GeoPoint[] points)
    {
        var near = new IReadOnlyList<StopWalk>[points.Length];
        Parallel.For(0, near.Length, i => near[i] = network.Walks.StopsNear(points[i], network.Walks.Settings.MostMinutes));
        return near;
    }
}
