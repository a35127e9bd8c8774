using NavGeo.Maps.Drawing;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>
/// The columns of a table in Word: each holds its longest word, the rest of the width goes where texts are long, and the
/// letters are smaller where the words would not fit otherwise.
/// </summary>
/// <param name="Widths">Twentieths of a point, together the width of the text.</param>
/// <param name="HalfPoints">Size of the letters.</param>
internal sealed record WordColumns(IReadOnlyList<int> Widths, int HalfPoints)
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const double MillimetresPerHalfPoint = 25.4 / 144;
    private const double CellMargins = 140;

    /// <summary>The reader's font may be wider than the one that is measured with.</summary>
    private const double Reserve = 1.1;

    /// <summary>Millimetres; a longer word, such as a hash, is broken.</summary>
    private const double LongestWord = 34;

    /// <summary>Millimetres; longer texts are wrapped anyway.</summary>
    private const double LongestText = 60;

    private static readonly int[] Sizes = [16, 15, 14, 13, 12, 11];

    /// <summary>The columns of a table.</summary>
    public static WordColumns Of(TableBlock table)
    {
        foreach (int size in Sizes)
        {
            double[] least = Measured(table, size, TextLeast);
            if (least.Sum() > WordStyles.TextWidth && size != Sizes[^1]) continue;
            double[] wanted = Measured(table, size, (text, mm, bold) => Math.Min(LongestText, Reserve * SheetFont.Measure(text, mm, bold)));
            return new WordColumns(Shared(least, wanted), size);
        }
        throw new InvalidOperationException("the last size is always taken");
    }

    private static double TextLeast(string text, double millimetres, bool isBold) =>
        text.Split(' ').Max(word => Math.Min(LongestWord, Reserve * SheetFont.Measure(word, millimetres, isBold)));

    private static double[] Measured(TableBlock table, int halfPoints, Func<string, double, bool, double> measure)
    {
        double size = halfPoints * MillimetresPerHalfPoint;
        return [.. Enumerable.Range(0, table.Header.Count).Select(column => CellMargins + TwipsPerMillimetre * Math.Max(
            measure(Plain(table.Header[column]), size, true),
            table.Rows.Count == 0 ? 0 : table.Rows.Max(row => measure(Plain(row[column]), size, row[column].StartsWith("**", StringComparison.Ordinal)))))];
    }

    /// <summary>What is left over the least goes to the columns in proportion to what they lack.</summary>
    private static int[] Shared(double[] least, double[] wanted)
    {
        double left = WordStyles.TextWidth - least.Sum();
        double lacking = least.Zip(wanted, (l, w) => Math.Max(0, w - l)).Sum();
        int[] widths = [.. least.Select((l, i) => (int)(left < 0 ? l * WordStyles.TextWidth / least.Sum()
            : lacking > left ? l + left * Math.Max(0, wanted[i] - l) / lacking
            : (l + Math.Max(0, wanted[i] - l)) * WordStyles.TextWidth / (least.Sum() + lacking)))];
        widths[0] += WordStyles.TextWidth - widths.Sum();
        return widths;
    }

    private static string Plain(string text) => string.Concat(InlineRun.Of(text).Select(r => r.Text));
}
