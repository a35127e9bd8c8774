namespace NavGeo.Routing.Snapping;

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
