using NavGeo.Planning.Language;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// A sheet before it is in any file format: shapes and texts in millimetres of paper. Everything that decides what the
/// reader sees is settled here, so that all renderers show the same.
/// </summary>
public sealed record MapDrawing
{
    /// <summary>Millimetres.</summary>
    public required double Width { get; init; }

    /// <summary>Millimetres.</summary>
    public required double Height { get; init; }

    /// <summary>For screen readers and file properties.</summary>
    public required string Title { get; init; }

    /// <summary>What the sheet says, in a few sentences, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The language of its texts.</summary>
    public required UserLanguage Language { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>First is lowest.</summary>
    public required IReadOnlyList<DrawingItem> Items { get; init; }

    /// <summary>All its texts, in drawing order.</summary>
    public IEnumerable<TextItem> Texts => TextsOf(Items);

    private static IEnumerable<TextItem> TextsOf(IEnumerable<DrawingItem> items) => items.SelectMany(i => i switch
    {
        TextItem text => [text],
        GroupItem group => TextsOf(group.Items),
        _ => [],
    });
}
