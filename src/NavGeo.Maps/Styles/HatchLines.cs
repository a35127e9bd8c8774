namespace NavGeo.Maps.Styles;

/// <summary>Lines at 45° over a colour of its own.</summary>
public sealed record HatchLines(string Colour, double SpacingMm, double WidthMm);
