using NavGeo.Maps.Drawing;

namespace NavGeo.Maps.Sheets;

/// <summary>Breaks and fits text by its measured width.</summary>
internal static class TextBlock
{
    /// <summary>Lines no wider than <paramref name="width"/> millimetres; a word that is wider alone stands alone.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool isBold = false)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && SheetFont.Measure(longer, size, isBold) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    /// <summary>The text smaller, down to <paramref name="least"/>, and then shorter, until it fits.</summary>
    public static TextItem Fit(TextItem text, double width, double least)
    {
        if (text.Width <= width) return text;
        double size = Math.Max(least, Math.Floor(text.Size * width / text.Width * 100) / 100);
        TextItem smaller = text with { Size = size };
        string kept = smaller.Text;
        while (smaller.Width > width && kept.Length > 1)
        {
            kept = kept[..^1];
            smaller = smaller with { Text = kept.TrimEnd() + "…" };
        }
        return smaller;
    }
}
