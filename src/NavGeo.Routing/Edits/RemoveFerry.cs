namespace NavGeo.Routing.Edits;

/// <summary>Takes out a ferry by its name, or all ferries of a road number.</summary>
/// <param name="NameOrRoad">"Bognes–Lødingen" or "rv 85"; upper and lower case are the same.</param>
public sealed record RemoveFerry(string NameOrRoad) : RoadEdit;
