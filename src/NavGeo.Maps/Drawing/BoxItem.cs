namespace NavGeo.Maps.Drawing;

/// <summary>A rectangle, with rounded corners where the radius (millimetres) is above 0.</summary>
public sealed record BoxItem(PaperBox Box, Fill? Fill, Stroke? Stroke = null, double CornerRadius = 0) : DrawingItem;
