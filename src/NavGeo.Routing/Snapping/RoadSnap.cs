namespace NavGeo.Routing.Snapping;

/// <summary>Where a place meets the road network: the nearest point on an edge, and the gap to it.</summary>
/// <param name="State">Whether it meets the network at all.</param>
/// <param name="Edge">The edge; -1 where it meets none.</param>
/// <param name="Share">How far along the edge's drawing the point lies, 0 to 1 of its length.</param>
/// <param name="GapMetres">
/// Straight line from the place to the point; for a place that meets none, to the nearest road anyway, infinite where
/// there is none within ten times the reach.
/// </param>
/// <param name="Point">The point on the edge.</param>
public readonly record struct RoadSnap(SnapState State, int Edge, double Share, double GapMetres, PlanePoint Point);

/// <summary>How a place lies to the road network.</summary>
public enum SnapState : byte
{
    /// <summary>A road lies within reach over land.</summary>
    OnRoad = 0,

    /// <summary>Roads lie within reach, but only across the sea.</summary>
    AcrossWater,

    /// <summary>No road lies within the profile's reach.</summary>
    TooFar,
}

/// <summary>A place and where it meets the road.</summary>
/// <param name="Point">Where it is, metres.</param>
/// <param name="Snap">Where it meets the network, or why not.</param>
public readonly record struct SnappedPlace(PlanePoint Point, RoadSnap Snap);
