namespace NavGeo.Maps.Drawing;

/// <summary>A place on a sheet: millimetres from its upper left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct PaperPoint(double X, double Y);
