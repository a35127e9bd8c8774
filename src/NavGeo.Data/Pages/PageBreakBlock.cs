namespace NavGeo.Data.Pages;

/// <summary>What follows begins on a new sheet of paper.</summary>
public sealed record PageBreakBlock : PageBlock;
