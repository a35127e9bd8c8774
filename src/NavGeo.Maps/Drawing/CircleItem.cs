namespace NavGeo.Maps.Drawing;

/// <summary>A circle; the radius in millimetres.</summary>
public sealed record CircleItem(PaperPoint Centre, double Radius, Fill? Fill, Stroke? Stroke = null) : DrawingItem;
