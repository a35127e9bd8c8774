namespace NavGeo.Maps.Drawing;

/// <summary>One line of text in the sans font that <see cref="TextWidths"/> measures.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Baseline">The point of <see cref="Anchor"/> on the line the letters stand on.</param>
/// <param name="Size">Font size in millimetres (1 pt = 0.353 mm).</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
public sealed record TextItem(string Text, PaperPoint Baseline, double Size, string Colour) : DrawingItem
{
    /// <summary>Bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Which part of the text stands at the point.</summary>
    public TextAnchor Anchor { get; init; }

    /// <summary>A rim in the colour of the paper that keeps text readable over lines; null for none.</summary>
    public Stroke? Halo { get; init; }

    /// <summary>Width in millimetres.</summary>
    public double Width => TextWidths.Measure(Text, Size, IsBold);
}
