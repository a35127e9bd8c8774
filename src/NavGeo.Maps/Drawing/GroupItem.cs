namespace NavGeo.Maps.Drawing;

/// <summary>Things that belong together, in drawing order.</summary>
/// <param name="Name">Short English name: letters and hyphens; becomes the layer's id where the format has layers.</param>
/// <param name="Items">First is lowest.</param>
/// <param name="Clip">Nothing is shown outside this box; null for no limit.</param>
public sealed record GroupItem(string Name, IReadOnlyList<DrawingItem> Items, PaperBox? Clip = null) : DrawingItem;
