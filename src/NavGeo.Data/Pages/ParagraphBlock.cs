namespace NavGeo.Data.Pages;

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
public sealed record ParagraphBlock(string Text) : PageBlock;
