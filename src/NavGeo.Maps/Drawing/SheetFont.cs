using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// The font of all sheets, Source Sans 3, which is in the program: text is measured with the very letters it is drawn
/// with, kerned, in whole thousandths of the size, so that a layout is the same on every machine. It has the letters of
/// Norwegian, of all Sámi languages and of Kven. Any number of threads.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The two fonts live as long as the program.")]
public sealed class SheetFont
{
    /// <summary>As a CSS family list, with what to take where the font is not installed: first those that are hardly wider.</summary>
    public const string Families = "'Source Sans 3', 'Source Sans Pro', Calibri, Carlito, Arial, Helvetica, 'Liberation Sans', sans-serif";

    /// <summary>Height of capitals as a share of the size.</summary>
    public const double CapitalHeight = 0.66;

    /// <summary>How far letters such as g and p go below the line, as a share of the size.</summary>
    public const double Descent = 0.225;

    private const double UnitsPerSize = 1000;

    /// <summary>Letters stay single ones: text copied out of a PDF must be the text that was put in.</summary>
    private static readonly Feature[] Features = [Feature.Parse("-liga"), Feature.Parse("-clig")];
    private static readonly SheetFont Regular = new("Regular");
    private static readonly SheetFont SemiBold = new("SemiBold");

    /// <summary>Outside managed memory, which moves; both libraries read it as long as the program runs.</summary>
    private readonly SKData file;
    private readonly Font shapes;

    private SheetFont(string weight)
    {
        using Stream packed = typeof(SheetFont).Assembly.GetManifestResourceStream($"NavGeo.Maps.Fonts.SourceSans3-{weight}.ttf")
            ?? throw new InvalidOperationException($"the font {weight} is not in the program");
        file = SKData.Create(packed);
        Typeface = SKTypeface.FromData(file);
        using var blob = new Blob(file.Data, (int)file.Size, MemoryMode.ReadOnly);
        using var face = new Face(blob, 0);
        shapes = new Font(face);
        shapes.SetScale((int)UnitsPerSize, (int)UnitsPerSize);
        shapes.SetFunctionsOpenType();
    }

    /// <summary>For drawing.</summary>
    internal SKTypeface Typeface { get; }

    /// <summary>The font of a weight.</summary>
    internal static SheetFont Of(bool isBold) => isBold ? SemiBold : Regular;

    /// <summary>Width in the unit of <paramref name="size"/> (millimetres on a sheet).</summary>
    public static double Measure(string text, double size, bool isBold = false)
    {
        using Buffer shaped = Of(isBold).Shape(text);
        int thousandths = 0;
        foreach (GlyphPosition position in shaped.GetGlyphPositionSpan()) thousandths += position.XAdvance;
        return thousandths * size / UnitsPerSize;
    }

    /// <summary>Which glyphs stand where when the text begins at 0,0; places in the unit of <paramref name="size"/>.</summary>
    internal (ushort[] Glyphs, SKPoint[] Places) Place(string text, double size)
    {
        using Buffer shaped = Shape(text);
        ReadOnlySpan<GlyphInfo> infos = shaped.GetGlyphInfoSpan();
        ReadOnlySpan<GlyphPosition> positions = shaped.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var places = new SKPoint[infos.Length];
        int x = 0;
        for (int i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            places[i] = new SKPoint(
                (float)((x + positions[i].XOffset) * size / UnitsPerSize), (float)(-positions[i].YOffset * size / UnitsPerSize));
            x += positions[i].XAdvance;
        }
        return (glyphs, places);
    }

    private Buffer Shape(string text)
    {
        var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        shapes.Shape(buffer, Features);
        return buffer;
    }
}
