namespace NavGeo.Maps.Drawing;

/// <summary>
/// How wide text becomes, so that labels can be kept apart without asking a font engine. The widths are those of the
/// Arial/Helvetica metrics that Liberation Sans shares, in thousandths of the size, for Latin, Latin-1 and Latin
/// Extended-A: Norwegian, Sámi (á č đ ŋ š ŧ ž) and Kven are measured, not guessed. Kerning is left out; it only makes
/// text narrower.
/// </summary>
public static class TextWidths
{
    /// <summary>The fonts whose metrics these are, as a CSS family list.</summary>
    public const string FontFamily = "Arial, Helvetica, 'Liberation Sans', sans-serif";

    /// <summary>Height of capitals as a share of the size.</summary>
    public const double CapitalHeight = 0.716;

    /// <summary>How far letters such as g and p go below the line, as a share of the size.</summary>
    public const double Descent = 0.212;

    private const char FirstAscii = ' ';
    private const char LastAscii = '~';
    private const char FirstLatin = '\u00A0';
    private const char LastLatin = '\u017F';
    private const int AsciiCount = LastAscii - FirstAscii + 1;
    private const int WidestLetter = 1015;

    /// <summary>Width in the unit of <paramref name="size"/> (millimetres on a sheet). Unknown characters count as wide.</summary>
    public static double Measure(string text, double size, bool isBold = false)
    {
        ReadOnlySpan<short> widths = isBold ? Bold : Regular;
        int thousandths = 0;
        foreach (char letter in text)
        {
            thousandths += letter switch
            {
                >= FirstAscii and <= LastAscii => widths[letter - FirstAscii],
                >= FirstLatin and <= LastLatin => widths[letter - FirstLatin + AsciiCount],
                '\u2009' or '\u202F' => 200,
                '–' => 556,
                '‘' or '’' => isBold ? 278 : 222,
                '“' or '”' => isBold ? 500 : 333,
                '•' => 350,
                '≤' or '≥' => 549,
                '\u2212' => 584,
                _ => WidestLetter,
            };
        }
        return thousandths * size / 1000;
    }

    private static ReadOnlySpan<short> Regular =>
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
        722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
        278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 278, 333, 556, 556, 556,
        556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 537, 333, 333,
        333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278,
        278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556,
        556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556,
        556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500, 667, 556, 667, 556, 667, 556, 722, 500, 722,
        500, 722, 500, 722, 500, 722, 615, 722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778,
        556, 778, 556, 778, 556, 778, 556, 722, 556, 722, 556, 278, 278, 278, 278, 278, 278, 278, 222, 278,
        278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556, 292, 556, 334, 556, 222, 722, 556,
        722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556, 778, 556, 1000, 944, 722, 333, 722, 333, 722,
        333, 667, 500, 667, 500, 667, 500, 667, 500, 611, 278, 611, 375, 611, 278, 722, 556, 722, 556, 722,
        556, 722, 556, 722, 556, 722, 556, 944, 722, 667, 500, 667, 611, 500, 611, 500, 611, 500, 222,
    ];

    private static ReadOnlySpan<short> Bold =>
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778,
        722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333,
        278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 278, 333, 556, 556, 556,
        556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 556, 333, 333,
        333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278,
        278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556,
        556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611, 611, 611, 611, 611,
        611, 611, 549, 611, 611, 611, 611, 611, 556, 611, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722,
        556, 722, 556, 722, 556, 722, 719, 722, 611, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778,
        611, 778, 611, 778, 611, 778, 611, 722, 611, 722, 611, 278, 278, 278, 278, 278, 278, 278, 278, 278,
        278, 785, 556, 556, 278, 722, 556, 556, 611, 278, 611, 278, 611, 385, 611, 479, 611, 278, 722, 611,
        722, 611, 722, 611, 708, 723, 611, 778, 611, 778, 611, 778, 611, 1000, 944, 722, 389, 722, 389, 722,
        389, 667, 556, 667, 556, 667, 556, 667, 556, 611, 333, 611, 479, 611, 333, 722, 611, 722, 611, 722,
        611, 722, 611, 722, 611, 722, 611, 944, 778, 667, 556, 667, 611, 500, 611, 500, 611, 500, 278,
    ];
}
