using NavGeo.Transit.Walking;

namespace NavGeo.Transit.Search;

/// <summary>When one may travel. Seconds of the <see cref="DayClock"/>, the bounds included.</summary>
/// <param name="FirstLeave">Not before.</param>
/// <param name="LastLeave">Not later.</param>
/// <param name="LatestArrival">There by then.</param>
public readonly record struct TravelWindow(int FirstLeave, int LastLeave, int LatestArrival);

/// <summary>
/// The ways from each of some places to each of some others on a day, as <see cref="JourneySearch"/> finds them. One search a
/// place, from the side that has fewer; parallel over them, and the same on one thread.
/// </summary>
public static class JourneyTable
{
    /// <summary>Ways by rides; who walks all the way is not among them.</summary>
    /// <param name="network">What one travels with.</param>
    /// <param name="day">What runs.</param>
    /// <param name="from">For each place one leaves, the stops near it.</param>
    /// <param name="to">For each place one goes to, the stops near it.</param>
    /// <param name="window">When.</param>
    /// <returns>By from, then by to: ways in the order one leaves.</returns>
    public static List<Journey>[][] Of(
        TransitNetwork network, ServiceDay day, IReadOnlyList<IReadOnlyList<StopWalk>> from, IReadOnlyList<IReadOnlyList<StopWalk>> to, TravelWindow window)
    {
        // Backwards one cannot see that a later way, which leaves too late, hides an earlier one.
        bool isForward = from.Count <= to.Count || window.LastLeave < window.LatestArrival;
        return isForward ? Rows(day, network.Paths, network.MostTransfers, from, to, window) : Backwards(network, day, from, to, window);
    }

    private static List<Journey>[][] Backwards(
        TransitNetwork network, ServiceDay day, IReadOnlyList<IReadOnlyList<StopWalk>> from, IReadOnlyList<IReadOnlyList<StopWalk>> to, TravelWindow window)
    {
        var turned = new TravelWindow(-window.LatestArrival, -window.FirstLeave, -window.FirstLeave);
        List<Journey>[][] rows = Rows(day.Mirrored(), network.Backwards, network.MostTransfers, to, from, turned);
        var table = new List<Journey>[from.Count][];
        for (int i = 0; i < table.Length; i++) table[i] = [.. rows.Select(r => Turned(r[i]))];
        return table;
    }

    /// <summary>Ways found in a mirrored day as they are in the day itself, in the order one leaves.</summary>
    internal static List<Journey> Turned(IReadOnlyList<Journey> journeys)
    {
        var turned = new List<Journey>(journeys.Count);
        for (int i = journeys.Count - 1; i >= 0; i--) turned.Add(journeys[i] with { Leave = -journeys[i].Arrive, Arrive = -journeys[i].Leave });
        return turned;
    }

    private static List<Journey>[][] Rows(
        ServiceDay day, FootPaths paths, int mostTransfers, IReadOnlyList<IReadOnlyList<StopWalk>> from, IReadOnlyList<IReadOnlyList<StopWalk>> to, TravelWindow window)
    {
        var targets = new TargetStops(day.Timetable.StopCount, to);
        var rows = new List<Journey>[from.Count][];
        Parallel.For(0, rows.Length, () => new JourneySearch(day, paths, mostTransfers), (i, _, search) =>
        {
            rows[i] = search.Run(from[i], window.FirstLeave, window.LastLeave, window.LatestArrival, targets);
            return search;
        }, _ => { });
        return rows;
    }
}
