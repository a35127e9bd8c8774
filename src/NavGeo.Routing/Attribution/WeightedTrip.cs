using NavGeo.Routing.Snapping;

namespace NavGeo.Routing.Attribution;

/// <summary>A trip that is made by several people or several times.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Weight">People, or trips a year: 0 or more.</param>
public readonly record struct WeightedTrip(SnappedPlace From, SnappedPlace To, long Weight);
