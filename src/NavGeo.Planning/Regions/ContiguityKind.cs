namespace NavGeo.Planning.Regions;

/// <summary>Why two municipalities count as neighbours; of several reasons the first here.</summary>
public enum ContiguityKind
{
    /// <summary>Their boundaries meet.</summary>
    Border = 0,

    /// <summary>A road leads from one into the other: a bridge, a tunnel under the sea.</summary>
    Road,

    /// <summary>A car ferry calls at both.</summary>
    CarFerry,

    /// <summary>A passenger boat calls at both.</summary>
    PassengerBoat,

    /// <summary>Nothing known joins them; laid by NavGeo to the nearest municipality so that nobody stands alone.</summary>
    Nearest,
}
