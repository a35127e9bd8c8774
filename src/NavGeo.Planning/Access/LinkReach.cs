namespace NavGeo.Planning.Access;

/// <summary>Which links the people of a place cannot do without on the way to an open site.</summary>
public enum LinkReach : byte
{
    /// <summary>Some site is reached by road alone (or off the road).</summary>
    ByRoad = 0,

    /// <summary>None without a car ferry, some with one.</summary>
    OnlyByFerry,

    /// <summary>None by car, some with a boat that carries people only.</summary>
    OnlyByPassengerBoat,

    /// <summary>None at all.</summary>
    WithoutLink,

    /// <summary>In none of the case's municipalities.</summary>
    Outside,
}
