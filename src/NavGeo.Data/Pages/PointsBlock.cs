namespace NavGeo.Data.Pages;

/// <summary>Points below each other.</summary>
/// <param name="Points">What they say.</param>
public sealed record PointsBlock(IReadOnlyList<string> Points) : PageBlock;
