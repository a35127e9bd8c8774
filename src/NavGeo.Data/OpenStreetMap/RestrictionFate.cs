namespace NavGeo.Data.OpenStreetMap;

/// <summary>What became of a turn restriction.</summary>
public enum RestrictionFate
{
    /// <summary>It binds.</summary>
    Used = 0,

    /// <summary>Cars are excepted.</summary>
    CarsExcepted,

    /// <summary>It holds at certain times or for certain vehicles only.</summary>
    Conditional,

    /// <summary>It leads over a way instead of a node.</summary>
    ViaWay,

    /// <summary>A member is missing, or the kind is not known.</summary>
    Incomplete,

    /// <summary>One of its ways or its node is not in the car network.</summary>
    NotInNetwork,

    /// <summary>The node lies within a way of two directions, so that it is not said which side is meant.</summary>
    Ambiguous,

    /// <summary>A one-way street already says as much: nobody can come or go that way.</summary>
    ClosedAnyway,
}
