namespace NavGeo.Routing.Attribution;

/// <summary>What a trip's time is spent on.</summary>
public enum RoadUseKind : byte
{
    /// <summary>Driving on a road.</summary>
    Road = 0,

    /// <summary>Sailing.</summary>
    Ferry,

    /// <summary>Waiting for the ferry.</summary>
    FerryWait,

    /// <summary>On the straight line between a place and the network.</summary>
    OffRoad,
}
