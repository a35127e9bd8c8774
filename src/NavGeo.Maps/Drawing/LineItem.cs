namespace NavGeo.Maps.Drawing;

/// <summary>Open lines of one look.</summary>
public sealed record LineItem(IReadOnlyList<IReadOnlyList<PaperPoint>> Lines, Stroke Stroke) : DrawingItem;
