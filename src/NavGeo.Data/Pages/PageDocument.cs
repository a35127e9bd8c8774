using NavGeo.Planning.Language;

namespace NavGeo.Data.Pages;

/// <summary>A page before it is in any file format: headings, sentences, tables and pictures in one language. Immutable.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Language">Of all its texts.</param>
/// <param name="Blocks">From top to bottom, the title first.</param>
public sealed record PageDocument(string Title, UserLanguage Language, IReadOnlyList<PageBlock> Blocks);
