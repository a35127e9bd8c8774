namespace NavGeo.Routing.Snapping;

/// <summary>A place and where it meets the road.</summary>
/// <param name="Point">Where it is, metres.</param>
/// <param name="Snap">Where it meets the network, or why not.</param>
public readonly record struct SnappedPlace(PlanePoint Point, RoadSnap Snap);
