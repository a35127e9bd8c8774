namespace NavGeo.Maps.Drawing;

/// <summary>The inside of a shape.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Hatch">Lines over the colour; null for none.</param>
public sealed record Fill(string Colour, double Opacity = 1, Hatch? Hatch = null);
