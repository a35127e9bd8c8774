namespace NavGeo.Maps.Styles;

/// <summary>A line on the map; the casing is a wider line beneath it, null for none.</summary>
public sealed record RoadStyle(RoadKind Kind, string Colour, double WidthMm, string? Casing);
