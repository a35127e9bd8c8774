using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Sheets;

/// <summary>A column of text and signs that grows downwards. Scratch for one sheet.</summary>
internal sealed class SheetColumn(PaperBox box, TextStyle colours)
{
    /// <summary>Size of ordinary text, millimetres (about 8.5 pt).</summary>
    public const double PlainSize = 3;

    /// <summary>Size of notes and sources (about 6.5 pt).</summary>
    public const double NoteSize = 2.3;

    private const double LineSpacing = 1.32;

    private readonly List<DrawingItem> items = [];

    /// <summary>The room it has.</summary>
    public PaperBox Box { get; } = box;

    /// <summary>Where the next thing begins.</summary>
    public double Y { get; private set; } = box.Top;

    /// <summary>What has been set so far.</summary>
    public IReadOnlyList<DrawingItem> Items => items;

    /// <summary>Leaves room.</summary>
    public void Skip(double millimetres) => Y += millimetres;

    /// <summary>A heading with a thin line above it.</summary>
    public void Heading(string text)
    {
        items.Add(new LineItem([[new(Box.Left, Y), new(Box.Right, Y)]], new Stroke(colours.Weak, 0.2)));
        Y += 4.4;
        items.Add(TextBlock.Fit(
            new TextItem(text, new PaperPoint(Box.Left, Y), 3.2, colours.Strong) { IsBold = true }, Box.Width, 2));
        Y += 1.6;
    }

    /// <summary>Wrapped text.</summary>
    public void Paragraph(string text, double size, string colour, bool isBold = false)
    {
        foreach (string line in TextBlock.Wrap(text, size, Box.Width, isBold))
        {
            Y += size * LineSpacing;
            items.Add(new TextItem(line, new PaperPoint(Box.Left, Y - size * 0.3), size, colour) { IsBold = isBold });
        }
    }

    /// <summary>A line of text at an indent, with a figure at the right edge.</summary>
    public void Row(string text, string figure, double height, double indent = 0, bool isBold = false)
    {
        double baseline = Y + height / 2 + PlainSize * SheetFont.CapitalHeight / 2;
        var right = new TextItem(figure, new PaperPoint(Box.Right, baseline), PlainSize, colours.Strong)
        {
            IsBold = isBold,
            Anchor = TextAnchor.End,
        };
        var left = new TextItem(text, new PaperPoint(Box.Left + indent, baseline), PlainSize, colours.Plain) { IsBold = isBold };
        items.Add(TextBlock.Fit(left, Box.Width - indent - right.Width - 1.5, 1.8));
        if (figure.Length > 0) items.Add(right);
        Y += height;
    }

    /// <summary>Anything drawn by others.</summary>
    public void Add(DrawingItem item) => items.Add(item);
}
