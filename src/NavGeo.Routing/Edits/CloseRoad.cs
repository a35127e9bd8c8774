namespace NavGeo.Routing.Edits;

/// <summary>Closes every stretch of a numbered road to through traffic; the ferries on it sail on.</summary>
/// <param name="Road">The road.</param>
public sealed record CloseRoad(RoadNumber Road) : RoadEdit;
