namespace NavGeo.Maps.Drawing;

/// <summary>Closed rings filled by the even-odd rule, so that holes need no order. Rings do not repeat the first point.</summary>
public sealed record AreaItem(
    IReadOnlyList<IReadOnlyList<PaperPoint>> Rings, Fill? Fill, Stroke? Stroke = null) : DrawingItem;
