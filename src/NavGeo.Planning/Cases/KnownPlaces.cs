using NavGeo.Routing;
using NavGeo.Routing.Graph;
using NavGeo.Routing.Snapping;
using NavGeo.Routing.Speeds;

namespace NavGeo.Planning.Cases;

/// <summary>
/// Where people meet the roads, known from an earlier time or found when first asked for. It is of one network, one
/// profile, one sea and one set of points: of any other it says nothing. Any number of threads.
/// </summary>
/// <param name="roads">The network.</param>
/// <param name="profile">How one travels.</param>
/// <param name="water">The sea.</param>
/// <param name="points">Where people are.</param>
/// <param name="find">Finds where they meet the network, in the order of the points.</param>
public sealed class KnownPlaces(RoadGraph roads, TravelProfile profile, WaterMask? water, PlanePoint[] points, Func<SnappedPlace[]> find)
{
    private readonly Lazy<SnappedPlace[]> places = new(find);

    /// <summary>The places, each its own copy; null where it is asked for others.</summary>
    public SnappedPlace[]? Of(RoadGraph graph, TravelProfile by, WaterMask? sea, ReadOnlySpan<PlanePoint> where) =>
        graph == roads && by == profile && sea == water && where.SequenceEqual(points) ? [.. places.Value] : null;
}
