namespace NavGeo.Planning.Trips;

/// <summary>What a leg of a trip is made on.</summary>
public enum TripLegKind
{
    /// <summary>A road.</summary>
    Road,

    /// <summary>On board.</summary>
    Ferry,

    /// <summary>At the quay.</summary>
    Wait,

    /// <summary>Between the road and a place beside it.</summary>
    OffRoad,
}
