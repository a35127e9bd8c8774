namespace NavGeo.Routing.Edits;

/// <summary>Gives a ferry another time between departures.</summary>
/// <param name="NameOrRoad">As in <see cref="RemoveFerry"/>.</param>
/// <param name="Minutes">More than 0.</param>
public sealed record ChangeHeadway(string NameOrRoad, double Minutes) : RoadEdit;
