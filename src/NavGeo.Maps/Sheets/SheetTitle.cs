using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Sheets;

/// <summary>The title of a sheet, on two lines where it is long, and the line beneath it.</summary>
internal static class SheetTitle
{
    private const double LargeSize = 8;
    private const double SmallSize = 5;
    private const double LeastSize = 3.4;
    private const double SubtitleSize = 3.8;

    public static GroupItem Draw(string title, string subtitle, PaperBox box, MapStyle style)
    {
        var large = new TextItem(title, new PaperPoint(box.Left, box.Top + 6.6), LargeSize, style.Text.Strong) { IsBold = true };
        var beneath = new TextItem(subtitle, new PaperPoint(box.Left, box.Top + 13), SubtitleSize, style.Text.Plain);
        bool fits = SheetFont.Measure(title, SmallSize, isBold: true) <= box.Width;
        if (fits) return new GroupItem("title", [TextBlock.Fit(large, box.Width, SmallSize), TextBlock.Fit(beneath, box.Width, 2.5)]);
        IReadOnlyList<string> lines = TextBlock.Wrap(title, SmallSize, box.Width, isBold: true);
        TextItem first = large with { Text = lines[0], Size = SmallSize, Baseline = new PaperPoint(box.Left, box.Top + 3.6) };
        TextItem second = first with { Text = string.Join(' ', lines.Skip(1)), Baseline = new PaperPoint(box.Left, box.Top + 9.2) };
        return new GroupItem(
            "title", [first, TextBlock.Fit(second, box.Width, LeastSize), TextBlock.Fit(beneath with { Baseline = new PaperPoint(box.Left, box.Top + 14.6) }, box.Width, 2.5)]);
    }
}
