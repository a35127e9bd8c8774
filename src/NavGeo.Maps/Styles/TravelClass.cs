namespace NavGeo.Maps.Styles;

/// <summary>One colour of the map and the times it stands for.</summary>
/// <param name="UpToMinutes">Times up to this many minutes, exact to the millisecond; null for all longer ones.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
public sealed record TravelClass(int? UpToMinutes, string Colour);
