namespace NavGeo.Maps.Drawing;

/// <summary>Parallel lines at 45° over a fill: an area that must be seen in grey print too.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Spacing">Millimetres from line to line.</param>
/// <param name="Width">Millimetres.</param>
public sealed record Hatch(string Colour, double Spacing, double Width);
