namespace NavGeo.Routing.Edits;

/// <summary>Closes the link nearest to a point to through traffic.</summary>
/// <param name="Point">Metres.</param>
public sealed record ClosePoint(PlanePoint Point) : RoadEdit;
