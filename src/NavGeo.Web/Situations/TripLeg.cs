namespace NavGeo.Web.Situations;

/// <summary>A part of a trip on one road, one ferry, waiting, or off the network.</summary>
/// <param name="Kind"><c>road</c>, <c>ferry</c>, <c>wait</c> or <c>offroad</c>.</param>
/// <param name="Name">Road number, name of the road or ferry; empty where it has none.</param>
/// <param name="Millimetres">Length.</param>
/// <param name="Milliseconds">Time.</param>
public sealed record TripLeg(string Kind, string Name, long Millimetres, int Milliseconds);
