namespace NavGeo.Planning.Access;

/// <summary>Whether the people of a place reach an open site, and if not, why. Exactly one state a place.</summary>
public enum AccessState : byte
{
    /// <summary>Some open site is reached.</summary>
    Served = 0,

    /// <summary>No road within the profile's reach.</summary>
    NoRoad,

    /// <summary>Roads within reach, but only across the sea.</summary>
    AcrossWater,

    /// <summary>On a road from which no way leads to an open site.</summary>
    NotConnected,

    /// <summary>In none of the case's municipalities: reported, not served.</summary>
    Outside,
}
