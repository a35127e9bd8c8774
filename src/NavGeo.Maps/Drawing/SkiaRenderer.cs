using NavGeo.Data;
using SkiaSharp;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// Writes a <see cref="MapDrawing"/> as PDF or PNG with Skia, which is in the program. Both carry the drawing's
/// provenance: PDF as keywords, PNG as text. The same drawing gives the same bytes: the day of the case stands where the
/// format wants a time of making. Another version of Skia may draw a dot otherwise.
/// </summary>
public static class SkiaRenderer
{
    /// <summary>Dots an inch of a PNG unless the caller wants others: an A4 sheet is 2339 × 1654 dots.</summary>
    public const int UsualDotsPerInch = 200;

    private const double MillimetresPerInch = 25.4;
    private const double PointsPerInch = 72;
    private static readonly string Maker = "NavGeo " + Provenance.Version;

    /// <summary>Writes a PDF, whole or not at all.</summary>
    public static void WritePdf(string path, MapDrawing drawing) => AtomicFile.Write(path, stream => WritePdf(stream, drawing));

    /// <summary>Writes a PNG, whole or not at all.</summary>
    public static void WritePng(string path, MapDrawing drawing, int dotsPerInch = UsualDotsPerInch) =>
        AtomicFile.Write(path, stream => WritePng(stream, drawing, dotsPerInch));

    /// <summary>Writes a PDF to a stream that stays open.</summary>
    public static void WritePdf(Stream stream, MapDrawing drawing)
    {
        const double points = PointsPerInch / MillimetresPerInch;
        var day = drawing.Provenance.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var about = new SKDocumentPdfMetadata
        {
            Title = drawing.Title,
            Subject = drawing.Description,
            Keywords = drawing.Provenance.ToJson(),
            Creator = Maker,
            Creation = day,
            Modified = day,
        };
        using SKTypeface regular = Subset(drawing, isBold: false), bold = Subset(drawing, isBold: true);
        using var pdf = SKDocument.CreatePdf(stream, about);
        Draw(pdf.BeginPage((float)(drawing.Width * points), (float)(drawing.Height * points)), drawing, points, regular, bold);
        pdf.EndPage();
        pdf.Close();
    }

    /// <summary>Writes a PNG to a stream that stays open.</summary>
    public static void WritePng(Stream stream, MapDrawing drawing, int dotsPerInch = UsualDotsPerInch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dotsPerInch, 1);
        double dots = dotsPerInch / MillimetresPerInch;
        var size = new SKImageInfo(
            (int)Math.Round(drawing.Width * dots), (int)Math.Round(drawing.Height * dots), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using SKSurface surface = SKSurface.Create(size) ?? throw new IOException($"no room for a picture of {size.Width} × {size.Height} dots");
        Draw(surface.Canvas, drawing, dots, SheetFont.Of(isBold: false).Typeface, SheetFont.Of(isBold: true).Typeface);
        using SKPixmap pixels = surface.PeekPixels()!;
        using SKData png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6))!;
        PngText.Write(stream, png.AsSpan(), dotsPerInch,
        [
            new("Title", drawing.Title), new("Description", drawing.Description), new("Software", Maker), new("navgeo", drawing.Provenance.ToJson()),
        ]);
    }

    private static SKTypeface Subset(MapDrawing drawing, bool isBold)
    {
        SheetFont font = SheetFont.Of(isBold);
        return FontSubset.Of(font.Typeface, drawing.Texts.Where(t => t.IsBold == isBold).SelectMany(t => font.Place(t.Text, t.Size).Glyphs));
    }

    private static void Draw(SKCanvas on, MapDrawing drawing, double unitsPerMillimetre, SKTypeface regular, SKTypeface bold)
    {
        on.Clear(SKColors.White);
        on.Scale((float)unitsPerMillimetre);
        var canvas = new SkiaCanvas(on, regular, bold);
        foreach (DrawingItem item in drawing.Items) canvas.Draw(item);
    }
}
