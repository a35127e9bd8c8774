namespace NavGeo.Maps.Drawing;

/// <summary>A line, with round ends and corners.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Dashes">Millimetres on and off; null for an unbroken line.</param>
public sealed record Stroke(string Colour, double Width, IReadOnlyList<double>? Dashes = null);
