using NavGeo.Routing;

namespace NavGeo.Data.Ground;

/// <summary>A town or village that a map may name.</summary>
/// <param name="Name">As written on the map.</param>
/// <param name="Point">Metres in the case's projection.</param>
/// <param name="People">Larger ones go first where room is short.</param>
public sealed record MapSettlement(string Name, PlanePoint Point, int People);
