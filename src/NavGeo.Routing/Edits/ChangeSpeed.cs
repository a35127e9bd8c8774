namespace NavGeo.Routing.Edits;

/// <summary>Gives every stretch of a numbered road another speed; goes before speeds and times of the source.</summary>
/// <param name="Road">The road.</param>
/// <param name="Kmh">More than 0.</param>
public sealed record ChangeSpeed(RoadNumber Road, double Kmh) : RoadEdit;
