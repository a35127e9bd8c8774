namespace NavGeo.Routing;

/// <summary>A part of the network that nothing connects with the rest.</summary>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Kilometres">Length of its edges.</param>
/// <param name="Somewhere">One of its nodes, to find it on a map.</param>
/// <param name="HasFerry">Whether a ferry line belongs to it.</param>
public readonly record struct NetworkPart(int Nodes, double Kilometres, PlanePoint Somewhere, bool HasFerry);
