using NavGeo.Routing;

namespace NavGeo.Planning.Trips;

/// <summary>The way of the people of one place to their site.</summary>
/// <param name="Site">Index into the case's sites.</param>
/// <param name="Milliseconds">In all, the same as in the answer.</param>
/// <param name="Legs">In the order they are travelled; their times add up to the whole.</param>
/// <param name="Line">The way on the road, from the place to the site, metres in the case's projection.</param>
public sealed record Trip(int Site, int Milliseconds, IReadOnlyList<TripLeg> Legs, IReadOnlyList<PlanePoint> Line);
