namespace NavGeo.Maps.Styles;

/// <summary>The line of a way.</summary>
public sealed record RouteLine(string Colour, double WidthMm);
