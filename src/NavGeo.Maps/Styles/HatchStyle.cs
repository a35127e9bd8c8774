namespace NavGeo.Maps.Styles;

/// <summary>How those without access are shown: hatched, so that it is not mistaken for a time in grey print.</summary>
public sealed record HatchStyle(string Colour, string Hatch, double SpacingMm, double WidthMm);
