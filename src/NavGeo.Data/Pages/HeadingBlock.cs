namespace NavGeo.Data.Pages;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the title of the page, 2 for its sections, 3 below.</param>
/// <param name="Text">What it says.</param>
public sealed record HeadingBlock(int Level, string Text) : PageBlock;
