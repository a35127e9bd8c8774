using NavGeo.Routing;

namespace NavGeo.Planning;

/// <summary>A town, village or hamlet by which a spot on the map is named.</summary>
/// <param name="Name">As the map writes it.</param>
/// <param name="Point">Where the map writes it, in the case's projection: near the place, not exactly at it.</param>
/// <param name="Municipality">Index into the case's municipalities; -1 for none of them, or unknown.</param>
public readonly record struct Settlement(string Name, PlanePoint Point, int Municipality);
