using NavGeo.Maps.Drawing;
using NetTopologySuite.Geometries;

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

    /// <summary>Turned paper must show the case so much larger.</summary>
    private const double WorthTurning = 1.1;

    /// <summary>For what a map shows: the paper as it is; where it may be turned, the layout that shows it largest.</summary>
    /// <param name="settings">The paper.</param>
    /// <param name="extent">What the map shows, metres.</param>
    public static (SheetPaper Paper, SheetLayout Layout) For(SheetSettings settings, Envelope extent)
    {
        if (!settings.MayTurn) return (settings.Paper, Of(settings.Paper));
        (SheetPaper side, SheetPaper upright) = (settings.Paper.OnItsSide, settings.Paper.Upright);
        (SheetPaper Paper, SheetLayout Layout) usual = (side, Of(side));
        SheetLayout best = ((SheetLayout[])[Of(upright), Beside(upright)]).MaxBy(ScaleOf)!;
        return ScaleOf(best) > WorthTurning * ScaleOf(usual.Layout) ? (upright, best) : usual;

        double ScaleOf(SheetLayout layout) => Math.Min(layout.Map.Width / Math.Max(1, extent.Width), layout.Map.Height / Math.Max(1, extent.Height));
    }

    /// <summary>
    /// The panel beside a high and narrow map, on upright paper too. Where the paper is wide enough the panel goes down to its foot, and
    /// scale, north and sources stand under the map alone.
    /// </summary>
    private static SheetLayout Beside(SheetPaper paper)
    {
        double bottom = paper.Height - BelowMap;
        double left = paper.Width - Margin - PanelWidth;
        var panel = new PaperBox(left, BelowTitle, paper.Width - Margin, paper.IsPortrait ? bottom : paper.Height - LeastMargin);
        return new SheetLayout(
            new PaperBox(Margin, Margin, paper.Width - Margin, BelowTitle - 2), new PaperBox(Margin, BelowTitle, left - Gutter, bottom), panel, panel,
            new PaperBox(Margin, paper.Height - FooterHeight, paper.IsPortrait ? paper.Width - Margin : left - Gutter, paper.Height - LeastMargin));
    }

    /// <summary>For a paper.</summary>
    public static SheetLayout Of(SheetPaper paper)
    {
        (double width, double height) = (paper.Width, paper.Height);
        var title = new PaperBox(Margin, Margin, width - Margin, BelowTitle - 2);
        var footer = new PaperBox(Margin, height - FooterHeight, width - Margin, height - LeastMargin);
        double bottom = height - BelowMap;
        if (!paper.IsPortrait) return Beside(paper);
        var below = new PaperBox(Margin, bottom - PanelHeight, width - Margin, bottom);
        double middle = (below.Left + below.Right) / 2;
        return new SheetLayout(
            title, new PaperBox(Margin, BelowTitle, width - Margin, below.Top - Gutter / 2), below with { Right = middle - Gutter / 2 },
            below with { Left = middle + Gutter / 2 }, footer);
    }
}
