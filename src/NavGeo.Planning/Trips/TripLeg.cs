namespace NavGeo.Planning.Trips;

/// <summary>A part of a trip on one road, one ferry, waiting, or off the network.</summary>
/// <param name="Kind">What it is made on.</param>
/// <param name="Name">Road number, name of the road or ferry; empty where it has none.</param>
/// <param name="Millimetres">Length.</param>
/// <param name="Milliseconds">Time.</param>
/// <param name="IsEstimated">Whether a part of the time rests on a default and not on a figure of the source.</param>
public sealed record TripLeg(TripLegKind Kind, string Name, long Millimetres, int Milliseconds, bool IsEstimated);
