using NavGeo.Maps.Drawing;

namespace NavGeo.Tests.Maps;

/// <summary>The texts of a sheet, and whether they keep off each other.</summary>
internal static class SheetTexts
{
    public static void AssertApart(MapDrawing drawing)
    {
        var paper = new PaperBox(0, 0, drawing.Width, drawing.Height);
        TextItem[] texts = [.. drawing.Texts];
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.True(paper.Contains(BoxOf(texts[i])), $"'{texts[i].Text}' leaves the paper");
            for (int j = 0; j < i; j++)
                Assert.False(BoxOf(texts[i]).Overlaps(BoxOf(texts[j])), $"'{texts[i].Text}' covers '{texts[j].Text}' on '{drawing.Title}'");
        }
    }

    private static PaperBox BoxOf(TextItem text)
    {
        return new PaperBox(
            text.Left, text.Baseline.Y - text.Size * SheetFont.CapitalHeight, text.Left + text.Width, text.Baseline.Y + text.Size * SheetFont.Descent);
    }
}
