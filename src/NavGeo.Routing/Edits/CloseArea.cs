namespace NavGeo.Routing.Edits;

/// <summary>Closes every road link that touches an area, as in a flood.</summary>
/// <param name="Ring">The area's outline, three corners or more, metres; the last one is joined to the first.</param>
public sealed record CloseArea(IReadOnlyList<PlanePoint> Ring) : RoadEdit;
