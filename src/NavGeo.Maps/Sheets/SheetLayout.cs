using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Sheets;

/// <summary>Where the parts of a sheet of one map stand: the panel beside the map, or beneath it in two columns on upright paper.</summary>
/// <param name="Title">Title and subtitle.</param>
/// <param name="Map">The map's window.</param>
/// <param name="First">Key figures and classes.</param>
/// <param name="Second">Symbols and notes; the same box as <paramref name="First"/> where there is one column.</param>
/// <param name="Footer">Scale, north and sources.</param>
internal sealed record SheetLayout(PaperBox Title, PaperBox Map, PaperBox First, PaperBox Second, PaperBox Footer)
{
    /// <summary>Millimetres of white around everything.</summary>
    public const double Margin = 10;

    private const double BelowTitle = 28;
    private const double PanelWidth = 62;
    private const double PanelHeight = 92;
    private const double Gutter = 6;
    private const double FooterHeight = 19.5;
    private const double BelowMap = 22;
    private const double LeastMargin = 3.5;

    /// <summary>Whether the panel is one column.</summary>
    public bool IsOneColumn => First == Second;

    /// <summary>For a paper.</summary>
    public static SheetLayout Of(SheetPaper paper)
    {
        (double width, double height) = (paper.Width, paper.Height);
        var title = new PaperBox(Margin, Margin, width - Margin, BelowTitle - 2);
        var footer = new PaperBox(Margin, height - FooterHeight, width - Margin, height - LeastMargin);
        double bottom = height - BelowMap;
        if (!paper.IsPortrait)
        {
            var panel = new PaperBox(width - Margin - PanelWidth, BelowTitle, width - Margin, bottom);
            return new SheetLayout(title, new PaperBox(Margin, BelowTitle, panel.Left - Gutter, bottom), panel, panel, footer);
        }
        var below = new PaperBox(Margin, bottom - PanelHeight, width - Margin, bottom);
        double middle = (below.Left + below.Right) / 2;
        return new SheetLayout(
            title, new PaperBox(Margin, BelowTitle, width - Margin, below.Top - Gutter / 2), below with { Right = middle - Gutter / 2 },
            below with { Left = middle + Gutter / 2 }, footer);
    }
}
