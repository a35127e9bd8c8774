using NavGeo.Routing;
using NavGeo.Routing.Graph;

namespace NavGeo.Planning.Edits;

/// <summary>
/// A road or ferry line that somebody draws on a map, as a link of the network: a road is <see cref="LinkKind.NewRoad"/>.
/// </summary>
public static class DrawnLink
{
    private const int MillisecondsPerMinute = 60_000;

    /// <summary>The link.</summary>
    /// <param name="line">Two points or more, in the network's coordinates.</param>
    /// <param name="isFerry">A ferry that carries cars; a road otherwise.</param>
    /// <param name="kmh">Speed; null where minutes are given.</param>
    /// <param name="minutes">From end to end, for a ferry without the wait; null where a speed is given.</param>
    public static RoadLink Of(IReadOnlyList<PlanePoint> line, bool isFerry, double? kmh, double? minutes)
    {
        int? milliseconds = minutes is { } given ? checked((int)Math.Round(given * MillisecondsPerMinute)) : null;
        return new RoadLink
        {
            Shape = line,
            Kind = isFerry ? LinkKind.CarFerry : LinkKind.NewRoad,
            SpeedKmh = kmh,
            ForwardMilliseconds = milliseconds,
            BackwardMilliseconds = milliseconds,
        };
    }
}
