using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;

namespace NavGeo.Maps.Sheets;

/// <summary>The title of a sheet and the line beneath it.</summary>
internal static class SheetTitle
{
    public static GroupItem Draw(string title, string subtitle, PaperBox box, MapStyle style) => new("title",
    [
        TextBlock.Fit(
            new TextItem(title, new PaperPoint(box.Left, box.Top + 6.6), 8, style.Text.Strong) { IsBold = true }, box.Width, 4.5),
        TextBlock.Fit(new TextItem(subtitle, new PaperPoint(box.Left, box.Top + 13), 3.8, style.Text.Plain), box.Width, 2.5),
    ]);
}
