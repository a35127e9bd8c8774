namespace NavGeo.Routing.Attribution;

/// <summary>How much of all trips falls on one road or ferry.</summary>
/// <param name="Kind">What the time is spent on.</param>
/// <param name="Road">The road's number; where it has none, its owner with number 0.</param>
/// <param name="Name">The ferry's name; null for roads and for ferries without one.</param>
/// <param name="Milliseconds">Weight times milliseconds.</param>
/// <param name="Millimetres">Weight times millimetres.</param>
public sealed record RoadUseRow(RoadUseKind Kind, RoadNumber Road, string? Name, long Milliseconds, long Millimetres);
