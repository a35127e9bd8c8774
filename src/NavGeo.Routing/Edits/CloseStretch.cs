namespace NavGeo.Routing.Edits;

/// <summary>Closes a numbered road between two points: the links on the shortest way along the road from one to the other.</summary>
/// <param name="Road">The road.</param>
/// <param name="From">A point near the road, metres.</param>
/// <param name="To">Another.</param>
public sealed record CloseStretch(RoadNumber Road, PlanePoint From, PlanePoint To) : RoadEdit;
