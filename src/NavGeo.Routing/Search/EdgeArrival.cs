namespace NavGeo.Routing.Search;

/// <summary>How the fastest way joins a place on an edge.</summary>
/// <param name="Time">Between the search's start and the place, off-road time not included.</param>
/// <param name="Millimetres">Length of that way.</param>
/// <param name="Node">The end of the place's edge the way passes; <see cref="NoNode"/> where it never leaves the edge.</param>
/// <param name="RestMilliseconds">The part of the time that is spent on the place's edge.</param>
/// <param name="RestMillimetres">The part of the length that lies on the place's edge.</param>
internal readonly record struct EdgeArrival(
    TravelTime Time, long Millimetres, int Node, int RestMilliseconds, long RestMillimetres)
{
    /// <summary>Start and place lie on one edge, and the way stays on it; or there is no way.</summary>
    public const int NoNode = -1;

    /// <summary>There is no way.</summary>
    public static readonly EdgeArrival None = new(TravelTime.Unreachable, 0, NoNode, 0, 0);
}
