using NavGeo.Routing;

namespace NavGeo.Planning.Trips;

/// <summary>The way of the people of one place to their site.</summary>
/// <param name="Site">Index into the case's sites.</param>
/// <param name="Milliseconds">In all, the same as in the answer.</param>
/// <param name="Legs">In the order they are travelled; their times add up to the whole.</param>
/// <param name="Line">The way on the road, from the place to the site, metres in the case's projection.</param>
public sealed record Trip(int Site, int Milliseconds, IReadOnlyList<TripLeg> Legs, IReadOnlyList<PlanePoint> Line);

/// <summary>A part of a trip on one road, one ferry, waiting, or off the network.</summary>
/// <param name="Kind">What it is made on.</param>
/// <param name="Name">Road number, name of the road or ferry; empty where it has none.</param>
/// <param name="Millimetres">Length.</param>
/// <param name="Milliseconds">Time.</param>
/// <param name="IsEstimated">Whether a part of the time rests on a default and not on a figure of the source.</param>
public sealed record TripLeg(TripLegKind Kind, string Name, long Millimetres, int Milliseconds, bool IsEstimated);

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
