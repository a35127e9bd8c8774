namespace NavGeo.Data.Pages;

/// <summary>A picture. What it shows is known by its id to whoever draws the page.</summary>
/// <param name="Id">Letters, digits and hyphens; once a page.</param>
/// <param name="Caption">Below the picture.</param>
/// <param name="Alternative">What it says, for those who cannot see it.</param>
public sealed record FigureBlock(string Id, string Caption, string Alternative) : PageBlock;
