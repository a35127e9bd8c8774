using NavGeo.Maps.Drawing;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>A bar of a round number of kilometres in four alternating fields, with the scale beneath.</summary>
internal static class ScaleBar
{
    private const double Thickness = 1.1;
    private const int Fields = 4;
    private static readonly double[] RoundKilometres = [0.4, 0.8, 1, 2, 4, 8, 10, 20, 40, 60, 80, 100, 200, 400, 800];

    /// <summary>Draws it with its left end and upper rim at a point, no longer than <paramref name="most"/> millimetres.</summary>
    public static GroupItem Draw(PaperFrame frame, PaperPoint at, double most, SheetSettings settings, Phrasebook book)
    {
        MapStyle style = settings.Style;
        double kilometres = RoundKilometres.LastOrDefault(k => frame.Millimetres(k * 1000) <= most, RoundKilometres[0]);
        double length = frame.Millimetres(kilometres * 1000);
        var dark = new Fill(style.Text.Strong);
        var light = new Fill(style.Text.Halo);
        var rim = new Stroke(style.Text.Strong, 0.15);
        var items = new List<DrawingItem>();
        double top = at.Y + 3.2;
        for (int i = 0; i < Fields; i++)
        {
            double left = at.X + length * i / Fields;
            items.Add(new BoxItem(new PaperBox(left, top, left + length / Fields, top + Thickness), i % 2 == 0 ? dark : light, rim));
        }
        int decimals = kilometres / 2 == Math.Floor(kilometres / 2) ? 0 : 1;
        Number("0", at.X);
        Number(book.Decimals(kilometres / 2, decimals), at.X + length / 2);
        Number(book.Decimals(kilometres, kilometres < 1 ? 1 : 0) + " km", at.X + length);
        string scale = book.Say("maps.sheet.scale", frame.Denominator, settings.Paper.Name);
        items.Add(new TextItem(scale, new PaperPoint(at.X, top + Thickness + 3.4), SheetColumn.NoteSize, style.Text.Plain));
        return new GroupItem("scale-bar", items);

        void Number(string text, double x) => items.Add(
            new TextItem(text, new PaperPoint(x, at.Y + 2.4), SheetColumn.NoteSize, style.Text.Plain)
            {
                Anchor = x == at.X ? TextAnchor.Start : TextAnchor.Middle,
            });
    }
}
