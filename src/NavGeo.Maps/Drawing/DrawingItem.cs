namespace NavGeo.Maps.Drawing;

/// <summary>
/// One thing on a sheet, in millimetres of paper. A closed set: <see cref="AreaItem"/>, <see cref="LineItem"/>,
/// <see cref="CircleItem"/>, <see cref="BoxItem"/>, <see cref="TextItem"/> and <see cref="GroupItem"/>; every renderer
/// knows all six.
/// </summary>
public abstract record DrawingItem
{
    private protected DrawingItem()
    {
    }
}

/// <summary>Closed rings filled by the even-odd rule, so that holes need no order. Rings do not repeat the first point.</summary>
public sealed record AreaItem(
    IReadOnlyList<IReadOnlyList<PaperPoint>> Rings, Fill? Fill, Stroke? Stroke = null) : DrawingItem;

/// <summary>Open lines of one look.</summary>
public sealed record LineItem(IReadOnlyList<IReadOnlyList<PaperPoint>> Lines, Stroke Stroke) : DrawingItem;

/// <summary>A circle; the radius in millimetres.</summary>
public sealed record CircleItem(PaperPoint Centre, double Radius, Fill? Fill, Stroke? Stroke = null) : DrawingItem;

/// <summary>A rectangle, with rounded corners where the radius (millimetres) is above 0.</summary>
public sealed record BoxItem(PaperBox Box, Fill? Fill, Stroke? Stroke = null, double CornerRadius = 0) : DrawingItem;

/// <summary>One line of text in <see cref="SheetFont"/>.</summary>
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
    public double Width => SheetFont.Measure(Text, Size, IsBold);

    /// <summary>Where its left end is, millimetres from the left edge of the paper.</summary>
    public double Left => Baseline.X - Anchor switch
    {
        TextAnchor.Middle => Width / 2,
        TextAnchor.End => Width,
        _ => 0,
    };
}

/// <summary>Things that belong together, in drawing order.</summary>
/// <param name="Name">Short English name: letters and hyphens; becomes the layer's id where the format has layers.</param>
/// <param name="Items">First is lowest.</param>
/// <param name="Clip">Nothing is shown outside this box; null for no limit.</param>
public sealed record GroupItem(string Name, IReadOnlyList<DrawingItem> Items, PaperBox? Clip = null) : DrawingItem;

/// <summary>Which part of a text stands at its point.</summary>
public enum TextAnchor
{
    /// <summary>Its left end.</summary>
    Start = 0,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its right end.</summary>
    End,
}

/// <summary>The inside of a shape.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Hatch">Lines over the colour; null for none.</param>
public sealed record Fill(string Colour, double Opacity = 1, Hatch? Hatch = null);

/// <summary>Parallel lines at 45° over a fill: an area that must be seen in grey print too.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Spacing">Millimetres from line to line.</param>
/// <param name="Width">Millimetres.</param>
public sealed record Hatch(string Colour, double Spacing, double Width);

/// <summary>A line, with round ends and corners.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Dashes">Millimetres on and off; null for an unbroken line.</param>
public sealed record Stroke(string Colour, double Width, IReadOnlyList<double>? Dashes = null);
